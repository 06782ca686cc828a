import type { CopiedObject, CopyAttempt } from "./copy-attempt.ts";
import { openVersion } from "./open-version.ts";
import { relayBody } from "./relay-body.ts";
import { checkSourceWord, digestFor, sourceWordOf } from "./source-word.ts";
import { transferMetadata } from "./transfer-metadata.ts";
import { needsOwnDigest, noteUnansweredWrite, verifyMd5Etag, verifyStored } from "./verify.ts";

/** Copies an object as it comes: one GET streamed into one PUT of fixed length, two blocks of memory. */
export async function copyStreamed(attempt: CopyAttempt): Promise<CopiedObject> {
  const { run, version, destinationKey } = attempt;
  const { context, signal } = run;
  const { sizeBytes } = version;
  const blockBytes = Math.min(context.options.blockBytes, sizeBytes);
  const loan = await context.memory.lend([blockBytes, blockBytes], signal);
  let succeeded = false;
  try {
    const source = await openVersion(attempt, signal);
    const word = sourceWordOf(source, context.options.sourceEtag);
    const digest = needsOwnDigest(attempt, word) ? digestFor(word) : undefined;
    const relay = relayBody(source, sizeBytes, loan.buffers, digest, () => {
      if (digest !== undefined) checkSourceWord(word, digest.finish());
    });
    try {
      const { metadata, unmappable } = await transferMetadata(attempt, source);
      const request = { key: destinationKey, sizeBytes, body: relay.writeBody, metadata, signal };
      const stored = await context.destination.put(request);
      verifyStored(attempt, stored, relay.crc64);
      verifyMd5Etag(attempt, stored, word, digest !== undefined);
      succeeded = true;
      return { ...stored, dropped: unmappable };
    } catch (error) {
      if (!relay.begun) source.discard();
      noteUnansweredWrite(attempt, error);
      throw error;
    }
  } finally {
    loan.giveBack({ reuse: succeeded });
  }
}
