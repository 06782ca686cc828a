import type { Clock, Random } from "../core/clock.ts";
import { decideNextRound, type NextRound, type Repetition } from "../core/decide-round.ts";
import { FerryError } from "../core/errors.ts";
import type { Log } from "../core/log.ts";
import { decodeJson } from "../core/protocol/codec.ts";
import type { JobSpec } from "../core/protocol/job.ts";
import { jobKeys } from "../core/protocol/keys.ts";
import { roundJobId, roundSpec } from "../core/protocol/round.ts";
import { summarySchema } from "../core/protocol/summary.ts";
import type { ControlStore } from "../storage/ports.ts";
import { findLastRound } from "./find-round.ts";
import { createControlReader } from "./obey-control.ts";
import { type ReliableControl, reliableControl } from "./reliable-control.ts";
import type { WorkerEnd } from "./run-worker.ts";

export interface RoundsDeps {
  readonly control: ControlStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly giveUpMs: number;
}

/** Waiting longer than this is done in pieces, so that a machine that was suspended is not late by its sleep. */
const LONGEST_WAIT_MS = 60_000;

/** How long the end of a pause may stay unseen. */
const PAUSE_LOOK_MS = 10_000;

/** The workers of a fleet look for the next round within so much of each other, not all in the same moment. */
const SPREAD_MS = 2_000;

/**
 * Goes through the rounds of a delta that repeats: works on the latest that there is, waits until the next is due, and
 * so on until one is the last. Nobody leads: every worker reads the same records and decides alike, and whoever comes
 * first creates the next round. Resolves to how the last round ended. A round in which objects failed is followed by
 * the next as any other, which tries them again.
 */
export async function runRounds(
  first: JobSpec,
  repetition: Repetition,
  work: (spec: JobSpec) => Promise<WorkerEnd>,
  deps: RoundsDeps,
  drain: AbortSignal,
): Promise<WorkerEnd> {
  const control = reliableControl(deps.control, deps);
  try {
    let number = await findLastRound(first.jobId, control, drain);
    for (;;) {
      const end = await work(roundSpec(first, number));
      if (end.kind === "drained") return end;
      if (!(await waitForNext(first.jobId, number, repetition, { ...deps, control }, drain))) return end;
      number++;
    }
  } catch (error) {
    if (drain.aborted) return { kind: "drained" };
    throw error;
  }
}

/** Waits until the round after this one, which is complete, is there or due; says false when there is to be none. */
async function waitForNext(
  seriesId: string,
  number: number,
  repetition: Repetition,
  deps: Omit<RoundsDeps, "control"> & { readonly control: ReliableControl },
  drain: AbortSignal,
): Promise<boolean> {
  const { control, clock, random, log } = deps;
  const next = jobKeys(roundJobId(seriesId, number + 1));
  const operator = createControlReader(control, jobKeys(seriesId), log);
  let isSaid = false;
  for (;;) {
    // Once somebody has begun it there is nothing to decide any more.
    if ((await control.get(next.job, drain)) !== undefined) return true;
    const decision = await decide(roundJobId(seriesId, number), repetition, control, drain);
    if (decision.kind === "end") {
      log.info("rounds.ended", { round: number, why: decision.why });
      return false;
    }
    if (decision.kind === "wait") {
      if (!isSaid) log.info("rounds.waiting", { round: number, waitMs: decision.ms });
      isSaid = true;
      await clock.sleep(Math.min(decision.ms, LONGEST_WAIT_MS) + random() * SPREAD_MS, drain);
    } else {
      const { limits } = await operator.read(drain);
      if (!limits.paused) return true;
      await clock.sleep(PAUSE_LOOK_MS * (0.75 + random() / 4), drain);
    }
  }
}

async function decide(
  jobId: string,
  repetition: Repetition,
  control: ReliableControl,
  signal: AbortSignal,
): Promise<NextRound> {
  const keys = jobKeys(jobId);
  const [job, found] = await Promise.all([control.get(keys.job, signal), control.get(keys.summary, signal)]);
  if (job === undefined || found === undefined) {
    throw new FerryError(
      "CONTROL_OBJECT_MISSING",
      `job.json or summary.json of ${jobId} was deleted while its rounds go on`,
    );
  }
  const summary = decodeJson(summarySchema, keys.summary, found.body);
  const finished = {
    beganMs: job.lastModifiedMs,
    completedMs: found.lastModifiedMs,
    copied: summary.tally.outcomes.copied,
  };
  return decideNextRound(finished, repetition, found.serverDateMs);
}
