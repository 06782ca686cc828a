import { createHash } from "node:crypto";
import { type Exchange, headerOf } from "../http/exchange.ts";
import { requestBody, requestDocument, statedLength } from "../http/receive.ts";
import type { BodyStore, StoredBody } from "../store/bodies.ts";
import { CHECKSUM_NAMES, type ChecksumName, parseChecksumName, startChecksum } from "./checksums.ts";
import { decodeChunked } from "./chunked.ts";
import { s3Errors } from "./errors.ts";
import type { Signature } from "./signature-v4.ts";

const MAX_PUT_BYTES = 5 * 1024 ** 3;

/** A body that has arrived whole and is what its sender says it is. */
export interface Intake {
  readonly body: StoredBody;
  readonly md5: Buffer;
  readonly etag: string;
  /** Base64 by name: those the sender stated, and those asked for. */
  readonly checksums: Readonly<Partial<Record<ChecksumName, string>>>;
}

/**
 * Takes the request's body in. Checks everything that S3 checks: the payload's signature or digest, the
 * decoded length, Content-MD5 and the checksum in headers or trailers. `wanted` are computed in any case.
 */
export async function takeIn(
  exchange: Exchange,
  signature: Signature,
  bodies: BodyStore,
  wanted: readonly ChecksumName[],
): Promise<Intake> {
  const length = statedLength(exchange, s3Errors.missingContentLength);
  if (length !== undefined && length > MAX_PUT_BYTES) throw s3Errors.entityTooLarge();
  const { chunks, trailers } = payloadOf(exchange, signature);
  const announced = parseChecksumName(headerOf(exchange, "x-amz-trailer")?.replace("x-amz-checksum-", ""));
  const inHeaders = CHECKSUM_NAMES.filter(
    (name) => headerOf(exchange, `x-amz-checksum-${name}`) !== undefined,
  );
  const names = [...new Set([...wanted, ...inHeaders, ...(announced === undefined ? [] : [announced])])];
  const running = names.map((name) => ({ name, checksum: startChecksum(name) }));
  const md5 = createHash("md5");
  const sha256 = /^[0-9a-f]{64}$/.test(signature.payload) ? createHash("sha256") : undefined;

  const body = await bodies.fromChunks(
    (async function* hashing() {
      for await (const chunk of chunks) {
        md5.update(chunk);
        sha256?.update(chunk);
        for (const { checksum } of running) checksum.update(chunk);
        yield chunk;
      }
    })(),
  );
  try {
    const digest = md5.digest();
    const checksums = Object.fromEntries(
      running.map(({ name, checksum }) => [name, checksum.digest().toString("base64")]),
    ) as Partial<Record<ChecksumName, string>>;
    if (sha256 !== undefined && sha256.digest("hex") !== signature.payload) throw s3Errors.sha256Mismatch();
    const expectedMd5 = headerOf(exchange, "content-md5");
    if (expectedMd5 !== undefined && expectedMd5 !== digest.toString("base64")) {
      throw s3Errors.badDigest("The Content-MD5 you specified did not match what we received.");
    }
    checkDecodedLength(exchange, body);
    for (const name of CHECKSUM_NAMES) {
      const stated = headerOf(exchange, `x-amz-checksum-${name}`) ?? trailers.get(`x-amz-checksum-${name}`);
      if (stated !== undefined && stated !== checksums[name]) {
        throw s3Errors.badDigest(
          `The ${name.toUpperCase()} you specified did not match the calculated checksum.`,
        );
      }
    }
    return { body, md5: digest, etag: digest.toString("hex"), checksums };
  } catch (error) {
    bodies.release(body);
    throw error;
  }
}

/** A small document that is the request's body, with its signature or digest checked. */
export async function takeInDocument(exchange: Exchange, signature: Signature): Promise<Buffer> {
  const document = await requestDocument(exchange, payloadOf(exchange, signature).chunks);
  if (/^[0-9a-f]{64}$/.test(signature.payload)) {
    if (createHash("sha256").update(document).digest("hex") !== signature.payload)
      throw s3Errors.sha256Mismatch();
  }
  return document;
}

function payloadOf(
  exchange: Exchange,
  signature: Signature,
): { readonly chunks: AsyncIterable<Buffer>; readonly trailers: ReadonlyMap<string, string> } {
  const source = requestBody(exchange);
  if (!signature.payload.startsWith("STREAMING-")) return { chunks: source, trailers: new Map() };
  const { payload, trailers } = decodeChunked(source, signature);
  return { chunks: payload, trailers };
}

function checkDecodedLength(exchange: Exchange, body: StoredBody): void {
  const stated = headerOf(exchange, "x-amz-decoded-content-length");
  if (stated !== undefined && Number(stated) !== body.sizeBytes) throw s3Errors.incompleteBody();
}
