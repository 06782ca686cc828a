import type { Clock } from "../../core/clock.ts";
import type { Log } from "../../core/log.ts";

/** What has been achieved so far; both only grow. */
interface Progress {
  readonly bytes: number;
  readonly objects: number;
}

export interface TransferSlotsDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly maxSlots: number;
  readonly progress: () => Progress;
  /** Whether something else than the number of slots holds transfers up, so that their number teaches nothing. */
  readonly heldUp: () => boolean;
}

interface Window {
  readonly beganAtMs: number;
  readonly progress: Progress;
  readonly throttled: boolean;
}

/** A number of slots and the work that was done with it. */
interface Reached {
  readonly limit: number;
  readonly workPerSecond: number;
}

/** What climbing begins with; streams have no fewer, unless a service throttles. */
const FIRST_SLOTS = 8;
/** Doubling until it does not pay, then fewer while that costs nothing, then careful steps. */
const QUICK_WINDOW_MS = 1_000;
/** While doubling, a window also ends when every slot was used this often, for then it has shown what it can do. */
const QUICK_WINDOW_TURNS = 3;
const SHORTEST_WINDOW_MS = 100;
const CAREFUL_WINDOW_MS = 4_000;
const CAREFUL_GROWTH = 1.25;
/** A step up paid when the work done per second grew by this much. */
const PAYING_GAIN = 1.05;
/** A step down cost nothing when so much of the best work per second is still done. */
const HARMLESS_LOSS = 0.98;
/** One window without gain may be a hiccup of the line; doubling ends after this many in a row. */
const HICCUPS = 2;
/** From this mean size on transfers are streams, of which each takes memory, and caches from the others. */
const STREAM_BYTES = 1024 * 1024;
/** An object is as much work as this many bytes, so that small objects count by number and large ones by size. */
const OBJECT_WORTH_BYTES = 128 * 1024;
/** Windows to stay after a step that did not pay, or after throttling, before the next one is tried. */
const HOLD_WINDOWS = 3;

/**
 * How many transfers run at once, found by climbing: more slots as long as more work (objects and bytes) is done
 * with them, a step back when it is not, and half of them when a service throttles. Never fewer than one.
 * There is no timer: windows end when slots are taken and given back.
 */
export class TransferSlots {
  readonly #deps: TransferSlotsDeps;
  readonly #waiting = new Set<() => void>();
  #limit: number;
  #active = 0;
  #window: Window;
  #phase: "doubling" | "lessening" | "careful" = "doubling";
  /** Whether the last window was one of streams. */
  #streams = false;
  #hiccups = 0;
  #holdWindows = 0;
  /** Whether the windows to stay are for a service that throttled. */
  #backingOff = false;
  /** Where to go back to, and what to beat: the best so far, or in careful steps what was before the last one. */
  #before: Reached | undefined;

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
      // Idle time says nothing about the line.
      if (this.#active === 0) this.#window = this.#newWindow();
      this.#active++;
      return;
    }
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
    this.#stayFor(HOLD_WINDOWS);
    this.#backingOff = true;
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
    if (!this.#isWindowOver(elapsedMs)) return;
    const ended = this.#window;
    this.#window = this.#newWindow();
    // Where nobody waits for a slot, their number does not matter.
    if (this.#waiting.size === 0 || this.#deps.heldUp()) return;
    const now = {
      limit: this.#limit,
      workPerSecond: (workBetween(ended.progress, this.#window.progress) * 1000) / elapsedMs,
    };
    const wereStreams = this.#streams;
    this.#streams = areStreams(ended.progress, this.#window.progress);
    const areSmallNow = wereStreams && !this.#streams;
    if (areSmallNow && this.#phase !== "doubling" && !this.#backingOff) this.#begin("doubling");
    switch (this.#phase) {
      case "doubling":
        this.#double(now);
        break;
      case "lessening":
        this.#lessen(now);
        break;
      case "careful":
        this.#step(now);
    }
  }

  #isWindowOver(elapsedMs: number): boolean {
    if (this.#phase === "careful") return elapsedMs >= CAREFUL_WINDOW_MS;
    if (elapsedMs >= QUICK_WINDOW_MS) return true;
    if (this.#phase === "lessening" || elapsedMs < SHORTEST_WINDOW_MS) return false;
    const objects = this.#deps.progress().objects - this.#window.progress.objects;
    return objects >= this.#limit * QUICK_WINDOW_TURNS;
  }

  #double(now: Reached): void {
    if (this.#before === undefined || pays(this.#before, now)) {
      this.#before = now;
      this.#hiccups = 0;
    } else if (++this.#hiccups === HICCUPS) {
      this.#setLimit(this.#before.limit, "no gain");
      this.#begin("lessening");
      return;
    }
    this.#setLimit(now.limit * 2, "doubling");
  }

  /** What was reached while doubling was reached by a program that was still cold: fewer may do as well now. */
  #lessen(now: Reached): void {
    const best = Math.max(now.workPerSecond, this.#before?.workPerSecond ?? 0);
    if (this.#before === undefined || now.workPerSecond >= best * HARMLESS_LOSS) {
      this.#before = { limit: now.limit, workPerSecond: best };
      this.#hiccups = 0;
    } else if (++this.#hiccups === HICCUPS) {
      this.#setLimit(this.#before.limit, "loss");
      this.#stayFor(HOLD_WINDOWS);
      return;
    } else return;
    const fewer = Math.max(Math.floor(now.limit / CAREFUL_GROWTH), FIRST_SLOTS);
    if (this.#streams && fewer < now.limit) this.#setLimit(fewer, "no loss");
    else this.#stayFor(HOLD_WINDOWS);
  }

  #step(now: Reached): void {
    if (this.#before !== undefined && !pays(this.#before, now)) {
      this.#setLimit(this.#before.limit, "no gain");
      this.#stayFor(HOLD_WINDOWS);
    } else if (this.#holdWindows > 0) {
      this.#holdWindows--;
    } else {
      this.#backingOff = false;
      this.#before = now;
      this.#setLimit(Math.ceil(now.limit * CAREFUL_GROWTH), "gain");
    }
  }

  #begin(phase: "doubling" | "lessening"): void {
    this.#phase = phase;
    this.#before = undefined;
    this.#hiccups = 0;
  }

  #stayFor(windows: number): void {
    this.#phase = "careful";
    this.#before = undefined;
    this.#holdWindows = windows;
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
      throttled: false,
    };
  }
}

function workBetween(before: Progress, after: Progress): number {
  return after.bytes - before.bytes + (after.objects - before.objects) * OBJECT_WORTH_BYTES;
}

function areStreams(before: Progress, after: Progress): boolean {
  return after.bytes - before.bytes >= (after.objects - before.objects) * STREAM_BYTES;
}

function pays(before: Reached, now: Reached): boolean {
  return now.workPerSecond >= before.workPerSecond * PAYING_GAIN;
}
