import { parseJson } from "../../core/protocol/codec.ts";
import { jobRecordSchema, type JobRecord } from "../../core/protocol/job.ts";
import type { JobKind } from "../../core/protocol/job-work.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { summarySchema } from "../../core/protocol/summary.ts";
import type { Tally } from "../../core/outcome.ts";
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
    const jobId = baseJobId;
    const keys = jobKeys(jobId);
    const [found, summaryFound] = await Promise.all([
      control.get(keys.job, signal),
      control.get(keys.summary, signal),
    ]);
    const record = found === undefined ? undefined : parseJson(jobRecordSchema, found.body);
    if (record?.ok !== true) {
      chain.push({ jobId, problem: record === undefined ? "is not there any more" : record.problem });
      break;
    }
    const summary = summaryFound === undefined ? undefined : parseJson(summarySchema, summaryFound.body);
    chain.push({
      jobId,
      kind: record.value.spec.work.kind,
      startedAtSourceMs: record.value.startedAtSourceMs,
      ...(summary?.ok === true
        ? { completedAtMs: summary.value.completedAtMs, tally: summary.value.tally }
        : {}),
    });
    baseJobId = baseOf(record.value);
  }
  return chain;
}

function baseOf({ spec }: JobRecord): string | undefined {
  return "baseJobId" in spec.work ? spec.work.baseJobId : undefined;
}
