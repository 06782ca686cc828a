import { tookMs } from "../../core/protocol/summary.ts";
import { counted, formatBytes, formatCount, formatDuration } from "../format.ts";
import type { BaseLink } from "./read-base-chain.ts";
import { printable } from "./printable.ts";
import type { Report } from "./report.ts";
import { formatTime } from "./times.ts";

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What job it was, when, and what proves that it is covered: one line each, for people. */
export function factsOf(report: Report): readonly Fact[] {
  const { spec, startedAtSourceMs, completedAtMs } = report;
  const { from, to } = placesOf(report);
  return [
    { name: "Job", value: `${report.jobId}, ${describeWork(spec.work)}` },
    { name: "From", value: from },
    { name: "To", value: to },
    { name: "Filter", value: describeFilter(spec.filter) },
    { name: "T1", value: `${formatTime(startedAtSourceMs)}, by the source's clock` },
    ...(completedAtMs === undefined
      ? []
      : [
          {
            name: "Completed",
            value: `${formatTime(completedAtMs)}, ${formatDuration(tookMs({ startedAtSourceMs, completedAtMs }))} after T1`,
          },
        ]),
    { name: "Workers", value: describeWorkers(report) },
    { name: "Coverage", value: describeCoverage(report) },
    { name: "Reported", value: formatTime(report.reportedAtMs) },
  ];
}

/** One line on a job that this one is based on. */
export function describeBase(link: BaseLink): string {
  if ("problem" in link) return `${link.jobId} cannot be read: ${link.problem}`;
  const { tally } = link;
  return [
    `${link.jobId}, a ${link.kind}`,
    `T1 ${formatTime(link.startedAtSourceMs)}`,
    ...(link.completedAtMs === undefined ? [] : [`completed ${formatTime(link.completedAtMs)}`]),
    ...(tally === undefined
      ? []
      : [
          `${formatCount(tally.listed)} listed, ${formatCount(tally.outcomes.copied)} copied, ${formatCount(tally.outcomes.failed)} failed`,
        ]),
  ].join(", ");
}

/** The proof in a sentence. */
function describeCoverage(report: Report): string {
  const { partitions, missingPartitions, checkedLedgers } = report;
  const walked = `${formatCount(partitions)} completion markers, read again from the roots for this report`;
  const ledgers =
    checkedLedgers === undefined
      ? "the ledgers were not read"
      : `${formatCount(checkedLedgers)} of ${formatCount(partitions)} ledgers have the digest, lines and totals that their completion markers name`;
  const covered =
    missingPartitions > 0
      ? `incomplete, with ${formatCount(missingPartitions)} more missing as far as is known`
      : isSample(report)
        ? "they cover the ranges that the sample is of"
        : "their ranges tile the whole key space";
  return `${walked}; ${covered}; ${ledgers}`;
}

function describeWorkers({ workers, takenOverPartitions }: Report): string {
  return `${formatCount(workers)}${takenOverPartitions > 0 ? `; ${counted(takenOverPartitions, "partition")} finished by a successor of the first holder` : ""}`;
}

function isSample({ spec: { work } }: Report): boolean {
  return work.kind === "copy" && work.sample !== undefined;
}

/** What kind of job it was, in a few words. */
export function describeWork(work: Report["spec"]["work"]): string {
  switch (work.kind) {
    case "copy": {
      if (work.sample === undefined) return "a copy";
      const { objects, bytes } = work.sample;
      const size = [
        ...(objects === undefined ? [] : [`${formatCount(objects)} objects`]),
        ...(bytes === undefined ? [] : [formatBytes(bytes)]),
      ].join(" or ");
      return `a copy of a sample of about ${size}`;
    }
    case "delta":
      return `a delta based on ${work.baseJobId}`;
    case "redrive":
      return `a redrive of what failed in ${work.baseJobId}`;
    case "prune":
      return `a prune of what was gone at the source in ${work.baseJobId}`;
    case "audit": {
      const against = work.baseJobId === undefined ? "" : ` that knows what ${work.baseJobId} did`;
      return `an audit${against}, ${work.content ? "of the content" : "by listings"}`;
    }
  }
}

/** Where the objects came from and where they went. */
export function placesOf({ spec }: Report): { readonly from: string; readonly to: string } {
  return {
    from: place(spec.source.kind, spec.source, spec.srcPrefix),
    to: place("oss", spec.destination, spec.destPrefix),
  };
}

function place(
  kind: string,
  at: { readonly bucket: string; readonly region: string; readonly endpoint?: string | undefined },
  prefix: string,
): string {
  const endpoint = at.endpoint === undefined ? "" : `, ${at.endpoint}`;
  return `${kind}://${at.bucket}/${printable(prefix)} (${at.region}${endpoint})`;
}

function describeFilter(filter: Report["spec"]["filter"]): string {
  const words = [
    ...filter.include.map((glob) => `include ${printable(glob)}`),
    ...filter.exclude.map((glob) => `exclude ${printable(glob)}`),
    ...(filter.minSizeBytes === undefined ? [] : [`at least ${formatBytes(filter.minSizeBytes)}`]),
    ...(filter.maxSizeBytes === undefined ? [] : [`at most ${formatBytes(filter.maxSizeBytes)}`]),
    ...(filter.modifiedSinceMs === undefined ? [] : [`modified since ${formatTime(filter.modifiedSinceMs)}`]),
    ...(filter.modifiedBeforeMs === undefined
      ? []
      : [`modified before ${formatTime(filter.modifiedBeforeMs)}`]),
  ];
  return words.length === 0 ? "none: every key" : words.join(", ");
}
