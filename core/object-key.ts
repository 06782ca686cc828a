/**
 * Object keys are bytes. Inside the program a key is a JavaScript string; bytes that are not valid UTF-8
 * travel as lone surrogates U+DC80–U+DCFF (the "surrogateescape" of PEP 383), so that every key a store can
 * hold goes through listings, ledgers and requests unchanged.
 */

const ESCAPE_FIRST = 0xdc80;
const ESCAPE_LAST = 0xdcff;

const strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The key's bytes, exactly as the store holds them. */
export function keyToBytes(key: string): Buffer {
  if (key.isWellFormed()) return Buffer.from(key, "utf8");
  const parts: Buffer[] = [];
  for (const character of key) {
    const codePoint = character.codePointAt(0) ?? 0;
    parts.push(
      codePoint >= ESCAPE_FIRST && codePoint <= ESCAPE_LAST
        ? Buffer.of(codePoint - 0xdc00)
        : Buffer.from(character, "utf8"),
    );
  }
  return Buffer.concat(parts);
}

/** The key whose bytes these are; `keyToBytes` gives the same bytes back. */
export function keyFromBytes(bytes: Uint8Array): string {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return decodeEscaping(bytes);
  }
}

/** Whether the key is valid UTF-8, which OSS requires and some S3-compatible stores do not. */
export function isUtf8Key(key: string): boolean {
  return key.isWellFormed();
}

/** How many bytes the key takes in a store. */
export function keySizeBytes(key: string): number {
  return key.isWellFormed() ? Buffer.byteLength(key, "utf8") : keyToBytes(key).length;
}

/**
 * Orders keys as S3 and OSS list them: by their UTF-8 bytes. JavaScript's `<` orders by UTF-16 units and
 * disagrees (U+FF5E sorts before U+1F600 in a bucket and after it in `[].sort()`).
 */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  if (!a.isWellFormed() || !b.isWellFormed()) return Buffer.compare(keyToBytes(a), keyToBytes(b));
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const unitA = a.charCodeAt(i);
    const unitB = b.charCodeAt(i);
    if (unitA !== unitB) return codePointRank(unitA) - codePointRank(unitB);
  }
  return a.length - b.length;
}

/** Sorts after every valid key that begins with what stands before it and does not contain it. */
export const HIGHEST_CHARACTER = "\u{10FFFF}";

/** Longest `start-after` that a listing is sent with. */
export const LONGEST_START_BYTES = 1_000;

/**
 * A key close before this one, so that a listing that starts after it comes to this one first, or soon. Undefined
 * for keys that cannot be varied safely.
 */
export function keyBefore(key: string): string | undefined {
  if (!key.isWellFormed()) return undefined;
  const last = Array.from(key).at(-1);
  const codePoint = last?.codePointAt(0);
  if (last === undefined || codePoint === undefined) return undefined;
  const head = key.slice(0, -last.length);
  // U+D800 to U+DFFF are no characters.
  const lower = codePoint === 0xe000 ? 0xd7ff : codePoint - 1;
  const before = lower < 0 ? head : head + String.fromCodePoint(lower) + HIGHEST_CHARACTER;
  return keySizeBytes(before) <= LONGEST_START_BYTES ? before : undefined;
}

/** Ranks a UTF-16 unit so that surrogates (code points above U+FFFF) sort after U+E000–U+FFFF. */
function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

function decodeEscaping(bytes: Uint8Array): string {
  let key = "";
  let offset = 0;
  while (offset < bytes.length) {
    const length = validSequenceLength(bytes, offset);
    key +=
      length === 0
        ? String.fromCharCode(0xdc00 + (bytes[offset] ?? 0))
        : strictDecoder.decode(bytes.subarray(offset, offset + length));
    offset += Math.max(length, 1);
  }
  return key;
}

function validSequenceLength(bytes: Uint8Array, offset: number): number {
  for (let length = 1; length <= 4 && offset + length <= bytes.length; length++) {
    try {
      strictDecoder.decode(bytes.subarray(offset, offset + length));
      return length;
    } catch {
      continue;
    }
  }
  return 0;
}
