/**
 * What became of one object. Every listed object ends as exactly one of these, and in every total
 * `listed = copied + skipped + kept + vanished + failed`.
 *
 * - copied: the destination now holds these bytes, verified
 * - skipped: nothing to do, for the reason in `code`
 * - kept: the destination holds something that is not ours to overwrite
 * - vanished: deleted at the source after it was listed
 * - failed: not copied, for the reason in `code`
 */
export const OUTCOMES = ["copied", "skipped", "kept", "vanished", "failed"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A version of an object that we put at the destination, or found there with the same content. */
export interface HeldVersion {
  readonly sizeBytes: number;
  /** The version at the source; empty when what we put there is known to be none, a copy that failed verification. */
  readonly sourceEtag: string;
  readonly destinationEtag: string;
  /** CRC-64/XZ of the bytes, decimal, where it is known. */
  readonly crc64?: string;
}

/**
 * One line of the ledger: the outcome of one object and what the next delta needs to know about it. Size, ETag and
 * time are those of the version at the source that the outcome is about; where the source has none, of the last one
 * known, else empty and 0.
 */
export interface ObjectRecord {
  readonly key: string;
  readonly outcome: Outcome;
  /**
   * The reason, by a fixed word (`RECORD_CODES`). Absent for an object that was copied whole; METADATA_DROPPED
   * for one that was copied without some of its metadata, as the job asked.
   */
  readonly code?: string;
  /** One sentence for people; only with a `code`. */
  readonly detail?: string;
  readonly sizeBytes: number;
  readonly sourceEtag: string;
  readonly sourceLastModifiedMs: number;
  /** What the destination answered; only where it holds our bytes. */
  readonly destinationEtag?: string;
  /** CRC-64/XZ of the bytes, decimal, as OSS writes it; only where it is known. */
  readonly crc64?: string;
  /** How many times the copy was begun; only when more than once. */
  readonly attempts?: number;
  /** What we last put at the destination; only where it is not the version that this record is about. */
  readonly ours?: HeldVersion;
}

/** What this record says we last put at the destination, whether or not it is still there. */
export function heldVersionOf(record: ObjectRecord): HeldVersion | undefined {
  const { sizeBytes, sourceEtag, destinationEtag, crc64 } = record;
  if (destinationEtag === undefined) return record.ours;
  return { sizeBytes, sourceEtag, destinationEtag, ...(crc64 === undefined ? {} : { crc64 }) };
}

/** Sums over many records. */
export interface Tally {
  readonly listed: number;
  readonly listedBytes: number;
  readonly copiedBytes: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** How many records carry each code. */
  readonly codes: Readonly<Record<string, number>>;
}

export const EMPTY_TALLY: Tally = {
  listed: 0,
  listedBytes: 0,
  copiedBytes: 0,
  outcomes: { copied: 0, skipped: 0, kept: 0, vanished: 0, failed: 0 },
  codes: {},
};

/** The tally of these records. */
export function tallyOf(records: Iterable<ObjectRecord>): Tally {
  const outcomes = { ...EMPTY_TALLY.outcomes };
  const codes: Record<string, number> = {};
  let listed = 0;
  let listedBytes = 0;
  let copiedBytes = 0;
  for (const record of records) {
    listed++;
    listedBytes += record.sizeBytes;
    outcomes[record.outcome]++;
    if (record.outcome === "copied") copiedBytes += record.sizeBytes;
    if (record.code !== undefined) codes[record.code] = (codes[record.code] ?? 0) + 1;
  }
  return { listed, listedBytes, copiedBytes, outcomes, codes };
}

/** The tally of both together. */
export function addTallies(a: Tally, b: Tally): Tally {
  const codes: Record<string, number> = { ...a.codes };
  for (const [code, count] of Object.entries(b.codes)) codes[code] = (codes[code] ?? 0) + count;
  return {
    listed: a.listed + b.listed,
    listedBytes: a.listedBytes + b.listedBytes,
    copiedBytes: a.copiedBytes + b.copiedBytes,
    outcomes: {
      copied: a.outcomes.copied + b.outcomes.copied,
      skipped: a.outcomes.skipped + b.outcomes.skipped,
      kept: a.outcomes.kept + b.outcomes.kept,
      vanished: a.outcomes.vanished + b.outcomes.vanished,
      failed: a.outcomes.failed + b.outcomes.failed,
    },
    codes,
  };
}

/** Whether `listed = copied + skipped + kept + vanished + failed`. */
export function tallyAddsUp(tally: Tally): boolean {
  return tally.listed === OUTCOMES.reduce((sum, outcome) => sum + tally.outcomes[outcome], 0);
}
