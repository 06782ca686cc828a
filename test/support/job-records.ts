import type { ObjectRecord } from "../../core/outcome.ts";
import { decodeJson } from "../../core/protocol/codec.ts";
import { completionMarkerSchema } from "../../core/protocol/completion-marker.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { decodeLedger } from "../../core/protocol/ledger.ts";
import type { LocalCloud } from "../../local/cloud.ts";
import { keyOf } from "../../local/store/keys.ts";
import { CONTROL } from "./ferry-world.ts";

/** All lines of a complete job's ledgers, by key, past the API. The job has no huge objects. */
export function recordsOf({ oss }: LocalCloud, jobId: string): ReadonlyMap<string, ObjectRecord> {
  const donePrefix = `${jobKeys(jobId).root}done/`;
  const records = new Map<string, ObjectRecord>();
  const read = (key: string): Buffer => {
    const body = oss.readObject(CONTROL, key);
    if (body === undefined) throw new Error(`${key} is missing from ${CONTROL}`);
    return body;
  };
  for (const [key] of oss.bucket(CONTROL).objectsFrom(keyOf(donePrefix))) {
    if (!key.startsWith(donePrefix)) break;
    const { ledger } = decodeJson(completionMarkerSchema, key, read(key));
    for (const record of decodeLedger(read(ledger.key), ledger)) records.set(record.key, record);
  }
  return records;
}

/** `outcome`, with the code where there is one, by key. */
export function outcomesOf(cloud: LocalCloud, jobId: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...recordsOf(cloud, jobId)].map(([key, { outcome, code }]) => [
      key,
      code === undefined ? outcome : `${outcome} ${code}`,
    ]),
  );
}
