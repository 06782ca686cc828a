import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareKeys } from "../../core/object-key.ts";
import { chooseSplitPoints } from "../../worker/choose-split-points.ts";
import { anyKey, anyStoredKey } from "../support/any-keys.ts";

/** A listing of one key over these keys, with what it was asked. */
function listingOf(keys: readonly string[]): {
  readonly probes: string[];
  readonly nextAfter: (boundary: string) => Promise<string | undefined>;
} {
  const sorted = keys.toSorted(compareKeys);
  const probes: string[] = [];
  return {
    probes,
    nextAfter: async (boundary) => {
      probes.push(boundary);
      return sorted.find((key) => compareKeys(key, boundary) > 0);
    },
  };
}

function isIncreasing(keys: readonly string[]): boolean {
  return keys.every((key, index) => index === 0 || compareKeys(keys[index - 1] ?? "", key) < 0);
}

const anyPieces = fc.integer({ min: 1, max: 16 });

describe("chooseSplitPoints", () => {
  it("cuts any keys into increasing ranges after the cut that each hold a key", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyStoredKey, { maxLength: 40 }),
        anyKey,
        anyPieces,
        async (keys, cut, pieces) => {
          const boundaries = await chooseSplitPoints(cut, pieces, listingOf(keys).nextAfter);
          const edges = [cut, ...boundaries];
          expect(boundaries.length).toBeLessThan(pieces);
          expect(isIncreasing(edges)).toBe(true);
          if (boundaries.length === 0) return;
          for (const [index, edge] of edges.entries()) {
            const end = edges[index + 1];
            const held = keys.filter(
              (key) => compareKeys(key, edge) > 0 && (end === undefined || compareKeys(key, end) <= 0),
            );
            expect(held.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("asks about the logarithm of a key's length and once more for each piece", async () => {
    const numbered = fc.integer({ min: 0, max: 10 ** 9 }).map((n) => `logs/${String(n).padStart(10, "0")}`);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.oneof(numbered, anyStoredKey), { maxLength: 60 }),
        anyPieces,
        async (keys, pieces) => {
          const listing = listingOf(keys);
          await chooseSplitPoints("", pieces, listing.nextAfter);
          const longest = Math.max(1, ...keys.map((key) => key.length));
          expect(listing.probes.length).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(longest + 1)) + pieces);
        },
      ),
    );
  });

  it("stays in order although the source changes with every question", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyKey,
        anyPieces,
        fc.infiniteStream(fc.option(anyStoredKey)),
        async (cut, pieces, answers) => {
          const boundaries = await chooseSplitPoints(cut, pieces, async (boundary) => {
            const answer = answers.next().value ?? undefined;
            return answer !== undefined && compareKeys(answer, boundary) > 0 ? answer : undefined;
          });
          expect(isIncreasing([cut, ...boundaries])).toBe(true);
          expect(boundaries.length).toBeLessThan(pieces);
        },
      ),
    );
  });

  it("divides what shares a long prefix by the first character that differs", async () => {
    const keys = ["a", "b", "c", "d"].map((hash) => `tenant/2026/photos/${hash}/1.jpg`);
    expect(await chooseSplitPoints("tenant/2026/photos/a/0.jpg", 16, listingOf(keys).nextAfter)).toEqual(
      ["a", "b", "c"].map((hash) => `tenant/2026/photos/${hash}\u{10FFFF}`),
    );
  });

  it("does not give away an empty range when the cut ends its own folder", async () => {
    expect(await chooseSplitPoints("a/9", 16, listingOf(["b/1", "c/1"]).nextAfter)).toEqual(["b\u{10FFFF}"]);
  });

  it("makes no more pieces than asked for: the last has all the rest", async () => {
    const keys = Array.from("0123456789abcdef");
    expect(await chooseSplitPoints("", 3, listingOf(keys).nextAfter)).toEqual(["0\u{10FFFF}", "1\u{10FFFF}"]);
  });

  it.for([
    ["one piece is wanted", 1, ["b", "c"]],
    ["nothing is left", 16, []],
    ["one key is left", 16, ["b"]],
    ["the next key is not UTF-8, so that no edge can be made of it", 16, ["b\uDCFF", "c"]],
    ["the next key is too long to be asked about", 16, ["b".repeat(1001), "c"]],
  ] as const)("does not divide when %s", async ([, pieces, keys]) => {
    expect(await chooseSplitPoints("a", pieces, listingOf(keys).nextAfter)).toEqual([]);
  });
});
