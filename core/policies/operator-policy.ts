import { SOURCE_CREDENTIALS_KEY } from "../protocol/source-credentials.ts";
import { allowBucket, allowListing, allowObjects, type Policy, policy } from "./policy.ts";

export interface OperatorPolicyOptions {
  readonly controlBucket: string;
  readonly destinationBucket: string;
  /** The migration's jobs, for instance `small-*`. */
  readonly jobs: string;
}

/** What `cutover check` asks about the destination besides its objects. */
const DESTINATION_SETTINGS = [
  "oss:GetBucketLifecycle",
  "oss:GetBucketOverwriteConfig",
  "oss:GetBucketVersioning",
  "oss:GetBucketWebsite",
];

/**
 * What it takes to follow a migration's jobs, to pause and throttle them, to set the source's keys (but not to
 * read them back), to compare the destination and to check it before the switch. No object that a worker writes can
 * be changed.
 */
export function operatorPolicy({ controlBucket, destinationBucket, jobs }: OperatorPolicyOptions): Policy {
  return policy([
    allowBucket(["oss:GetBucketVersioning"], controlBucket),
    allowListing(controlBucket, `jobs/${jobs.replace(/\*$/u, "")}`),
    allowObjects(["oss:GetObject"], controlBucket, [`jobs/${jobs}/*`]),
    allowObjects(["oss:PutObject"], controlBucket, [`jobs/${jobs}/control.json`, SOURCE_CREDENTIALS_KEY]),
    allowBucket(DESTINATION_SETTINGS, destinationBucket),
    allowListing(destinationBucket, ""),
    allowObjects(["oss:GetObject"], destinationBucket, ["*"]),
  ]);
}
