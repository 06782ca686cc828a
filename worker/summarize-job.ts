import { decodeJson, encodeJson, parseJson } from "../core/protocol/codec.ts";
import { heartbeatSchema } from "../core/protocol/heartbeat.ts";
import { summarySchema, type Summary } from "../core/protocol/summary.ts";
import type { JobContext } from "./job-context.ts";
import { isOfThePartition } from "./partition-trouble.ts";
import { startCompletionWalk, type CompletionWalk } from "./prove-complete.ts";
import { reopenIfOrphaned } from "./reopen-partition.ts";
import type { WorkersView } from "./watch-fleet.ts";

/** Finds out, for an idle worker, whether the job is complete. */
export interface Summarizer {
  /** The summary once the job is complete, whoever proved it; undefined while it is not. */
  summarize(view: WorkersView, signal: AbortSignal): Promise<Summary | undefined>;
}

/** How many partitions without a completion marker are looked into at each step. */
const LOOKED_INTO = 8;

/** How many heartbeats are read at once, at most, in search of the first idle worker. */
const HEARTBEATS_AT_ONCE = 64;

/**
 * Only one idle worker walks, the first in the order of ids among the idle ones, so that a thousand idle workers
 * do not all read every completion marker; the others wait for its summary. It is no lock: two walkers would do
 * the same work twice and write the same summary once.
 */
export function createSummarizer(context: JobContext, workerId: string): Summarizer {
  const { keys, control, job, clock, log, random } = context;
  let walk: CompletionWalk | undefined;

  async function prove(signal: AbortSignal): Promise<Summary | undefined> {
    walk ??= startCompletionWalk({ job, keys, control });
    const result = await walk.step(signal);
    if (!result.complete) {
      await reopenOrphans(result.missing, signal);
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

  /** Rejects only when each partition that is missing cannot be worked on: until then there may be work to do. */
  async function reopenOrphans(missing: readonly string[], signal: AbortSignal): Promise<void> {
    const failures: unknown[] = [];
    for (const partitionId of sample(missing)) {
      try {
        await reopenIfOrphaned(context, partitionId, signal);
      } catch (error) {
        if (!isOfThePartition(error)) throw error;
        failures.push(error);
      }
    }
    if (failures.length === missing.length) throw failures[0];
  }

  async function readSummary(signal: AbortSignal): Promise<Summary | undefined> {
    const found = await control.get(keys.summary, signal);
    return found === undefined ? undefined : decodeJson(summarySchema, keys.summary, found.body);
  }

  /** Whether no other idle worker comes before this one. The more idle workers there are, the sooner one is found. */
  async function isFirstIdle(live: readonly string[], signal: AbortSignal): Promise<boolean> {
    const before = live.filter((other) => other < workerId);
    for (let from = 0, atOnce = 1; from < before.length; from += atOnce) {
      atOnce = Math.min(from + 1, HEARTBEATS_AT_ONCE);
      const some = before.slice(from, from + atOnce);
      const idle = await Promise.all(some.map((other) => isIdle(other, signal)));
      if (idle.includes(true)) return false;
    }
    return true;
  }

  async function isIdle(other: string, signal: AbortSignal): Promise<boolean> {
    const found = await control.get(keys.worker(other), signal);
    if (found === undefined) return false;
    const heartbeat = parseJson(heartbeatSchema, found.body);
    return heartbeat.ok && heartbeat.value.state === "idle";
  }

  function sample(missing: readonly string[]): readonly string[] {
    const start = Math.floor(random() * missing.length);
    return [...missing.slice(start), ...missing.slice(0, start)].slice(0, LOOKED_INTO);
  }

  return {
    async summarize({ live }, signal) {
      const found = await readSummary(signal);
      if (found !== undefined) return found;
      return (await isFirstIdle(live, signal)) ? prove(signal) : undefined;
    },
  };
}
