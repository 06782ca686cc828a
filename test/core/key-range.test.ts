import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rangeContains, rangesTile, WHOLE_KEY_SPACE, type KeyRange } from "../../core/key-range.ts";
import { compareKeys } from "../../core/object-key.ts";
import { anyKey, anyStoredKey } from "../support/any-keys.ts";

const anyRange: fc.Arbitrary<KeyRange> = fc
  .tuple(fc.option(anyKey), fc.option(anyKey))
  .map(([a, b]) =>
    a !== null && b !== null && compareKeys(a, b) > 0 ? { after: b, upTo: a } : { after: a, upTo: b },
  );

/** Cuts `range` at those of the keys that lie in it. */
function cutAt(range: KeyRange, keys: readonly string[]): KeyRange[] {
  const cuts = [...new Set(keys)].filter((key) => rangeContains(range, key) && key !== range.upTo);
  const edges = [range.after, ...cuts.toSorted(compareKeys)];
  return edges.map((after, index) => ({ after, upTo: edges[index + 1] ?? range.upTo }));
}

describe("ranges under any splits", () => {
  it("tile what was split", () => {
    fc.assert(
      fc.property(anyRange, fc.array(anyKey, { maxLength: 8 }), (range, cuts) => {
        expect(rangesTile(range, cutAt(range, cuts))).toBe(true);
      }),
    );
  });

  it("tile it as well when the pieces are split again and again", () => {
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 4 }), fc.array(anyKey, { maxLength: 8 }), (first, then) => {
        const pieces = cutAt(WHOLE_KEY_SPACE, first).flatMap((piece) => cutAt(piece, then));
        expect(rangesTile(WHOLE_KEY_SPACE, pieces)).toBe(true);
      }),
    );
  });

  it("hold every key in exactly one piece", () => {
    fc.assert(
      fc.property(anyStoredKey, fc.array(anyKey, { maxLength: 8 }), (key, cuts) => {
        const holding = cutAt(WHOLE_KEY_SPACE, cuts).filter((piece) => rangeContains(piece, key));
        expect(holding).toHaveLength(1);
      }),
    );
  });

  it("no longer tile once a piece is lost, doubled or moved", () => {
    const twoCuts = fc.uniqueArray(anyStoredKey, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(twoCuts, fc.nat(), fc.constantFrom("lost", "doubled", "moved"), (cuts, pick, damage) => {
        const pieces = cutAt(WHOLE_KEY_SPACE, cuts);
        const index = pick % pieces.length;
        const piece = pieces[index] ?? WHOLE_KEY_SPACE;
        const damaged =
          damage === "lost"
            ? []
            : damage === "doubled"
              ? [piece, piece]
              : [{ ...piece, after: "\uFFFFmoved" }];
        expect(rangesTile(WHOLE_KEY_SPACE, pieces.toSpliced(index, 1, ...damaged))).toBe(false);
      }),
    );
  });
});

describe("rangesTile", () => {
  it.for([
    ["nothing at all", WHOLE_KEY_SPACE, []],
    [
      "a gap",
      WHOLE_KEY_SPACE,
      [
        { after: null, upTo: "b" },
        { after: "c", upTo: null },
      ],
    ],
    [
      "an overlap",
      WHOLE_KEY_SPACE,
      [
        { after: null, upTo: "c" },
        { after: "b", upTo: null },
      ],
    ],
    ["an end that falls short", WHOLE_KEY_SPACE, [{ after: null, upTo: "b" }]],
    ["an end that goes too far", { after: null, upTo: "b" }, [{ after: null, upTo: null }]],
    ["a late beginning", WHOLE_KEY_SPACE, [{ after: "a", upTo: null }]],
    ["an early beginning", { after: "a", upTo: null }, [{ after: null, upTo: null }]],
    [
      "a range that runs backwards",
      { after: "b", upTo: "c" },
      [
        { after: "b", upTo: "a" },
        { after: "a", upTo: "c" },
      ],
    ],
    ["more after the end of all keys", WHOLE_KEY_SPACE, [WHOLE_KEY_SPACE, { after: null, upTo: null }]],
  ] as const)("refuses %s", ([, whole, parts]) => {
    expect(rangesTile(whole, parts)).toBe(false);
  });
});

describe("rangeContains", () => {
  it("leaves its beginning out and takes its end in", () => {
    const range = { after: "a", upTo: "c" };
    expect(["a", "a\u0000", "c", "c\u0000"].map((key) => rangeContains(range, key))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
