import { sizeText } from "../core/config/quantity.ts";
import { EXIT } from "../core/exit-codes.ts";
import { CliEnd, type CliSurroundings } from "./surroundings.ts";

/** What `oss-ferry estimate` was asked, as typed. */
export interface TypedEstimate {
  readonly config?: string;
  readonly phase?: string;
  readonly volume?: string;
  readonly objects?: string;
  readonly days?: string;
  readonly workers?: string;
  readonly mbps?: string;
  readonly objectMs?: string;
  readonly pilotJob?: string;
  readonly json?: true;
  readonly [other: string]: unknown;
}

/** The same, read. */
export interface EstimateOptions {
  readonly volumeBytes: number | undefined;
  readonly objects: number | undefined;
  readonly days: number | undefined;
  readonly workers: number | undefined;
  readonly mbps: number | undefined;
  readonly objectMs: number;
}

/** A GET and a PUT between neighbouring regions; a pilot knows better. */
export const DEFAULT_OBJECT_MS = 200;
const MOST_WORKERS = 1_000;
const MOST_DAYS = 3_650;

/** Reads what was typed. Ends the program with one line for each mistake. */
export function readEstimateOptions(
  typed: TypedEstimate,
  { stderr }: Pick<CliSurroundings, "stderr">,
): EstimateOptions {
  const problems: string[] = [];
  const number = (
    name: string,
    text: string | undefined,
    most: number,
    isWhole: boolean,
  ): number | undefined => {
    if (text === undefined) return undefined;
    const value = (isWhole ? /^\d+$/u : /^\d+(?:\.\d+)?$/u).test(text) ? Number(text) : 0;
    if (value > 0 && value <= most) return value;
    const what = isWhole ? "a whole number" : "a number";
    const range = most === Number.MAX_SAFE_INTEGER ? "above 0" : `above 0, at most ${most}`;
    problems.push(`--${name} ${JSON.stringify(text)}: must be ${what} ${range}`);
    return undefined;
  };
  const options = {
    volumeBytes: size(typed.volume, problems),
    objects: number("objects", typed.objects, Number.MAX_SAFE_INTEGER, true),
    days: number("days", typed.days, MOST_DAYS, false),
    workers: number("workers", typed.workers, MOST_WORKERS, true),
    mbps: number("mbps", typed.mbps, Number.MAX_SAFE_INTEGER, false),
    objectMs: number("object-ms", typed.objectMs, Number.MAX_SAFE_INTEGER, false) ?? DEFAULT_OBJECT_MS,
  };
  if (typed.mbps !== undefined && typed.pilotJob !== undefined) {
    problems.push("--mbps and --pilot-job: both say how fast an instance is; leave one out");
  }
  if (problems.length === 0) return options;
  for (const problem of problems) stderr.write(`${problem}\n`);
  throw new CliEnd(EXIT.usage);
}

function size(text: string | undefined, problems: string[]): number | undefined {
  if (text === undefined) return undefined;
  const parsed = sizeText.safeParse(text);
  if (parsed.success && parsed.data > 0) return parsed.data;
  const [issue] = parsed.error?.issues ?? [];
  problems.push(`--volume ${JSON.stringify(text)}: ${issue?.message ?? "must be more than nothing"}`);
  return undefined;
}
