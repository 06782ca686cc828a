import type { Attributes } from "../../account/attributes.ts";
import { parseXml, xmlDocument } from "../../http/xml.ts";
import { fields, settingsFromXml, settingsToXml, type Shape } from "../setting-document.ts";

const REDIRECT: Shape = {
  ...fields("text", "redirect_type", "protocol", "host_name", "http_redirect_code"),
  ...fields("text", "replace_key_prefix_with", "replace_key_with"),
  ...fields("boolean", "enable_replace_prefix", "pass_query_string", "mirror_pass_query_string"),
  mirror_url: { xml: "MirrorURL", kind: "text" },
  mirror_url_slave: { xml: "MirrorURLSlave", kind: "text" },
  mirror_url_probe: { xml: "MirrorURLProbe", kind: "text" },
  mirror_sni: { xml: "MirrorSNI", kind: "boolean" },
  ...fields("boolean", "mirror_follow_redirect", "mirror_check_md5", "mirror_pass_original_slashes"),
  ...fields("boolean", "mirror_user_last_modified", "mirror_save_oss_meta", "mirror_proxy_pass"),
  ...fields("boolean", "mirror_allow_head_object", "mirror_allow_get_image_info"),
  ...fields("boolean", "mirror_allow_video_snapshot", "mirror_switch_all_errors"),
  ...fields("boolean", "mirror_using_role", "mirror_is_express_tunnel"),
  ...fields("number", "mirror_async_status"),
  ...fields("text", "mirror_role", "mirror_tunnel_id", "transparent_mirror_response_codes"),
  ...fields("text", "mirror_dst_region", "mirror_dst_vpc_id", "mirror_dst_slave_vpc_id"),
  mirror_auth: {
    xml: "MirrorAuth",
    kind: "blocks",
    shape: {
      ...fields("text", "auth_type", "region", "access_key_id"),
      ...fields("secret", "access_key_secret"),
    },
  },
  mirror_headers: {
    xml: "MirrorHeaders",
    kind: "blocks",
    shape: {
      ...fields("boolean", "pass_all"),
      ...fields("texts", "pass", "remove"),
      set: { xml: "Set", kind: "blocks", shape: fields("text", "key", "value") },
    },
  },
  mirror_taggings: {
    xml: "MirrorTaggings",
    kind: "blocks",
    shape: { taggings: { xml: "Taggings", kind: "blocks", shape: fields("text", "key", "value") } },
  },
  mirror_return_headers: {
    xml: "MirrorReturnHeaders",
    kind: "blocks",
    shape: { return_header: { xml: "ReturnHeader", kind: "blocks", shape: fields("text", "key", "value") } },
  },
  mirror_multi_alternates: {
    xml: "MirrorMultiAlternates",
    kind: "blocks",
    shape: {
      mirror_multi_alternate: {
        xml: "MirrorMultiAlternate",
        kind: "blocks",
        shape: {
          ...fields("number", "mirror_multi_alternate_number"),
          mirror_multi_alternate_url: { xml: "MirrorMultiAlternateURL", kind: "text" },
          ...fields("text", "mirror_multi_alternate_vpc_id", "mirror_multi_alternate_dst_region"),
        },
      },
    },
  },
};

const CONDITION: Shape = {
  ...fields("text", "key_prefix_equals", "key_suffix_equals", "http_error_code_returned_equals"),
  include_headers: {
    xml: "IncludeHeader",
    kind: "blocks",
    shape: fields("text", "key", "equals", "starts_with", "ends_with"),
  },
};

const ROUTING_RULE: Shape = {
  ...fields("number", "rule_number"),
  condition: { xml: "Condition", kind: "blocks", shape: CONDITION },
  redirect: { xml: "Redirect", kind: "blocks", shape: REDIRECT },
  lua_config: { xml: "LuaConfig", kind: "blocks", shape: fields("text", "script") },
};

/** "PutBucketWebsite" of the API reference, under the names of `alicloud_oss_bucket_website`. */
const WEBSITE: Shape = {
  index_document: {
    xml: "IndexDocument",
    kind: "blocks",
    shape: {
      ...fields("text", "suffix"),
      ...fields("boolean", "support_sub_dir"),
      ...fields("text", "type"),
    },
  },
  error_document: {
    xml: "ErrorDocument",
    kind: "blocks",
    shape: { ...fields("text", "key"), ...fields("number", "http_status") },
  },
  routing_rules: {
    xml: "RoutingRules",
    kind: "blocks",
    shape: { routing_rule: { xml: "RoutingRule", kind: "blocks", shape: ROUTING_RULE } },
  },
};

/** A bucket's website configuration, or undefined when the document is none. */
export function websiteFromXml(document: Buffer): Attributes | undefined {
  const root = parseXml(document);
  return root?.name === "WebsiteConfiguration" ? settingsFromXml(root, WEBSITE) : undefined;
}

export function websiteToXml(website: Attributes): string {
  return xmlDocument("WebsiteConfiguration", settingsToXml(website, WEBSITE));
}
