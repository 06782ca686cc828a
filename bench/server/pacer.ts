/** How far behind its schedule a client may fall and still catch up; covers the coarseness of timers. */
const MAX_CREDIT_MS = 20;

/** One client's line: says how long the line is busy with what has been put on it. */
export class Pacer {
  readonly #bytesPerMs: number;
  #freeAtMs = 0;

  constructor(bytesPerSecond: number) {
    this.#bytesPerMs = bytesPerSecond / 1_000;
  }

  /** Puts `bytes` on the line and tells how many ms from `nowMs` it is busy; 0 when it is free. */
  reserve(bytes: number, nowMs: number): number {
    this.#freeAtMs = Math.max(this.#freeAtMs, nowMs - MAX_CREDIT_MS) + bytes / this.#bytesPerMs;
    return Math.max(0, this.#freeAtMs - nowMs);
  }
}
