import type { ObjectRecord } from "../../core/outcome.ts";
import { isoTime } from "./times.ts";
import { escaped, printable } from "./printable.ts";

/** The columns, in order; the field of each record. */
const COLUMNS: Readonly<Record<string, (record: ObjectRecord) => string | number | undefined>> = {
  key: ({ key }) => key,
  outcome: ({ outcome }) => outcome,
  code: ({ code }) => code,
  detail: ({ detail }) => detail,
  sizeBytes: ({ sizeBytes }) => sizeBytes,
  sourceEtag: ({ sourceEtag }) => sourceEtag,
  sourceLastModified: ({ sourceLastModifiedMs: ms }) => (ms === 0 ? undefined : isoTime(ms)),
  destinationEtag: ({ destinationEtag }) => destinationEtag,
  crc64: ({ crc64 }) => crc64,
  attempts: ({ attempts }) => attempts,
  oursSizeBytes: ({ ours }) => ours?.sizeBytes,
  oursSourceEtag: ({ ours }) => ours?.sourceEtag,
  oursDestinationEtag: ({ ours }) => ours?.destinationEtag,
  oursCrc64: ({ ours }) => ours?.crc64,
};

/** The first line: the names of the columns. */
export const CSV_HEADER = `${Object.keys(COLUMNS).join(",")}\r\n`;

/**
 * A line of a ledger as a line of CSV (RFC 4180). Texts are always in quotes and never begin a formula; what a
 * spreadsheet could not show is escaped as `printable` does, so that nothing is lost.
 */
export function csvLine(record: ObjectRecord): string {
  return `${Object.values(COLUMNS)
    .map((column) => csvField(column(record)))
    .join(",")}\r\n`;
}

function csvField(value: string | number | undefined): string {
  if (typeof value === "number") return String(value);
  return value === undefined ? "" : `"${harmless(printable(value)).replaceAll('"', '""')}"`;
}

/** Spreadsheets take what begins so for a formula, quotes or no quotes. */
function harmless(text: string): string {
  return text.replace(
    /^(\s*)([=+\-@\uff1d\uff0b\uff0d\uff20])/u,
    (_, space: string, sign: string) => space + escaped(sign),
  );
}
