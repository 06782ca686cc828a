import type { KeyRange } from "../core/key-range.ts";
import { compareKeys } from "../core/object-key.ts";
import type { ListedObject } from "../core/object.ts";
import type { ObjectRecord } from "../core/outcome.ts";
import type { Row } from "../core/merge/row.ts";
import { recordsWithin, type BaseRecords } from "./base-partition.ts";
import type { JobContext } from "./job-context.ts";
import { ListingCursor } from "./listing-cursor.ts";
import { planRow, type PlannedRow } from "./record-rows.ts";

const NO_BASE: BaseRecords = { records: [], storedAtMs: 0 };

/** When to stop listing although the range goes on. */
export interface ListingLimits {
  readonly objects: number;
  readonly bytes: number;
}

/** The own part of a partition: everything from `range.after` up to the last row, or to the range's end. */
export interface PartitionListing {
  readonly rows: readonly PlannedRow[];
  /** What the source has of them. */
  readonly bytes: number;
  /** Whether the range is listed to its end. Otherwise it was cut after the last row. */
  readonly exhausted: boolean;
}

/**
 * Lists a range, at most `limits` and never past the end of the range, in key order: what the base, the source and
 * the destination have under each key, merged from ordered streams, and what becomes of it. Memory is bounded by the
 * limits, the base's records and a page of each listing.
 *
 * - SOURCE_UNORDERED, DESTINATION_UNORDERED: a store does not list in UTF-8 byte order or ignores `start-after`;
 *   ranges would lose keys
 */
export async function listPartition(
  context: JobContext,
  range: KeyRange,
  base: BaseRecords | undefined,
  limits: ListingLimits,
  signal: AbortSignal,
): Promise<PartitionListing> {
  const merge = new Merge(context, range, base ?? NO_BASE, signal);
  const rows: PlannedRow[] = [];
  let bytes = 0;
  for (let row = await merge.next(); row !== undefined; row = await merge.next()) {
    const sizeBytes = row.source?.sizeBytes ?? 0;
    if (rows.length >= limits.objects || (rows.length > 0 && bytes + sizeBytes > limits.bytes)) {
      return { rows, bytes, exhausted: false };
    }
    bytes += sizeBytes;
    rows.push(planRow(row, context.rules));
    const isFull = rows.length >= limits.objects || bytes >= limits.bytes;
    if (isFull && merge.goesOn) return { rows, bytes, exhausted: false };
  }
  return { rows, bytes, exhausted: true };
}

/** The first object after `after`, or undefined when there is none. */
export async function firstObjectAfter(
  context: JobContext,
  after: string,
  signal: AbortSignal,
): Promise<ListedObject | undefined> {
  const cursor = sourceCursor(context, { after, upTo: null }, signal, 1);
  await cursor.fill();
  return cursor.head;
}

/** A cursor over the job's keys at the source. */
function sourceCursor(
  context: JobContext,
  range: KeyRange,
  signal: AbortSignal,
  maxKeys?: number,
): ListingCursor {
  const { spec } = context.job;
  const options = {
    listed: { role: "source", store: context.source },
    bucket: spec.source.bucket,
    prefix: spec.srcPrefix,
    shownPrefix: spec.srcPrefix,
    range,
    ...(maxKeys === undefined ? {} : { maxKeys }),
  } as const;
  return new ListingCursor(options, context, signal);
}

/** A cursor over the destination, which shows the keys that the objects have at the source. */
function destinationCursor(context: JobContext, range: KeyRange, signal: AbortSignal): ListingCursor {
  const { destination, srcPrefix, destPrefix } = context.job.spec;
  const options = {
    listed: { role: "destination", store: context.destination },
    bucket: destination.bucket,
    prefix: destPrefix,
    shownPrefix: srcPrefix,
    range,
  } as const;
  return new ListingCursor(options, context, signal);
}

/** Merges base, source and destination by key. */
class Merge {
  readonly #source: ListingCursor;
  readonly #destination: ListingCursor;
  readonly #base: readonly ObjectRecord[];
  readonly #baseStoredAtMs: number;
  readonly #context: JobContext;
  #baseIndex = 0;

  constructor(context: JobContext, range: KeyRange, base: BaseRecords, signal: AbortSignal) {
    this.#context = context;
    this.#base = recordsWithin(range, base.records);
    this.#baseStoredAtMs = base.storedAtMs;
    this.#source = sourceCursor(context, range, signal);
    this.#destination = destinationCursor(context, range, signal);
  }

  /** Whether there is more of what makes the rows, as far as is known without asking. */
  get goesOn(): boolean {
    return this.#source.goesOn || this.#baseIndex < this.#base.length;
  }

  /** The next row, or undefined at the end. */
  async next(): Promise<Row | undefined> {
    const { follows, looksAt } = this.#context.rules;
    const base = this.#base[this.#baseIndex];
    if (follows === "base") {
      this.#baseIndex++;
      if (base === undefined || !this.#context.rules.isConcerned(base))
        return base && { key: base.key, base };
      return this.#at(base.key, base, true);
    }
    if (!this.#source.isReady) await this.#listOn();
    let key = lesser(base?.key, this.#source.head?.key);
    if (follows === "both") {
      if (!this.#destination.isReady) await this.#destination.fill();
      key = lesser(key, this.#destination.head?.key);
    }
    if (key === undefined) return undefined;
    const isInBase = base?.key === key;
    if (isInBase) this.#baseIndex++;
    return this.#at(key, isInBase ? base : undefined, looksAt === "both");
  }

  /**
   * Lists on at the source and, where the base says that there is more to compare, at the destination meanwhile: as
   * long as both ends hold the same, their pages end with the same key.
   */
  async #listOn(): Promise<void> {
    const wantsBoth = this.#context.rules.looksAt === "both" && this.#baseIndex < this.#base.length;
    await Promise.all([this.#source.fill(), wantsBoth ? this.#destination.fill() : undefined]);
  }

  /** The row of this key; passes over it everywhere. */
  async #at(key: string, base: ObjectRecord | undefined, wantsDestination: boolean): Promise<Row> {
    const source = await objectAt(this.#source, key);
    const destination = wantsDestination ? await objectAt(this.#destination, key) : undefined;
    return { key, base, baseStoredAtMs: this.#baseStoredAtMs, source, destination };
  }
}

async function objectAt(cursor: ListingCursor, key: string): Promise<ListedObject | undefined> {
  if (!cursor.passOver(key)) await cursor.seek(key);
  const { head } = cursor;
  if (head?.key !== key) return undefined;
  cursor.advance();
  return head;
}

function lesser(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareKeys(a, b) <= 0 ? a : b;
}
