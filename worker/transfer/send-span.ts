import { storeErrorOf } from "../../core/errors.ts";
import type { PartSpan, SharedUpload } from "../../core/protocol/shared-upload.ts";
import type { SpanResult } from "../copy-engine.ts";
import { CopyAttempt } from "./copy-attempt.ts";
import { copyParts } from "./copy-parts.ts";
import { resumeUpload } from "./resume-upload.ts";
import type { SourceWord } from "./source-word.ts";
import type { ObjectRun } from "./transfer-context.ts";
import {
  forgetUpload,
  saveUpload,
  uploadedParts,
  type FinishedPart,
  type OpenUpload,
} from "./upload-session.ts";

/**
 * Sends a span of the parts of somebody else's upload, beginning with where a predecessor stopped. Neither
 * completes nor aborts the upload: that is for the holder of the object's partition to decide. What is thrown is
 * the signal's reason or a fatal store error.
 */
export async function sendSpan(upload: SharedUpload, span: PartSpan, run: ObjectRun): Promise<SpanResult> {
  const attempt = new CopyAttempt(versionOf(upload), upload.destinationKey, { kind: "any" }, run);
  let open: OpenUpload | undefined;
  for (;;) {
    try {
      open ??= await openSpan(attempt, upload);
      await copyParts(attempt, open, span);
      await forgetUpload(attempt);
      return { outcome: "stored", parts: uploadedParts(open) };
    } catch (error) {
      if (open !== undefined) await saveUpload(attempt, open, "now");
      const end = await endAfter(error, attempt);
      if (end === undefined) continue;
      await forgetUpload(attempt);
      return { ...end, parts: open === undefined ? [] : uploadedParts(open) };
    }
  }
}

/** How an error ends the span; undefined when it is to be tried again. */
async function endAfter(
  error: unknown,
  attempt: CopyAttempt,
): Promise<Pick<SpanResult, "outcome" | "detail"> | undefined> {
  if (storeErrorOf(error, "NO_SUCH_UPLOAD") !== undefined)
    return { outcome: "over", detail: "the upload is completed or aborted" };
  const verdict = await attempt.trial.judge(error, attempt.run.signal);
  switch (verdict.kind) {
    case "retry":
      return undefined;
    case "changed":
      return { outcome: "changed", detail: "the object is no longer the one that the upload is of" };
    case "vanished":
      return { outcome: "changed", detail: "the object is gone" };
    case "archived":
      return { outcome: "failed", detail: verdict.detail };
    case "failed":
      return { outcome: "failed", detail: `${verdict.code}: ${verdict.detail}` };
    case "settled":
      // What the destination has under the key settles the object, never a part of it.
      throw error;
  }
}

async function openSpan(attempt: CopyAttempt, shared: SharedUpload): Promise<OpenUpload> {
  const { uploadId, partSizeBytes, sizeBytes, crc64nvme } = shared;
  const word: SourceWord =
    crc64nvme === undefined ? { kind: "none" } : { kind: "crc64nvme", base64: crc64nvme };
  const resumed = await resumeUpload(attempt, partSizeBytes, word);
  const open: OpenUpload = {
    uploadId,
    partSizeBytes,
    partCount: Math.ceil(sizeBytes / partSizeBytes),
    word,
    dropped: [],
    parts: resumed?.parts ?? new Map<number, FinishedPart>(),
    savedAtMs: 0,
    saving: false,
  };
  if (resumed !== undefined) {
    await saveUpload(attempt, open, "now");
    await resumed.takeOver();
  }
  return open;
}

/** What of the version a part needs: the rest was said when the upload was begun. */
function versionOf({ key, sizeBytes, sourceEtag }: SharedUpload): CopyAttempt["version"] {
  return { key, sizeBytes, etag: sourceEtag, lastModifiedMs: 0, storageClass: "STANDARD" };
}
