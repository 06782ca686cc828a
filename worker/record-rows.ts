import { oursOf, sourceIsUnchanged, type Decision, type Row, type Settlement } from "../core/merge/row.ts";
import type { ListedObject } from "../core/object.ts";
import type { ObjectRecord } from "../core/outcome.ts";
import type { ObjectTask } from "./copy-engine.ts";
import type { JobRules } from "./job-rules.ts";

/** What is to be done about the rows of a partition, and what needs nothing to be done. */
export interface RowPlan {
  /** For the engine, in key order. */
  readonly tasks: readonly ObjectTask[];
  /** How many rows are settled already. */
  readonly settled: number;
  /** One record for each row that counts, in key order, from those of the tasks in their order. */
  records(ofTasks: readonly ObjectRecord[]): ObjectRecord[];
}

/** Decides what becomes of each row. */
export function planRows(rows: readonly Row[], rules: JobRules): RowPlan {
  const tasks: ObjectTask[] = [];
  /** For each row that counts: its record, or undefined where a task is to give it. */
  const planned: { readonly row: Row; readonly record?: ObjectRecord }[] = [];
  for (const row of rows) {
    const { base } = row;
    if (rules.follows === "base" && base !== undefined && !rules.isConcerned(base)) {
      planned.push({ row, record: carriedOver(base) });
      continue;
    }
    const decision = rules.decide(row);
    if (decision === undefined) continue;
    if (decision.kind === "settle") {
      planned.push({ row, record: settledRecord(row, decision) });
    } else {
      planned.push({ row });
      tasks.push(taskOf(row, decision));
    }
  }
  return {
    tasks,
    settled: planned.length - tasks.length,
    records(ofTasks) {
      let next = 0;
      return planned.map(({ row, record }) => record ?? withOurs(row, ofTasks[next++]));
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
  return withOurs(row, record);
}

function knownCrc64(row: Row, destinationEtag: string): { readonly crc64?: string } {
  const ours = oursOf(row);
  if (ours?.crc64 === undefined || ours.destinationEtag !== destinationEtag) return {};
  return row.source !== undefined && sourceIsUnchanged(row.source, ours) ? { crc64: ours.crc64 } : {};
}

/** After these nothing of ours is left at the destination. */
const NOTHING_LEFT: ReadonlySet<string | undefined> = new Set(["DELETED", "GONE_EVERYWHERE"]);

/** The record, with what we last put at the destination where the record itself does not say it. */
function withOurs(row: Row, record: ObjectRecord | undefined): ObjectRecord {
  if (record === undefined) throw new RangeError(`the engine gave no record for ${JSON.stringify(row.key)}`);
  const ours = oursOf(row);
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
