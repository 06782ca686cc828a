import { FerryError } from "../core/errors.ts";
import { rangeContains, type KeyRange } from "../core/key-range.ts";
import type { ObjectRecord } from "../core/outcome.ts";
import { decodeJson } from "../core/protocol/codec.ts";
import { completionMarkerSchema, type CompletionMarker } from "../core/protocol/completion-marker.ts";
import type { JobKeys } from "../core/protocol/keys.ts";
import { decodeLedger } from "../core/protocol/ledger.ts";
import type { ReliableControl } from "./reliable-control.ts";

/** The completion marker of a partition of the base, which the summary of the base promises. */
export async function readBaseMarker(
  control: Pick<ReliableControl, "get">,
  baseKeys: JobKeys,
  partitionId: string,
  signal: AbortSignal,
): Promise<CompletionMarker> {
  const key = baseKeys.done(partitionId);
  const found = await control.get(key, signal);
  if (found === undefined) throw missing(key);
  return decodeJson(completionMarkerSchema, key, found.body);
}

/** What the base says of some keys, in key order. */
export interface BaseRecords {
  readonly records: readonly ObjectRecord[];
  /** When the ledger was stored, by the clock of the service. */
  readonly storedAtMs: number;
}

/**
 * The records of a partition of the base that lie in `range`, in key order. LEDGER_DAMAGED when the ledger is not
 * the one that the completion marker names; CONTROL_OBJECT_MISSING when it is gone.
 */
export async function readBaseRecords(
  control: Pick<ReliableControl, "get">,
  { ledger }: Pick<CompletionMarker, "ledger">,
  range: KeyRange,
  signal: AbortSignal,
): Promise<BaseRecords> {
  if (ledger.lines === 0) return { records: [], storedAtMs: 0 };
  const found = await control.get(ledger.key, signal);
  if (found === undefined) throw missing(ledger.key);
  const records = recordsWithin(range, decodeLedger(found.body, ledger));
  return { records, storedAtMs: found.lastModifiedMs };
}

/** Those of the records, which are in key order, that lie in the range. */
export function recordsWithin(range: KeyRange, records: readonly ObjectRecord[]): readonly ObjectRecord[] {
  const [first] = records;
  const last = records.at(-1);
  // They are in key order, so that the two ends speak for all.
  const areAllInRange =
    first !== undefined &&
    last !== undefined &&
    rangeContains(range, first.key) &&
    rangeContains(range, last.key);
  return areAllInRange ? records : records.filter(({ key }) => rangeContains(range, key));
}

function missing(key: string): FerryError {
  return new FerryError(
    "CONTROL_OBJECT_MISSING",
    `${key} of the base job is missing; restore it, or base this job on another one`,
  );
}
