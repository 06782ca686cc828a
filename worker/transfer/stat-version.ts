import { StoreError } from "../../core/errors.ts";
import type { SourceObject } from "../../storage/ports.ts";
import type { CopyAttempt } from "./copy-attempt.ts";

/** Asks about the attempt's version. A HEAD has no If-Match worth relying on, so the answer is compared with it. */
export async function statVersion(attempt: CopyAttempt): Promise<SourceObject> {
  const { run, version } = attempt;
  const source = await run.context.source.stat({ key: version.key, signal: run.signal });
  if (source.etag === version.etag && source.sizeBytes === version.sizeBytes) return source;
  throw new StoreError("PRECONDITION_FAILED", "the object is no longer the one listed", { store: "source" });
}
