import { FerryError, storeErrorOf } from "../../core/errors.ts";
import { encodeJson } from "../../core/protocol/codec.ts";
import {
  uploadRecordName,
  type MultipartRecord,
  type UploadedPart,
} from "../../core/protocol/multipart-record.ts";
import type { CopyAttempt } from "./copy-attempt.ts";
import type { SourceWord } from "./source-word.ts";
import type { ObjectRun } from "./transfer-context.ts";
import { withDeadline } from "./with-deadline.ts";

/** A part that the destination stored with the CRC-64 of the bytes that we read. */
export interface FinishedPart {
  readonly etag: string;
  readonly crc64: bigint;
  /** Where the source states the CRC-64/NVME of the whole. */
  readonly crc64nvme?: bigint;
}

/** A multipart upload under way. */
export interface OpenUpload {
  readonly uploadId: string;
  readonly partSizeBytes: number;
  readonly partCount: number;
  readonly word: SourceWord;
  /** Metadata that was left out, by name. */
  readonly dropped: readonly string[];
  /** By part number. */
  readonly parts: Map<number, FinishedPart>;
  savedAtMs: number;
  saving: boolean;
}

const SAVE_INTERVAL_MS = 5_000;
/** How long cleaning up may take when the batch has been aborted already. */
const LAST_WORDS_MS = 3_000;

/** Where the record of the attempt's upload is kept under one epoch. */
export function uploadRecordKey({ context, scope }: ObjectRun, sourceKey: string, epoch: number): string {
  return context.options.keys.upload(scope.partitionId, epoch, uploadRecordName(sourceKey));
}

/**
 * Records the upload with the parts finished so far, so that a successor can go on with it; at most every few
 * seconds unless `now`. A record that cannot be written costs a successor some work and nobody any correctness,
 * so only fatal errors are passed on.
 */
export async function saveUpload(
  attempt: CopyAttempt,
  upload: OpenUpload,
  when: "due" | "now",
): Promise<void> {
  const { context, scope, signal } = attempt.run;
  const nowMs = context.clock.monotonicMs();
  if (when === "due" && (upload.saving || nowMs - upload.savedAtMs < SAVE_INTERVAL_MS)) return;
  upload.saving = true;
  upload.savedAtMs = nowMs;
  const key = uploadRecordKey(attempt.run, attempt.version.key, scope.epoch);
  const body = encodeJson(recordOf(attempt, upload));
  try {
    if (signal.aborted)
      await withDeadline(context.clock, LAST_WORDS_MS, (late) => context.control.put(key, body, late));
    else await context.control.put(key, body, signal);
  } catch (error) {
    if (error instanceof FerryError && !isPassing(error)) throw error;
    context.log.debug("control.retry", {
      what: "save upload",
      key: attempt.version.key,
      error: String(error),
    });
  } finally {
    upload.saving = false;
  }
}

/** Forgets the attempt's upload, which is over: nothing is left to resume. */
export async function forgetUpload(attempt: CopyAttempt): Promise<void> {
  const { context, scope, signal } = attempt.run;
  attempt.upload = undefined;
  await context.control
    .delete(uploadRecordKey(attempt.run, attempt.version.key, scope.epoch), signal)
    .catch(() => undefined);
}

/** Aborts the attempt's upload, if there is one, and forgets it. What cannot be aborted falls to the bucket's lifecycle rule. */
export async function discardUpload(attempt: CopyAttempt): Promise<void> {
  const { upload, destinationKey: key } = attempt;
  if (upload === undefined) return;
  const { context, signal } = attempt.run;
  await context.destination.abortUpload({ key, uploadId: upload.uploadId, signal }).catch(() => undefined);
  await forgetUpload(attempt);
}

function isPassing(error: FerryError): boolean {
  return storeErrorOf(error)?.fatal === false;
}

function recordOf(attempt: CopyAttempt, upload: OpenUpload): MultipartRecord {
  return {
    key: attempt.version.key,
    destinationKey: attempt.destinationKey,
    uploadId: upload.uploadId,
    sourceEtag: attempt.version.etag,
    sizeBytes: attempt.version.sizeBytes,
    partSizeBytes: upload.partSizeBytes,
    parts: uploadedParts(upload),
  };
}

/** The finished parts as records keep them, in order. */
export function uploadedParts(upload: OpenUpload): UploadedPart[] {
  const parts = [...upload.parts].map(([n, { etag, crc64, crc64nvme }]) => ({
    n,
    etag,
    crc64: crc64.toString(),
    ...(crc64nvme === undefined ? {} : { crc64nvme: crc64nvme.toString() }),
  }));
  return parts.sort((a, b) => a.n - b.n);
}
