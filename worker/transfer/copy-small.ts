import { crc64Xz } from "../../core/crc64.ts";
import type { SourceBody, StoredObject } from "../../storage/ports.ts";
import type { CopiedObject, CopyAttempt } from "./copy-attempt.ts";
import { openVersion } from "./open-version.ts";
import { lengthDiffers } from "./relay-body.ts";
import { checkSourceWord, digestFor, sourceWordOf } from "./source-word.ts";
import { transferMetadata } from "./transfer-metadata.ts";
import { needsOwnDigest, noteUnansweredWrite, verifyStored } from "./verify.ts";

/**
 * Copies an object that fits into memory: one GET, one PUT. A PUT that fails is repeated from memory, for reading
 * from the source again is what a migration pays for.
 */
export async function copySmall(attempt: CopyAttempt): Promise<CopiedObject> {
  const { signal, context } = attempt.run;
  const loan = await context.memory.lend([attempt.version.sizeBytes], signal);
  let succeeded = false;
  try {
    const source = await openVersion(attempt, signal);
    const bytes = await readInto(loan.buffers[0], source);
    const crc64 = crc64Xz.update(0n, bytes);
    const word = sourceWordOf(source, context.options.sourceEtag);
    const digest = needsOwnDigest(attempt, word) ? digestFor(word) : undefined;
    digest?.update(bytes);
    if (digest !== undefined) checkSourceWord(word, digest.finish());
    const { metadata, unmappable } = await transferMetadata(attempt, source);

    const stored = await attempt.trial.run(signal, async () => {
      await context.rate.mayBegin(signal);
      const answer = await putBytes();
      verifyStored(attempt, answer, { crc64, word, digested: digest !== undefined });
      return answer;
    });
    succeeded = true;
    return { ...stored, dropped: unmappable };

    async function putBytes(): Promise<StoredObject> {
      try {
        const { destinationKey: key } = attempt;
        return await context.destination.put({ key, sizeBytes: bytes.length, body: bytes, metadata, signal });
      } catch (error) {
        noteUnansweredWrite(attempt, error);
        throw error;
      }
    }
  } finally {
    loan.giveBack({ reuse: succeeded });
  }
}

async function readInto(buffer: Buffer, body: SourceBody): Promise<Buffer> {
  const sizeBytes = body.bodySizeBytes;
  let filledBytes = 0;
  await body.read((chunk) => {
    if (filledBytes + chunk.length > sizeBytes) throw lengthDiffers(filledBytes + chunk.length, sizeBytes);
    buffer.set(chunk, filledBytes);
    filledBytes += chunk.length;
  });
  if (filledBytes !== sizeBytes) throw lengthDiffers(filledBytes, sizeBytes);
  return buffer.subarray(0, sizeBytes);
}
