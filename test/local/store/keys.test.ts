import { assert, property, string, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { isUtf8Key, keyOf, keyText } from "../../../local/store/keys.ts";

describe("keys as bytes", () => {
  test("any bytes survive the way to text and back", () => {
    assert(
      property(uint8Array(), (bytes) => {
        const key = keyOf(bytes);
        expect(Buffer.from(keyOf(keyText(key)), "latin1")).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test("`<` orders them by their UTF-8 bytes", () => {
    assert(
      property(string({ unit: "grapheme" }), string({ unit: "grapheme" }), (a, b) => {
        const [keyA, keyB] = [keyOf(a), keyOf(b)];
        expect(keyA < keyB ? -1 : Number(keyA > keyB)).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });

  test("U+FF5E sorts before U+1F600, as it does not in JavaScript", () => {
    const inJavaScript = ["\uff5e", "\u{1f600}"].sort();
    const asKeys = inJavaScript.map((text) => keyOf(text)).sort();
    expect(asKeys.map(keyText)).toEqual(inJavaScript.toReversed());
  });

  test("bytes that are not UTF-8 are told from those that are", () => {
    expect(isUtf8Key(keyOf("grün"))).toBe(true);
    expect(isUtf8Key(keyOf(Buffer.from([0x67, 0xff])))).toBe(false);
    expect(keyText(keyOf(Buffer.from([0x67, 0xff])))).toBe("g\udcff");
  });
});
