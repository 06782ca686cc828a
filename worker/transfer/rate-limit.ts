import type { Clock } from "../../core/clock.ts";
import type { TransferLimits } from "../copy-engine.ts";

/** A wait is cut into slices of this length, so that new limits are obeyed by those who wait already. */
const SLICE_MS = 250;
/** How much of a rate may be used at once after a quiet time. */
const BURST_SECONDS = 1;

/**
 * Holds transfers to the operator's limits, which may change at any time. A transfer waits before it begins;
 * once begun it is slowed down only between chunks of its body, never between its requests, for a connection
 * that waits for its second request is closed by the service. Requests of a running transfer are booked as debt
 * that the next transfers wait for.
 */
export class RateLimit {
  readonly #clock: Clock;
  readonly #bytes: TokenBucket;
  readonly #requests: TokenBucket;
  #paused = false;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#bytes = new TokenBucket(clock);
    this.#requests = new TokenBucket(clock);
  }

  get paused(): boolean {
    return this.#paused;
  }

  set(limits: TransferLimits): void {
    this.#paused = limits.paused;
    this.#bytes.setRate(limits.bytesPerSecond);
    this.#requests.setRate(limits.requestsPerSecond);
  }

  /** Resolves when a transfer may begin; rejects with the signal's reason when `signal` aborts. */
  async mayBegin(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    for (;;) {
      const waitMs = this.#paused ? SLICE_MS : Math.max(this.#bytes.waitMs(), this.#requests.waitMs());
      if (waitMs === 0) return;
      await this.#clock.sleep(Math.min(waitMs, SLICE_MS), signal);
    }
  }

  /** Books one request. */
  spendRequest(): void {
    this.#requests.spend(1);
  }

  /** Books bytes that have been read; a promise when the reader is to wait until they are paid for. */
  spendBytes(sizeBytes: number, signal: AbortSignal | undefined): Promise<void> | undefined {
    this.#bytes.spend(sizeBytes);
    return this.#bytes.waitMs() === 0 ? undefined : this.#payBytes(signal);
  }

  async #payBytes(signal: AbortSignal | undefined): Promise<void> {
    for (let waitMs = this.#bytes.waitMs(); waitMs > 0; waitMs = this.#bytes.waitMs()) {
      await this.#clock.sleep(Math.min(waitMs, SLICE_MS), signal);
    }
  }
}

/** Tokens that flow in at a rate and may be owed. */
class TokenBucket {
  readonly #clock: Clock;
  #perSecond: number | undefined;
  #tokens = 0;
  #filledAtMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  setRate(perSecond: number | undefined): void {
    this.#fill();
    if (this.#perSecond === undefined) this.#tokens = 0;
    this.#perSecond = perSecond;
  }

  spend(count: number): void {
    if (this.#perSecond === undefined) return;
    this.#fill();
    this.#tokens -= count;
  }

  /** How long until nothing is owed any more. */
  waitMs(): number {
    if (this.#perSecond === undefined) return 0;
    this.#fill();
    return this.#tokens >= 0 ? 0 : (-this.#tokens * 1000) / this.#perSecond;
  }

  #fill(): void {
    const nowMs = this.#clock.monotonicMs();
    const perSecond = this.#perSecond ?? 0;
    const flowed = ((nowMs - this.#filledAtMs) / 1000) * perSecond;
    this.#tokens = Math.min(perSecond * BURST_SECONDS, this.#tokens + flowed);
    this.#filledAtMs = nowMs;
  }
}
