import { extname } from "node:path";
import { FerryError } from "../../core/errors.ts";
import { OUTCOMES, type ObjectRecord } from "../../core/outcome.ts";
import { RECORD_CODES } from "../../core/record-codes.ts";
import { closestName } from "../../core/closest-name.ts";

const REPORT_FORMATS = ["text", "json", "html", "csv", "jsonl"] as const;
type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The options of `oss-ferry report` as they were typed. */
export type ReportOptions = Readonly<Record<string, unknown>> & {
  readonly format?: string;
  readonly output?: string;
  readonly outcome?: string;
  readonly code?: string;
  readonly examples?: string;
  /** False with `--no-objects`. */
  readonly objects?: boolean;
};

/** What is asked for. */
export interface ReportRequest {
  readonly format: ReportFormat;
  /** Standard output where absent. */
  readonly file: string | undefined;
  /** Which lines of the ledgers csv and jsonl are to have. */
  readonly isWanted: (record: ObjectRecord) => boolean;
  readonly examples: number;
  readonly withObjects: boolean;
}

const MOST_EXAMPLES = 1_000;
const BY_EXTENSION: Readonly<Record<string, ReportFormat>> = {
  ".txt": "text",
  ".json": "json",
  ".html": "html",
  ".htm": "html",
  ".csv": "csv",
  ".jsonl": "jsonl",
};

/** What the options ask for; USAGE, naming the option, when they make no sense. */
export function reportRequest(options: ReportOptions): ReportRequest {
  const { output, outcome, code, objects = true } = options;
  const format = formatOf(options);
  const isOfObjects = format === "csv" || format === "jsonl";
  if (!isOfObjects && (outcome !== undefined || code !== undefined)) {
    throw usage(`--outcome and --code choose lines of csv and jsonl; say --format csv, for instance`);
  }
  if (isOfObjects && !objects) throw usage(`--no-objects leaves nothing of ${format}; leave it out`);
  const outcomes = outcome === undefined ? undefined : new Set(namesOf("--outcome", outcome, OUTCOMES));
  const codes = code === undefined ? undefined : new Set(namesOf("--code", code, Object.keys(RECORD_CODES)));
  return {
    format,
    file: output,
    isWanted: (record) => (outcomes?.has(record.outcome) ?? true) && (codes?.has(record.code ?? "") ?? true),
    examples: examplesOf(options.examples),
    withObjects: objects,
  };
}

function formatOf({ format, output }: ReportOptions): ReportFormat {
  if (format === undefined) return BY_EXTENSION[extname(output ?? "").toLowerCase()] ?? "text";
  const [name = "text"] = namesOf("--format", format, REPORT_FORMATS);
  return name as ReportFormat;
}

function namesOf(option: string, text: string, known: readonly string[]): readonly string[] {
  const names = text.split(",").map((name) => name.trim());
  for (const name of names) {
    if (known.includes(name)) continue;
    const closest = closestName(name, known, Math.min(4, name.length - 1));
    const all = known.length < 10 ? `must be of ${known.join(", ")}` : "docs/runbook.md has them all";
    const advice = closest === undefined ? "" : `; did you mean ${closest}?`;
    throw usage(`${option} ${JSON.stringify(name)}: ${all}${advice}`);
  }
  return names;
}

function examplesOf(text: string | undefined): number {
  const examples = text === undefined ? 5 : /^\d+$/u.test(text) ? Number(text) : NaN;
  if (examples <= MOST_EXAMPLES) return examples;
  throw usage(`--examples ${JSON.stringify(text)}: must be a whole number from 0 to ${MOST_EXAMPLES}`);
}

function usage(problem: string): FerryError {
  return new FerryError("USAGE", problem);
}
