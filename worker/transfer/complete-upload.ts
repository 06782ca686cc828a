import { storeErrorOf } from "../../core/errors.ts";
import type { StoredObject } from "../../storage/ports.ts";
import type { CopyAttempt } from "./copy-attempt.ts";
import { Judged } from "./object-trial.ts";
import type { OpenUpload } from "./upload-session.ts";
import { afterRefusal, beforeReplacing, forbidOverwrite } from "./write-condition.ts";

/**
 * Makes the finished parts one object. When an answer is lost, or the upload turns out to be over already, what
 * the destination holds decides, before anything is repeated: the service may well have completed the upload.
 * Throws NO_SUCH_UPLOAD when the upload is over and the object is not the result of it.
 */
export async function completeUpload(
  attempt: CopyAttempt,
  upload: OpenUpload,
  expectedCrc64: bigint,
): Promise<StoredObject> {
  const { context, signal } = attempt.run;
  const { destinationKey: key } = attempt;
  const parts = [...upload.parts]
    .map(([partNumber, { etag }]) => ({ partNumber, etag }))
    .sort((a, b) => a.partNumber - b.partNumber);
  for (;;) {
    try {
      const there = await beforeReplacing(attempt, expectedCrc64);
      const { uploadId } = upload;
      if (there !== undefined) {
        await context.destination.abortUpload({ key, uploadId, signal }).catch(() => undefined);
        return there;
      }
      return await context.destination.completeUpload({
        key,
        uploadId,
        parts,
        ...forbidOverwrite(attempt),
        signal,
      });
    } catch (error) {
      if (storeErrorOf(error, "ALREADY_EXISTS") !== undefined) {
        return afterRefusal(attempt, error, expectedCrc64);
      }
      const storeError = storeErrorOf(error);
      const isOver = storeError?.code === "NO_SUCH_UPLOAD";
      if (isOver || storeError?.retryable === true) {
        const found = await attempt.trial.run(signal, () => context.destination.stat({ key, signal }));
        const isSame = found?.sizeBytes === attempt.version.sizeBytes && found.crc64 === expectedCrc64;
        if (isSame && !found.mirrored) {
          return { etag: found.etag, crc64: found.crc64 };
        }
      }
      if (isOver) throw error;
      const verdict = await attempt.trial.judge(error, signal);
      if (verdict.kind !== "retry") throw new Judged(verdict, error);
    }
  }
}
