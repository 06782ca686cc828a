import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideDelta } from "../../../core/merge/decide-delta.ts";
import { oursOf, wasAtDestination, type Decision, type WriteCondition } from "../../../core/merge/row.ts";
import { compareListed } from "../../../core/merge/same-content.ts";
import { anyRow, COPIED, HELD, notCopied, VERSIONS } from "../../support/any-rows.ts";
import { describeDecision } from "../../support/describe-decision.ts";

const { v1, v2, ours, theirs, opaque } = VERSIONS;
const NOT_OURS = notCopied("kept", "DESTINATION_NOT_OURS");
const FAILED = notCopied("failed", "SOURCE_READ_FAILED");
const GONE = notCopied("vanished", "GONE_EVERYWHERE");
const EXISTED = notCopied("skipped", "DESTINATION_EXISTS");
const DELETED_HERE = { ...notCopied("kept", "DESTINATION_DELETED"), ours: HELD } as const;
const nothing = undefined;

/** What is written when `decision` goes one way or the other. */
function writesOf(decision: Decision | undefined): WriteCondition[] {
  if (decision?.kind === "copy") return [decision.condition];
  if (decision?.kind === "compare" && decision.different.kind === "copy")
    return [decision.different.condition];
  return [];
}

describe("decideDelta", () => {
  it.for([
    ["a new key is copied where it is free", nothing, v1, nothing, "copy if absent"],
    ["a new key that the destination has is theirs", nothing, v2, theirs, "kept DESTINATION_NOT_OURS"],
    ["a new key with the same content counts as ours", nothing, v1, ours, "adopt"],
    ["nothing changed", COPIED, v1, ours, "skipped UNCHANGED, ours"],
    ["changed at the source alone", COPIED, v2, ours, "copy if unchanged"],
    ["changed at the destination alone", COPIED, v1, theirs, "kept DESTINATION_CHANGED"],
    ["changed at both ends", COPIED, v2, theirs, "kept BOTH_CHANGED"],
    ["deleted at the destination", COPIED, v1, nothing, "kept DESTINATION_DELETED"],
    ["deleted there, changed here", COPIED, v2, nothing, "kept DESTINATION_DELETED"],
    ["still deleted there a round later", DELETED_HERE, v2, nothing, "kept DESTINATION_DELETED"],
    ["theirs, deleted by them", NOT_OURS, v1, nothing, "kept DESTINATION_DELETED"],
    ["what a policy had let be, deleted by them", EXISTED, v1, nothing, "kept DESTINATION_DELETED"],
    ["failed last time", FAILED, v1, nothing, "copy if absent"],
    ["gone, and back at the source", GONE, v2, nothing, "copy if absent"],
    ["gone at the source", COPIED, nothing, ours, "vanished SOURCE_GONE"],
    ["gone at the source, changed at the destination", COPIED, nothing, theirs, "kept DESTINATION_CHANGED"],
    ["gone at both ends", COPIED, nothing, nothing, "vanished GONE_EVERYWHERE"],
    ["gone at the source, and never ours", NOT_OURS, nothing, theirs, "kept DESTINATION_NOT_OURS"],
    ["gone and reported", GONE, nothing, nothing, "none of the job's"],
    ["gone and reported, and theirs now", GONE, nothing, theirs, "none of the job's"],
    ["only ever theirs", nothing, nothing, theirs, "none of the job's"],
  ] as const)("%s", ([, base, source, destination, decision]) => {
    expect(describeDecision(decideDelta({ key: "k", base, source, destination }, "md5"))).toBe(decision);
  });

  it("reads the bytes where two listings of a changed key cannot tell", () => {
    const row = { key: "k", source: v1, destination: opaque };
    expect(describeDecision(decideDelta(row, "md5"))).toMatch(
      /^compare: .*, else kept DESTINATION_NOT_OURS$/u,
    );
  });

  it("decides about every key that the base or the source has, but for those reported gone", () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const isReported = row.base?.outcome === "vanished" && oursOf(row) === undefined;
        const isInput = row.source !== undefined || (row.base !== undefined && !isReported);
        expect(decideDelta(row, "md5") !== undefined).toBe(isInput);
      }),
    );
  });

  it("never writes but over a key that is free, or over the very version that the base knows for ours", () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const allowed =
          row.destination === undefined
            ? { kind: "absent" }
            : { kind: "unchanged", etag: oursOf(row)?.destinationEtag };
        for (const condition of writesOf(decideDelta(row, "md5"))) expect(condition).toEqual(allowed);
      }),
    );
  });

  it("never brings back what was deleted at the destination", () => {
    fc.assert(
      fc.property(
        anyRow.filter((row) => row.destination === undefined && wasAtDestination(row)),
        (row) => {
          expect(writesOf(decideDelta(row, "md5"))).toEqual([]);
        },
      ),
    );
  });

  it("never copies what the destination has already, unless that is an older copy of ours", () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const { source, destination } = row;
        if (source === undefined || destination === undefined) return;
        if (destination.etag === oursOf(row)?.destinationEtag) return;
        if (compareListed(source, destination, "md5") !== "same") return;
        expect(writesOf(decideDelta(row, "md5"))).toEqual([]);
      }),
    );
  });

  it("goes by ETag and size, never by time: an upload is dated by its beginning", () => {
    fc.assert(
      fc.property(anyRow, fc.nat(), fc.nat(), (row, sourceMs, destinationMs) => {
        const { source, destination } = row;
        const elsewhen = {
          ...row,
          source: source && { ...source, lastModifiedMs: sourceMs },
          destination: destination && { ...destination, lastModifiedMs: destinationMs },
        };
        expect(decideDelta(elsewhen, "md5")).toEqual(decideDelta(row, "md5"));
      }),
    );
  });

  it("takes no ETag of a source with opaque ones for the digest of the bytes", () => {
    const row = { key: "k", source: v1, destination: ours };
    expect(describeDecision(decideDelta(row, "opaque"))).toMatch(/^compare/u);
  });
});
