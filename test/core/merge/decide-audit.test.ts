import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideAudit } from "../../../core/merge/decide-audit.ts";
import { anyRow, COPIED, notCopied, VERSIONS } from "../../support/any-rows.ts";
import { describeDecision } from "../../support/describe-decision.ts";

const { v1, v2, ours, theirs, opaque } = VERSIONS;
const NOT_OURS = notCopied("kept", "DESTINATION_NOT_OURS");
const FAILED = notCopied("failed", "SOURCE_READ_FAILED");
const LISTINGS = { sourceEtag: "md5", content: false, hasBase: false } as const;
const nothing = undefined;

describe("decideAudit without a base", () => {
  it.for([
    ["the same", v1, ours, "skipped AUDIT_SAME, ours"],
    ["of another size", v2, theirs, "failed AUDIT_DIFFERENT"],
    ["of one size, and no ETag that tells", v1, opaque, "skipped AUDIT_SAME_SIZE"],
    ["missing", v1, nothing, "failed AUDIT_MISSING"],
    ["extra", nothing, theirs, "kept AUDIT_EXTRA"],
  ] as const)("%s", ([, source, destination, decision]) => {
    expect(describeDecision(decideAudit({ key: "k", source, destination }, LISTINGS))).toBe(decision);
  });

  it("reads the bytes where it may and the listings cannot tell", () => {
    const row = { key: "k", source: v1, destination: opaque };
    expect(describeDecision(decideAudit(row, { ...LISTINGS, content: true }))).toBe(
      "compare: skipped AUDIT_SAME, ours, else failed AUDIT_DIFFERENT",
    );
  });
});

describe("decideAudit with a base", () => {
  const multipart = { ...v1, etag: `${v1.etag}-2` };
  const copiedInParts = { ...COPIED, sourceEtag: multipart.etag, destinationEtag: opaque.etag };
  it.for([
    ["as copied", COPIED, v1, ours, "skipped AUDIT_SAME, ours"],
    [
      "as copied and verified, though no ETag tells",
      copiedInParts,
      multipart,
      opaque,
      "skipped AUDIT_SAME, ours",
    ],
    ["changed at the source", COPIED, v2, ours, "failed AUDIT_DIFFERENT"],
    ["changed by the application", COPIED, v1, theirs, "kept DESTINATION_CHANGED"],
    ["deleted by the application", COPIED, v1, nothing, "kept DESTINATION_DELETED"],
    ["never ours, and other", NOT_OURS, v1, theirs, "kept DESTINATION_NOT_OURS"],
    ["never ours, and deleted", NOT_OURS, v1, nothing, "kept DESTINATION_DELETED"],
    ["failed, and missing", FAILED, v1, nothing, "failed AUDIT_MISSING"],
    ["new, and missing", nothing, v1, nothing, "failed AUDIT_MISSING"],
    ["gone at the source", COPIED, nothing, ours, "vanished SOURCE_GONE"],
    ["gone at the source, changed by the application", COPIED, nothing, theirs, "kept DESTINATION_CHANGED"],
    ["gone at the source, and never ours", NOT_OURS, nothing, theirs, "kept AUDIT_EXTRA"],
    ["gone at both ends", COPIED, nothing, nothing, "vanished GONE_EVERYWHERE"],
  ] as const)("%s", ([, base, source, destination, decision]) => {
    const rules = { ...LISTINGS, hasBase: true };
    expect(describeDecision(decideAudit({ key: "k", base, source, destination }, rules))).toBe(decision);
  });
});

describe("a key that the base could not copy", () => {
  it("is missing for the reason that the base gives", () => {
    const base = notCopied("failed", "KEY_TOO_LONG");
    const decision = decideAudit({ key: "k", base, source: v1 }, { ...LISTINGS, hasBase: true });
    expect(decision).toMatchObject({
      code: "AUDIT_MISSING",
      detail: "the base could not copy it: KEY_TOO_LONG",
    });
  });
});

describe("decideAudit", () => {
  const anyRules = fc.record({
    sourceEtag: fc.constantFrom("md5", "opaque"),
    content: fc.boolean(),
    hasBase: fc.boolean(),
  });

  it("never copies and never removes", () => {
    fc.assert(
      fc.property(anyRow, anyRules, (row, rules) => {
        const decision = decideAudit(row, rules);
        expect(["settle", "compare", undefined]).toContain(decision?.kind);
        if (decision?.kind !== "compare") return;
        expect([decision.same.kind, decision.different.kind]).toEqual(["settle", "settle"]);
      }),
    );
  });

  it("has something to say of every key that either end has", () => {
    fc.assert(
      fc.property(
        anyRow.filter(({ source, destination }) => source !== undefined || destination !== undefined),
        anyRules,
        (row, rules) => {
          expect(decideAudit(row, rules)).toBeDefined();
        },
      ),
    );
  });
});
