import { FerryError, storeErrorOf } from "../core/errors.ts";
import type { Clock } from "../core/clock.ts";
import { decodeJson } from "../core/protocol/codec.ts";
import { isJobId, JOBS_PREFIX, jobKeys } from "../core/protocol/keys.ts";
import { summarySchema } from "../core/protocol/summary.ts";
import type { ControlStore } from "../storage/ports.ts";
import { createStatusReader, type JobStatus } from "./read-status.ts";
import { isAlive, type JobState, type Progress } from "./read-progress.ts";

/** One of the jobs of a control bucket, in short. */
export interface JobOverview {
  readonly jobId: string;
  /** `booting`: instances are there or were, but no job yet; `unreadable`: for the reason in `problem`. */
  readonly state: JobState | "booting" | "unreadable";
  readonly problem?: string;
  /** Objects and bytes; what is listed so far, while it runs. */
  readonly listed: number;
  readonly listedBytes: number;
  readonly finished: number;
  readonly finishedBytes: number;
  readonly failed: number;
  readonly aliveWorkers: number;
  readonly bytesPerSecond: number;
  readonly remainingMs?: number;
  /** Whether partitions wait to be claimed, so that there is more than is listed and it takes longer than that. */
  readonly hasOpen: boolean;
}

const AT_ONCE = 8;

/**
 * Reads the jobs whose id begins with `idPrefix`, in the order of their keys: one small LIST and one GET for each job
 * that is complete, and what `createProgressReader` needs for each that is not. A job that cannot be read is among
 * them; only a bucket that cannot be used is an error.
 */
export function createJobsReader(
  control: ControlStore,
  idPrefix: string,
  clock: Pick<Clock, "monotonicMs">,
): (signal: AbortSignal) => Promise<readonly JobOverview[]> {
  const complete = new Map<string, JobOverview>();
  const readers = new Map<string, (signal: AbortSignal) => Promise<JobStatus>>();

  async function readJob(jobId: string, signal: AbortSignal): Promise<JobOverview> {
    const known = complete.get(jobId) ?? (await readComplete(control, jobId, signal));
    if (known !== undefined) {
      complete.set(jobId, known);
      return known;
    }
    const read = readers.get(jobId) ?? createStatusReader(control, jobId, clock);
    readers.set(jobId, read);
    const { progress } = await read(signal);
    return progress === undefined ? { ...EMPTY, jobId, state: "booting" } : overviewOf(jobId, progress);
  }

  async function tryJob(jobId: string, signal: AbortSignal): Promise<JobOverview> {
    try {
      return await readJob(jobId, signal);
    } catch (error) {
      if (!(error instanceof FerryError) || storeErrorOf(error) !== undefined) throw error;
      if (error.code === "JOB_UNKNOWN") return { ...EMPTY, jobId, state: "booting" };
      return { ...EMPTY, jobId, state: "unreadable", problem: error.message };
    }
  }

  return async (signal) => {
    const ids = await listJobIds(control, idPrefix, signal);
    const jobs: JobOverview[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const batch = ids.slice(from, from + AT_ONCE);
      jobs.push(...(await Promise.all(batch.map((jobId) => tryJob(jobId, signal)))));
    }
    return jobs;
  };
}

const EMPTY = {
  listed: 0,
  listedBytes: 0,
  finished: 0,
  finishedBytes: 0,
  failed: 0,
  aliveWorkers: 0,
  bytesPerSecond: 0,
  hasOpen: false,
} as const;

/** One LIST of one key for each job, however many objects it has. */
async function listJobIds(
  control: Pick<ControlStore, "list">,
  idPrefix: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const ids: string[] = [];
  let startAfter: string | undefined;
  for (;;) {
    const page = await control.list({
      prefix: `${JOBS_PREFIX}${idPrefix}`,
      maxKeys: 1,
      ...(startAfter === undefined ? {} : { startAfter }),
      signal,
    });
    const [first] = page.entries;
    if (first === undefined) return ids;
    const [jobId = ""] = first.key.slice(JOBS_PREFIX.length).split("/");
    if (isJobId(jobId)) ids.push(jobId);
    // `0` comes after `/`: this is behind all that the job has.
    startAfter = `${JOBS_PREFIX}${jobId}0`;
  }
}

async function readComplete(
  control: Pick<ControlStore, "get">,
  jobId: string,
  signal: AbortSignal,
): Promise<JobOverview | undefined> {
  const key = jobKeys(jobId).summary;
  const found = await control.get(key, signal);
  if (found === undefined) return undefined;
  const { tally } = decodeJson(summarySchema, key, found.body);
  return {
    ...EMPTY,
    jobId,
    state: "complete",
    listed: tally.listed,
    listedBytes: tally.listedBytes,
    finished: tally.listed,
    finishedBytes: tally.listedBytes,
    failed: tally.outcomes.failed,
  };
}

function overviewOf(jobId: string, progress: Progress): JobOverview {
  const { state, listed, listedBytes, finished, finishedBytes, remainingMs } = progress;
  return {
    jobId,
    state,
    listed,
    listedBytes,
    finished,
    finishedBytes,
    failed: progress.completed.outcomes.failed,
    aliveWorkers: progress.workers.filter(isAlive).length,
    bytesPerSecond: progress.pace.bytesPerSecond,
    ...(remainingMs === undefined ? {} : { remainingMs }),
    hasOpen: progress.openPartitions > 0,
  };
}
