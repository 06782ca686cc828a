import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { FerryError } from "../errors.ts";
import { compareKeys } from "../object-key.ts";
import { OUTCOMES, type ObjectRecord } from "../outcome.ts";

/**
 * `ledger/<partitionId>.<epoch>.jsonl.gz` — one JSON line for each object of the partition's own part, in key
 * order: the base that the next delta compares with. Written once by the holder, before its completion marker,
 * which names it with its digest and line count.
 */
const recordSchema = z.strictObject({
  key: z.string(),
  outcome: z.enum(OUTCOMES),
  code: z.string().optional(),
  detail: z.string().optional(),
  sizeBytes: z.int().min(0),
  sourceEtag: z.string(),
  sourceLastModifiedMs: z.number(),
  destinationEtag: z.string().optional(),
  crc64: z.string().optional(),
  attempts: z.int().min(1).optional(),
  ours: z
    .strictObject({
      sizeBytes: z.int().min(0),
      sourceEtag: z.string(),
      destinationEtag: z.string(),
      crc64: z.string().optional(),
    })
    .optional(),
});

/** A ledger as it is stored, with what its completion marker says about it. */
export interface EncodedLedger {
  readonly body: Buffer;
  readonly sha256: string;
  readonly lines: number;
}

/** Encodes the records, which must be in key order without repetition; LEDGER_UNORDERED otherwise. */
export function encodeLedger(records: readonly ObjectRecord[]): EncodedLedger {
  let text = "";
  let previous: string | undefined;
  for (const record of records) {
    if (previous !== undefined && compareKeys(record.key, previous) <= 0) {
      throw new FerryError("LEDGER_UNORDERED", `ledger lines out of order at ${JSON.stringify(record.key)}`);
    }
    previous = record.key;
    text += `${JSON.stringify(record)}\n`;
  }
  const body = gzipSync(text, { level: 1, chunkSize: chunkBytesFor(text.length) });
  return { body, sha256: sha256Hex(body), lines: records.length };
}

/** Decodes a ledger; LEDGER_DAMAGED when digest, line count, order or a line is not as its completion marker says. */
export function decodeLedger(
  body: Uint8Array,
  expected: { readonly key: string; readonly sha256: string; readonly lines: number },
): ObjectRecord[] {
  const damaged = (problem: string): FerryError =>
    new FerryError(
      "LEDGER_DAMAGED",
      `${expected.key} is not the ledger its completion marker names: ${problem}; restore it, or audit the buckets against each other`,
    );
  if (sha256Hex(body) !== expected.sha256) throw damaged("its SHA-256 differs");
  const lines = linesOf(body);
  if (lines === undefined) throw damaged("it is not compressed text");
  if (lines.length !== expected.lines) throw damaged(`${lines.length} lines instead of ${expected.lines}`);
  let previous: string | undefined;
  return lines.map((line, index) => {
    const record = parseRecord(line);
    if (record === undefined) throw damaged(`line ${index + 1} is not a record`);
    const { key } = record;
    if (previous !== undefined && compareKeys(key, previous) <= 0)
      throw damaged(`line ${index + 1} is out of order`);
    previous = key;
    return record;
  });
}

function parseRecord(line: string): ObjectRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (isUsualRecord(value)) return value;
  const parsed = recordSchema.safeParse(value);
  return parsed.success ? (parsed.data as ObjectRecord) : undefined;
}

const KNOWN_OUTCOMES: ReadonlySet<unknown> = new Set(OUTCOMES);
const ALWAYS_THERE = 5;

/**
 * Whether this is surely a record: one of those without anything rare in it, which nearly all are. For the others
 * the schema has the say, which takes several times as long, and a delta reads millions of lines.
 */
function isUsualRecord(value: unknown): value is ObjectRecord {
  if (typeof value !== "object" || value === null) return false;
  const { key, outcome, code, sizeBytes, sourceEtag, sourceLastModifiedMs, destinationEtag, crc64 } =
    value as Readonly<Record<string, unknown>>;
  let known = ALWAYS_THERE;
  if (code !== undefined) known++;
  if (destinationEtag !== undefined) known++;
  if (crc64 !== undefined) known++;
  return (
    typeof key === "string" &&
    KNOWN_OUTCOMES.has(outcome) &&
    isText(code) &&
    Number.isSafeInteger(sizeBytes) &&
    (sizeBytes as number) >= 0 &&
    typeof sourceEtag === "string" &&
    Number.isFinite(sourceLastModifiedMs) &&
    isText(destinationEtag) &&
    isText(crc64) &&
    Object.keys(value).length === known
  );
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

/** Output chunks that fit the text: for small ledgers the default buffer would cost more than the compression. */
function chunkBytesFor(characters: number): number {
  return Math.min(Math.max(1024, Math.ceil(characters / 4)), 256 * 1024);
}

function linesOf(body: Uint8Array): string[] | undefined {
  try {
    return gunzipSync(body).toString("utf8").split("\n").slice(0, -1);
  } catch {
    return undefined;
  }
}

function sha256Hex(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
