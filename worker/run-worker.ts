import type { Clock, Random } from "../core/clock.ts";
import { FerryError } from "../core/errors.ts";
import type { Log } from "../core/log.ts";
import type { JobSpec } from "../core/protocol/job.ts";
import { jobKeys } from "../core/protocol/keys.ts";
import type { Summary } from "../core/protocol/summary.ts";
import type { ControlStore, SourceStore } from "../storage/ports.ts";
import { checkControlBucket } from "./check-control-bucket.ts";
import type { CopyEngine } from "./copy-engine.ts";
import { randomHex, type JobContext } from "./job-context.ts";
import { joinJob } from "./join-job.ts";
import { reliableControl } from "./reliable-control.ts";
import { serveIncarnation } from "./serve-incarnation.ts";

/** What a worker needs of the world. */
export interface WorkerDeps {
  readonly control: ControlStore;
  readonly source: Pick<SourceStore, "list">;
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
  const { spec } = options;
  const { clock, random, log, source } = deps;
  const keys = jobKeys(spec.jobId);
  const control = reliableControl(deps.control, { clock, random, log, giveUpMs: options.giveUpMs });

  await checkControlBucket(deps.control, control, keys, random, drain);
  const job = await joinJob(spec, options.leaseMs, { control, keys, source, clock, random, log }, drain);
  const context: JobContext = { job, keys, control, source, clock, random, log };

  for (;;) {
    // A worker that lost its lease is dead to the others for good; it goes on as somebody new.
    const workerId = `${deps.name}-${randomHex(random, 8)}`;
    try {
      return await serveIncarnation(context, workerId, options, deps, drain);
    } catch (error) {
      if (!(error instanceof FerryError) || error.code !== "LEASE_LOST") throw error;
    }
  }
}
