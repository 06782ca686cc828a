import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { elementOf, elementsOf, type RawAnswer, send } from "../raw-client.ts";

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud();
  cloud.oss.createBucket("bucket");
});
afterAll(() => cloud.close());

async function fill(bucket: string, keys: readonly string[]): Promise<void> {
  cloud.oss.createBucket(bucket);
  for (const key of keys) await cloud.oss.putObject(bucket, key, key);
}

const list = (bucket: string, query: Record<string, string> = {}): Promise<RawAnswer> =>
  send(cloud.oss, { bucket, query: { "list-type": "2", ...query } });

/** All keys, page by page, and how many pages it took. */
async function walk(
  bucket: string,
  query: Record<string, string>,
): Promise<{ keys: string[]; pages: number }> {
  const keys: string[] = [];
  let pages = 0;
  for (let more: Record<string, string> | undefined = {}; more !== undefined;) {
    const page = await list(bucket, { ...query, ...more });
    keys.push(...elementsOf(page, "Key"), ...prefixesOf(page));
    pages++;
    const token = elementOf(page, "NextContinuationToken");
    expect(elementOf(page, "IsTruncated")).toBe(String(token !== undefined));
    more = token === undefined ? undefined : { "continuation-token": token };
  }
  return { keys, pages };
}

function prefixesOf(page: RawAnswer): string[] {
  return [...page.text.matchAll(/<CommonPrefixes><Prefix>([^<]*)</g)].map((match) => match[1] ?? "");
}

describe("ListObjectsV2", () => {
  test("gives key, time, ETag, type, size and storage class of each object", async () => {
    await fill("one", ["key"]);
    const page = await list("one");
    expect(page.text).toMatch(
      /<Contents><Key>key<\/Key><LastModified>[\dT:-]{19}\.000Z<\/LastModified><ETag>"[0-9A-F]{32}"<\/ETag><Type>Normal<\/Type><Size>3<\/Size><StorageClass>Standard<\/StorageClass><\/Contents>/,
    );
    expect(elementOf(page, "KeyCount")).toBe("1");
    expect(elementOf(page, "Owner")).toBeUndefined();
    expect((await list("one", { "fetch-owner": "true" })).text).toContain("<Owner>");
  });

  test("100 keys a page when nothing is said, never more than 1,000", async () => {
    await fill(
      "many",
      Array.from({ length: 250 }, (_, index) => String(index).padStart(3, "0")),
    );
    const page = await list("many");
    expect([elementsOf(page, "Key").length, elementOf(page, "MaxKeys")]).toEqual([100, "100"]);
    expect(elementsOf(await list("many", { "max-keys": "1000" }), "Key")).toHaveLength(250);
    for (const maxKeys of ["0", "1001", "many"]) {
      expect((await list("many", { "max-keys": maxKeys })).status).toBe(400);
    }
  });

  test("pages follow each other without gap or overlap, and the last one says so", async () => {
    const keys = Array.from({ length: 250 }, (_, index) => String(index).padStart(3, "0"));
    await fill("many", keys);
    expect(await walk("many", { "max-keys": "50" })).toEqual({ keys, pages: 5 });
  });

  test("keys come in the order of their UTF-8 bytes", async () => {
    const inByteOrder = ["A", "Z", "a", "a/", "a/b", "ab", "~", "é", "日", "\uff5e", "\u{1f600}"];
    await fill("order", inByteOrder.toReversed());
    expect((await walk("order", {})).keys).toEqual(inByteOrder);
  });

  test("start-after leaves out the key itself; a token goes before it", async () => {
    await fill("five", ["a", "b", "c", "d", "e"]);
    expect(elementsOf(await list("five", { "start-after": "b" }), "Key")).toEqual(["c", "d", "e"]);
    expect(elementsOf(await list("five", { "start-after": "bb" }), "Key")).toEqual(["c", "d", "e"]);
    const page = await list("five", { "max-keys": "3" });
    const token = elementOf(page, "NextContinuationToken") ?? "";
    const next = await list("five", { "continuation-token": token, "start-after": "e" });
    expect(elementsOf(next, "Key")).toEqual(["d", "e"]);
  });

  test("a delimiter rolls keys up into common prefixes, which count and page like keys", async () => {
    await fill("tree", ["a/1", "a/2", "b", "c/1", "c/d/1", "e"]);
    expect(prefixesOf(await list("tree", { delimiter: "/" }))).toEqual(["a/", "c/"]);
    expect(elementsOf(await list("tree", { delimiter: "/" }), "Key")).toEqual(["b", "e"]);
    const { keys, pages } = await walk("tree", { delimiter: "/", "max-keys": "1" });
    expect([keys, pages]).toEqual([["a/", "b", "c/", "e"], 4]);
    const below = await list("tree", { delimiter: "/", prefix: "c/" });
    expect([elementsOf(below, "Key"), prefixesOf(below)]).toEqual([["c/1"], ["c/d/"]]);
    expect(
      elementsOf(await list("tree", { delimiter: "/", prefix: "c/", "start-after": "c/" }), "Key"),
    ).toEqual(["c/1"]);
  });

  test("encoding-type=url escapes everything a key may hold", async () => {
    await fill("odd", ["a b+c/&<\u0001é"]);
    const page = await list("odd", { "encoding-type": "url", prefix: "a " });
    expect(elementOf(page, "Key")).toBe("a%20b%2Bc%2F%26%3C%01%C3%A9");
    expect([elementOf(page, "EncodingType"), elementOf(page, "Prefix")]).toEqual(["url", "a%20"]);
    expect(elementOf(await list("odd"), "Key")).toBe("a b+c/&amp;&lt;&#x1;é");
  });

  test("an object is listed as soon as it is stored, and no longer once it is deleted", async () => {
    await fill("fresh", []);
    await send(cloud.oss, { method: "PUT", bucket: "fresh", key: "k", body: "x" });
    expect(elementsOf(await list("fresh"), "Key")).toEqual(["k"]);
    await send(cloud.oss, { method: "DELETE", bucket: "fresh", key: "k" });
    expect(elementsOf(await list("fresh"), "Key")).toEqual([]);
  });
});

