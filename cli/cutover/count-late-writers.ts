import type { Clock } from "../../core/clock.ts";
import { compileFilter } from "../../core/merge/filter.ts";
import type { JobRecord } from "../../core/protocol/job.ts";
import type { SourceStore } from "../../storage/ports.ts";

/** What has been written at the source since a job began. */
export interface LateWriters {
  /** Written since then, among those that were listed. */
  readonly objects: number;
  readonly bytes: number;
  readonly listed: number;
  /** Whether the whole bucket was listed in time. */
  readonly complete: boolean;
}

/**
 * Lists the source for as long as allowed and counts what is part of the job and was last modified since it began,
 * both by the source's clock. An object that was uploaded in parts is dated by when its upload began: what was under
 * way then is seen as an open upload before, and by the next delta after.
 */
export async function countLateWriters(
  job: JobRecord,
  source: Pick<SourceStore, "list">,
  { limitMs, clock }: { readonly limitMs: number; readonly clock: Pick<Clock, "monotonicMs"> },
  signal: AbortSignal,
): Promise<LateWriters> {
  const { srcPrefix, filter } = job.spec;
  const filteredOut = compileFilter(filter, srcPrefix);
  const endMs = clock.monotonicMs() + limitMs;
  let [objects, bytes, listed] = [0, 0, 0];
  let continuationToken: string | undefined;
  do {
    const next = continuationToken === undefined ? {} : { continuationToken };
    const page = await source.list({ prefix: srcPrefix, ...next, signal });
    for (const object of page.objects) {
      listed++;
      if (object.lastModifiedMs < job.startedAtSourceMs || filteredOut(object) !== undefined) continue;
      objects++;
      bytes += object.sizeBytes;
    }
    continuationToken = page.nextToken;
  } while (continuationToken !== undefined && clock.monotonicMs() < endMs);
  return { objects, bytes, listed, complete: continuationToken === undefined };
}
