import { FerryError } from "../core/errors.ts";
import { WHOLE_KEY_SPACE } from "../core/key-range.ts";
import type { Log } from "../core/log.ts";
import { decodeJson, encodeJson } from "../core/protocol/codec.ts";
import { jobRecordSchema, type JobRecord, type JobSpec } from "../core/protocol/job.ts";
import type { JobKeys } from "../core/protocol/keys.ts";
import { newPartitionId } from "./job-context.ts";
import { sourcePages, type ListingDeps } from "./list-source.ts";
import type { ReliableControl } from "./reliable-control.ts";

interface JoinDeps extends ListingDeps {
  readonly control: ReliableControl;
  readonly keys: JobKeys;
}

/**
 * Resolves to the job's record, which is the same for every worker whoever comes first.
 *
 * - JOB_MISMATCH: the job exists with another specification; names the first field that differs
 * - SOURCE_EMPTY: the prefix matches nothing and `allowEmpty` is not set; no job is created
 */
export async function joinJob(
  spec: JobSpec,
  leaseMs: number,
  deps: JoinDeps,
  signal: AbortSignal,
): Promise<JobRecord> {
  const { control, keys, random, log } = deps;
  const existing = await control.get(keys.job, signal);
  if (existing !== undefined) return join(spec, decodeJson(jobRecordSchema, keys.job, existing.body), log);

  const startedAtSourceMs = await beginAtSource(spec, deps, signal);
  const root = { partitionId: newPartitionId(random), range: WHOLE_KEY_SPACE };
  const record: JobRecord = { protocol: 1, spec, roots: [root], startedAtSourceMs, leaseMs };
  await control.createOnce(keys.manifest(root.partitionId), encodeJson({ ...root, parentId: null }), signal);
  if ((await control.createOnce(keys.job, encodeJson(record), signal)) === "created") {
    await control.put(keys.open(root.partitionId), Buffer.alloc(0), signal);
    log.info("job.created", {
      jobId: spec.jobId,
      startedAtSource: new Date(startedAtSourceMs).toISOString(),
    });
    return record;
  }
  const winner = await control.get(keys.job, signal);
  if (winner === undefined)
    throw new FerryError("CONTROL_OBJECT_MISSING", `${keys.job} was deleted while the job starts`);
  return join(spec, decodeJson(jobRecordSchema, keys.job, winner.body), log);
}

function join(spec: JobSpec, record: JobRecord, log: Log): JobRecord {
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
  for await (const page of sourcePages(deps, { prefix: spec.srcPrefix, maxKeys: 1 }, signal)) {
    startedAtSourceMs ??= page.serverDateMs;
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

function firstDifference(mine: unknown, theirs: unknown, path: string): string | undefined {
  if (isRecord(mine) && isRecord(theirs)) {
    for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      const difference = firstDifference(mine[name], theirs[name], path === "" ? name : `${path}.${name}`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  return mine === theirs ? undefined : `${path} (${JSON.stringify(theirs)}, not ${JSON.stringify(mine)})`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
