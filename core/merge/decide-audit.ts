import { decideDelta } from "./decide-delta.ts";
import {
  oursOf,
  sameContent,
  settle,
  sourceIsUnchanged,
  wasAtDestination,
  type Decision,
  type Row,
} from "./row.ts";
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
  const { source, destination } = row;
  if (source === undefined) {
    if (destination === undefined) return decideDelta(row, rules.sourceEtag);
    const ours = oursOf(row);
    if (ours === undefined) return settle("kept", "AUDIT_EXTRA");
    const isOurs = destination.etag === ours.destinationEtag;
    return isOurs ? settle("vanished", "SOURCE_GONE") : settle("kept", "DESTINATION_CHANGED");
  }
  if (destination === undefined) {
    return wasAtDestination(row) ? settle("kept", "DESTINATION_DELETED") : missing(row);
  }
  return decideBoth({ ...row, source, destination }, rules);
}

/** One that the base could not copy is missing for the reason that the base gives, and another delta would not help. */
function missing({ base }: Row): Decision {
  const why = base?.outcome === "failed" ? `the base could not copy it: ${base.code}` : undefined;
  return settle("failed", "AUDIT_MISSING", why);
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
