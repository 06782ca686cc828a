import type { Clock } from "../../core/clock.ts";

/** How much of a rate may be used at once after a quiet time. */
const BURST_SECONDS = 1;

/** Tokens that flow in at a rate, which may change, and that may be owed. Without a rate everything is free. */
export class TokenBucket {
  readonly #clock: Clock;
  #perSecond: number | undefined;
  #tokens = 0;
  #filledAtMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  setRate(perSecond: number | undefined): void {
    if (this.#perSecond === undefined) {
      this.#tokens = 0;
      this.#filledAtMs = this.#clock.monotonicMs();
    } else {
      this.#fill(this.#perSecond);
    }
    this.#perSecond = perSecond;
  }

  spend(count: number): void {
    if (this.#perSecond === undefined) return;
    this.#fill(this.#perSecond);
    this.#tokens -= count;
  }

  /** How long until nothing is owed any more, in whole milliseconds. */
  waitMs(): number {
    if (this.#perSecond === undefined) return 0;
    this.#fill(this.#perSecond);
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens * 1000) / this.#perSecond);
  }

  #fill(perSecond: number): void {
    const nowMs = this.#clock.monotonicMs();
    const flowed = ((nowMs - this.#filledAtMs) / 1000) * perSecond;
    this.#tokens = Math.min(perSecond * BURST_SECONDS, this.#tokens + flowed);
    this.#filledAtMs = nowMs;
  }
}
