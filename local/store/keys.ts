import { isUtf8 } from "node:buffer";

/**
 * An object key as its bytes: one character, U+0000 to U+00FF, for each byte. `<` on two of them is the byte
 * order in which S3 and OSS list, and any byte sequence is a key.
 */
export type Key = string;

/**
 * The key with these bytes. Text is taken as UTF-8, its lone surrogates U+DC80–U+DCFF as the single bytes
 * 0x80–0xFF that they escape, as `keyText` writes them.
 */
export function keyOf(text: string | Uint8Array): Key {
  if (typeof text !== "string") return Buffer.from(text).toString("latin1");
  if (text.isWellFormed()) return Buffer.from(text, "utf8").toString("latin1");
  let key = "";
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    key +=
      codePoint >= 0xdc80 && codePoint <= 0xdcff
        ? String.fromCharCode(codePoint - 0xdc00)
        : Buffer.from(character, "utf8").toString("latin1");
  }
  return key;
}

/** The key as text; bytes that are not UTF-8 become lone surrogates, so that `keyOf` finds the way back. */
export function keyText(key: Key): string {
  const bytes = Buffer.from(key, "latin1");
  if (isUtf8(bytes)) return bytes.toString("utf8");
  let text = "";
  for (let offset = 0; offset < bytes.length;) {
    const length = [1, 2, 3, 4].find(
      (candidate) => offset + candidate <= bytes.length && isUtf8(bytes.subarray(offset, offset + candidate)),
    );
    text +=
      length === undefined
        ? String.fromCharCode(0xdc00 + bytes.readUInt8(offset))
        : bytes.toString("utf8", offset, offset + length);
    offset += length ?? 1;
  }
  return text;
}

/** Whether the bytes are valid UTF-8. */
export function isUtf8Key(key: Key): boolean {
  return isUtf8(Buffer.from(key, "latin1"));
}
