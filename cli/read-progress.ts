import { addTallies, EMPTY_TALLY, type Tally } from "../core/outcome.ts";
import { decodeJson, parseJson } from "../core/protocol/codec.ts";
import { heartbeatSchema, type Heartbeat } from "../core/protocol/heartbeat.ts";
import { jobRecordSchema, type JobRecord } from "../core/protocol/job.ts";
import { jobKeys, lastSegment } from "../core/protocol/keys.ts";
import { obeyedJobId } from "../core/protocol/round.ts";
import { summarySchema, type Summary } from "../core/protocol/summary.ts";
import { FerryError } from "../core/errors.ts";
import type { ControlStore } from "../storage/ports.ts";
import { findStragglers, type Straggler } from "./find-stragglers.ts";
import { type ControlState, readControl } from "./read-control.ts";

/** One worker as its last heartbeat shows it. */
export interface WorkerProgress {
  readonly workerId: string;
  /** `lost`: no heartbeat for longer than the lease. */
  readonly state: Heartbeat["state"] | "lost";
  readonly sinceHeartbeatMs: number;
  readonly heartbeat: Heartbeat;
}

/** `unattended`: not complete, and nobody works on it. */
export type JobState = "complete" | "running" | "paused" | "unattended";

/** A job as the control bucket shows it now, from heartbeats and hints; only `summary` is proof. */
export interface Progress {
  readonly job: JobRecord;
  readonly state: JobState;
  /** What the operator wants of the fleet. */
  readonly control: ControlState;
  /** The store's clock at this look. */
  readonly serverDateMs: number;
  /** Since the job was created. */
  readonly elapsedMs: number;
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
  /** Of all living workers together, over the last minute. */
  readonly pace: { readonly bytesPerSecond: number; readonly objectsPerSecond: number };
  /** How long what is listed so far takes at this pace; absent when nothing moves. */
  readonly remainingMs?: number;
  readonly stragglers: readonly Straggler[];
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
 * worker whose heartbeat changed since the last call, one LIST of hints, `control.json` and the summary; never
 * anything per object or partition.
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

  async function readWorkers(
    leaseMs: number,
    signal: AbortSignal,
  ): Promise<{ readonly workers: readonly WorkerProgress[]; readonly serverDateMs: number }> {
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
      if (!page.truncated || startAfter === undefined) return { workers, serverDateMs: page.serverDateMs };
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
    const [{ workers, serverDateMs }, wish, open, found] = await Promise.all([
      readWorkers(job.leaseMs, signal),
      readControl(control, obeyedJobId(job.spec), signal),
      control.list({ prefix: keys.openPrefix, maxKeys: OPEN_PAGE, signal }),
      control.get(keys.summary, signal),
    ]);
    const summary = found === undefined ? undefined : decodeJson(summarySchema, keys.summary, found.body);
    const alive = workers.filter(isAlive);
    const state = stateOf(summary, alive, wish);
    const sums = sumUp(workers);
    const pace = paceOf(alive);
    const remainingMs = remaining(sums, pace);
    return {
      job,
      state,
      control: wish,
      serverDateMs,
      elapsedMs: Math.max(0, serverDateMs - job.startedAtSourceMs),
      workers,
      openPartitions: open.entries.length,
      moreOpen: open.truncated,
      ...sums,
      pace,
      ...(remainingMs === undefined ? {} : { remainingMs }),
      stragglers: state === "running" ? findStragglers(alive) : [],
      summary,
    };
  };
}

/** Whether it may still do something: it did not leave, and its heartbeat is younger than the lease. */
export function isAlive({ state }: Pick<WorkerProgress, "state">): boolean {
  return state !== "lost" && state !== "left";
}

function stateOf(
  summary: Summary | undefined,
  alive: readonly WorkerProgress[],
  wish: ControlState,
): JobState {
  if (summary !== undefined) return "complete";
  if (alive.length === 0) return "unattended";
  // What cannot be read leaves in force what each worker read last.
  const isPaused = wish.inForce?.paused ?? alive.some(({ heartbeat }) => heartbeat.obeys?.paused === true);
  return isPaused ? "paused" : "running";
}

function paceOf(alive: readonly WorkerProgress[]): Progress["pace"] {
  let [bytesPerSecond, objectsPerSecond] = [0, 0];
  for (const { pace } of alive.map(({ heartbeat }) => heartbeat)) {
    bytesPerSecond += pace?.bytesPerSecond ?? 0;
    objectsPerSecond += pace?.objectsPerSecond ?? 0;
  }
  return { bytesPerSecond, objectsPerSecond };
}

/** By bytes or by objects, whichever takes longer, as far as either moves. */
function remaining(
  sums: Pick<Progress, "listed" | "listedBytes" | "finished" | "finishedBytes">,
  pace: Progress["pace"],
): number | undefined {
  const seconds = [
    (sums.listedBytes - sums.finishedBytes) / pace.bytesPerSecond,
    (sums.listed - sums.finished) / pace.objectsPerSecond,
  ].filter((each) => Number.isFinite(each));
  return seconds.length === 0 ? undefined : Math.round(Math.max(0, ...seconds) * 1000);
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
  for (const worker of workers) {
    const { heartbeat } = worker;
    completed = addTallies(completed, heartbeat.completed);
    completedPartitions += heartbeat.completedPartitions;
    // What a dead worker had under way is listed and copied again by another.
    if (!isAlive(worker)) continue;
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
