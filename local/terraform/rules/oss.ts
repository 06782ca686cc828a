import {
  conflicts,
  inBlock,
  isJson,
  length,
  matches,
  oneOf,
  type ResourceRules,
  sameJson,
} from "./checks.ts";

const bucketName = matches(
  "bucket",
  /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/u,
  "3 to 63 lower-case letters, digits or '-', with a letter or digit at both ends",
);
const ALGORITHMS = ["AES256", "KMS", "SM4"];
const STATUSES = ["Enabled", "Suspended"];

export const ossRules: Readonly<Record<string, ResourceRules>> = {
  alicloud_oss_bucket: {
    forceNew: ["bucket", "storage_class", "redundancy_type"],
    defaults: { force_destroy: false, redundancy_type: "LRS", storage_class: "Standard" },
    suppress: { policy: sameJson },
    checks: [
      length("bucket", 3, 63),
      bucketName,
      oneOf("storage_class", ["Standard", "IA", "Archive", "ColdArchive", "DeepColdArchive"]),
      oneOf("redundancy_type", ["LRS", "ZRS"]),
      oneOf("acl", ["private", "public-read", "public-read-write"]),
      isJson("policy"),
      inBlock("versioning", oneOf("status", STATUSES)),
      inBlock("server_side_encryption_rule", oneOf("sse_algorithm", ALGORITHMS)),
      inBlock("lifecycle_rule", length("id", 0, 255)),
    ],
  },
  alicloud_oss_bucket_policy: {
    forceNew: ["bucket"],
    suppress: { policy: sameJson },
    checks: [isJson("policy")],
  },
  alicloud_oss_bucket_versioning: { forceNew: ["bucket"], checks: [oneOf("status", STATUSES)] },
  alicloud_oss_bucket_public_access_block: { forceNew: ["bucket"] },
  alicloud_oss_bucket_server_side_encryption: {
    forceNew: ["bucket"],
    checks: [oneOf("sse_algorithm", ALGORITHMS), oneOf("kms_data_encryption", ["SM4"])],
  },
  alicloud_oss_bucket_website: { forceNew: ["bucket"] },
  alicloud_oss_bucket_overwrite_config: { forceNew: ["bucket"] },
  alicloud_oss_bucket_object: {
    forceNew: ["bucket", "key"],
    defaults: { acl: "private", server_side_encryption: "AES256" },
    recomputed: Object.fromEntries(
      ["content", "content_md5", "content_type", "server_side_encryption", "source"].map((name) => [
        name,
        ["content_length", "etag", "version_id"],
      ]),
    ),
    writesWhole: true,
    cannotBeImported: true,
    checks: [
      conflicts("source", "content"),
      oneOf("acl", ["private", "public-read", "public-read-write"]),
      oneOf("server_side_encryption", ["AES256", "KMS"]),
    ],
  },
};
