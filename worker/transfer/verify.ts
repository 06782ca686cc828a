import { StoreError, storeErrorOf, type StoreErrorCode } from "../../core/errors.ts";
import type { StoredObject } from "../../storage/ports.ts";
import type { CopyAttempt } from "./copy-attempt.ts";
import { sourceMismatch, type SourceWord } from "./source-word.ts";

const MD5_HEX = /^[0-9a-f]{32}$/iu;

/**
 * Whether the bytes must be digested here to check the source's word on them. An MD5 ETag need not be: the
 * destination's own ETag of a put is the MD5 of what it stored. But once that was found to differ, nothing more
 * is stored unchecked; and a destination may have ETags of another kind.
 */
export function needsOwnDigest(attempt: CopyAttempt, word: SourceWord): boolean {
  return word.kind !== "md5" || attempt.distrusted || !attempt.run.context.destinationEtagIsMd5;
}

/**
 * Checks that a put stored the bytes that were sent, by the service's CRC-64 of them. Throws CHECKSUM_MISMATCH of
 * the destination; the object it leaves there is overwritten by the next attempt.
 */
export function verifyStored(attempt: CopyAttempt, stored: StoredObject, sentCrc64: bigint): void {
  if (stored.crc64 === sentCrc64) return;
  attempt.storedBadly(stored.etag);
  throw destinationMismatch(stored.crc64, sentCrc64);
}

/**
 * Checks that what a put stored is what the source says it has, where its word is an MD5: the destination's ETag
 * is the MD5 of what it stored. `digested` says that the MD5 was checked before. Throws CHECKSUM_MISMATCH of the
 * source; the object it leaves at the destination is overwritten by the next attempt.
 */
export function verifyMd5Etag(
  attempt: CopyAttempt,
  stored: StoredObject,
  word: SourceWord,
  digested: boolean,
): void {
  if (word.kind !== "md5" || stored.etag.toLowerCase() === word.hex) return;
  if (digested) {
    // Our own MD5 was right, so it is the destination whose ETags are something else.
    attempt.run.context.destinationEtagIsMd5 = false;
    return;
  }
  attempt.distrusted = true;
  if (MD5_HEX.test(stored.etag)) attempt.storedBadly(stored.etag);
  throw sourceMismatch(word);
}

/** Notes that a write whose answer was lost may have taken effect, and stored bytes with this CRC-64. */
export function noteUnansweredWrite(attempt: CopyAttempt, error: unknown, crc64?: bigint): void {
  const storeError = storeErrorOf(error);
  if (storeError?.detail.store !== "destination") return;
  if (!MAY_HAVE_TAKEN_EFFECT.has(storeError.code)) return;
  if (crc64 !== undefined) attempt.unconfirmed.add(crc64);
  attempt.leftBehind ??= "the destination may hold a copy that was never confirmed";
}

const MAY_HAVE_TAKEN_EFFECT: ReadonlySet<StoreErrorCode> = new Set<StoreErrorCode>([
  "NETWORK",
  "TIMEOUT",
  "SERVICE_ERROR",
  "BAD_RESPONSE",
]);
/** The error of a service that stored other bytes than were sent. */
export function destinationMismatch(storedCrc64: bigint, sentCrc64: bigint): StoreError {
  return new StoreError(
    "CHECKSUM_MISMATCH",
    `the destination stored bytes with CRC-64 ${storedCrc64}, sent were bytes with ${sentCrc64}`,
    { store: "destination" },
  );
}
