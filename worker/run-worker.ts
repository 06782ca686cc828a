import type { Clock, Random } from "../core/clock.ts";
import { FerryError } from "../core/errors.ts";
import type { Log } from "../core/log.ts";
import type { JobRecord, JobSpec } from "../core/protocol/job.ts";
import { jobKeys } from "../core/protocol/keys.ts";
import type { Summary } from "../core/protocol/summary.ts";
import type { ControlStore, DestinationStore, SourceStore } from "../storage/ports.ts";
import { checkControlBucket } from "./check-control-bucket.ts";
import type { CopyEngine } from "./copy-engine.ts";
import { randomHex } from "./job-context.ts";
import { joinJob } from "./join-job.ts";
import { reliableControl } from "./reliable-control.ts";
import { serveIncarnation } from "./serve-incarnation.ts";

/** What a worker needs of the world. */
export interface WorkerDeps {
  readonly control: ControlStore;
  readonly source: Pick<SourceStore, "list">;
  readonly destination: Pick<DestinationStore, "list">;
  readonly engine: CopyEngine;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Begins the worker's id; a random part is added. */
  readonly name: string;
  /** Requests to the control bucket so far, and memory in use, for the heartbeat. */
  readonly controlRequests: () => number;
  readonly residentBytes: () => number;
}

export interface WorkerOptions {
  readonly spec: JobSpec;
  /** Without a renewal for this long a worker counts as dead. The first worker decides for the job. */
  readonly leaseMs: number;
  /** How many partitions are worked on at once: more than one, so that the tail of one overlaps the next. */
  readonly heldPartitions: number;
  /** How long a drain waits for what is held before it gives it back. */
  readonly drainMs: number;
  /** How long the control bucket may stay silent before the worker ends with STORE_UNAVAILABLE. */
  readonly giveUpMs: number;
  /** Upper bound of this worker alone, source bytes per second. */
  readonly ownBytesPerSecond?: number;
}

/** How a worker ended, when nothing was wrong. */
export type WorkerEnd =
  | { readonly kind: "complete"; readonly summary: Summary }
  | { readonly kind: "drained" };

/** The life of a worker. Read first: everything else in this folder is a stage called from here. */
export async function runWorker(
  options: WorkerOptions,
  deps: WorkerDeps,
  drain: AbortSignal,
): Promise<WorkerEnd> {
  let job: JobRecord;
  try {
    job = await enterJob(options, deps, drain);
  } catch (error) {
    if (drain.aborted) return { kind: "drained" };
    throw error;
  }
  while (!drain.aborted) {
    // A worker that lost its lease is dead to the others for good; it goes on as somebody new.
    const workerId = `${deps.name}-${randomHex(deps.random, 12)}`;
    try {
      return await serveIncarnation(job, workerId, options, deps, drain);
    } catch (error) {
      if (drain.aborted && error === drain.reason) break;
      if (!(error instanceof FerryError) || error.code !== "LEASE_LOST") throw error;
    }
  }
  return { kind: "drained" };
}

/** A store that has not answered at all yet is more likely a wrong setting than an outage: say so soon. */
export const START_GIVE_UP_MS = 30_000;

/** Refuses a control bucket that is of no use, then creates or joins the job. */
async function enterJob(options: WorkerOptions, deps: WorkerDeps, signal: AbortSignal): Promise<JobRecord> {
  const { spec, leaseMs } = options;
  const { clock, random, log, source } = deps;
  const giveUpMs = Math.min(options.giveUpMs, START_GIVE_UP_MS);
  const keys = jobKeys(spec.jobId);
  const control = reliableControl(deps.control, { clock, random, log, giveUpMs });
  await checkControlBucket(control, keys, random, signal);
  return joinJob(spec, leaseMs, { control, keys, source, clock, random, log, giveUpMs }, signal);
}
