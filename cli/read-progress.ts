import { addTallies, EMPTY_TALLY, type Tally } from "../core/outcome.ts";
import { decodeJson, parseJson } from "../core/protocol/codec.ts";
import { heartbeatSchema, type Heartbeat } from "../core/protocol/heartbeat.ts";
import { jobRecordSchema, type JobRecord } from "../core/protocol/job.ts";
import { jobKeys, lastSegment } from "../core/protocol/keys.ts";
import { summarySchema, type Summary } from "../core/protocol/summary.ts";
import { FerryError } from "../core/errors.ts";
import type { ControlStore } from "../storage/ports.ts";

/** One worker as its last heartbeat shows it. */
export interface WorkerProgress {
  readonly workerId: string;
  /** `lost`: no heartbeat for longer than the lease. */
  readonly state: Heartbeat["state"] | "lost";
  readonly sinceHeartbeatMs: number;
  readonly heartbeat: Heartbeat;
}

/** A job as the control bucket shows it now, from heartbeats and hints; only `summary` is proof. */
export interface Progress {
  readonly job: JobRecord;
  readonly workers: readonly WorkerProgress[];
  /** Sum over completed partitions. */
  readonly completed: Tally;
  readonly completedPartitions: number;
  readonly heldPartitions: number;
  /** Partitions that wait to be claimed; at least this many when `moreOpen`. */
  readonly openPartitions: number;
  readonly moreOpen: boolean;
  /** Listed so far and finished so far, partitions under way included. */
  readonly listed: number;
  readonly listedBytes: number;
  readonly finished: number;
  readonly finishedBytes: number;
  readonly summary: Summary | undefined;
}

/** A heartbeat with the store's stamps of when it was written and when it was read. */
interface ReadHeartbeat {
  readonly lastModifiedMs: number;
  readonly readAtMs: number;
  readonly heartbeat: Heartbeat;
}

const GETS_AT_ONCE = 16;
const OPEN_PAGE = 1_000;

/**
 * Reads a job's progress from its control bucket: one LIST for each 1,000 workers that ever were, one GET for each
 * worker whose heartbeat changed since the last call, one LIST of hints; never anything per object or partition.
 * JOB_UNKNOWN when there is no such job.
 */
export function createProgressReader(
  control: ControlStore,
  jobId: string,
): (signal: AbortSignal) => Promise<Progress> {
  const keys = jobKeys(jobId);
  const heartbeats = new Map<string, ReadHeartbeat>();
  let job: JobRecord | undefined;

  async function readJob(signal: AbortSignal): Promise<JobRecord> {
    const found = await control.get(keys.job, signal);
    if (found === undefined) {
      throw new FerryError(
        "JOB_UNKNOWN",
        `there is no job ${jobId} in this control bucket; check the id and the bucket`,
      );
    }
    return decodeJson(jobRecordSchema, keys.job, found.body);
  }

  async function readWorkers(leaseMs: number, signal: AbortSignal): Promise<WorkerProgress[]> {
    const workers: WorkerProgress[] = [];
    let startAfter: string | undefined;
    for (;;) {
      const page = await control.list({
        prefix: keys.workersPrefix,
        ...(startAfter === undefined ? {} : { startAfter }),
        signal,
      });
      for (let from = 0; from < page.entries.length; from += GETS_AT_ONCE) {
        const batch = page.entries.slice(from, from + GETS_AT_ONCE);
        await Promise.all(batch.map((entry) => readHeartbeat(entry, signal)));
      }
      for (const entry of page.entries) {
        const known = heartbeats.get(entry.key);
        if (known === undefined) continue;
        const sinceHeartbeatMs = page.serverDateMs - known.lastModifiedMs;
        const { state } = known.heartbeat;
        workers.push({
          workerId: lastSegment(entry.key),
          state: state !== "left" && sinceHeartbeatMs > leaseMs + 1000 ? "lost" : state,
          sinceHeartbeatMs,
          heartbeat: known.heartbeat,
        });
      }
      startAfter = page.entries.at(-1)?.key;
      if (!page.truncated || startAfter === undefined) return workers;
    }
  }

  async function readHeartbeat(
    entry: { readonly key: string; readonly lastModifiedMs: number },
    signal: AbortSignal,
  ): Promise<void> {
    // Stamps have whole seconds: one that was read in the second it was written may have been written again since.
    const known = heartbeats.get(entry.key);
    if (known?.lastModifiedMs === entry.lastModifiedMs && known.readAtMs > known.lastModifiedMs) return;
    const found = await control.get(entry.key, signal);
    if (found === undefined) return;
    const heartbeat = parseJson(heartbeatSchema, found.body);
    if (heartbeat.ok) {
      heartbeats.set(entry.key, {
        lastModifiedMs: found.lastModifiedMs,
        readAtMs: found.serverDateMs,
        heartbeat: heartbeat.value,
      });
    }
  }

  return async (signal) => {
    job ??= await readJob(signal);
    const [workers, open, summary] = await Promise.all([
      readWorkers(job.leaseMs, signal),
      control.list({ prefix: keys.openPrefix, maxKeys: OPEN_PAGE, signal }),
      control.get(keys.summary, signal),
    ]);
    return {
      job,
      workers,
      openPartitions: open.entries.length,
      moreOpen: open.truncated,
      summary: summary === undefined ? undefined : decodeJson(summarySchema, keys.summary, summary.body),
      ...sumUp(workers),
    };
  };
}

function sumUp(
  workers: readonly WorkerProgress[],
): Pick<
  Progress,
  | "completed"
  | "completedPartitions"
  | "heldPartitions"
  | "listed"
  | "listedBytes"
  | "finished"
  | "finishedBytes"
> {
  let completed = EMPTY_TALLY;
  let completedPartitions = 0;
  let heldPartitions = 0;
  let [listed, listedBytes, finished, finishedBytes] = [0, 0, 0, 0];
  for (const { heartbeat, state } of workers) {
    completed = addTallies(completed, heartbeat.completed);
    completedPartitions += heartbeat.completedPartitions;
    // What a dead worker had under way is listed and copied again by another.
    if (state === "lost" || state === "left") continue;
    heldPartitions += heartbeat.held.length;
    listed += heartbeat.inProgress.listed;
    listedBytes += heartbeat.inProgress.listedBytes;
    finished += heartbeat.inProgress.finished;
    finishedBytes += heartbeat.inProgress.finishedBytes;
  }
  return {
    completed,
    completedPartitions,
    heldPartitions,
    listed: completed.listed + listed,
    listedBytes: completed.listedBytes + listedBytes,
    finished: completed.listed + finished,
    finishedBytes: completed.listedBytes + finishedBytes,
  };
}
