import { ARTIFACTS_PREFIX } from "../protocol/artifacts.ts";
import { jobKeys } from "../protocol/keys.ts";
import { laterRoundsPrefix } from "../protocol/round.ts";
import { SOURCE_CREDENTIALS_KEY } from "../protocol/source-credentials.ts";
import {
  allowBucket,
  allowListing,
  allowObjects,
  denyObjects,
  type Policy,
  policy,
  type Statement,
} from "./policy.ts";

export interface WorkerPolicyOptions {
  readonly controlBucket: string;
  readonly destinationBucket: string;
  /** The phase's own job; nothing of another phase's job can be written. */
  readonly jobId: string;
  /** Jobs to compare with, for deltas and audits: `small-*`. They are read, never written. */
  readonly readableJobs?: string;
  /** Whether the job repeats, so that later rounds are jobs of the phase, too. */
  readonly repeats: boolean;
  /** Only keys below it can be touched at the destination. */
  readonly destPrefix: string;
  /** Whether anything is written there; an audit only reads. */
  readonly writesDestination: boolean;
  /** Whether objects get tags. */
  readonly writesTags: boolean;
  /** Whether the destination is listed, to compare before anything is copied. */
  readonly listsDestination: boolean;
  /** Whether objects are encrypted with a key of KMS. */
  readonly kms: boolean;
}

/** Folders in which the protocol deletes: hints, upload records and probes. */
const DELETED_IN = ["open", "uploads", "self-test"];

/**
 * What the instances of one phase may do, and nothing else. Below its own jobs a phase writes everything but the
 * operator's `control.json`, and deletes only where the protocol deletes. Nothing at the destination can be deleted.
 */
export function workerPolicy(options: WorkerPolicyOptions): Policy {
  const { controlBucket, jobId } = options;
  const own = [jobId, ...(options.repeats ? [`${laterRoundsPrefix(jobId)}*`] : [])].map((id) => jobKeys(id));
  const roots = own.map(({ root }) => root);
  const readable = [...roots.map((root) => `${root}*`), `${ARTIFACTS_PREFIX}*`, SOURCE_CREDENTIALS_KEY];
  if (options.readableJobs !== undefined) readable.push(`jobs/${options.readableJobs}/*`);
  return policy([
    allowBucket(["oss:GetBucketVersioning"], controlBucket),
    allowListing(controlBucket, ...roots),
    allowObjects(["oss:GetObject"], controlBucket, readable),
    allowObjects(
      ["oss:PutObject"],
      controlBucket,
      roots.map((root) => `${root}*`),
    ),
    denyObjects(
      ["oss:PutObject"],
      controlBucket,
      own.map(({ control }) => control),
    ),
    allowObjects(
      ["oss:DeleteObject"],
      controlBucket,
      roots.flatMap((root) => DELETED_IN.map((folder) => `${root}${folder}/*`)),
    ),
    ...atDestination(options),
  ]);
}

/** An audit asks for what is there, a copy also writes; either only below the prefix. */
function atDestination(options: WorkerPolicyOptions): readonly Statement[] {
  const { destinationBucket, destPrefix, writesDestination, writesTags, listsDestination, kms } = options;
  const actions = ["oss:GetObject"];
  if (writesDestination) actions.push("oss:PutObject", "oss:AbortMultipartUpload", "oss:ListParts");
  if (writesDestination && writesTags) actions.push("oss:PutObjectTagging");
  const statements = [allowObjects(actions, destinationBucket, [`${destPrefix}*`])];
  if (listsDestination) statements.push(allowListing(destinationBucket, destPrefix));
  if (kms) {
    statements.push({
      Effect: "Allow",
      Action: writesDestination ? ["kms:GenerateDataKey", "kms:Decrypt"] : ["kms:Decrypt"],
      Resource: ["acs:kms:*:*:key/*"],
    });
  }
  return statements;
}
