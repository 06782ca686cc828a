import { FerryError, StoreError } from "../../core/errors.ts";
import { decodeJson } from "../../core/protocol/codec.ts";
import type { JobRecord } from "../../core/protocol/job.ts";
import type { JobKind } from "../../core/protocol/job-work.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { summarySchema } from "../../core/protocol/summary.ts";
import type { Tally } from "../../core/outcome.ts";
import { readJob } from "../read-job.ts";
import type { ReliableControl } from "../../worker/reliable-control.ts";

/** One of the jobs that a job is based on. */
export type BaseLink =
  | {
      readonly jobId: string;
      readonly kind: JobKind;
      readonly startedAtSourceMs: number;
      /** Absent where its summary cannot be read any more. */
      readonly completedAtMs?: number;
      readonly tally?: Tally;
    }
  | { readonly jobId: string; readonly problem: string };

/** Rounds that nobody needs to see. */
const LONGEST_CHAIN = 200;

/** The bases of a job, nearest first, as far as they can be read: two GETs for each. */
export async function readBaseChain(
  control: Pick<ReliableControl, "get">,
  job: JobRecord,
  signal: AbortSignal,
): Promise<readonly BaseLink[]> {
  const chain: BaseLink[] = [];
  let baseJobId = baseOf(job);
  while (baseJobId !== undefined && chain.length < LONGEST_CHAIN) {
    const found = await readLink(control, baseJobId, signal);
    chain.push(found.link);
    baseJobId = found.baseJobId;
  }
  return chain;
}

async function readLink(
  control: Pick<ReliableControl, "get">,
  jobId: string,
  signal: AbortSignal,
): Promise<{ readonly link: BaseLink; readonly baseJobId?: string | undefined }> {
  const keys = jobKeys(jobId);
  try {
    const job = await readJob(control, jobId, signal);
    const found = await control.get(keys.summary, signal);
    const summary = found === undefined ? undefined : decodeJson(summarySchema, keys.summary, found.body);
    const link = {
      jobId,
      kind: job.spec.work.kind,
      startedAtSourceMs: job.startedAtSourceMs,
      ...(summary === undefined ? {} : { completedAtMs: summary.completedAtMs, tally: summary.tally }),
    };
    return { link, baseJobId: baseOf(job) };
  } catch (error) {
    // A base that is gone, damaged or not for this operator's eyes takes nothing from what the job did itself.
    const isOfTheBase =
      error instanceof FerryError && (!(error instanceof StoreError) || error.code === "ACCESS_DENIED");
    if (!isOfTheBase) throw error;
    return { link: { jobId, problem: error.message } };
  }
}

function baseOf({ spec }: JobRecord): string | undefined {
  return "baseJobId" in spec.work ? spec.work.baseJobId : undefined;
}
