/** One Mbit/s in bytes per second. */
export const BYTES_PER_MBIT = 125_000;

const UNITS = ["B", "KB", "MB", "GB", "TB", "PB"];

/** Bytes for people, decimal units: `12.3 MB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return unit === 0 ? `${Math.round(value)} B` : `${value.toFixed(value < 10 ? 2 : 1)} ${UNITS[unit]}`;
}

/** A bandwidth for people, as networks are sold: `12.5 Mbit/s`. */
export function formatMbit(bytesPerSecond: number): string {
  const mbit = bytesPerSecond / BYTES_PER_MBIT;
  return `${mbit.toLocaleString("en-US", { maximumFractionDigits: mbit < 1 ? 3 : 1 })} Mbit/s`;
}

/** A count for people: `1,234,567`. */
export function formatCount(count: number): string {
  return Math.round(count).toLocaleString("en-US");
}

/** A count of things for people: `1 object`, `1,234 objects`. */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** A duration for people: `42 s`, `3 min 05 s`, `2 h 07 min`, `3 d 4 h`. */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${String(seconds % 60).padStart(2, "0")} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ${String(minutes % 60).padStart(2, "0")} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
