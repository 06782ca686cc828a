import * as fc from "fast-check";
import { keyFromBytes } from "../../core/object-key.ts";

/** Pieces that tell orders apart: UTF-8, UTF-16, what is no UTF-8 at all, and what an edge is made of. */
const PIECES: readonly (readonly number[])[] = [
  [0x00],
  [0x2f],
  [0x61],
  [0x7a],
  [0xc3, 0xa9],
  [0xee, 0x80, 0x80],
  [0xef, 0xbd, 0x9e],
  [0xf0, 0x9f, 0x98, 0x80],
  [0xf4, 0x8f, 0xbf, 0xbf],
  [0x80],
  [0xed, 0xb2, 0x80],
  [0xff],
];

/** Bytes that a store might hold as a key, with close neighbours much likelier than among random bytes. */
export const anyKeyBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 24 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => Uint8Array.from(pieces.flat())),
);

/** Any key, as the program holds it. */
export const anyKey: fc.Arbitrary<string> = anyKeyBytes.map(keyFromBytes);

/** Any key that has at least one byte, as every key in a bucket has. */
export const anyStoredKey: fc.Arbitrary<string> = anyKey.filter((key) => key.length > 0);
