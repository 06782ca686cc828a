import { StoreError } from "../../core/errors.ts";
import type { ByteRange, SourceBody } from "../../storage/ports.ts";
import type { CopyAttempt } from "./copy-attempt.ts";

/** Opens the version that the attempt is about, or a range of it; its length is as planned, or this throws. */
export async function openVersion(
  attempt: CopyAttempt,
  signal: AbortSignal,
  range?: ByteRange,
): Promise<SourceBody> {
  const { key, etag, sizeBytes } = attempt.version;
  const request = { key, ifMatch: etag, signal, ...(range === undefined ? {} : { range }) };
  const body = await attempt.run.context.source.open(request);
  const expectedBytes = range === undefined ? sizeBytes : range.end - range.start + 1;
  if (body.bodySizeBytes === expectedBytes) return body;
  body.discard();
  throw new StoreError(
    "BAD_RESPONSE",
    `the source listed ${sizeBytes} bytes and sends ${body.bodySizeBytes} where ${expectedBytes} were asked for`,
    { store: "source" },
  );
}
