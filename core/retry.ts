import type { Clock, Random } from "./clock.ts";

const FIRST_CEILING_MS = 200;
const LONGEST_CEILING_MS = 30_000;

/**
 * How long to wait after the `failures`-th failure in a row: full jitter, that is anything between nothing and a
 * ceiling that doubles from 0.2 s to 30 s, so that a crowd that failed together does not come back together.
 * A delay that the service asked for is added in full, up to 30 s.
 */
export function backoffMs(failures: number, random: Random, askedForMs = 0): number {
  const ceilingMs = Math.min(LONGEST_CEILING_MS, FIRST_CEILING_MS * 2 ** Math.max(0, failures - 1));
  return Math.min(askedForMs, LONGEST_CEILING_MS) + random() * ceilingMs;
}

const BURST = 64;
const RETRIES_PER_SUCCESS = 0.1;
const RETRIES_PER_SECOND = 1;

/**
 * Keeps retries a small share of all requests to one store, so that a sick store is not hammered: every success
 * earns a tenth of a retry, and one a second trickles in so that work goes on when nothing succeeds.
 */
export class RetryBudget {
  readonly #clock: Clock;
  #retries = BURST;
  #filledAtMs: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#filledAtMs = clock.monotonicMs();
  }

  succeeded(): void {
    this.#retries = Math.min(BURST, this.#retries + RETRIES_PER_SUCCESS);
  }

  /** Resolves when one more retry is in order; rejects with the signal's reason when `signal` aborts. */
  async spend(signal: AbortSignal): Promise<void> {
    for (;;) {
      this.#trickle();
      if (this.#retries >= 1) break;
      // Whole milliseconds: a sleep shorter than the clock's resolution would never end.
      await this.#clock.sleep(Math.ceil(((1 - this.#retries) * 1000) / RETRIES_PER_SECOND), signal);
    }
    this.#retries--;
  }

  #trickle(): void {
    const nowMs = this.#clock.monotonicMs();
    const trickled = ((nowMs - this.#filledAtMs) / 1000) * RETRIES_PER_SECOND;
    this.#retries = Math.min(BURST, this.#retries + trickled);
    this.#filledAtMs = nowMs;
  }
}
