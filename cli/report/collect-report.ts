import { isDeepStrictEqual } from "node:util";
import { addTallies, EMPTY_TALLY, type ObjectRecord, type Tally } from "../../core/outcome.ts";
import type { CompletionMarker } from "../../core/protocol/completion-marker.ts";
import type { JobRecord } from "../../core/protocol/job.ts";
import type { Summary } from "../../core/protocol/summary.ts";
import { RECORD_ADVICE } from "../../core/record-advice.ts";
import { RECORD_CODES, type RecordCode } from "../../core/record-codes.ts";
import type { BaseLink } from "./read-base-chain.ts";
import type { CodeCount, ExampleObject, Report } from "./report.ts";
import { SizeHistogram } from "./size-histogram.ts";
import { ThroughputOverTime } from "./throughput.ts";
import { verdictOn } from "./verdict.ts";
import type { JobPart } from "./walk-ledgers.ts";

/** What is known of a job besides its partitions. */
export interface ReportedJob {
  readonly job: JobRecord;
  readonly summary: Summary | undefined;
  readonly bases: readonly BaseLink[];
  /** Where its ledgers lie. */
  readonly ledgers: string;
  readonly reportedAtMs: number;
}

/** Makes a report of the parts of a job, which it forgets one after the other. */
export interface ReportCollector {
  add(part: JobPart): void;
  /** What all parts come to, once there are no more. */
  report(): Report;
}

/** How many damaged objects a report names. */
const MOST_DAMAGE = 100;

/** `withObjects`: whether the parts come with their ledgers; `examples`: how many objects stand for each code. */
export function createReportCollector(
  about: ReportedJob,
  options: { readonly withObjects: boolean; readonly examples: number },
): ReportCollector {
  const { job, summary } = about;
  const { withObjects } = options;
  const sizes = new SizeHistogram();
  const throughput = new ThroughputOverTime();
  const codes = new CodeCounts(options.examples);
  const workers = new Set<string>();
  const damaged = new DamageList();
  let tally = EMPTY_TALLY;
  let [partitions, takenOverPartitions, missingPartitions, checkedLedgers] = [0, 0, 0, 0];

  const addMarker = (completionMarker: CompletionMarker): void => {
    const { listed: objects, copiedBytes } = completionMarker.tally;
    partitions++;
    if (completionMarker.epoch > 1) takenOverPartitions++;
    workers.add(completionMarker.workerId);
    tally = addTallies(tally, completionMarker.tally);
    const { startedAtMs, completedAtMs } = completionMarker;
    throughput.add({ startedAtMs, completedAtMs, copiedBytes, objects });
  };
  return {
    add(part) {
      if (part.kind === "missing") {
        missingPartitions++;
        return;
      }
      addMarker(part.completionMarker);
      if (part.damage !== undefined) damaged.add(`${part.damage.code}: ${part.damage.message}`);
      if (part.records === undefined) return;
      checkedLedgers++;
      for (const record of part.records) {
        sizes.add(record.sizeBytes);
        codes.add(record);
      }
    },
    report() {
      const contradiction = contradictionOf(summary, { partitions, missingPartitions, tally });
      const { damage, damageCount } = damaged.with(contradiction);
      const { kind } = job.spec.work;
      return {
        format: 1,
        jobId: job.spec.jobId,
        verdict: verdictOn({ kind, tally, damageCount, missingPartitions }),
        coverage: missingPartitions === 0 ? "whole" : "partial",
        spec: job.spec,
        startedAtSourceMs: job.startedAtSourceMs,
        ...(summary === undefined
          ? {}
          : { completedAtMs: summary.completedAtMs, provedBy: summary.provedBy }),
        reportedAtMs: about.reportedAtMs,
        tally,
        partitions,
        takenOverPartitions,
        missingPartitions,
        workers: workers.size,
        ...(withObjects ? { checkedLedgers } : {}),
        ledgers: about.ledgers,
        damage,
        damageCount,
        codes: withObjects ? codes.counts() : codeCountsOf(tally),
        ...(withObjects ? { sizes: sizes.classes() } : {}),
        throughput: throughput.result(),
        bases: about.bases,
      };
    },
  };
}

/** What summary.json says that the walk does not find. */
function contradictionOf(
  summary: Summary | undefined,
  found: { readonly partitions: number; readonly missingPartitions: number; readonly tally: Tally },
): string | undefined {
  if (summary === undefined) return undefined;
  if (found.missingPartitions > 0) {
    return `COVERAGE_BROKEN: summary.json says that the job is complete, but completion markers are missing (${found.missingPartitions} at least); restore them, or start a new job`;
  }
  const isSame = found.partitions === summary.partitions && isDeepStrictEqual(found.tally, summary.tally);
  return isSame
    ? undefined
    : "COVERAGE_BROKEN: summary.json has other totals than the completion markers; restore them, or start a new job";
}

/** What was found damaged: how much, and the first of it. */
class DamageList {
  readonly #first: string[] = [];
  #count = 0;

  add(line: string): void {
    this.#count++;
    if (this.#first.length < MOST_DAMAGE) this.#first.push(line);
  }

  /** All of it, and this line before the others. */
  with(line: string | undefined): Pick<Report, "damage" | "damageCount"> {
    const lines = line === undefined ? [] : [line];
    return { damage: [...lines, ...this.#first], damageCount: lines.length + this.#count };
  }
}

/** Counts objects by outcome and code, and keeps the first few of each. */
class CodeCounts {
  readonly #mostExamples: number;
  readonly #counts = new Map<
    string,
    CodeCount & { objects: number; sizeBytes: number; readonly examples: ExampleObject[] }
  >();

  constructor(mostExamples: number) {
    this.#mostExamples = mostExamples;
  }

  add({ key, outcome, code, detail, sizeBytes }: ObjectRecord): void {
    if (code === undefined) return;
    const id = `${outcome} ${code}`;
    const known = this.#counts.get(id);
    const count = known ?? { outcome, code, objects: 0, sizeBytes: 0, ...explain(code), examples: [] };
    if (known === undefined) this.#counts.set(id, count);
    count.objects++;
    count.sizeBytes += sizeBytes;
    if (count.examples.length < this.#mostExamples) {
      count.examples.push({ key, sizeBytes, ...(detail === undefined ? {} : { detail }) });
    }
  }

  counts(): readonly CodeCount[] {
    return byFrequency([...this.#counts.values()]);
  }
}

function codeCountsOf({ codes }: Tally): readonly CodeCount[] {
  return byFrequency(
    Object.entries(codes).map(([code, objects]) => ({ code, objects, ...explain(code), examples: [] })),
  );
}

function byFrequency(counts: readonly CodeCount[]): readonly CodeCount[] {
  return counts.toSorted((a, b) => b.objects - a.objects || (a.code < b.code ? -1 : 1));
}

function explain(code: string): Pick<CodeCount, "meaning" | "whatToDo"> {
  return isKnown(code)
    ? { meaning: RECORD_CODES[code], whatToDo: RECORD_ADVICE[code] }
    : {
        meaning: "This version of oss-ferry does not know the code.",
        whatToDo: "Use the version that the job ran with.",
      };
}

function isKnown(code: string): code is RecordCode {
  return Object.hasOwn(RECORD_CODES, code);
}
