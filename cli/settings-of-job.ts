import type { VariableName } from "../core/protocol/environment.ts";
import type { JobSpec } from "../core/protocol/job.ts";

type Reader = (spec: JobSpec) => string | number | boolean | undefined;

/** Where a job's specification has the settings that it was started with, as far as they are the job's. */
const OF_JOB: Readonly<Partial<Record<VariableName, Reader>>> = {
  OSS_FERRY_SOURCE_KIND: ({ source }) => source.kind,
  OSS_FERRY_SOURCE_PRESET: ({ source }) => source.preset,
  OSS_FERRY_SOURCE_BUCKET: ({ source }) => source.bucket,
  OSS_FERRY_SOURCE_REGION: ({ source }) => source.region,
  OSS_FERRY_SOURCE_ENDPOINT: ({ source }) => source.endpoint,
  OSS_FERRY_SOURCE_ETAG: ({ source }) => source.etag,
  OSS_FERRY_DESTINATION_BUCKET: ({ destination }) => destination.bucket,
  OSS_FERRY_DESTINATION_REGION: ({ destination }) => destination.region,
  OSS_FERRY_SRC_PREFIX: ({ srcPrefix }) => srcPrefix,
  OSS_FERRY_DEST_PREFIX: ({ destPrefix }) => destPrefix,
  OSS_FERRY_INCLUDE: ({ filter }) => filter.include.join("\n"),
  OSS_FERRY_EXCLUDE: ({ filter }) => filter.exclude.join("\n"),
  OSS_FERRY_MIN_SIZE: ({ filter }) => filter.minSizeBytes,
  OSS_FERRY_MAX_SIZE: ({ filter }) => filter.maxSizeBytes,
  OSS_FERRY_TASK_OBJECT_COUNT_LIMIT: ({ taskObjectCountLimit }) => taskObjectCountLimit,
  OSS_FERRY_TASK_OBJECT_SIZE_LIMIT: ({ taskObjectSizeLimit }) => taskObjectSizeLimit,
  OSS_FERRY_TAGS: ({ tags }) => tags,
  OSS_FERRY_STORAGE_CLASS: ({ storageClass }) => storageClass,
  OSS_FERRY_UNMAPPABLE_METADATA: ({ unmappableMetadata }) => unmappableMetadata,
  OSS_FERRY_ARCHIVED: ({ archived }) => archived,
  OSS_FERRY_RESTORE_DAYS: ({ restoreDays }) => restoreDays,
  OSS_FERRY_RESTORE_TIER: ({ restoreTier }) => restoreTier,
  OSS_FERRY_SERVER_SIDE_ENCRYPTION: ({ serverSideEncryption }) => serverSideEncryption,
};

/** The settings that a job based on another one has from it. */
export const SETTINGS_OF_JOB: readonly VariableName[] = Object.keys(OF_JOB) as VariableName[];

/** The settings with which a job was started, as far as they are the job's; for the next job to be about the same. */
export function settingsOfJob(spec: JobSpec): Readonly<Partial<Record<VariableName, string>>> {
  const settings: Partial<Record<VariableName, string>> = {};
  for (const [name, read] of Object.entries(OF_JOB)) {
    const value = read(spec);
    if (value !== undefined) settings[name as VariableName] = String(value);
  }
  return settings;
}
