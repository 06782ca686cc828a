import { type Crc64, crc64Nvme, crc64ToBase64, crc64Xz } from "../../core/crc64.ts";
import { storeErrorOf } from "../../core/errors.ts";
import { partRange, type TransferPlan } from "../../core/part-plan.ts";
import { completeUpload } from "./complete-upload.ts";
import type { CopiedObject, CopyAttempt } from "./copy-attempt.ts";
import { copyParts } from "./copy-parts.ts";
import { gatherParts, isHuge } from "./gather-parts.ts";
import { resumeUpload } from "./resume-upload.ts";
import { checkSourceWord, combinableWordOf } from "./source-word.ts";
import { statVersion } from "./stat-version.ts";
import { transferMetadata } from "./transfer-metadata.ts";
import {
  discardUpload,
  forgetUpload,
  saveUpload,
  type FinishedPart,
  type OpenUpload,
} from "./upload-session.ts";
import { destinationMismatch, noteUnansweredWrite } from "./verify.ts";

type MultipartPlan = Extract<TransferPlan, { readonly kind: "multipart" }>;

/**
 * Copies a large object in parts, one HEAD for its metadata and one ranged GET and one upload for each part.
 * The parts of a huge object are sent by the whole fleet, and what is missing then from here.
 * Every part's CRC-64 is compared with the service's answer before it counts, the combined one with the answer
 * to Complete, and the source's own CRC-64 of the whole, where it states one, before Complete.
 *
 * When this throws, the upload stays open as `attempt.upload` and recorded, unless it is over: the next attempt
 * or a successor goes on with it.
 */
export async function copyMultipart(attempt: CopyAttempt, plan: MultipartPlan): Promise<CopiedObject> {
  const upload = attempt.upload ?? (await openUpload(attempt, plan));
  try {
    if (isHuge(attempt)) await gatherParts(attempt, upload);
    await copyParts(attempt, upload);
    const crc64 = combined(attempt, upload, crc64Xz, (part) => part.crc64);
    await checkWholeObject(attempt, upload, crc64);
    const stored = await completeUpload(attempt, upload, crc64);
    await forgetUpload(attempt);
    if (stored.crc64 !== crc64) {
      attempt.storedBadly(stored.etag);
      throw destinationMismatch(stored.crc64, crc64);
    }
    return { ...stored, dropped: upload.dropped };
  } catch (error) {
    noteUnansweredWrite(attempt, error);
    if (storeErrorOf(error, "NO_SUCH_UPLOAD") !== undefined) await forgetUpload(attempt);
    else if (attempt.upload !== undefined) await saveUpload(attempt, upload, "now");
    throw error;
  }
}

async function openUpload(attempt: CopyAttempt, plan: MultipartPlan): Promise<OpenUpload> {
  const { context, signal } = attempt.run;
  const source = await statVersion(attempt);
  const { metadata, unmappable } = await transferMetadata(attempt, source);
  const word = combinableWordOf(source);
  const resumed = await resumeUpload(attempt, plan.partSizeBytes, word);
  const { destinationKey: key } = attempt;
  const upload: OpenUpload = {
    uploadId: resumed?.uploadId ?? (await context.destination.createUpload({ key, metadata, signal })),
    partSizeBytes: plan.partSizeBytes,
    partCount: plan.partCount,
    word,
    dropped: unmappable,
    parts: resumed?.parts ?? new Map<number, FinishedPart>(),
    savedAtMs: 0,
    saving: false,
  };
  attempt.upload = upload;
  await saveUpload(attempt, upload, "now");
  await resumed?.takeOver();
  return upload;
}

async function checkWholeObject(attempt: CopyAttempt, upload: OpenUpload, crc64: bigint): Promise<void> {
  if (upload.word.kind === "none") return;
  try {
    const stated =
      upload.word.kind === "crc64ecma"
        ? crc64
        : combined(attempt, upload, crc64Nvme, (part) => part.crc64nvme ?? 0n);
    checkSourceWord(upload.word, crc64ToBase64(stated));
  } catch (error) {
    await discardUpload(attempt);
    throw error;
  }
}

/** The CRC of the whole from those of its parts. */
function combined(
  attempt: CopyAttempt,
  upload: OpenUpload,
  crc64: Crc64,
  crcOf: (part: FinishedPart) => bigint,
): bigint {
  let crc = 0n;
  for (let partNumber = 1; partNumber <= upload.partCount; partNumber++) {
    const part = upload.parts.get(partNumber);
    if (part === undefined) throw new RangeError(`part ${partNumber} is not finished`);
    const { start, end } = partRange(partNumber, upload.partSizeBytes, attempt.version.sizeBytes);
    crc = crc64.combine(crc, crcOf(part), end - start + 1);
  }
  return crc;
}
