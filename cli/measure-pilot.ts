import { FerryError } from "../core/errors.ts";
import type { ControlStore } from "../storage/ports.ts";
import { createProgressReader } from "./read-progress.ts";

/** What a finished job says about the pace of one instance. */
export interface PilotMeasurement {
  readonly jobId: string;
  readonly instances: number;
  readonly mbitPerInstance: number;
  readonly objectBytes: number;
}

/**
 * Reads what a finished job measured: the bytes of its workers over the time from their start to their last
 * heartbeat, so that what an instance waits for counts. JOB_UNKNOWN without such a job, PILOT_UNUSABLE when it is
 * not complete or copied nothing.
 */
export async function measurePilot(
  control: ControlStore,
  jobId: string,
  signal: AbortSignal,
): Promise<PilotMeasurement> {
  const { summary, workers } = await createProgressReader(control, jobId)(signal);
  if (summary === undefined) {
    throw new FerryError("PILOT_UNUSABLE", `${jobId} is not complete yet; wait for it, or use --mbps`);
  }
  const busy = workers
    .map(({ heartbeat }) => heartbeat)
    .filter(({ transferredBytes }) => transferredBytes > 0);
  const seconds = sum(busy.map(({ startedAtMs, sentAtMs }) => (sentAtMs - startedAtMs) / 1000));
  const { copied } = summary.tally.outcomes;
  if (copied === 0 || seconds <= 0) {
    throw new FerryError("PILOT_UNUSABLE", `${jobId} copied nothing that could be measured; use --mbps`);
  }
  return {
    jobId,
    instances: busy.length,
    mbitPerInstance: (sum(busy.map(({ transferredBytes }) => transferredBytes)) * 8) / seconds / 1e6,
    objectBytes: summary.tally.copiedBytes / copied,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
