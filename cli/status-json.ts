import type { JobOverview } from "./read-jobs.ts";
import type { JobStatus } from "./read-status.ts";

/** What scripts rely on: fields may be added, none changes its meaning without another format. */
const FORMAT = 1;

/** `oss-ferry status --json` of one job, as docs/operating.md describes it. */
export function jobJson({ jobId, progress, boots }: JobStatus): string {
  return JSON.stringify({ format: FORMAT, jobId, state: "booting", ...progress, boots });
}

/** `oss-ferry status --json` of all jobs. */
export function jobsJson(jobs: readonly JobOverview[]): string {
  return JSON.stringify({ format: FORMAT, jobs });
}
