import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decidePrune } from "../../../core/merge/decide-prune.ts";
import { oursOf } from "../../../core/merge/row.ts";
import { anyRow, HELD, notCopied, VERSIONS } from "../../support/any-rows.ts";
import { describeDecision } from "../../support/describe-decision.ts";

const { v2, ours, theirs } = VERSIONS;
const GONE = { ...notCopied("vanished", "SOURCE_GONE"), ours: HELD } as const;
const nothing = undefined;

describe("decidePrune", () => {
  it.for([
    ["gone, and ours there", nothing, ours, "remove"],
    ["back at the source", v2, ours, "skipped SOURCE_BACK"],
    ["changed by the application", nothing, theirs, "kept DESTINATION_CHANGED"],
    ["deleted by the application", nothing, nothing, "vanished GONE_EVERYWHERE"],
  ] as const)("%s", ([, source, destination, decision]) => {
    expect(describeDecision(decidePrune({ key: "k", base: GONE, source, destination }))).toBe(decision);
  });

  it("removes nothing that the source has or that is not the very version that we put there", () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const decision = decidePrune(row);
        if (decision.kind !== "remove") return;
        expect(row.source).toBeUndefined();
        expect(decision.destinationEtag).toBe(oursOf(row)?.destinationEtag);
        expect(decision.destinationEtag).toBe(row.destination?.etag);
      }),
    );
  });
});
