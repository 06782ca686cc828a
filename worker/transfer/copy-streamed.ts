import type { StoredObject } from "../../storage/ports.ts";
import type { CopiedObject, CopyAttempt } from "./copy-attempt.ts";
import { checkPassedBytes, digestFor, sourceWordOf } from "./source-word.ts";
import { transferMetadata } from "./transfer-metadata.ts";
import { needsOwnDigest, noteUnansweredWrite, verifyMd5Etag, verifyStored } from "./verify.ts";
import { withRelay } from "./with-relay.ts";
import { afterRefusal, beforeReplacing, forbidOverwrite } from "./write-condition.ts";

/** Ends a body before its last bytes are sent: the destination has it already. */
class AlreadyThere extends Error {
  readonly stored: StoredObject;

  constructor(stored: StoredObject) {
    super("the destination has these bytes already");
    this.stored = stored;
  }
}

/** Copies an object as it comes: one GET streamed into one PUT of fixed length, a few blocks of memory. */
export async function copyStreamed(attempt: CopyAttempt): Promise<CopiedObject> {
  const { run, version, destinationKey: key } = attempt;
  const { context, signal } = run;
  const { sizeBytes } = version;
  return withRelay(attempt, signal, undefined, async ({ source, relay }) => {
    const word = sourceWordOf(source, context.options.sourceEtag);
    const digest = needsOwnDigest(attempt, word) ? digestFor(word) : undefined;
    const { metadata, unmappable } = await transferMetadata(attempt, source);
    const check = async (crc64: bigint): Promise<void> => {
      checkPassedBytes(word, digest, crc64);
      const there = await beforeReplacing(attempt, crc64);
      if (there !== undefined) throw new AlreadyThere(there);
    };
    const relayed = relay({ digest, check });
    let wasRefused = false;
    try {
      const request = { key, sizeBytes, body: relayed.writeBody, metadata, signal };
      const stored = await context.destination
        .put({ ...request, ...forbidOverwrite(attempt) })
        .catch((error: unknown) => {
          if (error instanceof AlreadyThere) return error.stored;
          wasRefused = true;
          return afterRefusal(attempt, error);
        });
      // A refusal may come before all bytes have passed; what it left there has been compared then.
      if (!wasRefused) verifyStored(attempt, stored, relayed.crc64);
      verifyMd5Etag(attempt, stored, word, digest !== undefined && !wasRefused);
      return { ...stored, dropped: unmappable };
    } catch (error) {
      noteUnansweredWrite(attempt, error, relayed.crc64);
      throw error;
    }
  });
}
