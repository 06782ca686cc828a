/**
 * The clock of one service: the machine's, moved by an offset that tests may set. Everything a service stamps
 * (Date, Last-Modified, expiry, allowed skew of signatures) comes from here.
 */
export class ServiceClock {
  offsetMs = 0;
  #dateHeader = "";
  #dateHeaderSecond = 0;

  nowMs(): number {
    return Date.now() + this.offsetMs;
  }

  /** Now as an HTTP date: whole seconds. */
  dateHeader(): string {
    const second = Math.floor(this.nowMs() / 1000);
    if (second !== this.#dateHeaderSecond) {
      this.#dateHeaderSecond = second;
      this.#dateHeader = httpDate(second * 1000);
    }
    return this.#dateHeader;
  }
}

export function httpDate(ms: number): string {
  return new Date(ms).toUTCString();
}

let lastSecond = Number.NaN;
let lastText = "";

/** `2026-11-23T07:03:00.000Z`, with the milliseconds cut off as both services do. */
export function isoSecond(ms: number): string {
  const second = Math.floor(ms / 1000);
  // Neighbours in a listing mostly are of the same second.
  if (second !== lastSecond) {
    lastSecond = second;
    lastText = new Date(second * 1000).toISOString();
  }
  return lastText;
}
