import { crc64FromBase64, crc64Xz } from "../../core/crc64.ts";
import type { CopyAttempt } from "./copy-attempt.ts";
import { openVersion } from "./open-version.ts";
import { lengthDiffers } from "./relay-body.ts";

/**
 * The CRC-64/XZ of the attempt's version at the source: as the service states it, where it does, else of its bytes,
 * which are read for it and not kept.
 */
export async function sourceCrc64(attempt: CopyAttempt): Promise<bigint> {
  const { context, signal } = attempt.run;
  context.rate.book(1);
  const body = await openVersion(attempt, signal);
  const stated = body.checksums?.type === "FULL_OBJECT" ? body.checksums.values.crc64ecma : undefined;
  if (stated !== undefined) {
    body.discard();
    return crc64FromBase64(stated);
  }
  let crc64 = 0n;
  let readBytes = 0;
  await body.read((chunk) => {
    crc64 = crc64Xz.update(crc64, chunk);
    readBytes += chunk.length;
  });
  if (readBytes !== attempt.version.sizeBytes) throw lengthDiffers(readBytes, attempt.version.sizeBytes);
  return crc64;
}
