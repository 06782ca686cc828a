import type { ListedObject } from "../object.ts";
import { heldVersionOf, type HeldVersion, type Outcome, type ObjectRecord } from "../outcome.ts";
import type { RecordCode } from "../record-codes.ts";

/** All that is known of one key when it is decided what becomes of it. */
export interface Row {
  /** The source's key; the destination's is mapped back to it. */
  readonly key: string;
  /** The key's line in the base's ledgers. */
  readonly base?: ObjectRecord | undefined;
  /** When that line was stored, by the clock of the service that stamps the destination's objects, too. */
  readonly baseStoredAtMs?: number | undefined;
  readonly source?: ListedObject | undefined;
  readonly destination?: ListedObject | undefined;
}

/**
 * What must be true of the destination for a write to be allowed, looked at as late as possible.
 *
 * - any: nothing
 * - absent: the key is free
 * - unchanged: the key still has this ETag
 */
export type WriteCondition =
  | { readonly kind: "any" }
  | { readonly kind: "absent" }
  | { readonly kind: "unchanged"; readonly etag: string };

/** An outcome that needs no request any more. */
export interface Settlement {
  readonly kind: "settle";
  readonly outcome: Outcome;
  readonly code: RecordCode;
  readonly detail?: string;
  /** The destination's ETag, where it holds the very version that the record is about. */
  readonly destinationEtag?: string;
}

/** See `Decision`. */
export interface Adoption {
  readonly kind: "adopt";
  readonly destinationEtag: string;
}

/**
 * What to do with one key.
 *
 * - copy: as long as `condition` holds
 * - compare: read the source's bytes and compare them with the destination's CRC-64, then do as it says
 * - adopt: the same content, not put there by us: counts as ours, and is copied again when a mirror lost its metadata
 * - remove: delete at the destination what still has this ETag
 */
export type Decision =
  | Settlement
  | { readonly kind: "copy"; readonly condition: WriteCondition }
  | {
      readonly kind: "compare";
      readonly destinationEtag: string;
      readonly same: Settlement | Adoption;
      readonly different: Settlement | { readonly kind: "copy"; readonly condition: WriteCondition };
    }
  | Adoption
  | { readonly kind: "remove"; readonly destinationEtag: string };

export function settle(outcome: Outcome, code: RecordCode, detail?: string): Settlement {
  return { kind: "settle", outcome, code, ...(detail === undefined ? {} : { detail }) };
}

/** The same content at both ends: the destination's version counts as ours from now on. */
export function sameContent(destinationEtag: string, code: RecordCode = "SAME_CONTENT"): Settlement {
  return { kind: "settle", outcome: "skipped", code, destinationEtag };
}

/** What we last put at the destination under this key. */
export function oursOf(row: Row): HeldVersion | undefined {
  return row.base === undefined ? undefined : heldVersionOf(row.base);
}

/**
 * Whether the destination's version was stored after the base's line about it, so that it is not the one that the
 * line knows even where its ETag is the same: a read may have mirrored the same content after a delete.
 */
export function isStoredSinceBase({ destination, baseStoredAtMs }: Row): boolean {
  return destination !== undefined && destination.lastModifiedMs > (baseStoredAtMs ?? Infinity);
}

/** Why a policy let be what it found at the destination. */
const WAS_THERE: ReadonlySet<string | undefined> = new Set<RecordCode>([
  "DESTINATION_EXISTS",
  "DESTINATION_NOT_OLDER",
]);

/** Whether the base knows that the destination had the key, ours or theirs; if it is absent now, it was deleted. */
export function wasAtDestination(row: Row): boolean {
  const { base } = row;
  if (base === undefined) return false;
  return oursOf(row) !== undefined || base.outcome === "kept" || WAS_THERE.has(base.code);
}

/** Whether the source's version is the one that we last put at the destination. */
export function sourceIsUnchanged(source: ListedObject, ours: HeldVersion): boolean {
  return source.etag === ours.sourceEtag && source.sizeBytes === ours.sizeBytes;
}
