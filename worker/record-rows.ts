import { oursOf, sourceIsUnchanged, type Decision, type Row, type Settlement } from "../core/merge/row.ts";
import type { ListedObject } from "../core/object.ts";
import type { HeldVersion, ObjectRecord } from "../core/outcome.ts";
import type { ObjectTask } from "./copy-engine.ts";
import type { JobRules } from "./job-rules.ts";

/**
 * What becomes of one row. Nothing more of the row is kept than that, so that a partition without changes takes the
 * memory of its records and no more.
 */
export type PlannedRow = { readonly key: string } & (
  | { readonly kind: "settled"; readonly record: ObjectRecord }
  /** The engine is to give the record. `ours`: what we last put at the destination, for the record to say. */
  | { readonly kind: "task"; readonly task: ObjectTask; readonly ours: HeldVersion | undefined }
  /** None of the job's business. */
  | { readonly kind: "ignored" }
);

/** What is to be done about the rows of a partition, and what needs nothing to be done. */
export interface RowPlan {
  /** For the engine, in key order. */
  readonly tasks: readonly ObjectTask[];
  /** How many rows are settled already. */
  readonly settled: number;
  /** One record for each row that counts, in key order, from those of the tasks in their order. */
  records(ofTasks: readonly ObjectRecord[]): ObjectRecord[];
}

/** Decides what becomes of a row. */
export function planRow(row: Row, rules: JobRules): PlannedRow {
  const { key, base } = row;
  if (rules.follows === "base" && base !== undefined && !rules.isConcerned(base)) {
    return { kind: "settled", key, record: carriedOver(base) };
  }
  const decision = rules.decide(row);
  if (decision === undefined) return { kind: "ignored", key };
  if (decision.kind !== "settle") {
    return { kind: "task", key, task: taskOf(row, decision), ours: oursOf(row) };
  }
  const record = settledRecord(row, decision);
  return { kind: "settled", key: record.key, record };
}

/** Puts the plan of a partition together. */
export function planOf(rows: readonly PlannedRow[]): RowPlan {
  const counting = rows.filter((row) => row.kind !== "ignored");
  const tasks = counting.flatMap((row) => (row.kind === "task" ? [row.task] : []));
  return {
    tasks,
    settled: counting.length - tasks.length,
    records(ofTasks) {
      let next = 0;
      return counting.map((row) =>
        row.kind === "settled" ? row.record : withOurs(row.key, row.ours, ofTasks[next++]),
      );
    },
  };
}

function taskOf(row: Row, decision: Exclude<Decision, Settlement>): ObjectTask {
  return { ...decision, object: row.source ?? lastKnown(row) };
}

/** The object as the base knew it, for a key that the source does not have any more. */
function lastKnown({ key, base, destination }: Row): ListedObject {
  return {
    key,
    sizeBytes: base?.sizeBytes ?? destination?.sizeBytes ?? 0,
    etag: base?.sourceEtag ?? "",
    lastModifiedMs: base?.sourceLastModifiedMs ?? 0,
    storageClass: "",
  };
}

function settledRecord(row: Row, settlement: Settlement): ObjectRecord {
  const { outcome, code, detail, destinationEtag } = settlement;
  const ours = oursOf(row);
  if (code === "UNCHANGED" && row.base !== undefined && ours !== undefined) {
    return unchangedRecord(row.base, ours, row.source);
  }
  const { key, sizeBytes, etag, lastModifiedMs } = row.source ?? lastKnown(row);
  const record: ObjectRecord = {
    key,
    outcome,
    code,
    ...(detail === undefined ? {} : { detail }),
    sizeBytes,
    sourceEtag: etag,
    sourceLastModifiedMs: lastModifiedMs,
    ...(destinationEtag === undefined ? {} : { destinationEtag, ...knownCrc64(row, destinationEtag) }),
  };
  return withOurs(key, ours, record);
}

/**
 * The record that most rows of a delta get. Its text is the base's, equal to that of the listings, which as parts of
 * their pages would keep these in memory.
 */
function unchangedRecord(
  { key, sourceLastModifiedMs }: ObjectRecord,
  { sizeBytes, sourceEtag, destinationEtag, crc64 }: HeldVersion,
  source: ListedObject | undefined,
): ObjectRecord {
  const record = {
    key,
    outcome: "skipped",
    code: "UNCHANGED",
    sizeBytes,
    sourceEtag,
    sourceLastModifiedMs: source?.lastModifiedMs ?? sourceLastModifiedMs,
    destinationEtag,
  } as const;
  return crc64 === undefined ? record : { ...record, crc64 };
}

function knownCrc64(row: Row, destinationEtag: string): { readonly crc64?: string } {
  const ours = oursOf(row);
  if (ours?.crc64 === undefined || ours.destinationEtag !== destinationEtag) return {};
  return row.source !== undefined && sourceIsUnchanged(row.source, ours) ? { crc64: ours.crc64 } : {};
}

/** After these nothing of ours is left at the destination. */
const NOTHING_LEFT: ReadonlySet<string | undefined> = new Set(["DELETED", "GONE_EVERYWHERE"]);

/** The record, with what we last put at the destination where the record itself does not say it. */
function withOurs(
  key: string,
  ours: HeldVersion | undefined,
  record: ObjectRecord | undefined,
): ObjectRecord {
  if (record === undefined) throw new RangeError(`the engine gave no record for ${JSON.stringify(key)}`);
  const isSaid = record.destinationEtag !== undefined || record.ours !== undefined;
  return ours === undefined || isSaid || NOTHING_LEFT.has(record.code) ? record : { ...record, ours };
}

/** A line of the base that is none of this job's business: what it says of the two ends still stands. */
function carriedOver(base: ObjectRecord): ObjectRecord {
  if (base.outcome !== "copied" && base.outcome !== "skipped") return base;
  const { key, sizeBytes, sourceEtag, sourceLastModifiedMs, destinationEtag, crc64, ours } = base;
  return {
    key,
    outcome: "skipped",
    code: "NOT_CONCERNED",
    sizeBytes,
    sourceEtag,
    sourceLastModifiedMs,
    ...(destinationEtag === undefined ? {} : { destinationEtag }),
    ...(crc64 === undefined ? {} : { crc64 }),
    ...(ours === undefined ? {} : { ours }),
  };
}
