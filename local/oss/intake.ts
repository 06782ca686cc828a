import { createHash } from "node:crypto";
import { type Exchange, headerOf } from "../http/exchange.ts";
import { requestBody, statedLength } from "../http/receive.ts";
import type { BodyStore, StoredBody } from "../store/bodies.ts";
import { CRC64_XZ } from "../store/crc.ts";
import { ossErrors } from "./errors.ts";
import { MAX_PUT_BYTES } from "./rules.ts";

/** A body that has arrived whole. */
export interface Intake {
  readonly body: StoredBody;
  readonly md5: Buffer;
  /** The MD5 as ETags write it: upper-case hex. */
  readonly etag: string;
  readonly crc64: bigint;
}

/** Takes the request's body in, and checks its length limit and its Content-MD5. */
export async function takeIn(exchange: Exchange, bodies: BodyStore): Promise<Intake> {
  const length = statedLength(exchange, ossErrors.missingContentLength);
  if (length !== undefined && length > MAX_PUT_BYTES) throw ossErrors.entityTooLarge();
  const intake = await takeInChunks(requestBody(exchange), bodies);
  const expected = headerOf(exchange, "content-md5");
  if (expected !== undefined && expected !== intake.md5.toString("base64")) {
    bodies.release(intake.body);
    throw ossErrors.invalidDigest();
  }
  return intake;
}

/** Stores what comes, with its checksums; when `chunks` throws, nothing stays. */
export async function takeInChunks(chunks: AsyncIterable<Buffer>, bodies: BodyStore): Promise<Intake> {
  const md5 = createHash("md5");
  const crc = CRC64_XZ.start();
  const body = await bodies.fromChunks(
    (async function* hashing() {
      for await (const chunk of chunks) {
        md5.update(chunk);
        CRC64_XZ.update(crc, chunk);
        yield chunk;
      }
    })(),
  );
  const digest = md5.digest();
  return { body, md5: digest, etag: digest.toString("hex").toUpperCase(), crc64: CRC64_XZ.value(crc) };
}

/** The headers that answer a stored body. */
export function intakeHeaders(intake: Intake): Record<string, string> {
  return {
    etag: `"${intake.etag}"`,
    "content-md5": intake.md5.toString("base64"),
    "x-oss-hash-crc64ecma": intake.crc64.toString(),
  };
}
