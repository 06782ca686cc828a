import { decideDelta } from "./decide-delta.ts";
import { oursOf, sameContent, settle, sourceIsUnchanged, type Decision, type Row } from "./row.ts";
import { compareListed } from "./same-content.ts";

export interface AuditRules {
  readonly sourceEtag: "md5" | "opaque";
  /** Whether bytes are read where the listings cannot tell. */
  readonly content: boolean;
  readonly hasBase: boolean;
}

/**
 * What an audit says about a key; it copies and deletes nothing. Without a base: missing, different, extra or the
 * same. With one it also tells what the application did at the destination from what is wrong there.
 */
export function decideAudit(row: Row, rules: AuditRules): Decision | undefined {
  const { base, source, destination } = row;
  if (source === undefined) {
    if (destination === undefined) return decideDelta(row, rules.sourceEtag);
    const isGone = destination.etag === oursOf(row)?.destinationEtag;
    if (isGone) return settle("vanished", "SOURCE_GONE");
    return settle("kept", base === undefined ? "AUDIT_EXTRA" : "DESTINATION_CHANGED");
  }
  if (destination === undefined) {
    return oursOf(row) === undefined
      ? settle("failed", "AUDIT_MISSING")
      : settle("kept", "DESTINATION_DELETED");
  }
  return decideBoth({ ...row, source, destination }, rules);
}

function decideBoth(
  row: Row & {
    readonly source: NonNullable<Row["source"]>;
    readonly destination: NonNullable<Row["source"]>;
  },
  { sourceEtag, content, hasBase }: AuditRules,
): Decision {
  const { source, destination } = row;
  const ours = oursOf(row);
  const isOurs = ours !== undefined && destination.etag === ours.destinationEtag;
  const different = !hasBase || isOurs ? settle("failed", "AUDIT_DIFFERENT") : keptAs(ours !== undefined);
  const listed = compareListed(source, destination, sourceEtag);
  if (listed === "different") return different;
  const same = sameContent(destination.etag, "AUDIT_SAME");
  if (listed === "same" && !content) return same;
  // The copy was verified when it was made, and neither end has another version since.
  if (isOurs && sourceIsUnchanged(source, ours) && !content) return same;
  if (content) return { kind: "compare", destinationEtag: destination.etag, same, different };
  if (isOurs) return different;
  return settle("skipped", "AUDIT_SAME_SIZE");
}

function keptAs(isInBase: boolean): Decision & { readonly kind: "settle" } {
  return settle("kept", isInBase ? "DESTINATION_CHANGED" : "DESTINATION_NOT_OURS");
}
