import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeLedger, encodeLedger } from "../../../core/protocol/ledger.ts";
import type { ObjectRecord } from "../../../core/outcome.ts";
import { anyRecords } from "../../support/any-records.ts";

const KEY = "jobs/j/ledger/0123456789ab.1.jsonl.gz";
const record = (key: string): ObjectRecord => ({
  key,
  outcome: "copied",
  sizeBytes: 1,
  sourceEtag: "e",
  sourceLastModifiedMs: 0,
});

/** A ledger of these lines with a digest that fits, as somebody with write access might forge it. */
function forged(lines: readonly string[]): { body: Buffer; key: string; sha256: string; lines: number } {
  const body = gzipSync(lines.map((line) => `${line}\n`).join(""));
  return { body, key: KEY, sha256: createHash("sha256").update(body).digest("hex"), lines: lines.length };
}

describe("a ledger", () => {
  it("gives back the records that were written, whatever their keys", () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const ledger = encodeLedger(records);
        expect(ledger.lines).toBe(records.length);
        expect(decodeLedger(ledger.body, { key: KEY, ...ledger })).toEqual(records);
      }),
    );
  });

  it("shows every change of a single byte", () => {
    fc.assert(
      fc.property(anyRecords, fc.nat(), fc.integer({ min: 1, max: 255 }), (records, pick, change) => {
        const ledger = encodeLedger(records);
        const index = pick % ledger.body.length;
        ledger.body[index] = (ledger.body[index] ?? 0) ^ change;
        expect(() => decodeLedger(ledger.body, { key: KEY, ...ledger })).toThrow(
          expect.objectContaining({ code: "LEDGER_DAMAGED" }),
        );
      }),
    );
  });

  it("shows that it was cut off", () => {
    const ledger = encodeLedger([record("a"), record("b")]);
    const body = ledger.body.subarray(0, -5);
    expect(() => decodeLedger(body, { key: KEY, ...ledger })).toThrow(/SHA-256/u);
  });

  it("is refused when keys are out of order or repeated, by the order of bytes", () => {
    for (const keys of [
      ["b", "a"],
      ["a", "a"],
      ["\u{1F600}", "\uFF5E"],
    ]) {
      expect(() => encodeLedger(keys.map(record))).toThrow(
        expect.objectContaining({ code: "LEDGER_UNORDERED" }),
      );
    }
    expect(encodeLedger(["\uFF5E", "\u{1F600}"].map(record)).lines).toBe(2);
  });

  it.for([
    ["is not JSON", ["{"]],
    ["is not a record", ['{"key":"a"}']],
    ["has an unknown outcome", [JSON.stringify({ ...record("a"), outcome: "lost" })]],
    ["has a field that no record has", [JSON.stringify({ ...record("a"), owner: "x" })]],
    [
      "has an unknown field instead of a known one",
      ['{"key":"a","outcome":"copied","sizeBytes":1,"sourceEtag":"e","x":0}'],
    ],
    ["has a code that is no text", [JSON.stringify({ ...record("a"), code: 7 })]],
    ["has an ETag that is none", [JSON.stringify({ ...record("a"), destinationEtag: null })]],
    ["has a size below nothing", [JSON.stringify({ ...record("a"), sizeBytes: -1 })]],
    ["has a size that is no whole number", [JSON.stringify({ ...record("a"), sizeBytes: 1.5 })]],
    [
      "has a time without end",
      [JSON.stringify(record("a")).replace(`"sourceLastModifiedMs":0`, `"sourceLastModifiedMs":1e999`)],
    ],
    [
      "was held by us in a version without an ETag",
      [JSON.stringify({ ...record("a"), ours: { sizeBytes: 1 } })],
    ],
    ["is a list", ["[]"]],
    ["stands out of order", [JSON.stringify(record("b")), JSON.stringify(record("a"))]],
  ] as const)("is damaged when a line %s", ([, lines]) => {
    const ledger = forged(lines);
    expect(() => decodeLedger(ledger.body, ledger)).toThrow(
      expect.objectContaining({ code: "LEDGER_DAMAGED" }),
    );
  });

  it("is damaged when it is not compressed text, even with a digest that fits", () => {
    const body = Buffer.from("plain");
    const sha256 = createHash("sha256").update(body).digest("hex");
    expect(() => decodeLedger(body, { key: KEY, sha256, lines: 1 })).toThrow(/not compressed/u);
  });

  it("is damaged when it has another number of lines than its completion marker says", () => {
    const ledger = forged([JSON.stringify(record("a"))]);
    expect(() => decodeLedger(ledger.body, { ...ledger, lines: 2 })).toThrow(/1 lines instead of 2/u);
  });

  it("names the object and what to do in one line", () => {
    const ledger = forged(["{}"]);
    expect(() => decodeLedger(ledger.body, ledger)).toThrow(
      `${KEY} is not the ledger its completion marker names: line 1 is not a record; restore it, or audit the buckets against each other`,
    );
  });
});
