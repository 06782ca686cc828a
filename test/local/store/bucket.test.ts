import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BodyStore } from "../../../local/store/bodies.ts";
import { Bucket, type StoredObject } from "../../../local/store/bucket.ts";

const bodies = new BodyStore("unused: everything here is small");

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a bucket remembers how it was", () => {
  test("what came later is missing, what went is there, what changed looks as it did", () => {
    const bucket = new Bucket("bucket", { region: "r", createdMs: 0 }, bodies);
    const at = (ms: number, change: () => void): void => {
      vi.setSystemTime(ms);
      change();
    };
    at(10, () => {
      bucket.set("changed", object("before"));
      bucket.set("gone", object("gone"));
      bucket.set("stays", object("stays"));
    });
    at(20, () => {
      bucket.set("changed", object("after it"));
      bucket.delete("gone");
      bucket.set("new", object("new"));
    });
    at(30, () => {
      bucket.set("changed", object("after that again"));
      bucket.delete("new");
    });
    const asOf = (ms?: number): string[] =>
      [...bucket.objectsFrom("", ms)].map(([key, { body }]) => `${key} ${body.sizeBytes}`);
    expect(asOf(5)).toEqual([]);
    expect(asOf(10)).toEqual(["changed 6", "gone 4", "stays 5"]);
    expect(asOf(25)).toEqual(["changed 8", "new 3", "stays 5"]);
    expect(asOf(30)).toEqual(["changed 16", "stays 5"]);
    expect(asOf()).toEqual(["changed 16", "stays 5"]);
  });
});

function object(content: string): StoredObject {
  return {
    body: bodies.fromBytes(Buffer.from(content)),
    etag: content,
    lastModifiedMs: 0,
    kind: "Normal",
    contentHeaders: {},
    userMetadata: {},
    tags: {},
    storageClass: "Standard",
    encryption: {},
  };
}
