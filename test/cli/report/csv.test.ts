import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CSV_HEADER, csvLine } from "../../../cli/report/csv.ts";
import { printable } from "../../../cli/report/printable.ts";
import type { ObjectRecord } from "../../../core/outcome.ts";
import { anyStoredKey } from "../../support/any-keys.ts";
import { anyRecords } from "../../support/any-records.ts";

/** What RFC 4180 says a line's fields are. */
function fieldsOf(line: string): string[] {
  expect(line.endsWith("\r\n")).toBe(true);
  const fields = [...line.slice(0, -2).matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/gu)];
  expect(fields.map(([whole]) => whole).join("")).toBe(line.slice(0, -2));
  return fields.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}

/** What docs/report.md says a reader has to do. */
function unescaped(text: string): string {
  return text.replace(/\\(?:\\|u([0-9a-f]{4}))/gu, (_, digits: string | undefined) =>
    digits === undefined ? "\\" : String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

function lineOf(more: Partial<ObjectRecord>): string {
  return csvLine({
    key: "a",
    outcome: "copied",
    sizeBytes: 1,
    sourceEtag: "",
    sourceLastModifiedMs: 0,
    ...more,
  });
}

describe("a line of CSV", () => {
  it("has a field for each column, whatever is in the record, and loses nothing of it", () => {
    const columns = fieldsOf(CSV_HEADER);
    fc.assert(
      fc.property(anyRecords, (records) => {
        for (const record of records) {
          const fields = fieldsOf(csvLine(record)).map(unescaped);
          const field = (name: string): string => fields[columns.indexOf(name)] ?? "";
          expect(fields).toHaveLength(columns.length);
          expect({
            key: field("key"),
            outcome: field("outcome"),
            code: field("code"),
            detail: field("detail"),
            size: field("sizeBytes"),
            crc64: field("crc64"),
            attempts: field("attempts"),
          }).toEqual({
            key: record.key,
            outcome: record.outcome,
            code: record.code ?? "",
            detail: record.detail ?? "",
            size: String(record.sizeBytes),
            crc64: record.crc64 ?? "",
            attempts: String(record.attempts ?? ""),
          });
        }
      }),
    );
  });

  it("is one line, without a character that a terminal or a spreadsheet would act on", () => {
    fc.assert(
      fc.property(anyStoredKey, fc.string({ unit: "binary" }), (key, detail) => {
        const line = lineOf({ key, detail }).slice(0, -2);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e]/u);
      }),
    );
  });

  it.for(["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "＝1+1", "=cmd|' /C calc'!A0"])(
    "begins no formula with %j",
    (key) => {
      const [field = ""] = fieldsOf(lineOf({ key, detail: key, sourceEtag: key }));
      expect(field.trimStart()).not.toMatch(/^[=+\-@＝]/u);
      expect(unescaped(field)).toBe(key);
    },
  );

  it("leaves emoji, commas and quotes to be read", () => {
    const [field] = fieldsOf(lineOf({ key: 'a, "b" 👩‍👧 é' }));
    expect(field).toBe('a, "b" 👩‍👧 é');
  });

  it("says when the source's version is from, and nothing where the source has none", () => {
    const column = fieldsOf(CSV_HEADER).indexOf("sourceLastModified");
    expect(fieldsOf(lineOf({ sourceLastModifiedMs: 1_767_225_600_000 }))[column]).toBe(
      "2026-01-01T00:00:00.000Z",
    );
    expect(fieldsOf(lineOf({ sourceLastModifiedMs: 0 }))[column]).toBe("");
  });
});

describe("printable", () => {
  it("keeps two different keys apart", () => {
    fc.assert(
      fc.property(anyStoredKey, anyStoredKey, (a, b) => {
        expect(printable(a) === printable(b)).toBe(a === b);
        expect(unescaped(printable(a))).toBe(a);
      }),
    );
  });
});
