import type { ListedObject } from "../object.ts";
import {
  isStoredSinceBase,
  oursOf,
  sameContent,
  settle,
  sourceIsUnchanged,
  wasAtDestination,
  type Adoption,
  type Decision,
  type Row,
  type Settlement,
} from "./row.ts";
import { compareListed } from "./same-content.ts";

/**
 * The three-way merge: what our ledger says we put at the destination (base), the source now, the destination now.
 * Undefined for a key that is neither in the base nor at the source, which is the application's alone.
 *
 * | base | source | destination | decision |
 * | --- | --- | --- | --- |
 * | – | there | absent | copy, create-only |
 * | ours | unchanged | ours | skip |
 * | ours | changed | ours | copy, if the destination is still ours at the last moment |
 * | any | any | somebody else's | keep theirs, unless the content is the same |
 * | ours, or theirs | any | absent | the application deleted it: do not resurrect it |
 * | ours | gone | ours | report |
 * | any | gone | absent | nothing is left |
 *
 * An older object never replaces a newer one, for what we replace is only ever what we put there ourselves.
 */
export function decideDelta(row: Row, sourceEtag: "md5" | "opaque"): Decision | undefined {
  return row.source === undefined ? decideGone(row) : decideThere(row, sourceEtag);
}

function decideGone(row: Row): Decision | undefined {
  const { base, destination } = row;
  const ours = oursOf(row);
  if (base === undefined) return undefined;
  // Once reported, a key of which nothing is left is no input any more.
  if (base.outcome === "vanished" && ours === undefined) return undefined;
  if (destination === undefined) return settle("vanished", "GONE_EVERYWHERE");
  if (ours === undefined) return settle("kept", "DESTINATION_NOT_OURS", "gone at the source");
  if (destination.etag === ours.destinationEtag) return settle("vanished", "SOURCE_GONE");
  return settle("kept", "DESTINATION_CHANGED", "gone at the source, and changed at the destination");
}

function decideThere(row: Row, sourceEtag: "md5" | "opaque"): Decision {
  const { source, destination } = row;
  if (source === undefined) return settle("vanished", "SOURCE_VANISHED");
  const ours = oursOf(row);
  if (destination === undefined) {
    return wasAtDestination(row)
      ? settle("kept", "DESTINATION_DELETED")
      : { kind: "copy", condition: { kind: "absent" } };
  }
  const isUnchanged = ours !== undefined && sourceIsUnchanged(source, ours);
  if (destination.etag === ours?.destinationEtag) {
    if (isUnchanged && isStoredSinceBase(row)) return adoptOf(destination);
    if (isUnchanged) return sameContent(destination.etag, "UNCHANGED");
    return { kind: "copy", condition: { kind: "unchanged", etag: destination.etag } };
  }
  const content = compareListed(source, destination, sourceEtag);
  if (content === "same") return adoptOf(destination);
  const keep = keepTheirs(ours !== undefined, isUnchanged);
  if (content === "different" || isUnchanged) return keep;
  return {
    kind: "compare",
    destinationEtag: destination.etag,
    same: adoptOf(destination),
    different: keep,
  };
}

function adoptOf(destination: ListedObject): Adoption {
  return { kind: "adopt", destinationEtag: destination.etag };
}

function keepTheirs(isInBase: boolean, sourceUnchanged: boolean): Settlement {
  if (!isInBase) return settle("kept", "DESTINATION_NOT_OURS");
  return settle("kept", sourceUnchanged ? "DESTINATION_CHANGED" : "BOTH_CHANGED");
}
