const STEPS = [1, 2, 2.5, 5, 10];
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const TIME_STEPS_MS = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND_MS),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 2, 7, 14, 28, 91].map((days) => days * DAY_MS),
];

/** Round figures from 0 to at least `highest`, about four steps apart, the last one being the end of the axis. */
export function valueTicks(highest: number): readonly number[] {
  const least = highest > 0 ? highest / 4 : 1;
  const magnitude = 10 ** Math.floor(Math.log10(least));
  const step = (STEPS.find((each) => each * magnitude >= least) ?? 10) * magnitude;
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Round times, at most five, between the two. */
export function timeTicks(fromMs: number, untilMs: number): readonly { atMs: number; label: string }[] {
  const stepMs =
    TIME_STEPS_MS.find((each) => (untilMs - fromMs) / each <= 5) ??
    Math.ceil((untilMs - fromMs) / 5 / DAY_MS) * DAY_MS;
  const ticks = [];
  for (let atMs = Math.ceil(fromMs / stepMs) * stepMs; atMs <= untilMs; atMs += stepMs) {
    const text = new Date(atMs).toISOString();
    const label =
      stepMs < MINUTE_MS ? text.slice(11, 19) : stepMs < DAY_MS ? text.slice(11, 16) : text.slice(5, 10);
    ticks.push({ atMs, label });
  }
  return ticks;
}

const BINARY_UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** A power of two for people: `64 KiB`. */
export function formatPowerOfTwo(bytes: number): string {
  const unit = bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10);
  return `${bytes / 2 ** (10 * unit)} ${BINARY_UNITS[unit] ?? ""}`;
}
