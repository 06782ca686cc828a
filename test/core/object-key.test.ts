import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareKeys, isUtf8Key, keyFromBytes, keySizeBytes, keyToBytes } from "../../core/object-key.ts";
import { anyKey, anyKeyBytes } from "../support/any-keys.ts";

describe("keys as bytes", () => {
  it("gives any bytes back unchanged", () => {
    fc.assert(
      fc.property(anyKeyBytes, (bytes) => {
        expect(keyToBytes(keyFromBytes(bytes)).equals(bytes)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives two keys for two byte strings, so that no key stands for another", () => {
    fc.assert(
      fc.property(anyKeyBytes, anyKeyBytes, (a, b) => {
        expect(keyFromBytes(a) === keyFromBytes(b)).toBe(Buffer.compare(a, b) === 0);
      }),
    );
  });

  it("counts bytes, not characters", () => {
    fc.assert(
      fc.property(anyKeyBytes, (bytes) => {
        expect(keySizeBytes(keyFromBytes(bytes))).toBe(bytes.length);
      }),
    );
  });

  it("keeps what is UTF-8 readable, byte order mark included", () => {
    const key = "\u{FEFF}a/é/\u{1F600}";
    expect(keyFromBytes(Buffer.from(key, "utf8"))).toBe(key);
  });

  it("survives JSON, as ledgers and manifests need", () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const stored = Buffer.from(JSON.stringify(key), "utf8").toString("utf8");
        expect(JSON.parse(stored)).toBe(key);
      }),
    );
  });

  it.for([
    [[0x61, 0xff], false],
    [[0xed, 0xa0, 0x80], false],
    [[0xc3, 0xa9], true],
    [[], true],
  ] as const)("says of %j whether it is UTF-8: %s", ([bytes, isUtf8]) => {
    expect(isUtf8Key(keyFromBytes(Uint8Array.from(bytes)))).toBe(isUtf8);
  });
});

describe("compareKeys", () => {
  it("orders keys as their bytes are ordered", () => {
    fc.assert(
      fc.property(anyKeyBytes, anyKeyBytes, (a, b) => {
        expect(Math.sign(compareKeys(keyFromBytes(a), keyFromBytes(b)))).toBe(Buffer.compare(a, b));
      }),
      { numRuns: 5000 },
    );
  });

  it("puts U+FF5E before U+1F600, where JavaScript's order does not", () => {
    const keys = ["\u{1F600}", "\uFF5E"];
    expect(keys.toSorted(compareKeys)).toEqual(["\uFF5E", "\u{1F600}"]);
    expect(keys.toSorted()).toEqual(["\u{1F600}", "\uFF5E"]);
  });

  it("puts a key before those it is a prefix of", () => {
    expect(["a/b", "a", "a/"].toSorted(compareKeys)).toEqual(["a", "a/", "a/b"]);
  });
});
