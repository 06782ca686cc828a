import type { JobSpec } from "./job.ts";

/**
 * A delta that repeats is a series of jobs: the first round is the job that the settings name, `J`; round n is `J-r<n>`
 * and based on the round before it. This id is for every round of the series, whatever the name of `J`.
 */
export function roundJobId(seriesId: string, number: number): string {
  return number === 1 ? seriesId : `${seriesId}-r${number}`;
}

/** What begins the ids of all rounds but the first. No other job may be called so. */
export function laterRoundsPrefix(seriesId: string): string {
  return `${seriesId}-r`;
}

/** Ids of jobs that repeat are this much shorter than others, so that the ids of their rounds have room. */
export const LONGEST_SERIES_ID = 128 - "-r99999999".length;

/** A round of the series that `first` is the first round of. */
export function roundSpec(first: JobSpec, number: number): JobSpec {
  if (number === 1) return first;
  const of = first.jobId;
  return {
    ...first,
    jobId: roundJobId(of, number),
    work: { kind: "delta", baseJobId: roundJobId(of, number - 1), round: { of, number } },
  };
}

/** Which round of which series a job is; undefined for a job that does not repeat. */
export function roundOf({ work }: JobSpec): { readonly of: string; readonly number: number } | undefined {
  return work.kind === "delta" ? work.round : undefined;
}

/** Whose `control.json` a job obeys: all rounds of a series obey one, so that a limit outlasts a round. */
export function obeyedJobId(spec: JobSpec): string {
  return roundOf(spec)?.of ?? spec.jobId;
}
