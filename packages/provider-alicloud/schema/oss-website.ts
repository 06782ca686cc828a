import { many, one, optional, required, type Schema, schema, sensitive, timeouts } from "./dsl.ts";

const nameAndValue = { key: optional("string"), value: optional("string") };

const redirect = {
  enable_replace_prefix: optional("bool"),
  host_name: optional("string"),
  http_redirect_code: optional("string"),
  mirror_allow_get_image_info: optional("bool"),
  mirror_allow_head_object: optional("bool"),
  mirror_allow_video_snapshot: optional("bool"),
  mirror_async_status: optional("number"),
  mirror_check_md5: optional("bool"),
  mirror_dst_region: optional("string"),
  mirror_dst_slave_vpc_id: optional("string"),
  mirror_dst_vpc_id: optional("string"),
  mirror_follow_redirect: optional("bool"),
  mirror_is_express_tunnel: optional("bool"),
  mirror_pass_original_slashes: optional("bool"),
  mirror_pass_query_string: optional("bool"),
  mirror_proxy_pass: optional("bool"),
  mirror_role: optional("string"),
  mirror_save_oss_meta: optional("bool"),
  mirror_sni: optional("bool"),
  mirror_switch_all_errors: optional("bool"),
  mirror_tunnel_id: optional("string"),
  mirror_url: optional("string"),
  mirror_url_probe: optional("string"),
  mirror_url_slave: optional("string"),
  mirror_user_last_modified: optional("bool"),
  mirror_using_role: optional("bool"),
  pass_query_string: optional("bool"),
  protocol: optional("string"),
  redirect_type: optional("string"),
  replace_key_prefix_with: optional("string"),
  replace_key_with: optional("string"),
  transparent_mirror_response_codes: optional("string"),
  mirror_auth: one({
    access_key_id: optional("string"),
    access_key_secret: sensitive(optional("string")),
    auth_type: optional("string"),
    region: optional("string"),
  }),
  mirror_headers: one({
    pass: optional(["list", "string"]),
    pass_all: optional("bool"),
    remove: optional(["list", "string"]),
    set: many(nameAndValue),
  }),
  mirror_multi_alternates: one({
    mirror_multi_alternate: many({
      mirror_multi_alternate_dst_region: optional("string"),
      mirror_multi_alternate_number: optional("number"),
      mirror_multi_alternate_url: optional("string"),
      mirror_multi_alternate_vpc_id: optional("string"),
    }),
  }),
  mirror_return_headers: one({ return_header: many(nameAndValue) }),
  mirror_taggings: one({ taggings: many(nameAndValue) }),
};

const condition = {
  http_error_code_returned_equals: optional("string"),
  key_prefix_equals: optional("string"),
  key_suffix_equals: optional("string"),
  include_headers: many({
    ends_with: optional("string"),
    equals: optional("string"),
    key: optional("string"),
    starts_with: optional("string"),
  }),
};

/** Static hosting, redirects and mirroring (back-to-source) of a bucket. */
export const website: Schema = schema({
  bucket: required("string"),
  error_document: one({ http_status: optional("number"), key: optional("string") }),
  index_document: one({
    suffix: optional("string"),
    support_sub_dir: optional("bool"),
    type: optional("string"),
  }),
  routing_rules: one({
    routing_rule: many({
      rule_number: optional("number"),
      condition: one(condition),
      lua_config: one({ script: optional("string") }),
      redirect: one(redirect),
    }),
  }),
  ...timeouts("create", "update", "delete"),
});
