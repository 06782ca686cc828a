import { StoreError, storeErrorOf, type StoreErrorCode } from "../../core/errors.ts";
import type { StoredObject } from "../../storage/ports.ts";
import type { CopyAttempt } from "./copy-attempt.ts";
import { sourceMismatch, type SourceWord } from "./source-word.ts";

/**
 * Whether the bytes must be digested here to check the source's word on them. An MD5 ETag need not be: the
 * destination's own ETag of a put is the MD5 of what it stored. But once that was found to differ, nothing more
 * is stored unchecked; and a destination may have ETags of another kind.
 */
export function needsOwnDigest(attempt: CopyAttempt, word: SourceWord): boolean {
  return word.kind !== "md5" || attempt.distrusted || !attempt.run.context.destinationEtagIsMd5;
}

/**
 * Checks what a put stored: the service's CRC-64 is that of the bytes we sent, and its ETag, where it is the MD5,
 * is the one the source states. Throws CHECKSUM_MISMATCH of the store that is to blame; the object it leaves at
 * the destination is overwritten by the next attempt.
 */
export function verifyStored(
  attempt: CopyAttempt,
  stored: StoredObject,
  sent: { readonly crc64: bigint; readonly word: SourceWord; readonly digested: boolean },
): void {
  if (stored.crc64 !== sent.crc64) {
    attempt.leftBehind = BAD_COPY;
    throw destinationMismatch(stored.crc64, sent.crc64);
  }
  if (sent.word.kind !== "md5" || stored.etag.toLowerCase() === sent.word.hex) return;
  if (sent.digested) {
    // Our own MD5 was right, so it is the destination whose ETags are something else.
    attempt.run.context.destinationEtagIsMd5 = false;
    return;
  }
  attempt.distrusted = true;
  attempt.leftBehind = BAD_COPY;
  throw sourceMismatch(sent.word);
}

/** Notes that a write whose answer was lost may have taken effect. */
export function noteUnansweredWrite(attempt: CopyAttempt, error: unknown): void {
  const storeError = storeErrorOf(error);
  if (storeError?.detail.store !== "destination") return;
  if (!MAY_HAVE_TAKEN_EFFECT.has(storeError.code)) return;
  attempt.leftBehind ??= "the destination may hold a copy that was never confirmed";
}

const MAY_HAVE_TAKEN_EFFECT: ReadonlySet<StoreErrorCode> = new Set<StoreErrorCode>([
  "NETWORK",
  "TIMEOUT",
  "SERVICE_ERROR",
  "BAD_RESPONSE",
]);
const BAD_COPY = "the destination may hold a bad copy";

/** The error of a service that stored other bytes than were sent. */
export function destinationMismatch(storedCrc64: bigint, sentCrc64: bigint): StoreError {
  return new StoreError(
    "CHECKSUM_MISMATCH",
    `the destination stored bytes with CRC-64 ${storedCrc64}, sent were bytes with ${sentCrc64}`,
    { store: "destination" },
  );
}
