import type { Clock } from "../../core/clock.ts";

/** What happened longer ago counts less and less; after so long a third of it is left. */
const MEMORY_MS = 1_000;

/** How many objects the engine finishes per second at present. */
export class FinishPace {
  readonly #clock: Pick<Clock, "monotonicMs">;
  #remembered = 0;
  #atMs: number;

  constructor(clock: Pick<Clock, "monotonicMs">) {
    this.#clock = clock;
    this.#atMs = clock.monotonicMs();
  }

  finished(): void {
    this.#remembered = this.#fade() + 1;
  }

  /** Objects that will be finished within the next `ms`, if it goes on like this. */
  within(ms: number): number {
    this.#remembered = this.#fade();
    return Math.floor((this.#remembered * ms) / MEMORY_MS);
  }

  #fade(): number {
    const nowMs = this.#clock.monotonicMs();
    const faded = this.#remembered * Math.exp((this.#atMs - nowMs) / MEMORY_MS);
    this.#atMs = nowMs;
    return faded;
  }
}
