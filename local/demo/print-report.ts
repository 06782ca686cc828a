import { styleText } from "node:util";
import { formatBytes, formatCount } from "../../cli/format.ts";
import { shortened } from "../../cli/report/printable.ts";
import { OUTCOMES } from "../../core/outcome.ts";
import { decodeJson } from "../../core/protocol/codec.ts";
import { jobRecordSchema } from "../../core/protocol/job.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { decodeLedger } from "../../core/protocol/ledger.ts";
import type { ControlStore } from "../../storage/ports.ts";
import { startCompletionWalk } from "../../worker/prove-complete.ts";
import type { LocalCloud } from "../cloud.ts";
import { compareBuckets } from "./compare-buckets.ts";
import type { FilledSource } from "./fill-source.ts";

export interface ReportInput {
  readonly cloud: LocalCloud;
  readonly buckets: { readonly source: string; readonly destination: string; readonly control: string };
  readonly jobId: string;
  readonly control: ControlStore;
  readonly source: FilledSource;
  readonly elapsedMs: number;
  readonly say: (text?: string) => void;
}

/**
 * Prints what became of every object and the proof of it: the outcome totals and their sum, the walk over all
 * completion markers, the comparison of both buckets past every API, and what it cost in requests. Resolves to
 * whether everything is as it must be.
 */
export async function printReport(input: ReportInput): Promise<boolean> {
  const { cloud, buckets, jobId, control, source, elapsedMs, say } = input;
  const keys = jobKeys(jobId);
  const signal = AbortSignal.timeout(60_000);
  const requests = countRequests(cloud, buckets);

  const jobObject = await control.get(keys.job, signal);
  if (jobObject === undefined) throw new Error("the job left no record");
  const failures: string[] = [];
  let ledgers = 0;
  const walk = startCompletionWalk({
    job: decodeJson(jobRecordSchema, keys.job, jobObject.body),
    keys,
    control,
    onMarker: async ({ ledger, tally }) => {
      ledgers++;
      if (tally.outcomes.failed === 0) return;
      const stored = await control.get(ledger.key, signal);
      if (stored === undefined) throw new Error(`${ledger.key} is missing`);
      for (const { key, outcome, code } of decodeLedger(stored.body, ledger)) {
        if (outcome === "failed") failures.push(`${code ?? ""} ${JSON.stringify(shortened(key, 40))}`);
      }
    },
  });
  const proof = await walk.step(signal);
  const { tally } = proof;
  const comparison = await compareBuckets(
    cloud.s3.inventory(buckets.source),
    cloud.oss.inventory(buckets.destination),
  );
  await control.close();

  const sum = OUTCOMES.map((outcome) => `${formatCount(tally.outcomes[outcome])} ${outcome}`).join(" + ");
  say(`\nOutcomes    ${formatCount(tally.listed)} listed = ${sum}`);
  const there = tally.codes["SAME_CONTENT"] ?? 0;
  if (there > 0)
    say(`            SAME_CONTENT ${formatCount(there)}: copied by the worker that was lost, found there`);
  for (const failure of failures.sort()) say(`            ${failure}`);
  say(
    `Coverage    ${formatCount(proof.partitions)} completion markers tile the key space from end to end: ${yesNo(proof.complete)}`,
  );
  say(
    `Comparison  ${formatCount(comparison.same)} objects, ${formatBytes(comparison.sameBytes)}: same SHA-256, size, headers and metadata on both sides`,
  );
  say(
    `            ${comparison.missing.length} missing, all of them reported above: ${yesNo(areExplained(comparison.missing, source))}` +
      `; ${comparison.different.length} different; ${comparison.extra.length} extra`,
  );
  for (const key of comparison.different) say(`            different: ${JSON.stringify(shortened(key, 40))}`);
  for (const key of comparison.extra) say(`            extra: ${JSON.stringify(shortened(key, 40))}`);
  say(
    `Requests    per object ${perObject(requests.source, tally.listed)} to S3, ${perObject(requests.destination, tally.listed)} to OSS, ${perObject(requests.control, tally.listed)} to the control bucket`,
  );
  say(
    `Speed       ${formatBytes((tally.copiedBytes * 1000) / elapsedMs)}/s, ${formatCount((tally.listed * 1000) / elapsedMs)} objects/s, the killed worker's lease and all start-ups included`,
  );
  say(
    `Ledger      ${formatCount(ledgers)} files in oss://${buckets.control}/${keys.root}ledger/, one line for each object`,
  );

  const isRight =
    proof.complete &&
    tally.listed === source.objects &&
    tally.outcomes.failed === source.impossible.size &&
    comparison.same === tally.outcomes.copied + tally.outcomes.skipped &&
    comparison.different.length === 0 &&
    comparison.extra.length === 0 &&
    areExplained(comparison.missing, source);
  say(
    isRight
      ? styleText(
          "green",
          `\nEvery key of ${formatCount(source.objects)} is accounted for, and every copied byte is the same.`,
        )
      : styleText("red", `\nThis is not right: the source held ${formatCount(source.objects)} objects.`),
  );
  return isRight;
}

function areExplained(missing: readonly string[], source: FilledSource): boolean {
  return missing.length === source.impossible.size && missing.every((key) => source.impossible.has(key));
}

function countRequests(
  cloud: LocalCloud,
  buckets: ReportInput["buckets"],
): { readonly source: number; readonly destination: number; readonly control: number } {
  return {
    source: cloud.counters.requests({ service: "s3", bucket: buckets.source }),
    destination: cloud.counters.requests({ service: "oss", bucket: buckets.destination }),
    control: cloud.counters.requests({ service: "oss", bucket: buckets.control }),
  };
}

function perObject(requests: number, objects: number): string {
  return (requests / objects).toFixed(3);
}

function yesNo(is: boolean): string {
  return is ? styleText("green", "yes") : styleText("red", "NO");
}
