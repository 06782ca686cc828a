import { createHash, createHmac, hash } from "node:crypto";
import { s3Errors } from "./errors.ts";
import type { Signature } from "./signature-v4.ts";

/**
 * Decodes the content encoding `aws-chunked` ("Signature calculations for the Authorization header:
 * transferring payload in multiple chunks"): chunks with their size, in the signed forms with a signature
 * that continues the one before, and trailers with checksums.
 */

const EMPTY_HASH = hash("sha256", "", "hex");
const MAX_LINE_BYTES = 16 * 1024;

export interface ChunkedBody {
  /** The payload without its framing. */
  readonly payload: AsyncGenerator<Buffer, void, undefined>;
  /** The trailers by lower-case name; filled once the payload has ended. */
  readonly trailers: ReadonlyMap<string, string>;
}

export function decodeChunked(source: AsyncIterable<Buffer>, signature: Signature): ChunkedBody {
  const trailers = new Map<string, string>();
  return { payload: decode(source, signature, trailers), trailers };
}

async function* decode(
  source: AsyncIterable<Buffer>,
  signature: Signature,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer, void, undefined> {
  const reader = new FrameReader(source);
  const signed = signature.payload.startsWith("STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
  let previous = signature.signature;
  for (;;) {
    const [size = "", ...extensions] = (await reader.line()).split(";");
    if (!/^[0-9a-fA-F]+$/.test(size)) throw s3Errors.incompleteBody();
    const digest = createHash("sha256");
    for await (const piece of reader.bytes(Number.parseInt(size, 16))) {
      if (signed) digest.update(piece);
      yield piece;
    }
    if (signed) {
      const stated = extensions.find((extension) => extension.startsWith("chunk-signature="))?.slice(16);
      const text = chunkStringToSign("AWS4-HMAC-SHA256-PAYLOAD", signature, [
        previous,
        EMPTY_HASH,
        digest.digest("hex"),
      ]);
      previous = check(signature, text, stated);
    }
    if (Number.parseInt(size, 16) === 0) break;
    await reader.line();
  }
  for (let line = await reader.line(); line !== ""; line = await reader.line()) {
    const cut = line.indexOf(":");
    trailers.set(line.slice(0, cut).toLowerCase(), line.slice(cut + 1).trim());
  }
  if (signature.payload !== "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER") return;
  const stated = trailers.get("x-amz-trailer-signature");
  trailers.delete("x-amz-trailer-signature");
  const lines = [...trailers].map(([name, value]) => `${name}:${value}\n`).join("");
  check(
    signature,
    chunkStringToSign("AWS4-HMAC-SHA256-TRAILER", signature, [previous, hash("sha256", lines, "hex")]),
    stated,
  );
}

function chunkStringToSign(
  algorithm: string,
  { timestamp, scope }: Signature,
  rest: readonly string[],
): string {
  return [algorithm, timestamp, scope, ...rest].join("\n");
}

function check(signature: Signature, stringToSign: string, stated: string | undefined): string {
  const expected = createHmac("sha256", signature.signingKey).update(stringToSign).digest("hex");
  if (expected !== stated) throw s3Errors.signatureDoesNotMatch(stringToSign, "");
  return expected;
}

/** Reads lines and counted bytes from a stream of chunks. */
class FrameReader {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next line without its CRLF; an empty one at the end of the stream. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#rest.indexOf("\r\n");
      if (end !== -1) {
        const line = this.#rest.toString("latin1", 0, end);
        this.#rest = this.#rest.subarray(end + 2);
        return line;
      }
      if (this.#rest.length > MAX_LINE_BYTES) throw s3Errors.incompleteBody();
      const next = await this.#source.next();
      if (next.done === true) return "";
      this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
    }
  }

  async *bytes(count: number): AsyncGenerator<Buffer, void, undefined> {
    for (let left = count; left > 0;) {
      if (this.#rest.length === 0) {
        const next = await this.#source.next();
        if (next.done === true) throw s3Errors.incompleteBody();
        this.#rest = next.value;
      }
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
}
