import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapKey } from "../../core/key-mapping.ts";
import { isUtf8Key, keyFromBytes, keySizeBytes } from "../../core/object-key.ts";

const UNMAPPED = { srcPrefix: "", destPrefix: "", maxKeyBytes: 1023 };

describe("mapKey", () => {
  it.for([
    "a",
    "a//b",
    "./a",
    "../a",
    "a/../x",
    "dir/",
    "a+b%2Bc?d#e f\"g'h",
    "\u0001\u001f",
    "\u{1f600}",
    "x".repeat(1023),
  ])("leaves %j as it is", (key) => {
    expect(mapKey(key, UNMAPPED)).toEqual({ ok: true, key });
  });

  it.for([
    ["/a", "KEY_LEADING_SLASH"],
    ["//", "KEY_LEADING_SLASH"],
    ["\\a", "KEY_LEADING_SLASH"],
    ["x".repeat(1024), "KEY_TOO_LONG"],
    ["é".repeat(512), "KEY_TOO_LONG"],
    [keyFromBytes(Buffer.from([0x61, 0xff])), "KEY_NOT_UTF8"],
    ["", "KEY_EMPTY"],
  ] as const)("refuses %j with %s", ([key, code]) => {
    expect(mapKey(key, UNMAPPED)).toMatchObject({ ok: false, code });
  });

  it("replaces the source prefix, and only at the front", () => {
    const mapping = { ...UNMAPPED, srcPrefix: "a/", destPrefix: "backup/" };

    expect(mapKey("a/b/a/c", mapping)).toEqual({ ok: true, key: "backup/b/a/c" });
  });

  it("judges the key that it would have at the destination", () => {
    expect(mapKey("a/", { ...UNMAPPED, srcPrefix: "a/" })).toMatchObject({ code: "KEY_EMPTY" });
    expect(mapKey("a//b", { ...UNMAPPED, srcPrefix: "a/" })).toMatchObject({ code: "KEY_LEADING_SLASH" });
    expect(mapKey("/b", { ...UNMAPPED, destPrefix: "a" })).toEqual({ ok: true, key: "a/b" });
    expect(mapKey("other", { ...UNMAPPED, srcPrefix: "a/" })).toMatchObject({ code: "KEY_OUTSIDE_PREFIX" });
  });

  it("gives a key that OSS allows and that differs in nothing but the prefix, or none", () => {
    fc.assert(
      fc.property(
        anyKey(),
        fc.string({ maxLength: 5 }),
        fc.string({ maxLength: 5 }),
        (rest, srcPrefix, destPrefix) => {
          const mapped = mapKey(srcPrefix + rest, { srcPrefix, destPrefix, maxKeyBytes: 1023 });

          const wanted = destPrefix + rest;
          const allowed =
            !["", "/", "\\"].includes(wanted.slice(0, 1)) &&
            isUtf8Key(wanted) &&
            keySizeBytes(wanted) <= 1023;
          expect(mapped).toMatchObject(allowed ? { ok: true, key: wanted } : { ok: false });
        },
      ),
    );
  });
});

function anyKey(): fc.Arbitrary<string> {
  return fc.oneof(fc.string({ unit: "binary" }), fc.string({ minLength: 1000, maxLength: 1030 }));
}
