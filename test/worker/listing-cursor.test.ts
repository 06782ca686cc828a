import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rangeContains, type KeyRange } from "../../core/key-range.ts";
import { silentLog } from "../../core/log.ts";
import { compareKeys } from "../../core/object-key.ts";
import { MemoryBucket } from "../../storage/memory/bucket.ts";
import type { ListRequest, SourceStore } from "../../storage/ports.ts";
import { ListingCursor } from "../../worker/listing-cursor.ts";
import { anyKey, anyStoredKey } from "../support/any-keys.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { forever } from "../support/protocol-world.ts";

const WHOLE: KeyRange = { after: null, upTo: null };
const PAGE = 3;

interface Setting {
  readonly keys: readonly string[];
  readonly range?: KeyRange;
  /** Of the bucket's own keys, and what the cursor shows in its place. */
  readonly prefix?: string;
  readonly shownPrefix?: string;
}

/** A cursor over a bucket of these keys, and the requests that it makes. */
function cursorOver({ keys, range = WHOLE, prefix = "", shownPrefix = prefix }: Setting): {
  readonly cursor: ListingCursor;
  readonly requests: ListRequest[];
} {
  const clock = new FakeClock();
  const bucket = new MemoryBucket(clock);
  for (const key of keys) bucket.put(key, Buffer.from("."));
  const requests: ListRequest[] = [];
  const store: Pick<SourceStore, "list"> = {
    list: async (request) => {
      requests.push(request);
      return bucket.list(request);
    },
  };
  const options = {
    listed: { role: "destination", store },
    bucket: "b",
    prefix,
    shownPrefix,
    range,
    maxKeys: PAGE,
  } as const;
  const deps = { clock, random: () => 0, log: silentLog, giveUpMs: 1 };
  return { cursor: new ListingCursor(options, deps, forever), requests };
}

/** Every key that the cursor comes to when nothing is passed over. */
async function walk(cursor: ListingCursor): Promise<string[]> {
  const keys: string[] = [];
  for (;;) {
    await cursor.fill();
    const { head } = cursor;
    if (head === undefined) return keys;
    keys.push(head.key);
    cursor.advance();
  }
}

const anyKeys = fc.uniqueArray(anyStoredKey, { maxLength: 25 });
const anyRange = fc.record({ after: fc.option(anyKey), upTo: fc.option(anyKey) });

describe("ListingCursor", () => {
  it("comes to every key of its range in order, a LIST for each page", async () => {
    await fc.assert(
      fc.asyncProperty(anyKeys, anyRange, async (keys, range) => {
        const { cursor, requests } = cursorOver({ keys, range });
        const expected = keys.toSorted(compareKeys).filter((key) => rangeContains(range, key));
        expect(await walk(cursor)).toEqual(expected);
        expect(requests.length).toBeLessThanOrEqual(Math.floor(expected.length / PAGE) + 1);
      }),
    );
  });

  it("shows the bucket's keys under another prefix, and only those that have its own", async () => {
    const anyPrefix = fc.constantFrom("", "a/", "z", "archive/2026/");
    await fc.assert(
      fc.asyncProperty(anyKeys, anyRange, anyPrefix, anyPrefix, async (rests, range, prefix, shownPrefix) => {
        const keys = rests.map((rest) => prefix + rest);
        const { cursor } = cursorOver({ keys: [...keys, "other", "~"], range, prefix, shownPrefix });
        const expected = [
          ...keys,
          ...["other", "~"].filter((key) => key.startsWith(prefix) && !keys.includes(key)),
        ]
          .map((key) => shownPrefix + key.slice(prefix.length))
          .toSorted(compareKeys)
          .filter((key) => rangeContains(range, key));
        expect(await walk(cursor)).toEqual(expected);
      }),
    );
  });

  it("finds each key that is asked for, or the next one, with two LISTs for each at most", async () => {
    await fc.assert(
      fc.asyncProperty(anyKeys, fc.uniqueArray(anyStoredKey, { maxLength: 8 }), async (keys, others) => {
        const { cursor, requests } = cursorOver({ keys });
        const sorted = keys.toSorted(compareKeys);
        // A key that is no UTF-8 cannot be jumped to, and is listed up to.
        const most = [...keys, ...others].every((key) => key.isWellFormed()) ? 2 : Infinity;
        const asked = [...new Set([...others, ...keys.filter((_, index) => index % 3 === 0)])].toSorted(
          compareKeys,
        );
        for (const key of asked) {
          const before = requests.length;
          await cursor.seek(key);
          expect(cursor.head?.key).toBe(sorted.find((each) => compareKeys(each, key) >= 0));
          expect(requests.length - before).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  it("jumps over what nobody asks for", async () => {
    const keys = Array.from({ length: 3_000 }, (_, n) => `k${String(n).padStart(4, "0")}`);
    const { cursor, requests } = cursorOver({ keys });
    for (const key of ["k0001", "k1500", "k2998"]) {
      await cursor.seek(key);
      expect(cursor.head?.key).toBe(key);
    }
    expect(requests.length).toBeLessThanOrEqual(6);
  });

  it("asks nothing where its range lies behind all keys that it could show", async () => {
    const { cursor, requests } = cursorOver({
      keys: ["a/1"],
      prefix: "a/",
      range: { after: "b", upTo: null },
    });
    expect(await walk(cursor)).toEqual([]);
    expect(requests).toEqual([]);
  });

  it("refuses a bucket that does not list in the order of bytes", async () => {
    const clock = new FakeClock();
    const object = { sizeBytes: 1, etag: "e", lastModifiedMs: 0, storageClass: "Standard" };
    // UTF-16 puts a surrogate before U+FF5E, UTF-8 after it.
    const objects = ["\u{1F600}", "\uFF5E"].map((key) => ({ key, ...object }));
    const store = { list: async () => ({ objects, serverDateMs: 0 }) };
    const options = {
      listed: { role: "destination", store },
      bucket: "b",
      prefix: "",
      shownPrefix: "",
      range: WHOLE,
    } as const;
    const deps = { clock, random: () => 0, log: silentLog, giveUpMs: 1 };
    await expect(walk(new ListingCursor(options, deps, forever))).rejects.toMatchObject({
      code: "DESTINATION_UNORDERED",
    });
  });
});
