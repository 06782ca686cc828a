import { isDeepStrictEqual } from "node:util";
import { FerryError } from "../../core/errors.ts";
import { rangeContains } from "../../core/key-range.ts";
import { tallyOf, type ObjectRecord } from "../../core/outcome.ts";
import { decodeJson } from "../../core/protocol/codec.ts";
import { completionMarkerSchema, type CompletionMarker } from "../../core/protocol/completion-marker.ts";
import type { JobRecord } from "../../core/protocol/job.ts";
import type { JobKeys } from "../../core/protocol/keys.ts";
import { decodeLedger } from "../../core/protocol/ledger.ts";
import type { Child } from "../../core/protocol/partition.ts";
import { checkCompletionMarker, checkRoots } from "../../worker/prove-complete.ts";
import type { ReliableControl } from "../../worker/reliable-control.ts";

/** What a job has for one of its partitions. */
export type JobPart =
  /** No completion marker: not done yet, so that nothing is known of its range. */
  | { readonly kind: "missing"; readonly partition: Child }
  | {
      readonly kind: "complete";
      readonly completionMarker: CompletionMarker;
      /** The ledger's lines; absent when ledgers are not read or this one is not to be relied on. */
      readonly records?: readonly ObjectRecord[];
      /** Why the ledger is not to be relied on. */
      readonly damage?: FerryError;
    };

export interface WalkOptions {
  readonly job: JobRecord;
  readonly keys: JobKeys;
  readonly control: Pick<ReliableControl, "get">;
  /** Whether ledgers are read and checked, or completion markers alone. */
  readonly withObjects: boolean;
  readonly signal: AbortSignal;
}

const MARKERS_AHEAD = 32;
const LEDGERS_AHEAD = 4;

/**
 * Goes through a job in the order of its keys, by GETs alone, and proves on the way what the fleet's own proof says:
 * COVERAGE_BROKEN names the first completion marker that does not fit. At most five ledgers are in memory at once,
 * one of them unpacked, and each is held to the digest, the lines, the range and the totals of its completion marker.
 */
export async function* walkLedgers(options: WalkOptions): AsyncGenerator<JobPart> {
  const { withObjects, signal } = options;
  const reading: Promise<UnreadPart>[] = [];
  for await (const part of walkInOrder(options)) {
    const isToRead = withObjects && part.kind === "complete";
    const next = isToRead ? fetchLedger(options, part.completionMarker) : Promise.resolve(part);
    // Whoever stops early does not wait for it.
    next.catch(() => undefined);
    reading.push(next);
    if (reading.length > LEDGERS_AHEAD) yield readLedger(await reading.shift(), signal);
  }
  for (const next of reading) yield readLedger(await next, signal);
}

type UnreadPart =
  | JobPart
  | { readonly kind: "fetched"; readonly completionMarker: CompletionMarker; readonly body: Buffer };

interface Upcoming {
  readonly partition: Child;
  completionMarker?: Promise<CompletionMarker | undefined>;
}

/** The partitions in key order: each one's own part comes before its children, which follow each other. */
async function* walkInOrder({ job, keys, control, signal }: WalkOptions): AsyncGenerator<JobPart> {
  checkRoots(job, keys);
  const stack: Upcoming[] = job.roots.map((partition) => ({ partition })).reverse();
  const ask = async ({ partitionId }: Child): Promise<CompletionMarker | undefined> => {
    const key = keys.done(partitionId);
    const found = await control.get(key, signal);
    return found === undefined ? undefined : decodeJson(completionMarkerSchema, key, found.body);
  };
  for (;;) {
    for (const each of stack.slice(-MARKERS_AHEAD)) {
      each.completionMarker ??= ask(each.partition);
      each.completionMarker.catch(() => undefined);
    }
    const next = stack.pop();
    if (next === undefined) return;
    const { partition } = next;
    const completionMarker = await next.completionMarker;
    if (completionMarker === undefined) {
      yield { kind: "missing", partition };
      continue;
    }
    checkCompletionMarker(completionMarker, partition, keys.done(partition.partitionId));
    yield { kind: "complete", completionMarker };
    stack.push(...completionMarker.children.map((child) => ({ partition: child })).reverse());
  }
}

async function fetchLedger(
  { control, signal }: WalkOptions,
  completionMarker: CompletionMarker,
): Promise<UnreadPart> {
  const { key } = completionMarker.ledger;
  const found = await control.get(key, signal);
  if (found !== undefined) return { kind: "fetched", completionMarker, body: found.body };
  const damage = new FerryError(
    "CONTROL_OBJECT_MISSING",
    `${key} is missing; restore it, or audit the buckets against each other`,
  );
  return { kind: "complete", completionMarker, damage };
}

function readLedger(part: UnreadPart | undefined, signal: AbortSignal): JobPart {
  signal.throwIfAborted();
  if (part === undefined) throw new RangeError("nothing was being read");
  if (part.kind !== "fetched") return part;
  const { completionMarker, body } = part;
  try {
    const records = decodeLedger(body, completionMarker.ledger);
    checkRecords(records, completionMarker);
    return { kind: "complete", completionMarker, records };
  } catch (error) {
    if (!(error instanceof FerryError)) throw error;
    return { kind: "complete", completionMarker, damage: error };
  }
}

function checkRecords(records: readonly ObjectRecord[], completionMarker: CompletionMarker): void {
  const { range, cut, tally, ledger } = completionMarker;
  const damaged = (problem: string): FerryError =>
    new FerryError(
      "LEDGER_DAMAGED",
      `${ledger.key} does not agree with its completion marker: ${problem}; restore both, or audit the buckets against each other`,
    );
  const own = { after: range.after, upTo: cut ?? range.upTo };
  const isInside = [records.at(0), records.at(-1)].every(
    (record) => record === undefined || rangeContains(own, record.key),
  );
  if (!isInside) throw damaged("it has keys outside of its range");
  if (!isDeepStrictEqual(tallyOf(records), tally)) throw damaged("its totals differ");
}
