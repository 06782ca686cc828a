import { crc64Xz } from "../../core/crc64.ts";
import type { CopyAttempt } from "./copy-attempt.ts";
import { openVersion } from "./open-version.ts";
import { lengthDiffers } from "./relay-body.ts";

/** Reads the attempt's version at the source and resolves to the CRC-64/XZ of its bytes; keeps none of them. */
export async function sourceCrc64(attempt: CopyAttempt): Promise<bigint> {
  const { context, signal } = attempt.run;
  context.rate.book(1);
  const body = await openVersion(attempt, signal);
  let crc64 = 0n;
  let readBytes = 0;
  await body.read((chunk) => {
    crc64 = crc64Xz.update(crc64, chunk);
    readBytes += chunk.length;
  });
  if (readBytes !== attempt.version.sizeBytes) throw lengthDiffers(readBytes, attempt.version.sizeBytes);
  return crc64;
}
