import { type Attributes, blocksOf, textOf, textsOf } from "../account/attributes.ts";
import type { Exchange } from "../http/exchange.ts";
import { parseXml, xmlDocument } from "../http/xml.ts";
import type { Bucket } from "../store/bucket.ts";
import { type Key, keyOf } from "../store/keys.ts";
import { isLike } from "../wildcards.ts";
import type { OssContext } from "./context.ts";
import { ossErrors } from "./errors.ts";
import { fields, settingsFromXml, settingsToXml, type Shape } from "./setting-document.ts";

const MAX_RULES = 100;

/** "PutBucketOverwriteConfig" of the API reference, under the names of `alicloud_oss_bucket_overwrite_config`. */
const OVERWRITE_CONFIG: Shape = {
  rule: {
    xml: "Rule",
    kind: "blocks",
    shape: {
      id: { xml: "ID", kind: "text" },
      ...fields("text", "action", "prefix", "suffix"),
      principals: { xml: "Principals", kind: "blocks", shape: fields("texts", "principal") },
    },
  },
};

/** A bucket's rules against overwriting, or undefined when the document is none. */
export function overwriteRulesFromXml(document: Buffer): Attributes | undefined {
  const root = parseXml(document);
  return root?.name === "OverwriteConfiguration" ? settingsFromXml(root, OVERWRITE_CONFIG) : undefined;
}

export function overwriteRulesToXml(config: Attributes): string {
  return xmlDocument("OverwriteConfiguration", settingsToXml(config, OVERWRITE_CONFIG));
}

/** Why OSS would refuse these rules, or undefined when it would not. */
export function objectionToOverwriteRules(config: Attributes): string | undefined {
  const rules = blocksOf(config, "rule");
  if (rules.length > MAX_RULES) return `At most ${MAX_RULES} overwrite rules are allowed.`;
  return rules.some((rule) => rule["action"] !== "forbid")
    ? "The action of an overwrite rule must be forbid."
    : undefined;
}

/**
 * Refuses to overwrite an object where one of the bucket's rules is met by its key and by who writes. The real
 * service may let writes pass that race for a key that nobody holds yet; here none does.
 */
export function obeyOverwriteRules(context: OssContext, exchange: Exchange, bucket: Bucket, key: Key): void {
  const config = bucket.settings.get("overwriteConfig") as Attributes | undefined;
  if (config === undefined || bucket.get(key) === undefined) return;
  const writer = context.keys.find(exchange.client ?? "")?.principal;
  const isForbidden = blocksOf(config, "rule").some(
    (rule) =>
      key.startsWith(keyOf(textOf(rule, "prefix") ?? "")) &&
      key.endsWith(keyOf(textOf(rule, "suffix") ?? "")) &&
      isAbout(rule, writer),
  );
  if (isForbidden) throw ossErrors.fileAlreadyExists();
}

/** A rule without principals is about everybody. */
function isAbout(rule: Attributes, writer: string | undefined): boolean {
  const principals = blocksOf(rule, "principals").flatMap((block) => textsOf(block, "principal"));
  if (principals.length === 0) return true;
  return principals.some((pattern) => pattern === "*" || (writer !== undefined && isLike(writer, pattern)));
}
