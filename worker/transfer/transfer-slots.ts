import type { Clock } from "../../core/clock.ts";
import type { Log } from "../../core/log.ts";

/** What has been achieved so far; both only grow. */
export interface Progress {
  readonly bytes: number;
  readonly objects: number;
}

export interface TransferSlotsDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly maxSlots: number;
  readonly progress: () => Progress;
}

interface Window {
  readonly beganAtMs: number;
  readonly progress: Progress;
  /** Whether somebody had to wait for a slot: otherwise the number of slots did not matter. */
  full: boolean;
  throttled: boolean;
}

interface Rates {
  readonly bytesPerSecond: number;
  readonly objectsPerSecond: number;
}

const FIRST_SLOTS = 8;
/** Doubling until it does not pay, then careful steps. */
const QUICK_WINDOW_MS = 1_000;
const CAREFUL_WINDOW_MS = 4_000;
const CAREFUL_GROWTH = 1.15;
/** A step up paid when bytes or objects per second grew by this much. */
const PAYING_GAIN = 1.05;
/** Windows to stay after a step that did not pay, or after throttling, before the next one is tried. */
const HOLD_WINDOWS = 5;

/**
 * How many transfers run at once, found by climbing: more slots as long as bytes per second or objects per second
 * grow with them, a step back when they do not, and half of them when a service throttles. Never fewer than one.
 * There is no timer: windows end when slots are taken and given back.
 */
export class TransferSlots {
  readonly #deps: TransferSlotsDeps;
  readonly #waiting = new Set<() => void>();
  #limit: number;
  #active = 0;
  #window: Window;
  #quick = true;
  #holdWindows = 0;
  /** Before the last step up: where to go back to, and the rates to beat. */
  #lastStep: { readonly limit: number; readonly rates: Rates } | undefined;

  constructor(deps: TransferSlotsDeps) {
    this.#deps = deps;
    this.#limit = Math.max(1, Math.min(FIRST_SLOTS, deps.maxSlots));
    this.#window = this.#newWindow();
  }

  get limit(): number {
    return this.#limit;
  }

  get active(): number {
    return this.#active;
  }

  get free(): number {
    return Math.max(0, this.#limit - this.#active - this.#waiting.size);
  }

  /** Takes a slot, first come, first served; rejects with the signal's reason when `signal` aborts first. */
  async acquire(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (this.#waiting.size === 0 && this.#active < this.#limit) {
      this.#active++;
      return;
    }
    this.#window.full = true;
    await new Promise<void>((resolve, reject) => {
      const onAbort = (): void => {
        this.#waiting.delete(start);
        reject(signal?.reason as Error);
      };
      const start = (): void => {
        signal?.removeEventListener("abort", onAbort);
        resolve();
      };
      this.#waiting.add(start);
      signal?.addEventListener("abort", onAbort, { once: true });
    });
  }

  release(): void {
    this.#active--;
    this.#endWindow();
    this.#startWaiting();
  }

  /** A service asked us to slow down: half the slots, at most once per window. */
  throttled(): void {
    if (this.#window.throttled) return;
    this.#quick = false;
    this.#lastStep = undefined;
    this.#holdWindows = HOLD_WINDOWS;
    this.#setLimit(Math.floor(this.#limit / 2), "throttled");
    this.#window = { ...this.#newWindow(), throttled: true };
  }

  #startWaiting(): void {
    for (const start of this.#waiting) {
      if (this.#active >= this.#limit) return;
      this.#waiting.delete(start);
      this.#active++;
      start();
    }
  }

  #endWindow(): void {
    const elapsedMs = this.#deps.clock.monotonicMs() - this.#window.beganAtMs;
    if (elapsedMs < (this.#quick ? QUICK_WINDOW_MS : CAREFUL_WINDOW_MS)) return;
    const ended = this.#window;
    this.#window = this.#newWindow();
    // What happened without anybody waiting says nothing about the number of slots.
    if (ended.full) this.#climb(ratesOf(ended.progress, this.#window.progress, elapsedMs));
  }

  #climb(rates: Rates): void {
    if (this.#lastStep !== undefined && !pays(this.#lastStep.rates, rates)) {
      this.#setLimit(this.#lastStep.limit, "no gain");
      this.#lastStep = undefined;
      this.#quick = false;
      this.#holdWindows = HOLD_WINDOWS;
      return;
    }
    if (this.#holdWindows > 0) {
      this.#holdWindows--;
      return;
    }
    this.#lastStep = { limit: this.#limit, rates };
    const grown = this.#quick ? this.#limit * 2 : Math.ceil(this.#limit * CAREFUL_GROWTH);
    this.#setLimit(grown, "gain");
  }

  #setLimit(wanted: number, why: string): void {
    const limit = Math.max(1, Math.min(this.#deps.maxSlots, wanted));
    if (limit === this.#limit) return;
    this.#deps.log.debug("transfer.slots", { from: this.#limit, to: limit, why });
    this.#limit = limit;
  }

  #newWindow(): Window {
    return {
      beganAtMs: this.#deps.clock.monotonicMs(),
      progress: this.#deps.progress(),
      full: this.#waiting.size > 0,
      throttled: false,
    };
  }
}

function ratesOf(before: Progress, after: Progress, elapsedMs: number): Rates {
  return {
    bytesPerSecond: ((after.bytes - before.bytes) * 1000) / elapsedMs,
    objectsPerSecond: ((after.objects - before.objects) * 1000) / elapsedMs,
  };
}

function pays(before: Rates, after: Rates): boolean {
  return (
    after.bytesPerSecond > before.bytesPerSecond * PAYING_GAIN ||
    after.objectsPerSecond > before.objectsPerSecond * PAYING_GAIN
  );
}
