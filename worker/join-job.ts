import { FerryError } from "../core/errors.ts";
import { WHOLE_KEY_SPACE } from "../core/key-range.ts";
import type { JobWork } from "../core/protocol/job-work.ts";
import type { Child } from "../core/protocol/partition.ts";
import type { Summary } from "../core/protocol/summary.ts";
import { checkBase } from "./check-base.ts";
import { chooseSample, type SampleDeps } from "./choose-sample.ts";
import { adoptRound, followRounds } from "./find-round.ts";
import { firstDifference } from "./first-difference.ts";
import { decodeJson, encodeJson } from "../core/protocol/codec.ts";
import { jobRecordSchema, type JobRecord, type JobSpec } from "../core/protocol/job.ts";
import type { JobKeys } from "../core/protocol/keys.ts";
import { newPartitionId } from "./job-context.ts";
import { storePages } from "./list-store.ts";
import type { ReliableControl } from "./reliable-control.ts";

interface JoinDeps extends SampleDeps {
  readonly control: ReliableControl;
  readonly keys: JobKeys;
}

/**
 * Resolves to the job's record, which is the same for every worker whoever comes first. Its base is the one that was
 * the latest round when the job began, where `asked` names a job that repeats.
 *
 * - JOB_MISMATCH: the job exists with another specification; names the first field that differs
 * - SOURCE_EMPTY: the prefix matches nothing and `allowEmpty` is not set; no job is created
 * - SINCE_IN_FUTURE: `modifiedSinceMs` is later than the source's clock
 * - BASE_…: see `checkBase`
 * - DELETES_ABOVE_CEILING: a prune would delete more than it may
 */
export async function joinJob(
  asked: JobSpec,
  leaseMs: number,
  deps: JoinDeps,
  signal: AbortSignal,
): Promise<JobRecord> {
  const { control, keys, log } = deps;
  const existing = await control.get(keys.job, signal);
  if (existing !== undefined) return join(asked, existing.body, deps, signal);

  const spec = await followRounds(asked, control, signal);
  const startedAtSourceMs = await beginAtSource(spec, deps, signal);
  const roots = await chooseRoots(spec, deps, signal);
  const record: JobRecord = { protocol: 1, spec, roots: [...roots], startedAtSourceMs, leaseMs };
  for (const root of roots) {
    await control.createOnce(
      keys.manifest(root.partitionId),
      encodeJson({ ...root, parentId: null }),
      signal,
    );
  }
  if ((await control.createOnce(keys.job, encodeJson(record), signal)) === "created") {
    for (const root of roots) await control.put(keys.open(root.partitionId), Buffer.alloc(0), signal);
    log.info("job.created", {
      jobId: spec.jobId,
      startedAtSource: new Date(startedAtSourceMs).toISOString(),
    });
    return record;
  }
  const winner = await control.get(keys.job, signal);
  if (winner === undefined)
    throw new FerryError("CONTROL_OBJECT_MISSING", `${keys.job} was deleted while the job starts`);
  return join(asked, winner.body, deps, signal);
}

async function join(
  asked: JobSpec,
  body: Buffer,
  { control, keys, log }: JoinDeps,
  signal: AbortSignal,
): Promise<JobRecord> {
  const record = decodeJson(jobRecordSchema, keys.job, body);
  const spec = await adoptRound(asked, record.spec, control, signal);
  const difference = firstDifference(spec, record.spec, "");
  if (difference !== undefined) {
    throw new FerryError(
      "JOB_MISMATCH",
      `job ${spec.jobId} was started with another ${difference}; give this worker the same settings, or another job id`,
    );
  }
  log.info("job.joined", { jobId: spec.jobId });
  return record;
}

/** Checks that there is something to migrate and resolves to T1: the source's clock at the first answer of all. */
async function beginAtSource(spec: JobSpec, deps: JoinDeps, signal: AbortSignal): Promise<number> {
  let startedAtSourceMs: number | undefined;
  const listed = { role: "source", store: deps.source } as const;
  for await (const page of storePages(listed, deps, { prefix: spec.srcPrefix, maxKeys: 1 }, signal)) {
    startedAtSourceMs ??= page.serverDateMs;
    checkTimes(spec, startedAtSourceMs);
    if (page.objects.length > 0) return startedAtSourceMs;
  }
  if (startedAtSourceMs === undefined || !spec.allowEmpty) {
    throw new FerryError(
      "SOURCE_EMPTY",
      `no object in ${spec.source.bucket} begins with ${JSON.stringify(spec.srcPrefix)}; check the prefix, or allow an empty source if that is what you expect`,
    );
  }
  return startedAtSourceMs;
}

function checkTimes(spec: JobSpec, startedAtSourceMs: number): void {
  const { modifiedSinceMs } = spec.filter;
  if (modifiedSinceMs === undefined || modifiedSinceMs <= startedAtSourceMs) return;
  const since = new Date(modifiedSinceMs).toISOString();
  throw new FerryError(
    "SINCE_IN_FUTURE",
    `nothing can have been modified since ${since}: the source's clock says ${new Date(startedAtSourceMs).toISOString()}; correct the time`,
  );
}

/** The partitions that the job begins with: all keys, a sample of them, or those of the base. */
async function chooseRoots(spec: JobSpec, deps: JoinDeps, signal: AbortSignal): Promise<readonly Child[]> {
  const { work } = spec;
  const root = (rest: Omit<Child, "partitionId">): Child => ({
    partitionId: newPartitionId(deps.random),
    ...rest,
  });
  if (work.kind === "copy") {
    if (work.sample === undefined) return [root({ range: WHOLE_KEY_SPACE })];
    const ranges = await chooseSample(spec, work.sample, deps, signal);
    // A sample of an empty source that is allowed to be empty.
    return ranges.length === 0 ? [root({ range: WHOLE_KEY_SPACE })] : ranges.map((range) => root({ range }));
  }
  if (work.baseJobId === undefined) return [root({ range: WHOLE_KEY_SPACE })];
  const { record, summary } = await checkBase(work.baseJobId, spec, deps.control, signal);
  if (work.kind === "prune") checkCeiling(work, summary);
  return record.roots.map(({ partitionId, range }) => root({ range, basePartitionId: partitionId }));
}

function checkCeiling(
  { baseJobId, mostDeletes }: JobWork & { readonly kind: "prune" },
  { tally }: Summary,
): void {
  const deletes = tally.codes["SOURCE_GONE"] ?? 0;
  if (deletes <= mostDeletes) return;
  throw new FerryError(
    "DELETES_ABOVE_CEILING",
    `job ${baseJobId} found ${deletes} keys gone at the source, more than the ${mostDeletes} that may be deleted; look at its report, then raise the ceiling if that is what you expect`,
  );
}
