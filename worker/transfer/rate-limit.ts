import type { Clock } from "../../core/clock.ts";
import type { TransferLimits } from "../copy-engine.ts";
import { TokenBucket } from "./token-bucket.ts";

/** A wait is cut into slices of this length, so that new limits are obeyed by those who wait already. */
const SLICE_MS = 250;

/**
 * Holds transfers to the operator's limits, which may change at any time. A transfer waits before it begins, and
 * books its requests then; once begun it is slowed down only between chunks of its body, never between its
 * requests, for a connection that is left open in the middle of an exchange is closed by the service.
 */
export class RateLimit {
  readonly #clock: Clock;
  readonly #bytes: TokenBucket;
  readonly #requests: TokenBucket;
  #paused = false;
  #waiting = 0;
  /** Resolves when everybody who came before has begun or given up. */
  #lastTurn: Promise<void> = Promise.resolve();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#bytes = new TokenBucket(clock);
    this.#requests = new TokenBucket(clock);
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** Whether anybody waits for the limits, so that more transfers at once would not help. */
  get holding(): boolean {
    return this.#waiting > 0;
  }

  set(limits: TransferLimits): void {
    this.#paused = limits.paused;
    this.#bytes.setRate(limits.bytesPerSecond);
    this.#requests.setRate(limits.requestsPerSecond);
  }

  /**
   * Resolves when a transfer of this many requests may begin, first come, first served; rejects with the signal's
   * reason when `signal` aborts.
   */
  async mayBegin(requests: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#waiting > 0 || this.#waitMs() > 0) await this.#waitAndBook(requests, signal);
    else this.#requests.spend(requests);
  }

  /** Books requests that turned out to be needed by a transfer that has begun. */
  book(requests: number): void {
    this.#requests.spend(requests);
  }

  /** Books bytes that have been read; a promise when the reader is to wait until they are paid for. */
  bookBytes(sizeBytes: number, signal: AbortSignal | undefined): Promise<void> | undefined {
    this.#bytes.spend(sizeBytes);
    return this.#bytes.waitMs() === 0 ? undefined : this.#sleepWhile(() => this.#bytes.waitMs(), signal);
  }

  #waitMs(): number {
    return this.#paused ? SLICE_MS : Math.max(this.#bytes.waitMs(), this.#requests.waitMs());
  }

  async #waitAndBook(requests: number, signal: AbortSignal): Promise<void> {
    const before = this.#lastTurn;
    const turn = Promise.withResolvers<void>();
    this.#lastTurn = turn.promise;
    try {
      await settledOrAborted(before, signal);
      await this.#sleepWhile(() => this.#waitMs(), signal);
      this.#requests.spend(requests);
    } finally {
      void before.then(turn.resolve);
    }
  }

  async #sleepWhile(waitMs: () => number, signal: AbortSignal | undefined): Promise<void> {
    this.#waiting++;
    try {
      for (let ms = waitMs(); ms > 0; ms = waitMs()) await this.#clock.sleep(Math.min(ms, SLICE_MS), signal);
    } finally {
      this.#waiting--;
    }
  }
}

function settledOrAborted(before: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    signal.addEventListener("abort", onAbort, { once: true });
    void before.then(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    });
  });
}
