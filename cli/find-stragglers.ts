import type { WorkerProgress } from "./read-progress.ts";

/** A partition that takes much longer than the others do. */
export interface Straggler {
  readonly partitionId: string;
  readonly workerId: string;
  readonly heldMs: number;
  /** Objects of it, once it is listed, and how many of them are finished. */
  readonly listed?: number;
  readonly finished?: number;
  /** `stalled`: its holder moved nothing at all lately. */
  readonly why: "slow" | "stalled";
}

/** Nothing that was held for a shorter time is called slow. */
const SLOW_FROM_MS = 5 * 60_000;

/** Nor is what was held for less than this many times the median. */
const SLOW_FACTOR = 4;

/** A holder that has moved nothing for this long has stalled. */
const STALLED_AFTER_MS = 30_000;

/** The stragglers among what these workers, who are alive and not paused, hold; the longest held first. */
export function findStragglers(workers: readonly WorkerProgress[]): readonly Straggler[] {
  const times = workers.flatMap(({ heartbeat }) => heartbeat.held.map(({ heldMs = 0 }) => heldMs));
  const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const slowFromMs = Math.max(SLOW_FROM_MS, SLOW_FACTOR * median);
  const stragglers: Straggler[] = [];
  for (const { workerId, heartbeat } of workers) {
    const { pace } = heartbeat;
    const isQuiet = pace !== undefined && pace.bytesPerSecond === 0 && pace.objectsPerSecond === 0;
    for (const { partitionId, heldMs = 0, listed, finished } of heartbeat.held) {
      // Held since before the pace began, so that it was not moved either.
      const isStalled = isQuiet && heldMs >= Math.max(STALLED_AFTER_MS, pace.overMs);
      if (!isStalled && heldMs <= slowFromMs) continue;
      stragglers.push({
        partitionId,
        workerId,
        heldMs,
        ...(listed === undefined ? {} : { listed }),
        ...(finished === undefined ? {} : { finished }),
        why: isStalled ? "stalled" : "slow",
      });
    }
  }
  return stragglers.sort((a, b) => b.heldMs - a.heldMs);
}
