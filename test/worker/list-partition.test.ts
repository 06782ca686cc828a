import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rangeContains, type KeyRange } from "../../core/key-range.ts";
import { compareKeys } from "../../core/object-key.ts";
import type { ListedObject } from "../../core/object.ts";
import type { ListRequest, SourceStore } from "../../storage/ports.ts";
import { firstObjectAfter, listPartition, type ListingLimits } from "../../worker/list-partition.ts";
import { anyKey, anyStoredKey } from "../support/any-keys.ts";
import { forever, protocolWorld, type ProtocolWorld } from "../support/protocol-world.ts";

const UNLIMITED: ListingLimits = { objects: Infinity, bytes: Infinity };
const WHOLE: KeyRange = { after: null, upTo: null };

const list = async (
  world: ProtocolWorld,
  range = WHOLE,
  limits = UNLIMITED,
): Promise<[string[], boolean]> => {
  const listing = await world.clock.runUntilSettled(
    listPartition(world.context, range, undefined, limits, forever),
  );
  return [listing.rows.map(({ key }) => key), listing.exhausted];
};

const objectOf = (key: string, sizeBytes = 1): ListedObject => ({
  key,
  sizeBytes,
  etag: "e",
  lastModifiedMs: 0,
  storageClass: "STANDARD",
});

/** A source of these objects whose pages have as many objects as `sizes` says, in turn, and then go on. */
function pagedSource(
  objects: readonly ListedObject[],
  sizes: readonly number[],
  requests: ListRequest[] = [],
): () => Pick<SourceStore, "list"> {
  return () => ({
    list: async (request) => {
      const size = sizes[requests.length % Math.max(1, sizes.length)] ?? 1000;
      requests.push(request);
      const after = request.startAfter;
      const from =
        request.continuationToken === undefined
          ? objects.filter(({ key }) => after !== undefined && compareKeys(key, after) <= 0).length
          : Number(request.continuationToken.split("/")[0]);
      const page = objects.slice(from, from + size);
      const next = from + page.length;
      return {
        objects: page,
        serverDateMs: 0,
        ...(next < objects.length ? { nextToken: `${next}/${requests.length}` } : {}),
      };
    },
  });
}

describe("listPartition", () => {
  it("lists the keys of its range and no others, however the pages are cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyStoredKey, { maxLength: 30 }),
        fc.tuple(fc.option(anyKey), fc.option(anyKey)),
        // Never only empty pages: a source that gets no further is another story.
        fc.array(fc.nat({ max: 4 }), { maxLength: 4 }).map((sizes) => [...sizes, 2]),
        async (keys, [after, upTo], sizes) => {
          const sorted = keys.toSorted(compareKeys);
          const world = protocolWorld({
            source: pagedSource(
              sorted.map((key) => objectOf(key)),
              sizes,
            ),
          });
          const range = { after, upTo };
          const [listed, exhausted] = await list(world, range);
          expect(listed).toEqual(sorted.filter((key) => rangeContains(range, key)));
          expect(exhausted).toBe(true);
        },
      ),
    );
  });

  it("goes on after short and empty pages as long as the store says that there is more", async () => {
    const objects = ["a", "b", "c"].map((key) => objectOf(key));
    const world = protocolWorld({ source: pagedSource(objects, [0, 1, 0, 0, 2]) });
    expect(await list(world)).toEqual([["a", "b", "c"], true]);
  });

  it("stops at the limit of objects and says whether there is more", async () => {
    const world = protocolWorld({ sourceKeys: ["a", "b", "c"] });
    expect(await list(world, WHOLE, { objects: 2, bytes: Infinity })).toEqual([["a", "b"], false]);
    expect(await list(world, WHOLE, { objects: 3, bytes: Infinity })).toEqual([["a", "b", "c"], true]);
    expect(await list(world, { after: null, upTo: "b" }, { objects: 2, bytes: Infinity })).toEqual([
      ["a", "b"],
      true,
    ]);
  });

  it("does not ask for another page only to learn that it is full", async () => {
    const requests: ListRequest[] = [];
    const objects = ["a", "b", "c", "d"].map((key) => objectOf(key));
    const world = protocolWorld({ source: pagedSource(objects, [2], requests) });
    expect(await list(world, WHOLE, { objects: 2, bytes: Infinity })).toEqual([["a", "b"], false]);
    expect(requests).toHaveLength(1);
  });

  it("does not ask for another page when its range ends with this one", async () => {
    const requests: ListRequest[] = [];
    const objects = ["a", "b", "c", "d"].map((key) => objectOf(key));
    const world = protocolWorld({ source: pagedSource(objects, [2], requests) });
    expect(await list(world, { after: null, upTo: "b" })).toEqual([["a", "b"], true]);
    expect(requests).toHaveLength(1);
  });

  it("stops before the object that would exceed the limit of bytes, but takes one however large", async () => {
    const sizes = [objectOf("a", 40), objectOf("b", 50), objectOf("c", 20), objectOf("d", 900)];
    const world = protocolWorld({ source: pagedSource(sizes, []) });
    expect(await list(world, WHOLE, { objects: 9, bytes: 100 })).toEqual([["a", "b"], false]);
    expect(await list(world, { after: "c", upTo: null }, { objects: 9, bytes: 100 })).toEqual([["d"], true]);
    expect(await list(world, { after: "b", upTo: null }, { objects: 9, bytes: 100 })).toEqual([["c"], false]);
  });

  it("takes an empty range for listed to its end", async () => {
    expect(await list(protocolWorld({ sourceKeys: ["a", "z"] }), { after: "b", upTo: "c" })).toEqual([
      [],
      true,
    ]);
  });

  it("lists only what begins with the job's prefix", async () => {
    const world = protocolWorld({ spec: { srcPrefix: "b/" }, sourceKeys: ["a/1", "b/1", "b/2", "c/1"] });
    expect(await list(world)).toEqual([["b/1", "b/2"], true]);
  });

  it.for([
    ["lists by UTF-16 units, as a sort in JavaScript does", ["\u{1F600}", "\uFF5E"]],
    ["lists a directory before what sorts before its slash", ["foo/1", "foo.conda"]],
    ["lists a key twice", ["a", "a"]],
  ] as const)("refuses a source that %s", async ([, keys]) => {
    const world = protocolWorld({
      source: pagedSource(
        keys.map((key) => objectOf(key)),
        [],
      ),
    });
    await expect(list(world)).rejects.toMatchObject({ code: "SOURCE_UNORDERED" });
  });

  it("refuses a source that ignores where to start", async () => {
    const world = protocolWorld({
      source: () => ({ list: async () => ({ objects: [objectOf("a")], serverDateMs: 0 }) }),
    });
    await expect(list(world, { after: "b", upTo: null })).rejects.toMatchObject({ code: "SOURCE_UNORDERED" });
    const first = world.clock.runUntilSettled(firstObjectAfter(world.context, "b", forever));
    await expect(first).rejects.toMatchObject({ code: "SOURCE_UNORDERED" });
  });

  it("gives up, after waiting, on a source that never gets any further", async () => {
    const world = protocolWorld({
      source: () => ({ list: async () => ({ objects: [], nextToken: "t", serverDateMs: 0 }) }),
    });
    await expect(list(world)).rejects.toMatchObject({
      code: "STORE_UNAVAILABLE",
      detail: { store: "source" },
    });
    expect(world.clock.monotonicMs()).toBeGreaterThan(world.context.giveUpMs);
  });
});
