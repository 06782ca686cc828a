import { storeErrorOf } from "../../core/errors.ts";
import { parseJson } from "../../core/protocol/codec.ts";
import { multipartRecordSchema, type MultipartRecord } from "../../core/protocol/multipart-record.ts";
import { partRange } from "../../core/part-plan.ts";
import type { StoredPart } from "../../storage/ports.ts";
import type { CopyAttempt } from "./copy-attempt.ts";
import type { SourceWord } from "./source-word.ts";
import { uploadRecordKey, type FinishedPart } from "./upload-session.ts";

/** An upload of a predecessor that is provably ours to go on with. */
export interface ResumableUpload {
  readonly uploadId: string;
  readonly parts: Map<number, FinishedPart>;
  /** Deletes the predecessor's record; to be called once our own is written. */
  readonly takeOver: () => Promise<void>;
}

/**
 * The upload that an earlier holder of this partition began for the very same version, cut the same way, with
 * those of its parts that the destination lists as recorded: ETag, CRC-64 and size. Nothing else is ever trusted;
 * an upload that does not fit is aborted.
 */
export async function resumeUpload(
  attempt: CopyAttempt,
  partSizeBytes: number,
  word: SourceWord,
): Promise<ResumableUpload | undefined> {
  const { run, version, destinationKey } = attempt;
  const { context, signal } = run;
  const found = await findRecord(attempt);
  if (found === undefined) return undefined;
  const { record, recordKey } = found;
  const takeOver = (): Promise<void> => context.control.delete(recordKey, signal).catch(() => undefined);
  const { uploadId } = record;
  const fits =
    record.key === version.key &&
    record.destinationKey === destinationKey &&
    record.sourceEtag === version.etag &&
    record.sizeBytes === version.sizeBytes &&
    record.partSizeBytes === partSizeBytes;
  const listed = fits ? await listParts(attempt, uploadId) : "over";
  if (fits && listed !== "over") {
    const parts = provenParts(record, listed, word);
    context.log.info("object.resumed", {
      key: version.key,
      parts: parts.size,
      recorded: record.parts.length,
    });
    return { uploadId, parts, takeOver };
  }
  await context.destination
    .abortUpload({ key: record.destinationKey, uploadId, signal })
    .catch(() => undefined);
  await takeOver();
  return undefined;
}

async function findRecord(
  attempt: CopyAttempt,
): Promise<{ readonly record: MultipartRecord; readonly recordKey: string } | undefined> {
  const { run, version } = attempt;
  for (let epoch = run.scope.epoch - 1; epoch >= 1; epoch--) {
    const recordKey = uploadRecordKey(run, version.key, epoch);
    const object = await run.context.control.get(recordKey, run.signal);
    run.context.health("control").answered();
    if (object === undefined) continue;
    const parsed = parseJson(multipartRecordSchema, object.body);
    return parsed.ok ? { record: parsed.value, recordKey } : undefined;
  }
  return undefined;
}

async function listParts(attempt: CopyAttempt, uploadId: string): Promise<readonly StoredPart[] | "over"> {
  const { run, destinationKey: key } = attempt;
  try {
    return await run.context.destination.listParts({ key, uploadId, signal: run.signal });
  } catch (error) {
    if (storeErrorOf(error, "NO_SUCH_UPLOAD") !== undefined) return "over";
    throw error;
  }
}

function provenParts(
  record: MultipartRecord,
  listed: readonly StoredPart[],
  word: SourceWord,
): Map<number, FinishedPart> {
  const stored = new Map(listed.map((part) => [part.partNumber, part]));
  const proven = new Map<number, FinishedPart>();
  for (const { n, etag, crc64, crc64nvme } of record.parts) {
    const part = stored.get(n);
    const { start, end } = partRange(n, record.partSizeBytes, record.sizeBytes);
    if (part === undefined || part.etag !== etag || part.sizeBytes !== end - start + 1) continue;
    if (part.crc64.toString() !== crc64) continue;
    if (word.kind === "crc64nvme" && crc64nvme === undefined) continue;
    proven.set(n, {
      etag,
      crc64: part.crc64,
      ...(crc64nvme === undefined ? {} : { crc64nvme: BigInt(crc64nvme) }),
    });
  }
  return proven;
}
