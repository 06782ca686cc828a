import type { JobSpec } from "../../core/protocol/job.ts";
import { sourceServiceOf } from "../../core/source-service.ts";
import type { MirrorRule } from "../../storage/oss/configuration-documents.ts";

/** The first rule that every key below the job's destination prefix meets, if there is one. */
export function coveringRule(
  rules: readonly MirrorRule[],
  { destPrefix }: Pick<JobSpec, "destPrefix">,
): MirrorRule | undefined {
  return rules.find((rule) => !rule.narrowed && destPrefix.startsWith(rule.prefix));
}

/** Whether the rule asks the source bucket itself, for keys below the job's source prefix. */
export function asksTheSource(rule: MirrorRule, spec: JobSpec): boolean {
  const { source, srcPrefix, destPrefix } = spec;
  const keyPrefix =
    rule.replacePrefixWith === undefined
      ? destPrefix
      : rule.replacePrefixWith + destPrefix.slice(rule.prefix.length);
  return keyPrefix === srcPrefix && addressesOf(source).includes(rule.url.replace(/^https?:\/\//u, ""));
}

function addressesOf(source: JobSpec["source"]): readonly string[] {
  const { host } = new URL(sourceServiceOf(source).endpoint);
  return [`${source.bucket}.${host}/`, `${host}/${source.bucket}/`];
}
