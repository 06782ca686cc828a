import * as fc from "fast-check";
import { compareKeys } from "../../core/object-key.ts";
import { OUTCOMES, type ObjectRecord } from "../../core/outcome.ts";
import { anyStoredKey } from "./any-keys.ts";

const anyRecord: fc.Arbitrary<ObjectRecord> = fc.record(
  {
    key: anyStoredKey,
    outcome: fc.constantFrom(...OUTCOMES),
    code: fc.constantFrom("KEY_TOO_LONG", "SOURCE_VANISHED", "METADATA_DROPPED"),
    detail: fc.string(),
    sizeBytes: fc.nat(),
    sourceEtag: fc.stringMatching(/^[0-9a-f]{0,32}$/u),
    sourceLastModifiedMs: fc.nat(),
    destinationEtag: fc.stringMatching(/^[0-9a-f]{0,32}$/u),
    crc64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
    attempts: fc.integer({ min: 2, max: 9 }),
  },
  { requiredKeys: ["key", "outcome", "sizeBytes", "sourceEtag", "sourceLastModifiedMs"] },
);

/** Records in key order without repetition, as a holder has them at the end. */
export const anyRecords: fc.Arbitrary<ObjectRecord[]> = fc
  .uniqueArray(anyRecord, { selector: (record) => record.key, maxLength: 30 })
  .map((records) => records.toSorted((a, b) => compareKeys(a.key, b.key)));
