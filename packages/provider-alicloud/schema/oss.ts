import {
  computed,
  defaulted,
  deprecated,
  many,
  one,
  optional,
  required,
  type Schema,
  schema,
  timeouts,
} from "./dsl.ts";
import { website } from "./oss-website.ts";

const timeoutsOfSettings = timeouts("create", "update", "delete");

/**
 * The website and versioning resources come before the bucket: its nested blocks of the same name would
 * otherwise take their class names.
 */
export const oss: Readonly<Record<string, Schema>> = {
  alicloud_oss_bucket_website: website,
  alicloud_oss_bucket_versioning: schema({
    bucket: required("string"),
    status: defaulted("string"),
    ...timeoutsOfSettings,
  }),
  alicloud_oss_bucket: schema({
    acl: deprecated(defaulted("string")),
    bucket: defaulted("string"),
    creation_date: computed("string"),
    extranet_endpoint: computed("string"),
    force_destroy: optional("bool"),
    intranet_endpoint: computed("string"),
    location: computed("string"),
    owner: computed("string"),
    policy: optional("string"),
    redundancy_type: optional("string"),
    resource_group_id: defaulted("string"),
    storage_class: optional("string"),
    tags: optional(["map", "string"]),
    access_monitor: one({ status: defaulted("string") }),
    cors_rule: many(
      {
        allowed_headers: optional(["list", "string"]),
        allowed_methods: required(["list", "string"]),
        allowed_origins: required(["list", "string"]),
        expose_headers: optional(["list", "string"]),
        max_age_seconds: optional("number"),
      },
      { max: 10 },
    ),
    lifecycle_rule: many(
      {
        enabled: required("bool"),
        id: defaulted("string"),
        prefix: optional("string"),
        tags: optional(["map", "string"]),
        abort_multipart_upload: many(
          { created_before_date: optional("string"), days: optional("number") },
          { nesting: "set" },
        ),
        expiration: many(
          {
            created_before_date: optional("string"),
            date: optional("string"),
            days: optional("number"),
            expired_object_delete_marker: optional("bool"),
          },
          { nesting: "set" },
        ),
      },
      { max: 1000 },
    ),
    logging: one({ target_bucket: required("string"), target_prefix: optional("string") }),
    referer_config: one({ allow_empty: defaulted("bool"), referers: required(["list", "string"]) }),
    server_side_encryption_rule: one({
      kms_data_encryption: optional("string"),
      kms_master_key_id: optional("string"),
      sse_algorithm: required("string"),
    }),
    transfer_acceleration: one({ enabled: required("bool") }),
    versioning: one({ status: required("string") }),
    website: one({ error_document: optional("string"), index_document: required("string") }),
  }),
  alicloud_oss_bucket_policy: schema({
    bucket: required("string"),
    policy: required("string"),
    ...timeoutsOfSettings,
  }),
  alicloud_oss_bucket_public_access_block: schema({
    block_public_access: required("bool"),
    bucket: required("string"),
    ...timeoutsOfSettings,
  }),
  alicloud_oss_bucket_server_side_encryption: schema({
    bucket: required("string"),
    kms_data_encryption: optional("string"),
    kms_master_key_id: optional("string"),
    sse_algorithm: required("string"),
    ...timeoutsOfSettings,
  }),
  alicloud_oss_bucket_overwrite_config: schema({
    bucket: required("string"),
    rule: many({
      action: optional("string"),
      id: optional("string"),
      prefix: optional("string"),
      principals: one({ principal: optional(["list", "string"]) }),
      suffix: optional("string"),
    }),
    ...timeoutsOfSettings,
  }),
  alicloud_oss_bucket_object: schema({
    acl: optional("string"),
    bucket: required("string"),
    cache_control: optional("string"),
    content: optional("string"),
    content_disposition: optional("string"),
    content_encoding: optional("string"),
    content_length: computed("string"),
    content_md5: optional("string"),
    content_type: defaulted("string"),
    etag: computed("string"),
    expires: optional("string"),
    key: required("string"),
    kms_key_id: optional("string"),
    server_side_encryption: optional("string"),
    source: optional("string"),
    version_id: computed("string"),
  }),
};
