import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { crc64 } from "../../../bench/server/crc64.ts";
import {
  BLOCK_BYTES,
  SyntheticObjects,
  content,
  contentCrc64,
  contentMd5,
} from "../../../bench/server/synthetic-objects.ts";

const objects = new SyntheticObjects([
  { prefix: "a", count: 2_500, sizeBytes: 10 },
  { prefix: "b", count: 3, sizeBytes: 20 },
]);
const keys = Array.from({ length: objects.count }, (_, index) => objects.keyAt(index));

describe("checksums by length", () => {
  test.for([0, 1, BLOCK_BYTES - 1, BLOCK_BYTES, 3 * BLOCK_BYTES + 5, content.length])(
    "%d bytes of content have the checksums that are answered for them",
    (sizeBytes) => {
      const bytes = content.subarray(0, sizeBytes);

      expect(contentCrc64(sizeBytes)).toBe(crc64(bytes));
      expect(contentMd5(sizeBytes)).toBe(createHash("md5").update(bytes).digest("hex"));
    },
  );

  test("content repeats, so longer bodies than the shared block have theirs too", () => {
    const bytes = Buffer.concat([content, content.subarray(0, 77)]);

    expect(contentCrc64(bytes.length)).toBe(crc64(bytes));
    expect(contentMd5(bytes.length)).toBe(createHash("md5").update(bytes).digest("hex"));
  });
});

describe("keys", () => {
  test("are in byte order", () => {
    expect(keys).toEqual(keys.toSorted());
  });

  test("lead back to their numbers and sizes", () => {
    expect(keys.map((key) => objects.indexOf(key))).toEqual(keys.map((_, index) => index));
    expect([objects.sizeAt(2_499), objects.sizeAt(2_500)]).toEqual([10, 20]);
  });

  test.for(["", "a", "a/0000/0000000", "a/0001/00000001", "a/0000/-1", "b/0000/00000003", "c/0000/00000000"])(
    "%j names no object",
    (key) => {
      expect(objects.indexOf(key)).toBeUndefined();
    },
  );

  test.for(["", "a/0001/", "a/0001/00001234", "a/0001/00001234x", "azz", "b/0000/00000002", "zzz"])(
    "the first object after %j is the first greater key",
    (after) => {
      const expected = keys.findIndex((key) => key > after);

      expect(objects.firstAfter(after)).toBe(expected < 0 ? keys.length : expected);
    },
  );
});
