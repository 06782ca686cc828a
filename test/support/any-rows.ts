import * as fc from "fast-check";
import type { Row } from "../../core/merge/row.ts";
import type { ListedObject } from "../../core/object.ts";
import { OUTCOMES, type HeldVersion, type ObjectRecord } from "../../core/outcome.ts";

/** Few enough that any two are often the same: digests, in either case, and what is none. */
const ETAGS = ["a", "b", "c"].flatMap((digit) => [
  digit.repeat(32),
  digit.toUpperCase().repeat(32),
  `${digit.repeat(32)}-2`,
]);

const anyEtag = fc.constantFrom(...ETAGS);
const anySize = fc.constantFrom(0, 1, 2);

/** A version of the key as a listing shows it. */
export const anyVersion: fc.Arbitrary<ListedObject> = fc.record({
  key: fc.constant("k"),
  sizeBytes: anySize,
  etag: anyEtag,
  lastModifiedMs: fc.constantFrom(1_000, 2_000, 3_000),
  storageClass: fc.constant("STANDARD"),
});

const anyHeld: fc.Arbitrary<HeldVersion> = fc.record({
  sizeBytes: anySize,
  sourceEtag: fc.oneof(anyEtag, fc.constant("")),
  destinationEtag: anyEtag,
});

/** A line of a base's ledger for the key. */
export const anyBase: fc.Arbitrary<ObjectRecord> = fc.record(
  {
    key: fc.constant("k"),
    outcome: fc.constantFrom(...OUTCOMES),
    code: fc.constantFrom(
      "UNCHANGED",
      "DESTINATION_NOT_OURS",
      "SOURCE_GONE",
      "DESTINATION_EXISTS",
      "FILTERED_SIZE",
    ),
    sizeBytes: anySize,
    sourceEtag: anyEtag,
    sourceLastModifiedMs: fc.constant(1_000),
    destinationEtag: anyEtag,
    ours: anyHeld,
  },
  { requiredKeys: ["key", "outcome", "sizeBytes", "sourceEtag", "sourceLastModifiedMs"] },
);

/** All that may be known of a key. */
export const anyRow: fc.Arbitrary<Row> = fc.record({
  key: fc.constant("k"),
  base: fc.option(anyBase, { nil: undefined }),
  source: fc.option(anyVersion, { nil: undefined }),
  destination: fc.option(anyVersion, { nil: undefined }),
});

const V1 = "1".repeat(32);
const V2 = "2".repeat(32);
const THEIRS = "9".repeat(32);

/** Versions for tables: two of the source's, the copy of the first, and somebody else's. */
export const VERSIONS = {
  v1: { key: "k", sizeBytes: 5, etag: V1, lastModifiedMs: 1_000, storageClass: "STANDARD" },
  v2: { key: "k", sizeBytes: 6, etag: V2, lastModifiedMs: 5_000, storageClass: "STANDARD" },
  ours: { key: "k", sizeBytes: 5, etag: V1.toUpperCase(), lastModifiedMs: 2_000, storageClass: "Standard" },
  theirs: { key: "k", sizeBytes: 7, etag: THEIRS, lastModifiedMs: 9_000, storageClass: "Standard" },
  /** As long as the source's first version, with an ETag that says nothing of its content. */
  opaque: { key: "k", sizeBytes: 5, etag: `${THEIRS}-2`, lastModifiedMs: 9_000, storageClass: "Standard" },
} as const;

/** The copy of the first version, as a ledger remembers it. */
export const HELD: HeldVersion = { sizeBytes: 5, sourceEtag: V1, destinationEtag: V1.toUpperCase() };

/** The ledger says that the first version was copied. */
export const COPIED: ObjectRecord = { key: "k", outcome: "copied", sourceLastModifiedMs: 1_000, ...HELD };

/** The ledger says this of the first version, of which nothing was copied. */
export function notCopied(outcome: ObjectRecord["outcome"], code: string): ObjectRecord {
  const { key, sizeBytes, sourceEtag, sourceLastModifiedMs } = COPIED;
  return { key, outcome, code, sizeBytes, sourceEtag, sourceLastModifiedMs };
}
