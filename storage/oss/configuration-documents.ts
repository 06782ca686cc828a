import type { StoreRole } from "../../core/errors.ts";
import { badResponse } from "../service/bucket-answers.ts";
import { rawText, textOf } from "../service/xml-text.ts";

/** A back-to-source rule: what a GET must meet, and where the object is then fetched from. */
export interface MirrorRule {
  readonly number: number;
  /** Keys must begin with it; empty for every key. */
  readonly prefix: string;
  /** Whether it asks for more than the prefix: a suffix, or headers. */
  readonly narrowed: boolean;
  readonly url: string;
  /** What takes the place of `prefix` in the address, where something does. */
  readonly replacePrefixWith?: string;
  /** Whether a HEAD is answered from there, too. */
  readonly allowsHead: boolean;
  /** Whether what is fetched is stored. */
  readonly stores: boolean;
  /** Whether requests are signed for a private origin. */
  readonly signs: boolean;
}

/** A lifecycle rule, as far as it concerns objects that arrive. */
export interface LifecycleRule {
  readonly id: string;
  readonly prefix: string;
  /** Whether it deletes objects. */
  readonly expires: boolean;
  /** The classes that it moves objects to. */
  readonly movesTo: readonly string[];
}

/** A rule by which OSS refuses to overwrite. */
export interface OverwriteRule {
  readonly id: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Whom it is about; empty for everybody. */
  readonly principals: readonly string[];
}

export type Versioning = "never" | "enabled" | "suspended";

/** The rules of "GetBucketWebsite" that mirror, by their numbers. */
export function mirrorRulesOf(xml: string): readonly MirrorRule[] {
  return blocksOf(xml, "RoutingRule")
    .filter((rule) => rawText(rule, "RedirectType")?.trim() === "Mirror")
    .map((rule) => ({
      number: Number(rawText(rule, "RuleNumber") ?? 0),
      prefix: textOf(rule, "KeyPrefixEquals") ?? "",
      narrowed: (textOf(rule, "KeySuffixEquals") ?? "") !== "" || rule.includes("<IncludeHeader>"),
      url: textOf(rule, "MirrorURL") ?? "",
      ...(isTrue(rule, "EnableReplacePrefix")
        ? { replacePrefixWith: textOf(rule, "ReplaceKeyPrefixWith") ?? "" }
        : {}),
      allowsHead: isTrue(rule, "MirrorAllowHeadObject"),
      stores: !isTrue(rule, "MirrorProxyPass"),
      signs: rule.includes("<MirrorAuth>"),
    }))
    .sort((a, b) => a.number - b.number);
}

/** The enabled rules of "GetBucketLifecycle". */
export function lifecycleRulesOf(xml: string): readonly LifecycleRule[] {
  return blocksOf(xml, "Rule")
    .filter((rule) => rawText(rule, "Status")?.trim() === "Enabled")
    .map((rule) => ({
      id: textOf(rule, "ID") ?? "",
      prefix: textOf(rule.replace(/<Filter>.*?<\/Filter>/su, ""), "Prefix") ?? "",
      expires: rule.includes("<Expiration>"),
      movesTo: blocksOf(rule, "Transition").map((move) => textOf(move, "StorageClass") ?? ""),
    }));
}

/** The rules of "GetBucketOverwriteConfig" that forbid. */
export function overwriteRulesOf(xml: string): readonly OverwriteRule[] {
  return blocksOf(xml, "Rule")
    .filter((rule) => rawText(rule, "Action")?.trim() === "forbid")
    .map((rule) => ({
      id: textOf(rule, "ID") ?? "",
      prefix: textOf(rule, "Prefix") ?? "",
      suffix: textOf(rule, "Suffix") ?? "",
      principals: blocksOf(rule, "Principal").map((text) => text.trim()),
    }));
}

/** What "GetBucketVersioning" says: a bucket that never was versioned has no status at all. */
export function versioningOf(store: StoreRole, xml: string): Versioning {
  const status = rawText(xml, "Status")?.trim();
  switch (status) {
    case undefined:
    case "":
      return "never";
    case "Enabled":
      return "enabled";
    case "Suspended":
      return "suspended";
    default:
      throw badResponse(store, "the service describes the bucket's versioning in an unknown way");
  }
}

/** The raw contents of every `<name>`; elements of one name do not contain each other in these documents. */
function blocksOf(xml: string, name: string): readonly string[] {
  const blocks = xml.split(`<${name}>`).slice(1);
  return blocks.map((block) => block.split(`</${name}>`)[0] ?? "");
}

function isTrue(xml: string, name: string): boolean {
  return rawText(xml, name)?.trim().toLowerCase() === "true";
}
