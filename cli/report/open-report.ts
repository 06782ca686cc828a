import { decodeJson } from "../../core/protocol/codec.ts";
import type { Settings } from "../../core/protocol/environment.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { summarySchema } from "../../core/protocol/summary.ts";
import type { ReliableControl } from "../../worker/reliable-control.ts";
import { readJob } from "../read-job.ts";
import { createReportCollector, type ReportCollector } from "./collect-report.ts";
import { readBaseChain } from "./read-base-chain.ts";
import { type JobPart, walkLedgers } from "./walk-ledgers.ts";

/**
 * A job about to be reported on: its parts, which are read as they are taken, and the collector to give them to.
 * JOB_UNKNOWN when there is no such job.
 */
export async function openReport(
  control: Pick<ReliableControl, "get">,
  settings: Pick<Settings, "OSS_FERRY_JOB_ID" | "OSS_FERRY_CONTROL_BUCKET">,
  options: {
    readonly withObjects: boolean;
    readonly examples: number;
    readonly reportedAtMs: number;
    readonly signal: AbortSignal;
  },
): Promise<{ readonly parts: AsyncIterable<JobPart>; readonly collector: ReportCollector }> {
  const { withObjects, reportedAtMs, signal } = options;
  const jobId = settings.OSS_FERRY_JOB_ID;
  const keys = jobKeys(jobId);
  // The summary first: a job that becomes complete meanwhile must not look as if completion markers were lost.
  const summaryFound = await control.get(keys.summary, signal);
  const job = await readJob(control, jobId, signal);
  const summary =
    summaryFound === undefined ? undefined : decodeJson(summarySchema, keys.summary, summaryFound.body);
  const bases = await readBaseChain(control, job, signal);
  const ledgers = `oss://${settings.OSS_FERRY_CONTROL_BUCKET}/${keys.root}ledger/`;
  return {
    parts: walkLedgers({ job, keys, control, withObjects, signal }),
    collector: createReportCollector({ job, summary, bases, ledgers, reportedAtMs }, options),
  };
}
