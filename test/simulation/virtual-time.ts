import type { Clock } from "../../core/clock.ts";

interface Timer {
  readonly atMs: number;
  readonly order: number;
  readonly fire: () => void;
}

/** Where wall clocks stand when virtual time begins. */
const EPOCH_MS = Date.UTC(2026, 0, 1);

/**
 * Virtual time: timers fire in the order of their times, then of their making, and everything a timer sets off
 * in promises runs before the next one fires. The same calls give the same run.
 */
export class VirtualTime {
  #nowMs = 0;
  #order = 0;
  readonly #tickMs: number;
  readonly #heap: Timer[] = [];

  /** With a tick, times are rounded up to multiples of it and what falls on one of them happens at once: coarser, faster. */
  constructor(tickMs = 0) {
    this.#tickMs = tickMs;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  /** Calls `fire` after `delayMs`; the returned function takes that back. */
  after(delayMs: number, fire: () => void): () => void {
    let isCancelled = false;
    this.#push({
      atMs: this.#round(this.#nowMs + Math.max(0, delayMs)),
      order: this.#order++,
      fire: () => {
        if (!isCancelled) fire();
      },
    });
    return () => (isCancelled = true);
  }

  /** Resolves after `delayMs`. */
  delay(delayMs: number): Promise<void> {
    return new Promise((resolve) => this.after(delayMs, resolve));
  }

  /** A clock on this time whose wall clock is off by `skewMs`. */
  clock(skewMs = 0): Clock {
    return {
      nowMs: () => EPOCH_MS + this.#nowMs + skewMs,
      monotonicMs: () => this.#nowMs,
      sleep: (ms, signal) =>
        new Promise((resolve, reject) => {
          if (signal?.aborted === true) {
            reject(signal.reason as Error);
            return;
          }
          const onAbort = (): void => {
            cancel();
            reject(signal?.reason as Error);
          };
          const cancel = this.after(ms, () => {
            signal?.removeEventListener("abort", onAbort);
            resolve();
          });
          signal?.addEventListener("abort", onAbort, { once: true });
        }),
    };
  }

  /** Runs until `finished` says so; throws when nothing is left to happen or `limitMs` of virtual time have passed. */
  async run(finished: () => boolean, limitMs: number): Promise<void> {
    await settle();
    while (!finished()) {
      const timer = this.#pop();
      if (timer === undefined) throw new Error(`nothing left to happen at ${this.#nowMs} ms`);
      if (timer.atMs > limitMs) throw new Error(`not finished after ${limitMs} ms of virtual time`);
      this.#nowMs = Math.max(this.#nowMs, timer.atMs);
      timer.fire();
      if (this.#tickMs === 0 || (this.#heap[0]?.atMs ?? Infinity) > this.#nowMs) await settle();
    }
  }

  #round(atMs: number): number {
    return this.#tickMs === 0 ? atMs : Math.ceil(atMs / this.#tickMs) * this.#tickMs;
  }

  #push(timer: Timer): void {
    const heap = this.#heap;
    let index = heap.push(timer) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || isBefore(above, timer)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = timer;
  }

  #pop(): Timer | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = index * 2 + 1;
      const left = heap[child];
      if (left === undefined) break;
      const right = heap[child + 1];
      let smaller = left;
      if (right !== undefined && isBefore(right, left)) {
        child++;
        smaller = right;
      }
      if (isBefore(last, smaller)) break;
      heap[index] = smaller;
      index = child;
    }
    heap[index] = last;
    return first;
  }
}

function isBefore(a: Timer, b: Timer): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}

/** Lets everything that promises have set off run to its end: the macrotask comes after all microtasks. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
