import { randomUUID } from "node:crypto";
import { EXCLUDES_VERSIONING, hasMirrorRule } from "../../oss/mirror/rules.ts";
import type { Bucket } from "../../store/bucket.ts";
import { ApiError } from "../api-error.ts";
import { type Attributes, blocksOf, textOf } from "../attributes.ts";
import { apiTime, completed, type Kind, type World } from "../kind.ts";

/** Attributes that are kept as they were given. */
const KEPT = [
  "access_monitor",
  "cors_rule",
  "lifecycle_rule",
  "logging",
  "redundancy_type",
  "referer_config",
  "resource_group_id",
  "storage_class",
  "tags",
  "transfer_acceleration",
] as const;

/** A bucket: it is real in the local OSS, and so is what its blocks set. */
export const bucket: Kind = {
  operations: { create: "PutBucket", update: "PutBucketTags", delete: "DeleteBucket" },
  create: ({ oss, ...world }, wanted) => {
    const name = textOf(wanted, "bucket") ?? `tf-oss-bucket-${world.nowMs()}`;
    if (oss.hasBucket(name)) {
      throw new ApiError(
        "BucketAlreadyExists",
        `[ERROR] The specified bucket name: "${name}" is not available. The bucket namespace is shared by all users of the OSS system. Please select a different name and try again.`,
      );
    }
    const made = oss.createBucket(name);
    set(made, completed(wanted, { resource_group_id: "rg-default" }));
    return describe(made, world);
  },
  read: (world, id) => (world.oss.hasBucket(id) ? describe(world.oss.bucket(id), world) : undefined),
  update: (world, id, wanted) => {
    const existing = bucketNamed(world, id);
    set(existing, wanted);
    return describe(existing, world);
  },
  delete: (world, id, last) => {
    if (!world.oss.hasBucket(id)) return;
    const { objectCount, uploads } = world.oss.bucket(id);
    if (last["force_destroy"] !== true && (objectCount > 0 || uploads.size > 0)) {
      throw new ApiError("BucketNotEmpty", "The bucket you tried to delete is not empty.");
    }
    world.oss.removeBucket(id);
  },
  disturb: (world, id, changes) => {
    set(bucketNamed(world, id), changes);
  },
};

export function bucketNamed({ oss }: Pick<World, "oss">, name: string): Bucket {
  if (!oss.hasBucket(name)) throw new ApiError("NoSuchBucket", "The specified bucket does not exist.");
  return oss.bucket(name);
}

function set(target: Bucket, wanted: Attributes): void {
  for (const name of KEPT) {
    if (name in wanted) target.settings.set(name, wanted[name]);
  }
  if ("lifecycle_rule" in wanted) {
    const rules = blocksOf(wanted, "lifecycle_rule");
    target.settings.set(
      "lifecycle_rule",
      rules.map((rule) => ({ ...rule, id: textOf(rule, "id") ?? randomUUID() })),
    );
  }
  if ("policy" in wanted) setOrClear(target, "policy", textOf(wanted, "policy"));
  if ("server_side_encryption_rule" in wanted) {
    setOrClear(target, "encryption", blocksOf(wanted, "server_side_encryption_rule")[0]);
  }
  if ("website" in wanted) setWebsite(target, blocksOf(wanted, "website")[0]);
  const [versioning] = blocksOf(wanted, "versioning");
  // Taking the block away leaves the bucket as versioned as it was.
  if (versioning !== undefined) setVersioning(target, textOf(versioning, "status"));
}

/** The block knows two names only; writing it takes away everything else, mirror rules included. */
function setWebsite(target: Bucket, website: Attributes | undefined): void {
  setOrClear(
    target,
    "website",
    website && {
      index_document: [{ suffix: website["index_document"] }],
      error_document: [{ key: website["error_document"] }],
    },
  );
}

export function setVersioning(target: Bucket, status: string | undefined): void {
  if (status !== "Enabled" && status !== "Suspended") return;
  if (hasMirrorRule(target)) throw new ApiError("InvalidArgument", EXCLUDES_VERSIONING);
  target.versioning = status;
}

export function setOrClear(target: Bucket, name: string, value: unknown): void {
  if (value === undefined) target.settings.delete(name);
  else target.settings.set(name, value);
}

/** As the provider reads a bucket: what other resources set on it shows in its own blocks. */
function describe(target: Bucket, world: Omit<World, "oss">): Attributes {
  const { region, settings } = target;
  const encryption = settings.get("encryption");
  const website = settings.get("website") as Attributes | undefined;
  return {
    ...Object.fromEntries(KEPT.map((name) => [name, settings.get(name) ?? null])),
    id: target.name,
    bucket: target.name,
    acl: "private",
    creation_date: apiTime(target.createdMs).slice(0, 10),
    extranet_endpoint: `oss-${region}.aliyuncs.com`,
    intranet_endpoint: `oss-${region}-internal.aliyuncs.com`,
    location: `oss-${region}`,
    owner: world.accountId,
    policy: settings.get("policy") ?? null,
    redundancy_type: settings.get("redundancy_type") ?? "LRS",
    resource_group_id: settings.get("resource_group_id") ?? "rg-default",
    storage_class: settings.get("storage_class") ?? "Standard",
    server_side_encryption_rule: encryption === undefined ? [] : [encryption],
    versioning: target.versioning === "never" ? [] : [{ status: target.versioning }],
    website: website === undefined ? [] : [websiteBlock(website)],
  };
}

function websiteBlock(website: Attributes): Attributes {
  return {
    index_document: blocksOf(website, "index_document")[0]?.["suffix"] ?? "",
    error_document: blocksOf(website, "error_document")[0]?.["key"] ?? "",
  };
}
