import { CSV_HEADER, csvLine } from "./csv.ts";
import type { ReportCollector } from "./collect-report.ts";
import { describeReport } from "./describe-report.ts";
import { reportPage } from "./html/page.ts";
import type { ReportRequest } from "./report-options.ts";
import type { JobPart } from "./walk-ledgers.ts";

/** So many lines are written at once. */
const LINES_AT_ONCE = 1_000;

/**
 * The text of a report, piece by piece: lines of objects as their ledgers are read, everything else once all parts
 * have been seen. Hands every part to the collector.
 */
export async function* drawReport(
  { format, isWanted }: Pick<ReportRequest, "format" | "isWanted">,
  parts: AsyncIterable<JobPart>,
  collector: ReportCollector,
): AsyncGenerator<string> {
  const line = format === "csv" ? csvLine : (record: object): string => `${JSON.stringify(record)}\n`;
  if (format === "csv") yield CSV_HEADER;
  for await (const part of parts) {
    collector.add(part);
    const isOfObjects = format === "csv" || format === "jsonl";
    const records = part.kind === "complete" && isOfObjects ? (part.records ?? []) : [];
    const wanted = records.filter(isWanted);
    for (let from = 0; from < wanted.length; from += LINES_AT_ONCE) {
      yield wanted
        .slice(from, from + LINES_AT_ONCE)
        .map((record) => line(record))
        .join("");
    }
  }
  if (format === "text") yield describeReport(collector.report());
  if (format === "json") yield `${JSON.stringify(collector.report())}\n`;
  if (format === "html") yield reportPage(collector.report());
}
