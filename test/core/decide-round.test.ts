import { expect, test } from "vitest";
import { decideNextRound, type Repetition } from "../../core/decide-round.ts";

const HOUR_MS = 3_600_000;
/** Began at 0, complete a quarter of an hour later. */
const FINISHED = { beganMs: 0, completedMs: HOUR_MS / 4, copied: 100 };
const HOURLY: Repetition = { everyMs: HOUR_MS };

const after = (hours: number, repetition: Partial<Repetition> = {}, finished = FINISHED): unknown =>
  decideNextRound(finished, { ...HOURLY, ...repetition }, hours * HOUR_MS);

test("the next round is due an interval after this one began", () => {
  expect(after(0.25)).toEqual({ kind: "wait", ms: 0.75 * HOUR_MS });
  expect(after(0.75)).toEqual({ kind: "wait", ms: 0.25 * HOUR_MS });
  expect(after(1)).toEqual({ kind: "begin" });
  expect(after(100)).toEqual({ kind: "begin" });
});

test("the next round is due at once after one that took longer than the interval", () => {
  expect(after(3, {}, { ...FINISHED, completedMs: 3 * HOUR_MS })).toEqual({ kind: "begin" });
});

test("a round that copied at most as much as is small enough is the last, at whatever time", () => {
  for (const hours of [0.25, 1, 100]) {
    expect(after(hours, { smallEnough: 100 })).toEqual({ kind: "end", why: "small-enough" });
    expect(after(hours, { smallEnough: 99 })).not.toMatchObject({ kind: "end" });
  }
  expect(after(0.25, { smallEnough: 0 }, { ...FINISHED, copied: 0 })).toMatchObject({ why: "small-enough" });
});

test("a round that copied nothing is followed by another where nothing was said to be small enough", () => {
  expect(after(1, {}, { ...FINISHED, copied: 0 })).toEqual({ kind: "begin" });
});

test("no round begins after the deadline: neither one that is due later nor one that could not begin before it", () => {
  expect(after(0.25, { untilMs: HOUR_MS - 1 })).toEqual({ kind: "end", why: "deadline" });
  expect(after(0.25, { untilMs: HOUR_MS })).toMatchObject({ kind: "wait" });
  expect(after(1, { untilMs: HOUR_MS })).toEqual({ kind: "begin" });
  expect(after(2, { untilMs: HOUR_MS })).toEqual({ kind: "end", why: "deadline" });
});

test("the decision of a worker that asks later is never another, but that its time has come", () => {
  for (const untilMs of [HOUR_MS - 1, 10 * HOUR_MS]) {
    for (const smallEnough of [99, 100]) {
      const kinds = [0.25, 0.5, 0.99].map((hours) => {
        const decision = decideNextRound(FINISHED, { ...HOURLY, untilMs, smallEnough }, hours * HOUR_MS);
        return decision.kind === "wait" ? decision.ms + hours * HOUR_MS : decision.kind;
      });
      expect(new Set(kinds).size).toBe(1);
    }
  }
});
