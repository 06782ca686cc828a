import type { Clock } from "../../core/clock.ts";

/** How far apart the clocks of signer and service may be (both services: 15 minutes). */
const MAX_SKEW_MS = 15 * 60_000;

/** The service's time as far as we know it, for signatures: this machine's clock plus what refusals have taught. */
export class ServiceClock {
  readonly #clock: Pick<Clock, "nowMs">;
  #offsetMs = 0;

  constructor(clock: Pick<Clock, "nowMs">) {
    this.#clock = clock;
  }

  nowMs(): number {
    return this.#clock.nowMs() + this.#offsetMs;
  }

  /**
   * The service found a signature too far from its own time. Signatures follow its clock from now on, unless this
   * machine's clock is too far off to be trusted: then returns what is wrong with it, each time anew.
   */
  learn(serviceDateMs: number): string | undefined {
    const offsetMs = serviceDateMs - this.#clock.nowMs();
    if (Math.abs(offsetMs) <= MAX_SKEW_MS) {
      this.#offsetMs = offsetMs;
      return undefined;
    }
    const minutes = Math.round(Math.abs(offsetMs) / 60_000);
    const direction = offsetMs > 0 ? "behind" : "ahead of";
    return `the clock of this machine is ${minutes} minutes ${direction} the service's; synchronize it (NTP)`;
  }
}
