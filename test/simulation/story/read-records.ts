import type { ObjectRecord } from "../../../core/outcome.ts";
import { parseJson } from "../../../core/protocol/codec.ts";
import { completionMarkerSchema } from "../../../core/protocol/completion-marker.ts";
import { jobKeys } from "../../../core/protocol/keys.ts";
import { decodeLedger } from "../../../core/protocol/ledger.ts";
import type { ControlBucket } from "../control-bucket.ts";

/** All lines of a job's ledgers, by key. */
export function readRecords(control: ControlBucket, jobId: string): ReadonlyMap<string, ObjectRecord> {
  const records = new Map<string, ObjectRecord>();
  for (const key of control.keys(`${jobKeys(jobId).root}done/`)) {
    const marker = parseJson(completionMarkerSchema, control.get(key)?.body ?? Buffer.alloc(0));
    // A part of a huge object, which has no ledger: the object stands in that of its own partition.
    if (!marker.ok) continue;
    const { ledger } = marker.value;
    for (const record of decodeLedger(control.get(ledger.key)?.body ?? Buffer.alloc(0), ledger)) {
      records.set(record.key, record);
    }
  }
  return records;
}
