import type { TerraformResourceLifecycle } from "./cdk.ts";

/**
 * For every bucket: nothing destroys it, and what resources of their own or the console say about it is left to
 * them. The bucket's inline blocks are read back from the service, so without this each plan would remove those.
 */
export const BUCKET_LIFECYCLE: TerraformResourceLifecycle = {
  preventDestroy: true,
  ignoreChanges: [
    "cors_rule",
    "logging",
    "policy",
    "referer_config",
    "server_side_encryption_rule",
    "transfer_acceleration",
    "versioning",
    "website",
  ],
};