describe("ListObjects, the older one", () => {
  test("pages by marker and always names an owner", async () => {
    await fill("five", ["a", "b", "c", "d", "e"]);
    const page = await send(cloud.oss, { bucket: "five", query: { "max-keys": "2", marker: "a" } });
    expect([elementsOf(page, "Key"), elementOf(page, "NextMarker")]).toEqual([["b", "c"], "c"]);
    expect(page.text).toContain("<Owner>");
  });
});

describe("buckets", () => {
  test("can be made, described, listed and removed when empty", async () => {
    expect((await send(cloud.oss, { method: "PUT", bucket: "made-here" })).status).toBe(200);
    const again = await send(cloud.oss, { method: "PUT", bucket: "made-here" });
    expect([again.status, elementOf(again, "Code")]).toEqual([409, "BucketAlreadyExists"]);
    const info = await send(cloud.oss, { bucket: "made-here", query: { bucketInfo: "" } });
    expect(elementOf(info, "Location")).toBe("oss-cn-hongkong");
    const location = await send(cloud.oss, { bucket: "made-here", query: { location: "" } });
    expect(elementOf(location, "LocationConstraint")).toBe("oss-cn-hongkong");
    expect(elementsOf(await send(cloud.oss, {}), "Name")).toContain("made-here");
    await cloud.oss.putObject("made-here", "key", "x");
    expect((await send(cloud.oss, { method: "DELETE", bucket: "made-here" })).status).toBe(409);
    await send(cloud.oss, { method: "DELETE", bucket: "made-here", key: "key" });
    expect((await send(cloud.oss, { method: "DELETE", bucket: "made-here" })).status).toBe(204);
    const gone = await list("made-here");
    expect([gone.status, elementOf(gone, "Code")]).toEqual([404, "NoSuchBucket"]);
  });

  test("have names of 3 to 63 lower-case letters, digits and hyphens", async () => {
    for (const name of ["ab", "UPPER", "-start", "end-", "under_score", "x".repeat(64)]) {
      const answer = await send(cloud.oss, { method: "PUT", bucket: name });
      expect([answer.status, elementOf(answer, "Code")]).toEqual([400, "InvalidBucketName"]);
    }
  });

  test("in another region are refused with the endpoint to use", async () => {
    cloud.oss.createBucket("elsewhere", { region: "cn-hangzhou" });
    const answer = await list("elsewhere");
    expect([answer.status, elementOf(answer, "Code"), elementOf(answer, "Endpoint")]).toEqual([
      403,
      "AccessDenied",
      "oss-cn-hangzhou.aliyuncs.com",
    ]);
  });
});
