import type { VariableName } from "../core/protocol/environment.ts";
import type { JobSpec } from "../core/protocol/job.ts";

/** The settings with which a job was started, as far as they are the job's; for the next job to be about the same. */
export function settingsOfJob(spec: JobSpec): Readonly<Partial<Record<VariableName, string>>> {
  const { source, destination, filter } = spec;
  const values: Partial<Record<VariableName, string | number | boolean | undefined>> = {
    OSS_FERRY_SOURCE_KIND: source.kind,
    OSS_FERRY_SOURCE_PRESET: source.preset,
    OSS_FERRY_SOURCE_BUCKET: source.bucket,
    OSS_FERRY_SOURCE_REGION: source.region,
    OSS_FERRY_SOURCE_ENDPOINT: source.endpoint,
    OSS_FERRY_SOURCE_ETAG: source.etag,
    OSS_FERRY_DESTINATION_BUCKET: destination.bucket,
    OSS_FERRY_DESTINATION_REGION: destination.region,
    OSS_FERRY_SRC_PREFIX: spec.srcPrefix,
    OSS_FERRY_DEST_PREFIX: spec.destPrefix,
    OSS_FERRY_INCLUDE: filter.include.join("\n"),
    OSS_FERRY_EXCLUDE: filter.exclude.join("\n"),
    OSS_FERRY_MIN_SIZE: filter.minSizeBytes,
    OSS_FERRY_MAX_SIZE: filter.maxSizeBytes,
    OSS_FERRY_TASK_OBJECT_COUNT_LIMIT: spec.taskObjectCountLimit,
    OSS_FERRY_TASK_OBJECT_SIZE_LIMIT: spec.taskObjectSizeLimit,
    OSS_FERRY_TAGS: spec.tags,
    OSS_FERRY_STORAGE_CLASS: spec.storageClass,
    OSS_FERRY_UNMAPPABLE_METADATA: spec.unmappableMetadata,
    OSS_FERRY_ARCHIVED: spec.archived,
    OSS_FERRY_RESTORE_DAYS: spec.restoreDays,
    OSS_FERRY_RESTORE_TIER: spec.restoreTier,
    OSS_FERRY_SERVER_SIDE_ENCRYPTION: spec.serverSideEncryption,
  };
  const settings: Partial<Record<VariableName, string>> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) settings[name as VariableName] = String(value);
  }
  return settings;
}
