import type { InventoryEntry } from "../inventory.ts";

/** What a look past every API at both buckets found. */
export interface Comparison {
  readonly same: number;
  readonly sameBytes: number;
  readonly missing: readonly string[];
  readonly different: readonly string[];
  readonly extra: readonly string[];
}

/**
 * Compares two inventories, both in key order, by the SHA-256 of the stored bytes, the content headers and the
 * user metadata. It knows nothing of the migration and shares no code with it.
 */
export async function compareBuckets(
  source: AsyncIterable<InventoryEntry>,
  destination: AsyncIterable<InventoryEntry>,
): Promise<Comparison> {
  const expected = new Map<string, InventoryEntry>();
  for await (const entry of source) expected.set(entry.key, entry);
  const different: string[] = [];
  const extra: string[] = [];
  let same = 0;
  let sameBytes = 0;
  for await (const entry of destination) {
    const wanted = expected.get(entry.key);
    expected.delete(entry.key);
    if (wanted === undefined) {
      extra.push(entry.key);
    } else if (fingerprint(wanted) === fingerprint(entry)) {
      same++;
      sameBytes += entry.sizeBytes;
    } else {
      different.push(entry.key);
    }
  }
  return { same, sameBytes, missing: [...expected.keys()], different, extra };
}

function fingerprint(entry: InventoryEntry): string {
  const sorted = (record: Readonly<Record<string, string>>): [string, string][] =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    entry.sha256,
    entry.sizeBytes,
    sorted(entry.contentHeaders),
    sorted(entry.userMetadata),
  ]);
}
