import { ARTIFACTS_PREFIX } from "../protocol/artifacts.ts";
import { jobKeys } from "../protocol/keys.ts";
import { SOURCE_CREDENTIALS_KEY } from "../protocol/source-credentials.ts";
import { allowBucket, allowListing, allowObjects, type Policy, policy } from "./policy.ts";

export interface WorkerPolicyOptions {
  readonly controlBucket: string;
  readonly destinationBucket: string;
  /** The phase's own job; nothing of another job can be written. */
  readonly jobId: string;
  /** Jobs to compare with, for deltas and audits: `small-*`. They are read, never written. */
  readonly readableJobs?: string;
  /** Only keys below it can be touched at the destination. */
  readonly destPrefix: string;
  /** Whether objects get tags. */
  readonly writesTags: boolean;
  /** Whether the destination is listed, to compare before anything is copied. */
  readonly listsDestination: boolean;
  /** Whether objects are encrypted with a key of KMS. */
  readonly kms: boolean;
}

/**
 * What the instances of one phase may do, and nothing else. Deleting is possible only where the protocol deletes:
 * hints, probes and upload records of the phase's own job. Nothing at the destination can be deleted.
 */
export function workerPolicy(options: WorkerPolicyOptions): Policy {
  const { controlBucket, destinationBucket, jobId, destPrefix } = options;
  const { root, job, summary, openPrefix, workersPrefix, bootPrefix } = jobKeys(jobId);
  const below = (folder: string): string => `${root}${folder}/*`;
  const written = [
    job,
    summary,
    `${openPrefix}*`,
    `${workersPrefix}*`,
    `${bootPrefix}*`,
    ...["manifest", "claims", "splits", "ledger", "done", "uploads", "shared", "self-test"].map(below),
  ];
  const readable = [`${root}*`, `${ARTIFACTS_PREFIX}*`, SOURCE_CREDENTIALS_KEY];
  if (options.readableJobs !== undefined) readable.push(`jobs/${options.readableJobs}/*`);
  const destinationActions = ["oss:PutObject", "oss:GetObject", "oss:AbortMultipartUpload", "oss:ListParts"];
  if (options.writesTags) destinationActions.push("oss:PutObjectTagging");
  return policy([
    allowBucket(["oss:GetBucketVersioning"], controlBucket),
    allowListing(controlBucket, root),
    allowObjects(["oss:GetObject"], controlBucket, readable),
    allowObjects(["oss:PutObject"], controlBucket, written),
    allowObjects(["oss:DeleteObject"], controlBucket, [
      `${openPrefix}*`,
      below("uploads"),
      below("self-test"),
    ]),
    allowObjects(destinationActions, destinationBucket, [`${destPrefix}*`]),
    ...(options.listsDestination ? [allowListing(destinationBucket, destPrefix)] : []),
    ...(options.kms
      ? [
          {
            Effect: "Allow" as const,
            Action: ["kms:GenerateDataKey", "kms:Decrypt"],
            Resource: ["acs:kms:*:*:key/*"],
          },
        ]
      : []),
  ]);
}
