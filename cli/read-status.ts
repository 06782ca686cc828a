import type { Clock } from "../core/clock.ts";
import { FerryError } from "../core/errors.ts";
import type { ControlStore } from "../storage/ports.ts";
import { type BootProgress, readBoots } from "./read-boots.ts";
import { createProgressReader, type Progress } from "./read-progress.ts";

/** How a job and the instances that work on it are doing. */
export interface JobStatus {
  readonly jobId: string;
  /** Absent while the instances are there, but none has got as far as the job. */
  readonly progress?: Progress;
  readonly boots: readonly BootProgress[];
}

/** Boots are looked at no more often than this. */
const BOOTS_EVERY_MS = 15_000;

/** Reads a job's status again and again, as `createProgressReader` does. JOB_UNKNOWN when there is nothing of that name. */
export function createStatusReader(
  control: ControlStore,
  jobId: string,
  clock: Pick<Clock, "monotonicMs">,
): (signal: AbortSignal) => Promise<JobStatus> {
  const readProgress = createProgressReader(control, jobId);
  let boots: readonly BootProgress[] = [];
  let bootsAtMs = Number.NEGATIVE_INFINITY;
  return async (signal) => {
    const nowMs = clock.monotonicMs();
    if (nowMs - bootsAtMs >= BOOTS_EVERY_MS) {
      boots = await readBoots(control, jobId, signal);
      bootsAtMs = nowMs;
    }
    try {
      return { jobId, progress: await readProgress(signal), boots };
    } catch (error) {
      const isUnknown = error instanceof FerryError && error.code === "JOB_UNKNOWN";
      if (!isUnknown || boots.length === 0) throw error;
      return { jobId, boots };
    }
  };
}
