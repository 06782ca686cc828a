import { decodeJson } from "../core/protocol/codec.ts";
import { jobRecordSchema, type JobSpec } from "../core/protocol/job.ts";
import { jobKeys } from "../core/protocol/keys.ts";
import { roundJobId, roundOf } from "../core/protocol/round.ts";
import type { ControlStore } from "../storage/ports.ts";

/** As much of the control bucket as it takes to find a round, with or without further attempts. */
type Reader = Pick<ControlStore, "get">;

/**
 * The number of the latest round of a series that exists; 1 also when there is none yet. A round begins only when the
 * one before it is complete, so the existing ones are 1 to n, and n is found by GETs alone, about 2 log n of them.
 */
export async function findLastRound(seriesId: string, control: Reader, signal: AbortSignal): Promise<number> {
  const exists = async (number: number): Promise<boolean> =>
    (await control.get(jobKeys(roundJobId(seriesId, number)).job, signal)) !== undefined;
  let there = 1;
  let absent = 2;
  while (await exists(absent)) {
    there = absent;
    absent *= 2;
  }
  while (absent - there > 1) {
    const between = Math.floor((there + absent) / 2);
    if (await exists(between)) there = between;
    else absent = between;
  }
  return there;
}

/** The job that a command about `jobId` means: the latest round where that job repeats, else the job itself. */
export async function latestRound(jobId: string, control: Reader, signal: AbortSignal): Promise<string> {
  const round = await readRound(jobId, control, signal);
  return round === undefined ? jobId : roundJobId(round.of, await findLastRound(round.of, control, signal));
}

/**
 * The specification with the base that is really meant. A job based on `J` takes the latest round of `J` where that
 * repeats; a later round itself, and whoever names one by its own id, mean the job they name.
 */
export async function followRounds(spec: JobSpec, control: Reader, signal: AbortSignal): Promise<JobSpec> {
  const baseJobId = followableBase(spec);
  if (baseJobId === undefined) return spec;
  const round = await readRound(baseJobId, control, signal);
  if (round?.number !== 1) return spec;
  return withBase(spec, roundJobId(baseJobId, await findLastRound(baseJobId, control, signal)));
}

/**
 * The specification with the base of a job that exists already, if that is a round of the base that is asked for: which
 * round was the latest when the job began does not change any more.
 */
export async function adoptRound(
  spec: JobSpec,
  existing: JobSpec,
  control: Reader,
  signal: AbortSignal,
): Promise<JobSpec> {
  const mine = followableBase(spec);
  const theirs = followableBase(existing);
  if (mine === undefined || theirs === undefined || mine === theirs) return spec;
  const round = await readRound(theirs, control, signal);
  return round?.of === mine ? withBase(spec, theirs) : spec;
}

function followableBase(spec: JobSpec): string | undefined {
  const { work } = spec;
  if (work.kind === "copy" || (roundOf(spec)?.number ?? 1) > 1) return undefined;
  return work.baseJobId;
}

function withBase(spec: JobSpec, baseJobId: string): JobSpec {
  return spec.work.kind === "copy" ? spec : { ...spec, work: { ...spec.work, baseJobId } };
}

/** Which round the job is; undefined when it does not repeat or does not exist. */
async function readRound(
  jobId: string,
  control: Reader,
  signal: AbortSignal,
): Promise<ReturnType<typeof roundOf>> {
  const { job } = jobKeys(jobId);
  const found = await control.get(job, signal);
  return found === undefined ? undefined : roundOf(decodeJson(jobRecordSchema, job, found.body).spec);
}
