import type { Outcome, Tally } from "../../core/outcome.ts";
import type { JobSpec } from "../../core/protocol/job.ts";
import type { BaseLink } from "./read-base-chain.ts";
import type { SizeClass } from "./size-histogram.ts";
import type { Throughput } from "./throughput.ts";
import type { Verdict } from "./verdict.ts";

/** An object as an example of those with its code. */
export interface ExampleObject {
  readonly key: string;
  readonly sizeBytes: number;
  readonly detail?: string;
}

/** All objects with the same outcome for the same reason. */
export interface CodeCount {
  /** Absent where only completion markers were read, which count codes whatever the outcome. */
  readonly outcome?: Outcome;
  readonly code: string;
  readonly objects: number;
  /** Absent as `outcome` is. */
  readonly sizeBytes?: number;
  readonly meaning: string;
  readonly whatToDo: string;
  /** The first of them in key order. */
  readonly examples: readonly ExampleObject[];
}

/** What a job did, from its control bucket alone: `oss-ferry report --format json`, and what the other formats draw. */
export interface Report {
  /** What scripts rely on: fields may be added, none changes its meaning without another format. */
  readonly format: 1;
  readonly jobId: string;
  readonly verdict: Verdict;
  /** `partial`: some partitions have no completion marker, so that nothing is known of their ranges. */
  readonly coverage: "whole" | "partial";
  readonly spec: JobSpec;
  /** T1: when the job began, by the source's clock. */
  readonly startedAtSourceMs: number;
  /** When a worker had proved it complete, by that worker's clock. */
  readonly completedAtMs?: number;
  readonly provedBy?: string;
  readonly reportedAtMs: number;
  readonly tally: Tally;
  /** With a completion marker that was checked on the walk from the roots. */
  readonly partitions: number;
  /** Those of them that had to be begun again by another worker. */
  readonly takenOverPartitions: number;
  readonly missingPartitions: number;
  readonly workers: number;
  /** Ledgers that were read and agree with their completion marker; absent where only completion markers were read. */
  readonly checkedLedgers?: number;
  /** Where one line for each object lies. */
  readonly ledgers: string;
  /** What was found damaged, the first of it; each a line that says where and what to do. */
  readonly damage: readonly string[];
  readonly damageCount: number;
  readonly codes: readonly CodeCount[];
  /** Absent where only completion markers were read. */
  readonly sizes?: readonly SizeClass[];
  readonly throughput: Throughput;
  /** The jobs that this one is based on, nearest first. */
  readonly bases: readonly BaseLink[];
}

/** Those of the codes with one of these outcomes, the most frequent first. */
export function codesOf(report: Report, ...outcomes: readonly Outcome[]): readonly CodeCount[] {
  return report.codes.filter(({ outcome }) => outcome !== undefined && outcomes.includes(outcome));
}
