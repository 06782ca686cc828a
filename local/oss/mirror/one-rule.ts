import type { Attributes } from "../../account/attributes.ts";
import type { AccessKey } from "../../credentials.ts";

/** A mirror rule as tests want it: everything that is not said is as the service has it by default. */
export interface NewMirror {
  /** Ends with `/`. */
  readonly url: string;
  /** Default: every key. */
  readonly prefix?: string;
  /** For a private S3 bucket. */
  readonly sign?: { readonly region: string; readonly accessKey: AccessKey };
  /** Further attributes of the rule's redirect, as `alicloud_oss_bucket_website` names them. */
  readonly redirect?: Attributes;
}

/** The website configuration of a bucket with this rule alone. */
export function websiteOfOneRule({ url, prefix, sign, redirect = {} }: NewMirror): Attributes {
  const condition = {
    http_error_code_returned_equals: "404",
    ...(prefix !== undefined && { key_prefix_equals: prefix }),
  };
  const auth = sign && {
    auth_type: "S3V4",
    region: sign.region,
    access_key_id: sign.accessKey.accessKeyId,
    access_key_secret: sign.accessKey.accessKeySecret,
  };
  const redirects = {
    redirect_type: "Mirror",
    mirror_url: url,
    ...(auth !== undefined && { mirror_auth: [auth] }),
    ...redirect,
  };
  const rule = { rule_number: 1, condition: [condition], redirect: [redirects] };
  return { routing_rules: [{ routing_rule: [rule] }] };
}
