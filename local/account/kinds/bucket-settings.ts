import { objectionTo } from "../../oss/mirror/rules.ts";
import { objectionToOverwriteRules } from "../../oss/overwrite-rules.ts";
import type { Bucket } from "../../store/bucket.ts";
import { ApiError } from "../api-error.ts";
import { type Attributes, textOf } from "../attributes.ts";
import type { Kind, World } from "../kind.ts";
import { bucketNamed, setOrClear, setVersioning } from "./bucket.ts";

interface SettingRules {
  /** As the operations name it: `PutBucket…`, `DeleteBucket…`. */
  readonly noun: string;
  /** Its key in the bucket's settings. */
  readonly setting: string;
  /** The attributes, besides the bucket, that it consists of. */
  readonly attributes: readonly string[];
  readonly check?: (wanted: Attributes, bucket: Bucket) => void;
}

/** A resource that is one setting of a bucket; its id is the bucket's name. */
function settingKind({ noun, setting, attributes, check }: SettingRules): Kind {
  const put = (world: World, name: string, wanted: Attributes): Attributes => {
    const target = bucketNamed(world, name);
    const before = (target.settings.get(setting) ?? {}) as Attributes;
    const value = Object.fromEntries(
      attributes.map((attribute) => [attribute, attribute in wanted ? wanted[attribute] : before[attribute]]),
    );
    check?.(value, target);
    target.settings.set(setting, value);
    return { ...value, id: name, bucket: name };
  };
  return {
    operations: { create: `PutBucket${noun}`, update: `PutBucket${noun}`, delete: `DeleteBucket${noun}` },
    create: (world, wanted) => put(world, String(wanted["bucket"]), wanted),
    read: (world, id) => {
      const value = existing(world, id)?.settings.get(setting) as Attributes | undefined;
      return value && { ...value, id, bucket: id };
    },
    update: put,
    delete: (world, id) => {
      existing(world, id)?.settings.delete(setting);
    },
    disturb: (world, id, changes) => {
      put(world, id, changes);
    },
  };
}

function existing({ oss }: World, name: string): Bucket | undefined {
  return oss.hasBucket(name) ? oss.bucket(name) : undefined;
}

/** OSS takes a bucket's policy as text. */
const policy: Kind = {
  operations: { create: "PutBucketPolicy", update: "PutBucketPolicy", delete: "DeleteBucketPolicy" },
  create: (world, wanted) => setPolicy(world, String(wanted["bucket"]), wanted),
  read: (world, id) => {
    const text = existing(world, id)?.settings.get("policy");
    return text === undefined ? undefined : { id, bucket: id, policy: text };
  },
  update: setPolicy,
  delete: (world, id) => {
    existing(world, id)?.settings.delete("policy");
  },
  disturb: (world, id, changes) => {
    setPolicy(world, id, changes);
  },
};

function setPolicy(world: World, name: string, wanted: Attributes): Attributes {
  setOrClear(bucketNamed(world, name), "policy", textOf(wanted, "policy"));
  return { id: name, bucket: name, policy: wanted["policy"] };
}

/** There is no way back to a bucket that never was versioned: destroying the resource changes nothing. */
const versioning: Kind = {
  operations: { create: "PutBucketVersioning", update: "PutBucketVersioning", delete: "PutBucketVersioning" },
  create: (world, wanted) => putVersioning(world, String(wanted["bucket"]), wanted),
  read: (world, id) => {
    const status = existing(world, id)?.versioning;
    return status === undefined || status === "never" ? undefined : { id, bucket: id, status };
  },
  update: putVersioning,
  delete: () => {},
  disturb: (world, id, changes) => {
    putVersioning(world, id, changes);
  },
};

function putVersioning(world: World, name: string, wanted: Attributes): Attributes {
  const target = bucketNamed(world, name);
  setVersioning(target, textOf(wanted, "status") ?? "Enabled");
  return { id: name, bucket: name, status: target.versioning };
}

function checkWebsite(website: Attributes, bucket: Bucket): void {
  const objection = objectionTo(website, bucket);
  if (objection !== undefined) throw new ApiError("InvalidArgument", objection);
}

function checkOverwriteRules(config: Attributes): void {
  const objection = objectionToOverwriteRules(config);
  if (objection !== undefined) throw new ApiError("InvalidArgument", objection);
}

export const bucketSettings: Readonly<Record<string, Kind>> = {
  alicloud_oss_bucket_policy: policy,
  alicloud_oss_bucket_versioning: versioning,
  alicloud_oss_bucket_public_access_block: settingKind({
    noun: "PublicAccessBlock",
    setting: "publicAccessBlock",
    attributes: ["block_public_access"],
  }),
  alicloud_oss_bucket_server_side_encryption: settingKind({
    noun: "Encryption",
    setting: "encryption",
    attributes: ["sse_algorithm", "kms_master_key_id", "kms_data_encryption"],
  }),
  alicloud_oss_bucket_website: settingKind({
    noun: "Website",
    setting: "website",
    attributes: ["index_document", "error_document", "routing_rules"],
    check: checkWebsite,
  }),
  alicloud_oss_bucket_overwrite_config: settingKind({
    noun: "OverwriteConfig",
    setting: "overwriteConfig",
    attributes: ["rule"],
    check: checkOverwriteRules,
  }),
};
