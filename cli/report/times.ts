/** A time for machines: `2026-03-01T12:00:00.000Z`; milliseconds since the epoch where no calendar has it. */
export function isoTime(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? String(ms) : date.toISOString();
}

/** A time for people: `2026-03-01 12:00:00 UTC`. */
export function formatTime(ms: number): string {
  return isoTime(ms).replace(/^(\S+)T(\S+)\.\d{3}Z$/u, "$1 $2 UTC");
}
