import { crc64Xz } from "../../core/crc64.ts";
import type { DestinationStore, SourceBody, StoredObject } from "../../storage/ports.ts";
import type { CopiedObject, CopyAttempt } from "./copy-attempt.ts";
import { openVersion } from "./open-version.ts";
import { placeChunk } from "./place-chunk.ts";
import { lengthDiffers } from "./relay-body.ts";
import { checkPassedBytes, digestFor, sourceWordOf } from "./source-word.ts";
import { transferMetadata } from "./transfer-metadata.ts";
import { needsOwnDigest, noteUnansweredWrite, verifyMd5Etag, verifyStored } from "./verify.ts";
import { afterRefusal, beforeReplacing, forbidOverwrite } from "./write-condition.ts";

/**
 * Copies an object that fits into memory: one GET, one PUT. A PUT that fails is repeated from memory, for reading
 * from the source again is what a migration pays for.
 */
export async function copySmall(attempt: CopyAttempt): Promise<CopiedObject> {
  const { signal, context } = attempt.run;
  const loan = await context.memory.lend([attempt.version.sizeBytes], signal);
  try {
    const source = await openVersion(attempt, signal);
    const bytes = await readInto(loan.buffers[0], source);
    const crc64 = crc64Xz.update(0n, bytes);
    const word = sourceWordOf(source, context.options.sourceEtag);
    const digest = needsOwnDigest(attempt, word) ? digestFor(word) : undefined;
    digest?.update(bytes);
    checkPassedBytes(word, digest, crc64);
    const { metadata, unmappable } = await transferMetadata(attempt, source);

    const { destinationKey: key } = attempt;
    const request = { key, sizeBytes: bytes.length, body: bytes, metadata, signal };
    const stored = await putUntilStored(attempt, request, crc64);
    verifyMd5Etag(attempt, stored, word, digest !== undefined);
    return { ...stored, dropped: unmappable };
  } finally {
    loan.giveBack();
  }
}

async function putUntilStored(
  attempt: CopyAttempt,
  request: Parameters<DestinationStore["put"]>[0],
  crc64: bigint,
): Promise<StoredObject> {
  const { trial, run } = attempt;
  const { context, signal } = run;
  let again = false;
  return trial.run(signal, async () => {
    // The first put was booked with the copy.
    if (again) await context.rate.mayBegin(1, signal);
    again = true;
    try {
      const there = await beforeReplacing(attempt, crc64);
      if (there !== undefined) return there;
      const stored = await context.destination
        .put({ ...request, ...forbidOverwrite(attempt) })
        .catch((error: unknown) => afterRefusal(attempt, error, crc64));
      verifyStored(attempt, stored, crc64);
      return stored;
    } catch (error) {
      noteUnansweredWrite(attempt, error, crc64);
      throw error;
    }
  });
}

async function readInto(buffer: Buffer, body: SourceBody): Promise<Buffer> {
  const sizeBytes = body.bodySizeBytes;
  let filledBytes = 0;
  const accept = (chunk: Uint8Array): void => {
    if (filledBytes + chunk.length > sizeBytes) throw lengthDiffers(filledBytes + chunk.length, sizeBytes);
    placeChunk(chunk, buffer, filledBytes);
    filledBytes += chunk.length;
  };
  await body.read(accept, (aheadBytes) => buffer.subarray(filledBytes + aheadBytes));
  if (filledBytes !== sizeBytes) throw lengthDiffers(filledBytes, sizeBytes);
  return buffer.subarray(0, sizeBytes);
}
