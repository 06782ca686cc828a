import { storeErrorOf } from "../../core/errors.ts";
import { partRange } from "../../core/part-plan.ts";
import type { UploadedPart } from "../../core/protocol/multipart-record.ts";
import type { SharedUpload } from "../../core/protocol/shared-upload.ts";
import type { StoredPart } from "../../storage/ports.ts";
import type { CopyAttempt } from "./copy-attempt.ts";
import { saveUpload, type OpenUpload } from "./upload-session.ts";

/** Whether the attempt's object is one whose parts the fleet sends. */
export function isHuge(attempt: CopyAttempt): boolean {
  const { sharing } = attempt.run.scope;
  return sharing !== undefined && attempt.version.sizeBytes >= sharing.fromBytes;
}

/**
 * Has the parts of a huge object sent by the fleet, and keeps those that the destination lists as their senders
 * recorded them. Which ones are missing then, and why, is not asked: to send them shows it.
 */
export async function gatherParts(attempt: CopyAttempt, upload: OpenUpload): Promise<void> {
  const { context, scope, signal } = attempt.run;
  const take = async (parts: readonly UploadedPart[]): Promise<void> => {
    for (const part of parts) addPart(upload, part);
    await saveUpload(attempt, upload, "due");
  };
  // This worker's own share is sent in slots as well: to hold one while waiting might leave it none.
  context.slots.release();
  try {
    await scope.sharing?.gather(sharedUploadOf(attempt, upload), take, signal);
  } finally {
    await context.slots.acquire();
  }
  await confirmParts(attempt, upload);
}

function sharedUploadOf(attempt: CopyAttempt, upload: OpenUpload): SharedUpload {
  const { version, destinationKey } = attempt;
  return {
    key: version.key,
    destinationKey,
    uploadId: upload.uploadId,
    sourceEtag: version.etag,
    sizeBytes: version.sizeBytes,
    partSizeBytes: upload.partSizeBytes,
    ...(upload.word.kind === "crc64nvme" ? { crc64nvme: upload.word.base64 } : {}),
  };
}

function addPart(upload: OpenUpload, { n, etag, crc64, crc64nvme }: UploadedPart): void {
  upload.parts.set(n, {
    etag,
    crc64: BigInt(crc64),
    ...(crc64nvme === undefined ? {} : { crc64nvme: BigInt(crc64nvme) }),
  });
}

/**
 * Forgets every part that the destination does not list with the size and CRC-64 on record, and takes its ETags:
 * where they are no digests, one who had been taken over may have sent the same part once more.
 */
async function confirmParts(attempt: CopyAttempt, upload: OpenUpload): Promise<void> {
  const listed = await listParts(attempt, upload);
  // Of an upload that is over, whether the object is the result of it is found out when it is completed.
  if (listed === "over") return;
  const stored = new Map(listed.map((part) => [part.partNumber, part]));
  for (const [partNumber, finished] of upload.parts) {
    const part = stored.get(partNumber);
    const { start, end } = partRange(partNumber, upload.partSizeBytes, attempt.version.sizeBytes);
    if (part === undefined || part.sizeBytes !== end - start + 1 || part.crc64 !== finished.crc64) {
      upload.parts.delete(partNumber);
    } else {
      upload.parts.set(partNumber, { ...finished, etag: part.etag });
    }
  }
}

async function listParts(attempt: CopyAttempt, upload: OpenUpload): Promise<readonly StoredPart[] | "over"> {
  const { run, trial, destinationKey: key } = attempt;
  const { uploadId } = upload;
  const { signal, context } = run;
  try {
    return await trial.run(
      signal,
      () => context.destination.listParts({ key, uploadId, signal }),
      "NO_SUCH_UPLOAD",
    );
  } catch (error) {
    if (storeErrorOf(error, "NO_SUCH_UPLOAD") !== undefined) return "over";
    throw error;
  }
}
