import type { Clock } from "../../core/clock.ts";

interface Sleeper {
  readonly atMs: number;
  readonly wake: () => void;
}

/** Time that stands still until it is moved. */
export class FakeClock implements Clock {
  #nowMs = 0;
  readonly #sleepers = new Set<Sleeper>();

  nowMs(): number {
    return Date.UTC(2026, 0, 1) + this.#nowMs;
  }

  monotonicMs(): number {
    return this.#nowMs;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const onAbort = (): void => {
        this.#sleepers.delete(sleeper);
        reject(signal?.reason as Error);
      };
      const sleeper: Sleeper = {
        atMs: this.#nowMs + ms,
        wake: () => {
          this.#sleepers.delete(sleeper);
          signal?.removeEventListener("abort", onAbort);
          resolve();
        },
      };
      this.#sleepers.add(sleeper);
      signal?.addEventListener("abort", onAbort, { once: true });
    });
  }

  /** Moves time on by `ms`, waking sleepers in order and letting each go as far as it can. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms;
    await untilQuiet();
    for (let next = this.#earliest(); next !== undefined && next.atMs <= untilMs; next = this.#earliest()) {
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.wake();
      await untilQuiet();
    }
    this.#nowMs = untilMs;
  }

  /** Moves time on, from sleeper to sleeper, until `work` settles. */
  async runUntilSettled<Result>(work: Promise<Result>): Promise<Result> {
    let settled = false;
    const settle = (): void => {
      settled = true;
    };
    work.then(settle, settle);
    for (;;) {
      await untilQuiet();
      if (settled) return work;
      const next = this.#earliest();
      if (next === undefined)
        throw new Error("nothing sleeps and the work is not done: it would hang for ever");
      await this.advance(next.atMs - this.#nowMs);
    }
  }

  #earliest(): Sleeper | undefined {
    let earliest: Sleeper | undefined;
    for (const sleeper of this.#sleepers) {
      if (earliest === undefined || sleeper.atMs < earliest.atMs) earliest = sleeper;
    }
    return earliest;
  }
}

/** Lets everything that is ready run: promises first, then what they scheduled. */
export async function untilQuiet(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}
