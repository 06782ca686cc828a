import { counted, formatBytes, formatCount, formatDuration } from "./format.ts";
import type { JobOverview } from "./read-jobs.ts";

/** One line for each job. */
export function describeJobs(jobs: readonly JobOverview[]): string {
  if (jobs.length === 0) return "There are no jobs.";
  const width = Math.max(...jobs.map(({ jobId }) => jobId.length));
  return jobs.map((job) => `${job.jobId.padEnd(width)}  ${describeJob(job)}`).join("\n");
}

function describeJob(job: JobOverview): string {
  const state = job.state.padEnd(10);
  if (job.state === "booting") return `${state}  no worker has got as far as the job yet`;
  if (job.problem !== undefined) return `${state}  ${job.problem}`;
  return [
    state,
    `${formatCount(job.finished)} of ${formatCount(job.listed)} listed objects`,
    `${formatBytes(job.finishedBytes)} of ${formatBytes(job.listedBytes)}`,
    ...(job.failed > 0 ? [`${formatCount(job.failed)} failed`] : []),
    ...(job.state === "complete" ? [] : underWay(job)),
  ].join("  ");
}

function underWay({ aliveWorkers, bytesPerSecond, remainingMs, hasOpen }: JobOverview): readonly string[] {
  const eta = remainingMs === undefined ? "–" : `${hasOpen ? "> " : ""}${formatDuration(remainingMs)}`;
  return [counted(aliveWorkers, "worker"), `${formatBytes(bytesPerSecond)}/s`, `ETA ${eta}`];
}
