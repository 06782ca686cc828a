import { FerryError } from "../core/errors.ts";
import { decodeJson } from "../core/protocol/codec.ts";
import { jobRecordSchema, type JobRecord } from "../core/protocol/job.ts";
import { jobKeys } from "../core/protocol/keys.ts";
import type { ControlStore } from "../storage/ports.ts";

/** The record of a job. JOB_UNKNOWN when there is none in this control bucket. */
export async function readJob(
  control: Pick<ControlStore, "get">,
  jobId: string,
  signal: AbortSignal,
): Promise<JobRecord> {
  const { job } = jobKeys(jobId);
  const found = await control.get(job, signal);
  if (found !== undefined) return decodeJson(jobRecordSchema, job, found.body);
  throw new FerryError("JOB_UNKNOWN", `there is no job ${jobId} in this control bucket; check the id`);
}
