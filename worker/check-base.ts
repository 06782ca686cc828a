import { FerryError } from "../core/errors.ts";
import { decodeJson } from "../core/protocol/codec.ts";
import { jobRecordSchema, type JobRecord, type JobSpec } from "../core/protocol/job.ts";
import { jobKeys } from "../core/protocol/keys.ts";
import { summarySchema, type Summary } from "../core/protocol/summary.ts";
import { firstDifference } from "./first-difference.ts";
import type { ReliableControl } from "./reliable-control.ts";

/** A job that another one may be based on. */
export interface BaseJob {
  readonly record: JobRecord;
  readonly summary: Summary;
}

/**
 * Resolves to the base of a job with this specification; only a complete job about the same objects is one.
 *
 * - BASE_UNKNOWN: no such job in this control bucket
 * - BASE_INCOMPLETE: it has not been proved complete
 * - BASE_UNFIT: a sample or an audit, whose ledgers do not say what is at the destination
 * - BASE_DIFFERS: other buckets, prefixes or filters; names the first that differs
 */
export async function checkBase(
  baseJobId: string,
  spec: JobSpec,
  control: Pick<ReliableControl, "get">,
  signal: AbortSignal,
): Promise<BaseJob> {
  const keys = jobKeys(baseJobId);
  const [job, summary] = await Promise.all([
    control.get(keys.job, signal),
    control.get(keys.summary, signal),
  ]);
  if (job === undefined) {
    throw new FerryError(
      "BASE_UNKNOWN",
      `there is no job ${baseJobId} to base this one on; check the id of the base`,
    );
  }
  const record = decodeJson(jobRecordSchema, keys.job, job.body);
  if (summary === undefined) {
    throw new FerryError(
      "BASE_INCOMPLETE",
      `job ${baseJobId} is not complete, so its ledgers do not say what is at the destination; let it finish first`,
    );
  }
  const { work } = record.spec;
  const isSample = work.kind === "copy" && work.sample !== undefined;
  if (isSample || work.kind === "audit") {
    const what = isSample ? "copied only a sample" : "was an audit";
    throw new FerryError("BASE_UNFIT", `job ${baseJobId} ${what}; base this one on a copy or a delta`);
  }
  const difference = firstDifference(concern(spec), concern(record.spec), "");
  if (difference !== undefined) {
    throw new FerryError(
      "BASE_DIFFERS",
      `job ${baseJobId} was about another ${difference}; give both the same, or begin with a new copy`,
    );
  }
  return { record, summary: decodeJson(summarySchema, keys.summary, summary.body) };
}

/** What must be the same for the base's ledgers to be about the same objects. Times may differ: they pass. */
function concern(spec: JobSpec): unknown {
  const { source, destination, srcPrefix, destPrefix, filter } = spec;
  const { include, exclude, minSizeBytes, maxSizeBytes } = filter;
  return {
    source,
    destination,
    srcPrefix,
    destPrefix,
    filter: { include, exclude, minSizeBytes, maxSizeBytes },
  };
}
