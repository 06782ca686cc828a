import { block, computed, one, optional, required, type Schema, schema, timeouts } from "./dsl.ts";

/**
 * No attribute for keys: they would end in the synthesised configuration. The provider takes them from the
 * environment or a profile.
 */
export const provider: Schema = {
  version: 0,
  block: block({
    account_id: optional("string"),
    account_type: optional("string"),
    configuration_source: optional("string"),
    ecs_role_name: optional("string"),
    profile: optional("string"),
    protocol: optional("string"),
    region: optional("string"),
    shared_credentials_file: optional("string"),
    skip_region_validation: optional("bool"),
    assume_role: one(
      {
        policy: optional("string"),
        role_arn: required("string"),
        session_expiration: optional("number"),
        session_name: optional("string"),
      },
      "set",
    ),
  }),
};

export const dataSources: Readonly<Record<string, Schema>> = {
  alicloud_account: schema({}),
  alicloud_images: schema({
    architecture: optional("string"),
    ids: computed(["list", "string"]),
    image_family: optional("string"),
    image_id: optional("string"),
    image_name: optional("string"),
    image_owner_id: optional("string"),
    images: computed([
      "list",
      [
        "object",
        {
          architecture: "string",
          creation_time: "string",
          description: "string",
          id: "string",
          image_id: "string",
          image_version: "string",
          name: "string",
          os_name: "string",
          os_type: "string",
          platform: "string",
          size: "number",
          status: "string",
        },
      ],
    ]),
    instance_type: optional("string"),
    is_support_cloud_init: optional("bool"),
    most_recent: optional("bool"),
    name_regex: optional("string"),
    os_type: optional("string"),
    owners: optional("string"),
    status: optional("string"),
    ...timeouts("read"),
  }),
  alicloud_zones: schema({
    available_disk_category: optional("string"),
    available_instance_type: optional("string"),
    available_resource_creation: optional("string"),
    ids: computed(["list", "string"]),
    instance_charge_type: optional("string"),
    multi: optional("bool"),
    network_type: optional("string"),
    spot_strategy: optional("string"),
    zones: computed([
      "list",
      [
        "object",
        {
          available_disk_categories: ["list", "string"],
          available_instance_types: ["list", "string"],
          available_resource_creation: ["list", "string"],
          id: "string",
          local_name: "string",
        },
      ],
    ]),
  }),
};
