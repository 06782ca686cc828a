import type { Clock } from "../../core/clock.ts";
import type { StoreRole } from "../../core/errors.ts";
import type { Log } from "../../core/log.ts";
import { RetryBudget } from "../../core/retry.ts";

export interface StoreHealthDeps {
  readonly store: StoreRole;
  readonly clock: Clock;
  readonly log: Log;
}

/** A silent store is asked whether it is there at most this often. */
const PROBE_INTERVAL_MS = 5_000;

/**
 * Tells an object's trouble from its store's. Answers of any kind that show a working service count, of whichever
 * object; while there are none, nobody's attempts are used up.
 */
export class StoreHealth {
  readonly budget: RetryBudget;
  readonly #deps: StoreHealthDeps;
  #answers = 0;
  /** When the first failure after the last answer came; undefined while the store answers. */
  #silentSinceMs: number | undefined;
  #silenceLogged = false;
  #probedAtMs = Number.NEGATIVE_INFINITY;

  constructor(deps: StoreHealthDeps) {
    this.#deps = deps;
    this.budget = new RetryBudget(deps.clock);
  }

  /** How many times the store has answered so far. */
  get answers(): number {
    return this.#answers;
  }

  /** For how long there have been failures only. */
  get silentMs(): number {
    return this.#silentSinceMs === undefined ? 0 : this.#deps.clock.monotonicMs() - this.#silentSinceMs;
  }

  answered(): void {
    this.#answers++;
    this.budget.succeeded();
    if (this.#silentSinceMs === undefined) return;
    if (this.#silenceLogged) {
      this.#deps.log.info("store.recovered", {
        store: this.#deps.store,
        silentMs: Math.round(this.silentMs),
      });
    }
    this.#silentSinceMs = undefined;
    this.#silenceLogged = false;
  }

  failed(): void {
    this.#silentSinceMs ??= this.#deps.clock.monotonicMs();
    if (this.#silenceLogged || this.silentMs < PROBE_INTERVAL_MS) return;
    this.#silenceLogged = true;
    this.#deps.log.warn("store.outage", { store: this.#deps.store, silentMs: Math.round(this.silentMs) });
  }

  /**
   * Sends `ask`, a harmless question, when the store has been silent for a while and was not asked just now. Its
   * answer counts like any other, so that the last object of a job, which fails alone, is not mistaken for an outage.
   */
  async probe(ask: () => Promise<unknown>): Promise<void> {
    const nowMs = this.#deps.clock.monotonicMs();
    if (this.silentMs === 0 || nowMs - this.#probedAtMs < PROBE_INTERVAL_MS) return;
    this.#probedAtMs = nowMs;
    await ask().catch(() => undefined);
  }
}
