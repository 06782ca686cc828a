import type { CopiedObject, CopyAttempt } from "./copy-attempt.ts";
import { checkSourceWord, digestFor, sourceWordOf } from "./source-word.ts";
import { transferMetadata } from "./transfer-metadata.ts";
import { needsOwnDigest, noteUnansweredWrite, verifyMd5Etag, verifyStored } from "./verify.ts";
import { withRelay } from "./with-relay.ts";

/** Copies an object as it comes: one GET streamed into one PUT of fixed length, two blocks of memory. */
export async function copyStreamed(attempt: CopyAttempt): Promise<CopiedObject> {
  const { run, version, destinationKey: key } = attempt;
  const { context, signal } = run;
  const { sizeBytes } = version;
  return withRelay(attempt, signal, undefined, async ({ source, relay }) => {
    const word = sourceWordOf(source, context.options.sourceEtag);
    const digest = needsOwnDigest(attempt, word) ? digestFor(word) : undefined;
    const { metadata, unmappable } = await transferMetadata(attempt, source);
    const check = (): void => {
      if (digest !== undefined) checkSourceWord(word, digest.finish());
    };
    const relayed = relay({ digest, check });
    try {
      const body = relayed.writeBody;
      const stored = await context.destination.put({ key, sizeBytes, body, metadata, signal });
      verifyStored(attempt, stored, relayed.crc64);
      verifyMd5Etag(attempt, stored, word, digest !== undefined);
      return { ...stored, dropped: unmappable };
    } catch (error) {
      noteUnansweredWrite(attempt, error);
      throw error;
    }
  });
}
