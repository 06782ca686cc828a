import type { z } from "zod";
import { ENVIRONMENT, type VariableName } from "../protocol/environment.ts";
import type { Fleet } from "./fleet.ts";
import type { Migration } from "./migration-schema.ts";

/** What the worker's environment says, but for variables that would only repeat the worker's own defaults. */
export function workerEnvironment(
  migration: Migration,
  fleet: Fleet,
  workerName: string,
): Readonly<Record<string, string>> {
  const { source, destination, control, copy, worker, region } = migration;
  const { work, repeat } = fleet;
  const values: Partial<Record<VariableName, string | number | boolean | undefined>> = {
    OSS_FERRY_JOB_ID: fleet.jobId,
    OSS_FERRY_JOB_KIND: work.kind,
    OSS_FERRY_BASE_JOB_ID: "baseJobId" in work ? work.baseJobId : undefined,
    OSS_FERRY_WORKER_NAME: workerName,
    OSS_FERRY_SOURCE_KIND: source.kind,
    OSS_FERRY_SOURCE_PRESET: source.preset,
    OSS_FERRY_SOURCE_BUCKET: source.bucket,
    OSS_FERRY_SOURCE_REGION: source.region,
    OSS_FERRY_SOURCE_ENDPOINT: source.endpoint,
    OSS_FERRY_SOURCE_PATH_STYLE: source.pathStyle,
    OSS_FERRY_SOURCE_REQUESTER_PAYS: source.requesterPays,
    OSS_FERRY_SOURCE_ETAG: source.etag,
    OSS_FERRY_SOURCE_CREDENTIALS: "control",
    OSS_FERRY_DESTINATION_BUCKET: destination.bucket,
    OSS_FERRY_DESTINATION_REGION: region,
    OSS_FERRY_CONTROL_BUCKET: control.bucket,
    OSS_FERRY_SRC_PREFIX: fleet.srcPrefix,
    OSS_FERRY_DEST_PREFIX: fleet.destPrefix,
    OSS_FERRY_OVERWRITE: copy.overwrite,
    OSS_FERRY_INCLUDE: copy.include.join("\n"),
    OSS_FERRY_EXCLUDE: copy.exclude.join("\n"),
    OSS_FERRY_MIN_SIZE: copy.minSize,
    OSS_FERRY_MAX_SIZE: copy.maxSize,
    OSS_FERRY_IMPORT_SINCE: copy.importSince,
    OSS_FERRY_MODIFIED_BEFORE: copy.modifiedBefore,
    OSS_FERRY_SAMPLE_OBJECTS: work.kind === "copy" ? work.sample?.objects : undefined,
    OSS_FERRY_SAMPLE_BYTES: work.kind === "copy" ? work.sample?.bytes : undefined,
    OSS_FERRY_ROUND_EVERY_SECONDS: repeat?.every,
    OSS_FERRY_ROUNDS_UNTIL: repeat?.until,
    OSS_FERRY_ROUND_SMALL_ENOUGH: repeat?.smallEnough,
    OSS_FERRY_AUDIT_CONTENT: work.kind === "audit" && work.content,
    OSS_FERRY_TASK_OBJECT_COUNT_LIMIT: copy.taskObjectCountLimit,
    OSS_FERRY_TASK_OBJECT_SIZE_LIMIT: copy.taskObjectSizeLimit,
    OSS_FERRY_HUGE_OBJECT_SIZE: copy.hugeObjectSize,
    OSS_FERRY_ALLOW_EMPTY: copy.allowEmpty,
    OSS_FERRY_TAGS: copy.tags,
    OSS_FERRY_STORAGE_CLASS: copy.storageClass,
    OSS_FERRY_UNMAPPABLE_METADATA: copy.unmappableMetadata,
    OSS_FERRY_ARCHIVED: copy.archived,
    OSS_FERRY_RESTORE_DAYS: copy.restoreDays,
    OSS_FERRY_RESTORE_TIER: copy.restoreTier,
    OSS_FERRY_SERVER_SIDE_ENCRYPTION: copy.serverSideEncryption,
    OSS_FERRY_WORKER_TASK_THREAD_NUM: worker.taskThreadNum,
    OSS_FERRY_WORKER_MAX_BYTES_IN_FLIGHT: worker.maxBytesInFlight,
    OSS_FERRY_WORKER_MAX_THROUGHPUT: worker.maxThroughput,
    OSS_FERRY_LEASE_SECONDS: worker.leaseSeconds,
    OSS_FERRY_DRAIN_SECONDS: worker.drainSeconds,
    OSS_FERRY_GIVE_UP_SECONDS: worker.giveUpSeconds,
    OSS_FERRY_LOG_LEVEL: worker.logLevel,
  };
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && String(value) !== defaultOf(name as VariableName))
      environment[name] = String(value);
  }
  return environment;
}

/** The worker's own default, written as values are here: sizes in bytes. */
function defaultOf(name: VariableName): string | undefined {
  const {
    schema,
    defaultText,
  }: { readonly schema: z.ZodType<unknown, string>; readonly defaultText?: string } = ENVIRONMENT[name];
  return defaultText === undefined ? undefined : String(schema.parse(defaultText));
}
