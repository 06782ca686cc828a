import { describe, expect, it } from "vitest";
import { reportRequest, type ReportOptions } from "../../../cli/report/report-options.ts";
import type { ObjectRecord } from "../../../core/outcome.ts";

const FAILED: ObjectRecord = {
  key: "a",
  outcome: "failed",
  code: "KEY_TOO_LONG",
  sizeBytes: 1,
  sourceEtag: "",
  sourceLastModifiedMs: 0,
};

describe("the options of a report", () => {
  it.for([
    [{}, "text"],
    [{ output: "x.html" }, "html"],
    [{ output: "x.CSV" }, "csv"],
    [{ output: "x.jsonl" }, "jsonl"],
    [{ output: "x" }, "text"],
    [{ output: "x.html", format: "json" }, "json"],
  ] as const)("%j make it %s", ([options, format]) => {
    expect(reportRequest(options)).toMatchObject({ format });
  });

  it("choose lines by outcome and by code, which must both hold", () => {
    const { isWanted } = reportRequest({ format: "csv", outcome: "failed, kept", code: "KEY_TOO_LONG" });
    expect(isWanted(FAILED)).toBe(true);
    expect(isWanted({ ...FAILED, outcome: "skipped" })).toBe(false);
    expect(isWanted({ ...FAILED, code: "KEY_EMPTY" })).toBe(false);
    expect(reportRequest({ format: "csv" }).isWanted({ ...FAILED, outcome: "copied" })).toBe(true);
  });

  it.for<readonly [ReportOptions, RegExp]>([
    [{ format: "jsn" }, /--format "jsn": must be of text, json, html, csv, jsonl; did you mean json\?/u],
    [{ format: "spreadsheet" }, /must be of text, json, html, csv, jsonl/u],
    [{ format: "csv", outcome: "fialed" }, /--outcome "fialed": must be of .*; did you mean failed\?/u],
    [{ format: "csv", code: "NONSENSE_AND_MORE" }, /docs\/runbook\.md has them all/u],
    [{ outcome: "failed" }, /--outcome and --code choose lines of csv and jsonl/u],
    [{ format: "jsonl", objects: false }, /--no-objects leaves nothing of jsonl/u],
    [{ examples: "-1" }, /--examples "-1": must be a whole number/u],
    [{ examples: "5000" }, /from 0 to 1000/u],
  ])("%j are refused, and said why", ([options, why]) => {
    expect(() => reportRequest(options)).toThrow(expect.objectContaining({ code: "USAGE" }));
    expect(() => reportRequest(options)).toThrow(why);
  });
});
