/** How long a worker without work rests before it looks for some again. */
export interface IdleRest {
  /** Whether it has not rested since it last had work. */
  readonly isFirst: boolean;
  /** How long the next rest is; each in a row is half as long again as the one before. */
  next(liveWorkers: number): number;
  /** There was work again. */
  over(): void;
}

/** So many times a second may a fleet look in which everyone has just run out of work; a small one looks sooner. */
const FLEET_LOOKS_PER_SECOND = 80;
const SHORTEST_MS = 100;
/** A job begins with one partition, and whoever divides it needs a moment. */
const LONGEST_FIRST_MS = 1_000;
const GROWTH = 1.5;

/**
 * Rests from 100 ms on in a small fleet, from a second on in one of eighty workers and more, and up to a quarter of
 * the lease: at a job's beginning and in its tail everyone waits for somebody to divide what is left, and lies idle
 * until it looks.
 */
export function createIdleRest(leaseMs: number): IdleRest {
  const longestMs = leaseMs / 4;
  const longestFirstMs = Math.min(LONGEST_FIRST_MS, leaseMs / 12);
  let lastMs: number | undefined;
  return {
    get isFirst() {
      return lastMs === undefined;
    },
    next(liveWorkers) {
      const firstMs = Math.max(SHORTEST_MS, (liveWorkers * 1_000) / FLEET_LOOKS_PER_SECOND);
      lastMs =
        lastMs === undefined ? Math.min(firstMs, longestFirstMs) : Math.min(lastMs * GROWTH, longestMs);
      return lastMs;
    },
    over() {
      lastMs = undefined;
    },
  };
}
