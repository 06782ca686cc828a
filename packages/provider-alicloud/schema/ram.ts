import { computed, defaulted, optional, required, type Schema, schema, sensitive, timeouts } from "./dsl.ts";

const tags = { tags: optional(["map", "string"]) };

/** Resource Access Management: users, roles and what they may do. */
export const ram: Readonly<Record<string, Schema>> = {
  alicloud_ram_user: schema({
    comments: optional("string"),
    display_name: optional("string"),
    email: optional("string"),
    force: optional("bool"),
    mobile: optional("string"),
    name: required("string"),
    ...timeouts("create", "update", "delete"),
  }),
  alicloud_ram_access_key: schema({
    create_time: computed("string"),
    encrypted_secret: computed("string"),
    key_fingerprint: computed("string"),
    pgp_key: optional("string"),
    secret: sensitive(computed("string")),
    status: defaulted("string"),
    user_name: optional("string"),
    ...timeouts("create", "update", "delete"),
  }),
  alicloud_ram_policy: schema({
    attachment_count: computed("number"),
    create_time: computed("string"),
    default_version: computed("string"),
    description: optional("string"),
    force: optional("bool"),
    policy_document: defaulted("string"),
    policy_name: defaulted("string"),
    rotate_strategy: optional("string"),
    type: computed("string"),
    version_id: computed("string"),
    ...tags,
    ...timeouts("create", "update", "delete"),
  }),
  alicloud_ram_role: schema({
    arn: computed("string"),
    assume_role_policy_document: defaulted("string"),
    create_time: computed("string"),
    description: optional("string"),
    force: optional("bool"),
    max_session_duration: defaulted("number"),
    role_id: computed("string"),
    role_name: defaulted("string"),
    ...tags,
    ...timeouts("create", "update", "delete"),
  }),
  alicloud_ram_user_policy_attachment: schema({
    policy_name: required("string"),
    policy_type: required("string"),
    user_name: required("string"),
    ...timeouts("create", "delete"),
  }),
  alicloud_ram_role_policy_attachment: schema({
    policy_name: required("string"),
    policy_type: required("string"),
    role_name: required("string"),
    ...timeouts("create", "delete"),
  }),
};
