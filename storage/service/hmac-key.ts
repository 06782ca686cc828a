import { hash } from "node:crypto";

const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
const USUAL_TEXT_BYTES = 1024;

/**
 * HMAC-SHA-256 (RFC 2104) by a key of at most one block, from two hashes in one step each: `createHmac` makes an
 * object with native memory for every signature, which costs several times as much, most of it at its collection.
 */
export class HmacKey {
  /** The key as both hashes want it, each with room for what follows it. */
  #inner: Buffer;
  readonly #outer: Buffer;

  constructor(key: Uint8Array) {
    if (key.length > BLOCK_BYTES) throw new RangeError("a key longer than a block must be hashed first");
    this.#inner = Buffer.alloc(BLOCK_BYTES + USUAL_TEXT_BYTES);
    this.#outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES);
    for (let at = 0; at < BLOCK_BYTES; at++) {
      this.#inner[at] = (key[at] ?? 0) ^ 0x36;
      this.#outer[at] = (key[at] ?? 0) ^ 0x5c;
    }
  }

  /** Hex HMAC of the text's UTF-8 bytes. */
  sign(text: string): string {
    const textBytes = Buffer.byteLength(text);
    if (BLOCK_BYTES + textBytes > this.#inner.length) {
      this.#inner = Buffer.concat([this.#inner.subarray(0, BLOCK_BYTES), Buffer.alloc(2 * textBytes)]);
    }
    this.#inner.write(text, BLOCK_BYTES, "utf8");
    const inner = hash("sha256", this.#inner.subarray(0, BLOCK_BYTES + textBytes), "hex");
    this.#outer.write(inner, BLOCK_BYTES, "hex");
    return hash("sha256", this.#outer, "hex");
  }
}
