import { expect, test } from "vitest";
import { listObjects } from "../../../bench/server/list-objects.ts";
import type { OrderedObjects } from "../../../bench/server/list-objects.ts";
import type { StoreRequest } from "../../../bench/server/request.ts";

const KEYS = ["a", "d0/1", "d0/2", "d0/3", "d1/1", "d1/2", "e"];

function bucketOf(keys: readonly string[], missing: ReadonlySet<string> = new Set()): OrderedObjects {
  return {
    count: keys.length,
    keyAt: (index) => keys[index] ?? "",
    entryTailAt: () => "</Key></Contents>",
    has: (index) => !missing.has(keys[index] ?? ""),
    firstAfter: (key) => {
      const index = keys.findIndex((candidate) => candidate > key);
      return index < 0 ? keys.length : index;
    },
  };
}

/** Follows the continuation tokens to the end. */
function listAll(bucket: OrderedObjects, query: Record<string, string>) {
  const keys: string[] = [];
  const prefixes: string[] = [];
  let token: string | undefined;
  let pages = 0;
  do {
    const { reply } = listObjects(
      request({ ...query, ...(token === undefined ? {} : { token }) }),
      bucket,
      100,
    );
    const xml = Buffer.isBuffer(reply.body) ? reply.body.toString() : "";
    keys.push(...[...xml.matchAll(/<Key>(.*?)<\/Key>/g)].map(([, key]) => key ?? ""));
    prefixes.push(...[...xml.matchAll(/<CommonPrefixes><Prefix>(.*?)</g)].map(([, prefix]) => prefix ?? ""));
    token = /<NextContinuationToken>(.*?)</.exec(xml)?.[1];
    pages++;
  } while (token !== undefined);
  return { keys, prefixes, pages };
}

function request({ token, ...query }: Record<string, string>): StoreRequest {
  return {
    method: "GET",
    bucket: "source",
    key: "",
    query: new Map(
      Object.entries({ ...query, ...(token === undefined ? {} : { "continuation-token": token }) }),
    ),
    headers: new Map(),
    bodySizeBytes: 0,
    client: "test",
  };
}

test.for([1, 2, 3, 7, 1_000])("pages of %d keys give every key once, in order", (maxKeys) => {
  const { keys, pages } = listAll(bucketOf(KEYS), { "max-keys": String(maxKeys) });

  expect(keys).toEqual(KEYS);
  expect(pages).toBe(Math.ceil(KEYS.length / maxKeys));
});

test("a prefix and a start narrow the listing, the start being exclusive", () => {
  expect(listAll(bucketOf(KEYS), { prefix: "d0/" }).keys).toEqual(["d0/1", "d0/2", "d0/3"]);
  expect(listAll(bucketOf(KEYS), { prefix: "d0/", "start-after": "d0/1" }).keys).toEqual(["d0/2", "d0/3"]);
});

test("a key that equals the prefix is listed, unless the listing starts after it", () => {
  expect(listAll(bucketOf(KEYS), { prefix: "a" }).keys).toEqual(["a"]);
  expect(listAll(bucketOf(KEYS), { prefix: "a", "start-after": "a" }).keys).toEqual([]);
});

test.for([1, 2, 1_000])("a delimiter rolls up what lies below it, in pages of %d too", (maxKeys) => {
  const { keys, prefixes } = listAll(bucketOf(KEYS), { delimiter: "/", "max-keys": String(maxKeys) });

  expect(keys).toEqual(["a", "e"]);
  expect(prefixes).toEqual(["d0/", "d1/"]);
});

test("what the bucket does not hold is not listed", () => {
  expect(listAll(bucketOf(KEYS, new Set(["d0/2", "e"])), { "max-keys": "2" }).keys).toEqual([
    "a",
    "d0/1",
    "d0/3",
    "d1/1",
    "d1/2",
  ]);
});
