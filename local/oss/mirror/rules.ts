import { type Attributes, blocksOf, numberOf, textOf, textsOf } from "../../account/attributes.ts";
import type { Bucket } from "../../store/bucket.ts";
import { type Key, keyOf } from "../../store/keys.ts";

const MAX_RULES = 20;

export const EXCLUDES_VERSIONING =
  "Mirror rules and versioning cannot be configured for a bucket at the same time.";

/** What the service can do and this one does not: a rule that asks for it is not served. */
const UNKNOWN = [
  "mirror_url_slave",
  "mirror_url_probe",
  "mirror_role",
  "mirror_tunnel_id",
  "transparent_mirror_response_codes",
  "mirror_async_status",
  "mirror_switch_all_errors",
  "mirror_using_role",
  "mirror_is_express_tunnel",
] as const;

/** One rule as a request meets it. */
export interface MirrorRule {
  readonly url: string;
  /** What replaces the prefix that the rule's condition names, if anything does. */
  readonly replacePrefix: { readonly from: Key; readonly to: Key } | undefined;
  readonly passQueryString: boolean;
  readonly passOriginalSlashes: boolean;
  readonly followRedirect: boolean;
  readonly checkMd5: boolean;
  readonly userLastModified: boolean;
  readonly saveOssMeta: boolean;
  readonly allowHeadObject: boolean;
  /** Fetch, and do not store. */
  readonly proxyPass: boolean;
  readonly tags: Readonly<Record<string, string>>;
  readonly headers: HeaderRules;
  readonly auth: MirrorAuth | undefined;
}

/** Which of the reader's headers the origin gets to see. */
export interface HeaderRules {
  readonly passAll: boolean;
  readonly pass: readonly string[];
  readonly remove: readonly string[];
  readonly set: Readonly<Record<string, string>>;
}

export interface MirrorAuth {
  readonly authType: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

/** What the conditions of rules are about. */
export interface MissingObject {
  readonly key: Key;
  readonly header: (name: string) => string | undefined;
}

/**
 * The first rule in the order of their numbers whose condition the missing object meets; those behind it do not
 * count, whether or not the origin has the object. Undefined where no rule is met.
 */
export function ruleFor(
  bucket: Bucket,
  missing: MissingObject,
): MirrorRule | { readonly unknown: string } | undefined {
  const met = routingRules(bucket.settings.get("website") as Attributes | undefined)
    .toSorted((a, b) => (numberOf(a, "rule_number") ?? 0) - (numberOf(b, "rule_number") ?? 0))
    .find((rule) => meets(missing, blocksOf(rule, "condition")[0] ?? {}));
  return met && read(met);
}

export function hasMirrorRule({ settings }: Pick<Bucket, "settings">): boolean {
  const website = settings.get("website") as Attributes | undefined;
  return routingRules(website).some(isMirrorRule);
}

function isMirrorRule(rule: Attributes): boolean {
  return blocksOf(rule, "redirect")[0]?.["redirect_type"] === "Mirror";
}

/** Why OSS would refuse this website configuration, or undefined when it would not. */
export function objectionTo(website: Attributes, bucket: Bucket): string | undefined {
  const rules = routingRules(website);
  if (rules.length > MAX_RULES) return `At most ${MAX_RULES} routing rules are allowed.`;
  for (const rule of rules) {
    const redirect = blocksOf(rule, "redirect")[0] ?? {};
    const condition = blocksOf(rule, "condition")[0] ?? {};
    if (!isMirrorRule(rule)) continue;
    if (!/^https?:\/\/.+\/$/u.test(textOf(redirect, "mirror_url") ?? "")) {
      return "MirrorURL must begin with http:// or https:// and end with /.";
    }
    if (textOf(condition, "http_error_code_returned_equals") !== "404") {
      return "HttpErrorCodeReturnedEquals must be 404 for a mirror rule.";
    }
  }
  return bucket.versioning !== "never" && rules.some(isMirrorRule) ? EXCLUDES_VERSIONING : undefined;
}

function routingRules(website: Attributes | undefined): readonly Attributes[] {
  return blocksOf(website ?? {}, "routing_rules").flatMap((container) => blocksOf(container, "routing_rule"));
}

function meets({ key, header }: MissingObject, condition: Attributes): boolean {
  const prefix = keyOf(textOf(condition, "key_prefix_equals") ?? "");
  const suffix = keyOf(textOf(condition, "key_suffix_equals") ?? "");
  const status = textOf(condition, "http_error_code_returned_equals") ?? "404";
  const headersMeet = blocksOf(condition, "include_headers").every((wanted) => {
    const value = header((textOf(wanted, "key") ?? "").toLowerCase());
    return (
      value !== undefined &&
      value === (textOf(wanted, "equals") ?? value) &&
      value.startsWith(textOf(wanted, "starts_with") ?? "") &&
      value.endsWith(textOf(wanted, "ends_with") ?? "")
    );
  });
  return status === "404" && key.startsWith(prefix) && key.endsWith(suffix) && headersMeet;
}

function read(rule: Attributes): MirrorRule | { readonly unknown: string } {
  const redirect = blocksOf(rule, "redirect")[0] ?? {};
  const [condition = {}] = blocksOf(rule, "condition");
  if (!isMirrorRule(rule)) {
    return { unknown: `RedirectType ${textOf(redirect, "redirect_type") ?? ""}` };
  }
  const unknown = UNKNOWN.find((name) => Boolean(redirect[name]));
  if (unknown !== undefined) return { unknown };
  const yes = (name: string): boolean => redirect[name] === true;
  const headers = blocksOf(redirect, "mirror_headers")[0] ?? {};
  const taggings = blocksOf(redirect, "mirror_taggings").flatMap((block) => blocksOf(block, "taggings"));
  return {
    url: textOf(redirect, "mirror_url") ?? "",
    replacePrefix: yes("enable_replace_prefix")
      ? {
          from: keyOf(textOf(condition, "key_prefix_equals") ?? ""),
          to: keyOf(textOf(redirect, "replace_key_prefix_with") ?? ""),
        }
      : undefined,
    passQueryString: yes("pass_query_string") || yes("mirror_pass_query_string"),
    passOriginalSlashes: yes("mirror_pass_original_slashes"),
    // On where the document says nothing; Terraform's provider says false for what it was not told (null here).
    followRedirect: redirect["mirror_follow_redirect"] === undefined || yes("mirror_follow_redirect"),
    checkMd5: yes("mirror_check_md5"),
    userLastModified: yes("mirror_user_last_modified"),
    saveOssMeta: yes("mirror_save_oss_meta"),
    allowHeadObject: yes("mirror_allow_head_object"),
    proxyPass: yes("mirror_proxy_pass"),
    tags: pairsOf(taggings),
    headers: {
      passAll: headers["pass_all"] === true,
      pass: textsOf(headers, "pass"),
      remove: textsOf(headers, "remove"),
      set: pairsOf(blocksOf(headers, "set")),
    },
    auth: authOf(blocksOf(redirect, "mirror_auth")[0]),
  };
}

function authOf(auth: Attributes | undefined): MirrorAuth | undefined {
  if (auth === undefined) return undefined;
  const text = (name: string): string => textOf(auth, name) ?? "";
  return {
    authType: text("auth_type"),
    region: text("region"),
    accessKeyId: text("access_key_id"),
    accessKeySecret: text("access_key_secret"),
  };
}

function pairsOf(blocks: readonly Attributes[]): Record<string, string> {
  return Object.fromEntries(
    blocks.map((block) => [textOf(block, "key") ?? "", textOf(block, "value") ?? ""]),
  );
}
