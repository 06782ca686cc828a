/** When a delta is to be repeated, and until when. */
export interface Repetition {
  /** From the beginning of one round to the beginning of the next. */
  readonly everyMs: number;
  /** No round begins after this time. */
  readonly untilMs?: number;
  /** A round that copied at most so many objects is the last. */
  readonly smallEnough?: number;
}

/** A round that is complete, by the stamps that the control bucket's own clock put on its records. */
export interface FinishedRound {
  /** Last-Modified of its `job.json`. */
  readonly beganMs: number;
  /** Last-Modified of its `summary.json`. */
  readonly completedMs: number;
  readonly copied: number;
}

/** What follows a round: the next at its time, or nothing. */
export type NextRound =
  | { readonly kind: "begin" }
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "end"; readonly why: "small-enough" | "deadline" };

/**
 * What follows a finished round. The next is due `everyMs` after this one began, or at once when this one took longer.
 * Whoever asks gets the same answer, for everything comes from objects that never change and from `nowMs`, the control
 * bucket's clock: no worker's clock has a say. A round that was due before the deadline and could not begin (a pause,
 * a fleet that was away) does not begin after it.
 */
export function decideNextRound(
  { beganMs, completedMs, copied }: FinishedRound,
  { everyMs, untilMs = Infinity, smallEnough = -1 }: Repetition,
  nowMs: number,
): NextRound {
  if (copied <= smallEnough) return { kind: "end", why: "small-enough" };
  const dueMs = Math.max(beganMs + everyMs, completedMs);
  if (Math.max(dueMs, nowMs) > untilMs) return { kind: "end", why: "deadline" };
  return nowMs >= dueMs ? { kind: "begin" } : { kind: "wait", ms: dueMs - nowMs };
}
