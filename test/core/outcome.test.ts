import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addTallies, EMPTY_TALLY, tallyAddsUp, tallyOf } from "../../core/outcome.ts";
import { anyRecords } from "../support/any-records.ts";

describe("tallies", () => {
  it("add up: listed = copied + skipped + kept + vanished + failed", () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const tally = tallyOf(records);
        expect(tally.listed).toBe(records.length);
        expect(tallyAddsUp(tally)).toBe(true);
      }),
    );
  });

  it("are the same however the records are divided into partitions", () => {
    fc.assert(
      fc.property(anyRecords, fc.array(fc.nat({ max: 30 }), { maxLength: 6 }), (records, cuts) => {
        const edges = [0, ...cuts.map((cut) => Math.min(cut, records.length)).sort((a, b) => a - b)];
        const parts = edges.map((edge, index) => tallyOf(records.slice(edge, edges[index + 1])));
        expect(parts.reduce(addTallies, EMPTY_TALLY)).toEqual(tallyOf(records));
      }),
    );
  });

  it("do not depend on the order in which they are added", () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, (a, b) => {
        expect(addTallies(tallyOf(a), tallyOf(b))).toEqual(addTallies(tallyOf(b), tallyOf(a)));
      }),
    );
  });

  it("count bytes as copied only where the object was copied", () => {
    const record = { key: "a", sizeBytes: 7, sourceEtag: "", sourceLastModifiedMs: 0 };
    const tally = tallyOf([
      { ...record, outcome: "copied" },
      { ...record, key: "b", outcome: "failed", code: "KEY_TOO_LONG" },
    ]);
    expect(tally).toMatchObject({ listedBytes: 14, copiedBytes: 7, codes: { KEY_TOO_LONG: 1 } });
  });

  it("are caught when they do not add up", () => {
    expect(tallyAddsUp({ ...EMPTY_TALLY, listed: 1 })).toBe(false);
  });
});
