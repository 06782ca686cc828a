import { FerryError, StoreError } from "../core/errors.ts";
import { decodeJson, encodeJson, parseJson } from "../core/protocol/codec.ts";
import { heartbeatSchema } from "../core/protocol/heartbeat.ts";
import { summarySchema, type Summary } from "../core/protocol/summary.ts";
import type { JobContext } from "./job-context.ts";
import { isOfThePartition } from "./partition-trouble.ts";
import {
  startCompletionWalk,
  type CompletionWalk,
  type StepLimits,
  type WalkResult,
} from "./prove-complete.ts";
import { reopenIfOrphaned } from "./reopen-partition.ts";
import type { WorkersView } from "./watch-fleet.ts";

/** Finds out whether the job is complete. */
export interface Summarizer {
  /** For an idle worker: the summary once the job is complete, whoever proved it. */
  summarize(view: WorkersView, signal: AbortSignal): Promise<Progress>;
  /**
   * Beside the work: gets on with the proof, if that falls to this worker, so that little of it is left at the end
   * (a million completion markers take minutes) and no partition that fell through the net waits for the end.
   */
  prepare(view: WorkersView, signal: AbortSignal): Promise<void>;
}

/** `walking`: there is more to prove at once; `waiting`: partitions, or another worker's proof, are to be waited for. */
type Progress =
  | { readonly kind: "complete"; readonly summary: Summary }
  | { readonly kind: "walking" | "waiting" };

/** An idle worker looks for work again after so much of the proof. */
const IDLE_STEP: StepLimits = { gets: 1_000, missing: 32 };

/** A busy one only takes what is new; the partitions in progress, which are asked for in vain, are about as many. */
const BUSY_STEP: StepLimits = { gets: 2_000, missing: 2_000 };

/** How many partitions without a completion marker are looked into at each step. */
const LOOKED_INTO = 16;

/** How many workers look whether all before them have left. */
const DEPUTIES = 3;

/**
 * Only one worker walks, the first of the living in the order of ids, so that a thousand workers do not all read
 * every completion marker; the others wait for its summary. Should it have left, one of the next three walks at
 * once, anybody else when its heartbeat is older than the lease. It is no lock: two walkers would do the same work
 * twice and write the same summary once.
 */
export function createSummarizer(context: JobContext, workerId: string): Summarizer {
  const { keys, control, job, clock, log, random } = context;
  let walk: CompletionWalk | undefined;
  let walking: Promise<unknown> = Promise.resolve();
  let mayPrepare = true;

  /** One step at a time, on a walk that is begun anew after a failure. */
  function step(limits: StepLimits, signal: AbortSignal): Promise<WalkResult> {
    const takeStep = async (): Promise<WalkResult> => {
      try {
        walk ??= startCompletionWalk({ job, keys, control });
        return await walk.step(signal, limits);
      } catch (error) {
        walk = undefined;
        throw error;
      }
    };
    const result = walking.then(takeStep);
    walking = result.catch(() => undefined);
    return result;
  }

  async function prove(limits: StepLimits, signal: AbortSignal): Promise<Progress> {
    const result = await step(limits, signal);
    if (!result.complete) {
      if (result.more) return { kind: "walking" };
      await reopenOrphans(result.missing, signal);
      return { kind: "waiting" };
    }
    const summary: Summary = {
      jobId: job.spec.jobId,
      partitions: result.partitions,
      tally: result.tally,
      startedAtSourceMs: job.startedAtSourceMs,
      completedAtMs: clock.nowMs(),
      provedBy: workerId,
    };
    if ((await control.createOnce(keys.summary, encodeJson(summary), signal)) === "exists") {
      const theirs = await readSummary(signal);
      return theirs === undefined ? { kind: "waiting" } : { kind: "complete", summary: theirs };
    }
    log.info("job.completed", { partitions: summary.partitions, ...summary.tally.outcomes });
    return { kind: "complete", summary };
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

  async function isWalker(live: readonly string[], signal: AbortSignal): Promise<boolean> {
    const before = live.filter((other) => other < workerId);
    if (before.length > DEPUTIES) return false;
    const gone = await Promise.all(before.map((other) => hasLeft(other, signal)));
    return !gone.includes(false);
  }

  async function hasLeft(other: string, signal: AbortSignal): Promise<boolean> {
    const found = await control.get(keys.worker(other), signal);
    if (found === undefined) return true;
    const heartbeat = parseJson(heartbeatSchema, found.body);
    return heartbeat.ok && heartbeat.value.state === "left";
  }

  function sample(missing: readonly string[]): readonly string[] {
    const start = Math.floor(random() * missing.length);
    return [...missing.slice(start), ...missing.slice(0, start)].slice(0, LOOKED_INTO);
  }

  return {
    async summarize({ live }, signal) {
      const summary = await readSummary(signal);
      if (summary !== undefined) return { kind: "complete", summary };
      return (await isWalker(live, signal)) ? prove(IDLE_STEP, signal) : { kind: "waiting" };
    },
    async prepare({ live }, signal) {
      if (!mayPrepare || !(await isWalker(live, signal))) return;
      try {
        await prove(BUSY_STEP, signal);
      } catch (error) {
        if (!(error instanceof FerryError) || error instanceof StoreError || error.code === "LEASE_LOST")
          throw error;
        // What is wrong with the proof is said when it is due, not to a worker that has work to do.
        mayPrepare = false;
      }
    },
  };
}
