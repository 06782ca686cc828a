import type { Repetition } from "../core/decide-round.ts";
import type { Settings } from "../core/protocol/environment.ts";
import { jobSpecSchema, type JobSpec } from "../core/protocol/job.ts";
import type { JobWork } from "../core/protocol/job-work.ts";
import { sourceServiceOf } from "../core/source-service.ts";
import { sourceSettingsOf } from "./source-of-settings.ts";

/** What of the settings is the job's and must be the same for all its workers. */
export function jobSpecOf(settings: Settings): JobSpec {
  return jobSpecSchema.parse({
    jobId: settings.OSS_FERRY_JOB_ID,
    source: {
      kind: settings.OSS_FERRY_SOURCE_KIND,
      ...optional("preset", settings.OSS_FERRY_SOURCE_PRESET),
      bucket: settings.OSS_FERRY_SOURCE_BUCKET,
      region: settings.OSS_FERRY_SOURCE_REGION,
      ...optional("endpoint", settings.OSS_FERRY_SOURCE_ENDPOINT),
      etag: sourceServiceOf(sourceSettingsOf(settings)).etag,
    },
    destination: {
      bucket: settings.OSS_FERRY_DESTINATION_BUCKET,
      region: settings.OSS_FERRY_DESTINATION_REGION,
    },
    srcPrefix: settings.OSS_FERRY_SRC_PREFIX,
    destPrefix: settings.OSS_FERRY_DEST_PREFIX,
    work: workOf(settings),
    filter: {
      include: settings.OSS_FERRY_INCLUDE,
      exclude: settings.OSS_FERRY_EXCLUDE,
      ...optional("minSizeBytes", settings.OSS_FERRY_MIN_SIZE),
      ...optional("maxSizeBytes", settings.OSS_FERRY_MAX_SIZE),
      ...optional("modifiedSinceMs", settings.OSS_FERRY_IMPORT_SINCE),
      ...optional("modifiedBeforeMs", settings.OSS_FERRY_MODIFIED_BEFORE),
    },
    overwrite: settings.OSS_FERRY_OVERWRITE,
    taskObjectCountLimit: settings.OSS_FERRY_TASK_OBJECT_COUNT_LIMIT,
    taskObjectSizeLimit: settings.OSS_FERRY_TASK_OBJECT_SIZE_LIMIT,
    hugeObjectSizeBytes: settings.OSS_FERRY_HUGE_OBJECT_SIZE,
    allowEmpty: settings.OSS_FERRY_ALLOW_EMPTY,
    tags: settings.OSS_FERRY_TAGS,
    storageClass: settings.OSS_FERRY_STORAGE_CLASS,
    unmappableMetadata: settings.OSS_FERRY_UNMAPPABLE_METADATA,
    archived: settings.OSS_FERRY_ARCHIVED,
    restoreDays: settings.OSS_FERRY_RESTORE_DAYS,
    restoreTier: settings.OSS_FERRY_RESTORE_TIER,
    ...optional("serverSideEncryption", settings.OSS_FERRY_SERVER_SIDE_ENCRYPTION),
  });
}

/** When the job is to be repeated; undefined for one that is not. */
export function repetitionOf(settings: Settings): Repetition | undefined {
  const { OSS_FERRY_ROUND_EVERY_SECONDS: everySeconds } = settings;
  if (everySeconds === undefined) return undefined;
  return {
    everyMs: everySeconds * 1000,
    ...optional("untilMs", settings.OSS_FERRY_ROUNDS_UNTIL),
    ...optional("smallEnough", settings.OSS_FERRY_ROUND_SMALL_ENOUGH),
  };
}

function firstRoundOf(settings: Settings): { readonly of: string; readonly number: 1 } | undefined {
  return repetitionOf(settings) === undefined ? undefined : { of: settings.OSS_FERRY_JOB_ID, number: 1 };
}

function workOf(settings: Settings): JobWork {
  const kind = settings.OSS_FERRY_JOB_KIND;
  // `readSettings` has seen to it that there is one where there must be.
  const baseJobId = settings.OSS_FERRY_BASE_JOB_ID ?? "";
  switch (kind) {
    case "copy":
      return { kind, ...sampleOf(settings) };
    case "delta":
      return { kind, baseJobId, ...optional("round", firstRoundOf(settings)) };
    case "redrive":
      return { kind, baseJobId };
    case "prune":
      return { kind, baseJobId, mostDeletes: settings.OSS_FERRY_MOST_DELETES };
    case "audit":
      return {
        kind,
        ...optional("baseJobId", settings.OSS_FERRY_BASE_JOB_ID),
        content: settings.OSS_FERRY_AUDIT_CONTENT,
      };
  }
}

function sampleOf(settings: Settings): Pick<JobWork & { readonly kind: "copy" }, "sample"> {
  const { OSS_FERRY_SAMPLE_OBJECTS: objects, OSS_FERRY_SAMPLE_BYTES: bytes } = settings;
  if (objects === undefined && bytes === undefined) return {};
  return { sample: { ...optional("objects", objects), ...optional("bytes", bytes) } };
}

function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { [Key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [Key in Name]: Value });
}
