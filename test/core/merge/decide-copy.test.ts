import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideCopy } from "../../../core/merge/decide-copy.ts";
import { compareListed } from "../../../core/merge/same-content.ts";
import { OVERWRITE_POLICIES } from "../../../core/protocol/job-work.ts";
import { anyRow, anyVersion, VERSIONS } from "../../support/any-rows.ts";
import { describeDecision } from "../../support/describe-decision.ts";

const { v1, v2, ours, theirs, opaque } = VERSIONS;
const anyPolicy = fc.constantFrom(...OVERWRITE_POLICIES);
const nothing = undefined;

describe("decideCopy", () => {
  it.for([
    ["never", v1, nothing, "copy if absent"],
    ["never", v1, theirs, "skipped DESTINATION_EXISTS"],
    ["never", v1, ours, "skipped DESTINATION_EXISTS"],
    ["if-different", v1, nothing, "copy if anything"],
    ["if-different", v1, ours, "skipped SAME_CONTENT, ours"],
    ["if-different", v2, theirs, "copy if unchanged"],
    ["if-different", v1, opaque, "compare: skipped SAME_CONTENT, ours, else copy if unchanged"],
    ["if-newer", v1, nothing, "copy if anything"],
    ["if-newer", v1, ours, "skipped SAME_CONTENT, ours"],
    ["if-newer", v1, theirs, "skipped DESTINATION_NOT_OLDER"],
    ["if-newer", v2, ours, "copy if unchanged"],
    ["always", v1, nothing, "copy if anything"],
    ["always", v1, ours, "copy if anything"],
  ] as const)("%s", ([policy, source, destination, decision]) => {
    expect(describeDecision(decideCopy({ key: "k", source, destination }, policy, "md5"))).toBe(decision);
  });

  it("replaces a version of equal time only where time does not matter", () => {
    const destination = { ...theirs, lastModifiedMs: v1.lastModifiedMs };
    const row = { key: "k", source: v1, destination };
    expect(describeDecision(decideCopy(row, "if-newer", "md5"))).toBe("skipped DESTINATION_NOT_OLDER");
    expect(describeDecision(decideCopy(row, "if-different", "md5"))).toBe("copy if unchanged");
  });

  it("replaces the very version that was listed and no other, unless it was told to overwrite always", () => {
    fc.assert(
      fc.property(anyRow, anyVersion, anyPolicy, (row, destination, policy) => {
        const decision = decideCopy({ ...row, destination }, policy, "md5");
        const way = decision.kind === "compare" ? decision.different : decision;
        if (way.kind !== "copy" || policy === "always") return;
        expect(way.condition).toEqual({ kind: "unchanged", etag: destination.etag });
      }),
    );
  });

  it("copies no content that the destination has, unless it was told to", () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, anyPolicy, (source, destination, policy) => {
        if (policy === "always" || compareListed(source, destination, "md5") !== "same") return;
        expect(decideCopy({ key: "k", source, destination }, policy, "md5").kind).toBe("settle");
      }),
    );
  });
});
