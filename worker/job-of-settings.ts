import type { Settings } from "../core/protocol/environment.ts";
import { jobSpecSchema, type JobSpec } from "../core/protocol/job.ts";

/** What of the settings is the job's and must be the same for all its workers. */
export function jobSpecOf(settings: Settings): JobSpec {
  return jobSpecSchema.parse({
    jobId: settings.OSS_FERRY_JOB_ID,
    source: {
      kind: "s3",
      bucket: settings.OSS_FERRY_SOURCE_BUCKET,
      region: settings.OSS_FERRY_SOURCE_REGION,
      ...optional("endpoint", settings.OSS_FERRY_SOURCE_ENDPOINT),
      etag: settings.OSS_FERRY_SOURCE_ETAG,
    },
    destination: {
      bucket: settings.OSS_FERRY_DESTINATION_BUCKET,
      region: settings.OSS_FERRY_DESTINATION_REGION,
    },
    srcPrefix: settings.OSS_FERRY_SRC_PREFIX,
    destPrefix: settings.OSS_FERRY_DEST_PREFIX,
    taskObjectCountLimit: settings.OSS_FERRY_TASK_OBJECT_COUNT_LIMIT,
    taskObjectSizeLimit: settings.OSS_FERRY_TASK_OBJECT_SIZE_LIMIT,
    allowEmpty: settings.OSS_FERRY_ALLOW_EMPTY,
    tags: settings.OSS_FERRY_TAGS,
    storageClass: settings.OSS_FERRY_STORAGE_CLASS,
    unmappableMetadata: settings.OSS_FERRY_UNMAPPABLE_METADATA,
    ...optional("serverSideEncryption", settings.OSS_FERRY_SERVER_SIDE_ENCRYPTION),
  });
}

function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { [Key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [Key in Name]: Value });
}
