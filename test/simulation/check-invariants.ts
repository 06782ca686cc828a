import { rangeContains } from "../../core/key-range.ts";
import { addTallies, EMPTY_TALLY, tallyAddsUp, tallyOf, type ObjectRecord } from "../../core/outcome.ts";
import { decodeJson, parseJson } from "../../core/protocol/codec.ts";
import { completionMarkerSchema, type CompletionMarker } from "../../core/protocol/completion-marker.ts";
import { jobRecordSchema } from "../../core/protocol/job.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { decodeLedger } from "../../core/protocol/ledger.ts";
import { spanCompletionSchema } from "../../core/protocol/span-partition.ts";
import { summarySchema } from "../../core/protocol/summary.ts";
import type { ControlBucket } from "./control-bucket.ts";
import type { SimObject } from "./sim-source.ts";

/**
 * What must hold once a job is complete, checked from the control bucket by code of the test's own: every key that
 * was there all the time stands in exactly one ledger of the tree of completion markers, inside the range of its
 * partition, one that came or went in at most one, what is on record as copied is there, and the sums in the summary are the sums of the ledgers. Returns what is wrong, in words.
 */
export function checkCompletedJob(
  bucket: ControlBucket,
  jobId: string,
  objects: readonly SimObject[],
  isCopied: (record: ObjectRecord) => boolean,
): string[] {
  const keys = jobKeys(jobId);
  const problems: string[] = [];
  const jobObject = bucket.get(keys.job);
  const summaryObject = bucket.get(keys.summary);
  if (jobObject === undefined) return ["there is no job.json"];
  if (summaryObject === undefined) return ["there is no summary.json"];

  const seen: string[] = [];
  let tally = EMPTY_TALLY;
  let partitions = 0;
  const open = [...decodeJson(jobRecordSchema, keys.job, jobObject.body).roots];
  for (let child = open.pop(); child !== undefined; child = open.pop()) {
    const done = bucket.get(keys.done(child.partitionId));
    if (done === undefined) {
      problems.push(`${child.partitionId} has no completion marker`);
      continue;
    }
    const completionMarker = decodeJson(completionMarkerSchema, keys.done(child.partitionId), done.body);
    partitions++;
    open.push(...completionMarker.children);
    const own = ledgerKeys(bucket, completionMarker, problems);
    problems.push(...checkCopies(own.records, isCopied));
    seen.push(...own.records.map((record) => record.key));
    tally = addTallies(tally, own.tally);
  }

  problems.push(...checkKeys(seen, objects));
  const summary = decodeJson(summarySchema, keys.summary, summaryObject.body);
  if (summary.partitions !== partitions)
    problems.push(`summary counts ${summary.partitions} partitions, not ${partitions}`);
  if (
    JSON.stringify(summary.tally.outcomes) !== JSON.stringify(tally.outcomes) ||
    !tallyAddsUp(summary.tally)
  ) {
    problems.push("the summary's outcomes are not the ledgers'");
  }
  return problems;
}

function checkKeys(seen: readonly string[], objects: readonly SimObject[]): string[] {
  const problems: string[] = [];
  const inLedgers = new Set(seen);
  if (inLedgers.size !== seen.length)
    problems.push(`${seen.length - inLedgers.size} keys stand in two ledgers`);
  const isSteady = (object: SimObject): boolean =>
    object.appearsAtMs === undefined && object.vanishesAtMs === undefined;
  const lost = objects.filter((object) => isSteady(object) && !inLedgers.has(object.key));
  if (lost.length > 0) problems.push(`${lost.length} keys lost, ${JSON.stringify(lost[0]?.key)} among them`);
  for (const { key } of objects) inLedgers.delete(key);
  if (inLedgers.size > 0) problems.push(`${inLedgers.size} keys in ledgers that the source never had`);
  return problems;
}

function ledgerKeys(
  bucket: ControlBucket,
  completionMarker: CompletionMarker,
  problems: string[],
): { records: readonly ObjectRecord[]; tally: ReturnType<typeof tallyOf> } {
  const { ledger, range, cut, partitionId } = completionMarker;
  const stored = bucket.get(ledger.key);
  if (stored === undefined) {
    problems.push(`${partitionId} has a completion marker but no ledger`);
    return { records: [], tally: EMPTY_TALLY };
  }
  const records = decodeLedger(stored.body, ledger);
  const own = { after: range.after, upTo: cut ?? range.upTo };
  for (const { key } of records) {
    if (!rangeContains(own, key)) problems.push(`${JSON.stringify(key)} is outside partition ${partitionId}`);
  }
  return { records, tally: tallyOf(records) };
}

/** What is on record as copied is there. */
function checkCopies(
  records: readonly ObjectRecord[],
  isCopied: (record: ObjectRecord) => boolean,
): string[] {
  return records
    .filter((record) => record.outcome === "copied" && !isCopied(record))
    .map(({ key }) => `${JSON.stringify(key)} is on record as copied, and is not there`);
}

/**
 * What must hold at every single write: create-only objects never change, and no completion marker of an epoch
 * is stored once the next epoch was claimed. Returns what is wrong, or undefined.
 */
export function checkWrite(bucket: ControlBucket, key: string): string | undefined {
  const isCreateOnly =
    /\/(?:claims\/.*|manifest\/.*|splits\/.*|shared\/.*|done\/.*|job\.json|summary\.json)$/u.test(key);
  if (isCreateOnly && bucket.get(key) !== undefined) return `${key} was overwritten`;
  const done = /^(.*)done\/([0-9a-f]{12})\.json$/u.exec(key);
  if (done === null) return undefined;
  const claims = bucket.keys(`${done[1]}claims/${done[2]}/`);
  return claims.length === 0 ? `${key} was written although nobody claimed it` : undefined;
}

/** Whether this completion marker comes from a holder whose successor had already claimed the partition. */
export function isLate(bucket: ControlBucket, key: string, body: Uint8Array): boolean {
  const done = /^(.*)done\/([0-9a-f]{12})\.json$/u.exec(key);
  if (done === null) return false;
  const marker = parseJson(completionMarkerSchema, body);
  const { epoch } = marker.ok ? marker.value : decodeJson(spanCompletionSchema, key, body);
  return bucket.keys(`${done[1]}claims/${done[2]}/`).length > epoch;
}
