import { decodeJson, encodeJson } from "../core/protocol/codec.ts";
import { summarySchema, type Summary } from "../core/protocol/summary.ts";
import { isHolderDead, latestClaim } from "./claim-partition.ts";
import type { JobContext } from "./job-context.ts";
import { startCompletionWalk, type CompletionWalk } from "./prove-complete.ts";
import type { FleetView } from "./watch-fleet.ts";

/** Finds out, for an idle worker, whether the job is complete. */
export interface Summarizer {
  /** The summary once the job is complete, whoever proved it; undefined while it is not. */
  summarize(view: FleetView, signal: AbortSignal): Promise<Summary | undefined>;
}

/** How many partitions without a completion marker are looked into at each step. */
const LOOKED_INTO = 8;

/**
 * Only one idle worker walks, the one whose id comes first among the living, so that a thousand idle workers do
 * not all read every completion marker; the others wait for its summary. It is no lock: two walkers would do
 * the same work twice and write the same summary once.
 */
export function createSummarizer(context: JobContext, workerId: string): Summarizer {
  const { keys, control, job, clock, log, random } = context;
  let walk: CompletionWalk | undefined;

  async function prove(signal: AbortSignal): Promise<Summary | undefined> {
    walk ??= startCompletionWalk({ job, keys, control });
    const result = await walk.step(signal);
    if (!result.complete) {
      for (const partitionId of sample(result.missing)) await reopenIfOrphaned(partitionId, signal);
      return undefined;
    }
    const summary: Summary = {
      jobId: job.spec.jobId,
      partitions: result.partitions,
      tally: result.tally,
      startedAtSourceMs: job.startedAtSourceMs,
      completedAtMs: clock.nowMs(),
      provedBy: workerId,
    };
    if ((await control.createOnce(keys.summary, encodeJson(summary), signal)) === "exists")
      return readSummary(signal);
    log.info("job.completed", { partitions: summary.partitions, ...summary.tally.outcomes });
    return summary;
  }

  async function readSummary(signal: AbortSignal): Promise<Summary | undefined> {
    const found = await control.get(keys.summary, signal);
    return found === undefined ? undefined : decodeJson(summarySchema, keys.summary, found.body);
  }

  /** A partition nobody alive holds and no hint speaks of: its maker or holder died at an unlucky moment. */
  async function reopenIfOrphaned(partitionId: string, signal: AbortSignal): Promise<void> {
    const claim = await latestClaim(context, partitionId, signal);
    if (claim !== undefined && !(await isHolderDead(context, claim.workerId, signal))) return;
    await control.put(keys.open(partitionId), Buffer.alloc(0), signal);
    log.info("partition.reopened", { partitionId });
  }

  function sample(missing: readonly string[]): readonly string[] {
    const start = Math.floor(random() * missing.length);
    return [...missing.slice(start), ...missing.slice(0, start)].slice(0, LOOKED_INTO);
  }

  return {
    async summarize(view, signal) {
      const found = await readSummary(signal);
      if (found !== undefined) return found;
      const walker = view.liveWorkers.toSorted()[0] ?? workerId;
      return workerId <= walker ? prove(signal) : undefined;
    },
  };
}
