import { crc64Nvme } from "../../core/crc64.ts";
import { partRange } from "../../core/part-plan.ts";
import type { PartSpan } from "../../core/protocol/shared-upload.ts";
import type { CopyAttempt } from "./copy-attempt.ts";
import { ObjectTrial } from "./object-trial.ts";
import { saveUpload, type FinishedPart, type OpenUpload } from "./upload-session.ts";
import { destinationMismatch } from "./verify.ts";
import { withRelay } from "./with-relay.ts";

/**
 * Copies all parts of the span that are not finished yet, several at once: one in the slot that the object has
 * already, more as slots are free. Each part has attempts of its own. The first part that cannot be copied stops the others, and
 * its error is thrown when none is under way any more.
 */
export async function copyParts(
  attempt: CopyAttempt,
  upload: OpenUpload,
  span: PartSpan = { first: 1, last: upload.partCount },
): Promise<void> {
  const { run } = attempt;
  const { options, slots } = run.context;
  const missing = missingParts(upload, span);
  const queue = missing.values();
  const failed = new AbortController();
  const exhausted = new AbortController();
  const signal = AbortSignal.any([run.signal, failed.signal]);
  const waitSignal = AbortSignal.any([signal, exhausted.signal]);

  /** Copies the next part; false when none is left. */
  async function copyNext(): Promise<boolean> {
    const next = queue.next();
    if (next.done === true) {
      exhausted.abort(new Error("no part is left"));
      return false;
    }
    upload.parts.set(next.value, await copyPart(attempt, upload, next.value, signal));
    await saveUpload(attempt, upload, "due");
    return true;
  }

  async function firstLane(): Promise<void> {
    while (await copyNext());
  }

  async function furtherLane(): Promise<void> {
    for (let more = true; more;) {
      try {
        await slots.acquire(waitSignal);
      } catch (error) {
        if (exhausted.signal.aborted) return;
        throw error;
      }
      try {
        more = await copyNext();
      } finally {
        slots.release();
      }
    }
  }

  let firstError: unknown;
  const stopAll = (error: unknown): void => {
    if (!failed.signal.aborted) firstError = error;
    failed.abort(error);
  };
  const lanes = Math.min(options.partsAtOnce, missing.length);
  await Promise.all(
    Array.from({ length: lanes }, (_, lane) => (lane === 0 ? firstLane() : furtherLane()).catch(stopAll)),
  );
  if (failed.signal.aborted) throw firstError;
}

function missingParts(upload: OpenUpload, { first, last }: PartSpan): number[] {
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return numbers.filter((partNumber) => !upload.parts.has(partNumber));
}

async function copyPart(
  attempt: CopyAttempt,
  upload: OpenUpload,
  partNumber: number,
  signal: AbortSignal,
): Promise<FinishedPart> {
  const trial = new ObjectTrial(attempt.run.context, attempt.version.key);
  // An upload that is over fails the object, whose next attempt begins a new one.
  return trial.run(signal, () => sendPart(attempt, upload, partNumber, signal), "NO_SUCH_UPLOAD");
}

async function sendPart(
  attempt: CopyAttempt,
  upload: OpenUpload,
  partNumber: number,
  signal: AbortSignal,
): Promise<FinishedPart> {
  const { context } = attempt.run;
  const { destinationKey: key } = attempt;
  const { uploadId } = upload;
  const range = partRange(partNumber, upload.partSizeBytes, attempt.version.sizeBytes);
  const sizeBytes = range.end - range.start + 1;
  const wantsNvme = upload.word.kind === "crc64nvme";
  let crc64nvme = 0n;
  const digest = { update: (bytes: Uint8Array) => void (crc64nvme = crc64Nvme.update(crc64nvme, bytes)) };
  await context.rate.mayBegin(2, signal);
  return withRelay(attempt, signal, range, async ({ relay }) => {
    const relayed = relay(wantsNvme ? { digest } : {});
    const body = relayed.writeBody;
    const stored = await context.destination.putPart({ key, uploadId, partNumber, sizeBytes, body, signal });
    if (stored.crc64 !== relayed.crc64) throw destinationMismatch(stored.crc64, relayed.crc64);
    return { etag: stored.etag, crc64: stored.crc64, ...(wantsNvme ? { crc64nvme } : {}) };
  });
}
