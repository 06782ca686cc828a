import type { Clock } from "../../core/clock.ts";

/**
 * What a request waits for. Only waiting for the network can time out: neither a slow consumer nor a slow
 * producer of the body is the connection's fault.
 *
 * - ours: the next step is up to this process
 * - answer: everything is sent, the answer has not begun
 * - transfer: bytes should be moving
 */
export type Phase = "ours" | "answer" | "transfer";

/** Limits of one store's requests. */
export interface ProgressLimits {
  /** No byte for this long while the network is to move. */
  readonly idleTimeoutMs: number;
  /** Fewer bytes than this in any window of transfer. */
  readonly minimumRate?: { readonly bytesPerSecond: number; readonly windowMs: number };
}

/** Keeps account of how long a request has waited for the network and of what moved meanwhile. */
export class Progress {
  readonly #clock: Pick<Clock, "monotonicMs">;
  #phase: Phase = "ours";
  #phaseSinceMs: number;
  #waitedMs = 0;
  #transferMs = 0;
  #bytes = 0;
  #bytesSeen = 0;
  #waitedMsAtLastByte = 0;
  #windowStart = { transferMs: 0, bytes: 0 };

  constructor(clock: Pick<Clock, "monotonicMs">) {
    this.#clock = clock;
    this.#phaseSinceMs = clock.monotonicMs();
  }

  enter(phase: Phase): void {
    if (phase === this.#phase) return;
    this.#settle();
    this.#phase = phase;
  }

  moved(bytes: number): void {
    this.#bytes += bytes;
  }

  /** To be asked now and then: which of the limits is broken, if any. */
  check(limits: ProgressLimits): "idle" | "slow" | undefined {
    this.#settle();
    if (this.#bytes !== this.#bytesSeen) {
      this.#bytesSeen = this.#bytes;
      this.#waitedMsAtLastByte = this.#waitedMs;
    } else if (this.#waitedMs - this.#waitedMsAtLastByte >= limits.idleTimeoutMs) {
      return "idle";
    }
    const { minimumRate } = limits;
    const windowMs = this.#transferMs - this.#windowStart.transferMs;
    if (minimumRate === undefined || windowMs < minimumRate.windowMs) return undefined;
    const bytesPerSecond = ((this.#bytes - this.#windowStart.bytes) * 1000) / windowMs;
    this.#windowStart = { transferMs: this.#transferMs, bytes: this.#bytes };
    return bytesPerSecond < minimumRate.bytesPerSecond ? "slow" : undefined;
  }

  #settle(): void {
    const nowMs = this.#clock.monotonicMs();
    const elapsedMs = nowMs - this.#phaseSinceMs;
    this.#phaseSinceMs = nowMs;
    if (this.#phase !== "ours") this.#waitedMs += elapsedMs;
    if (this.#phase === "transfer") this.#transferMs += elapsedMs;
  }
}
