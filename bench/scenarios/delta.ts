import { readSettings } from "../../core/protocol/environment.ts";
import type { JobSpec } from "../../core/protocol/job.ts";
import { jobSpecOf } from "../../worker/job-of-settings.ts";
import { interleave } from "../measure/interleave.ts";
import type { ProcessCommand } from "../measure/run-process.ts";
import { takeSample } from "../measure/sample.ts";
import type { Sample } from "../measure/sample.ts";
import { summarize, type Summary } from "../measure/statistics.ts";
import { rcloneCheckCommand } from "../rclone.ts";
import { BUCKETS } from "../server/messages.ts";
import type { Bucket } from "../server/messages.ts";
import type { RunningServer } from "../server/start-server.ts";
import { workerCommand } from "../worker-command.ts";
import { duelLine, type Duel } from "./against-rclone.ts";
import { KIB, LATENCY_MS, RUN_TIMEOUT_MS, doubtsAbout } from "./scenario.ts";
import type { Bench, Line, Scenario, ScenarioResult } from "./scenario.ts";

const KEYS = 1_000_000;
const FEWER_KEYS = 100_000;
const QUICK_KEYS = 200_000;
const FLEET = 4;
/** rclone's directories under way at once, as far as it goes. */
const CONCURRENCY = 64;
const BASE_JOB = "base";

/** Of rclone's keys per second, though it compares sizes alone and writes nothing down. */
const TARGET_RATIO = 2;
const TARGET_MB = 300;
/** A page of each listing has 1,000 keys; a little more, for the last page of each partition is not full. */
const TARGET_LISTS_PER_THOUSAND = 2.2;
/** Twice the fewer keys' peak would be memory that grows with the job. */
const TARGET_GROWTH = 1.25;

export const delta: Scenario = {
  name: "delta",
  title: `a delta over objects that did not change, ${LATENCY_MS} ms latency`,
  run: measure,
};

async function measure(bench: Bench): Promise<ScenarioResult> {
  const count = bench.quick ? QUICK_KEYS : KEYS;
  if (!bench.hasRclone) bench.progress("rclone is not installed: nothing to compare with");
  const contenders = [
    () => takeDelta(bench, count, 1),
    ...(bench.hasRclone ? [() => takeCheck(bench, count)] : []),
  ];
  const [ours = [], rclones = []] = await interleave(bench.rounds, contenders);
  const fewer = await takeDelta(bench, FEWER_KEYS, 1);
  const fleet = await takeDelta(bench, count, FLEET);
  return {
    lines: [
      ...workerLines({ ours, rclones }, count),
      growthLine(ours, fewer, count),
      ...requestLines(ours, `${count.toLocaleString("en")} keys`),
      ...fleetLines(fleet, count),
    ],
    samples: [...ours, ...rclones, fewer, fleet],
  };
}

function takeDelta(bench: Bench, count: number, workers: number): Promise<Sample> {
  const tool = workers === 1 ? "oss-ferry" : `oss-ferry × ${workers}`;
  const commands = Array.from({ length: workers }, (_, index) =>
    workerCommand(bench.worker, bench.server, {
      clientId: `worker-${index + 1}`,
      concurrency: CONCURRENCY,
      settings: { OSS_FERRY_JOB_KIND: "delta", OSS_FERRY_BASE_JOB_ID: BASE_JOB },
    }),
  );
  return take(bench, tool, count, commands);
}

function takeCheck(bench: Bench, count: number): Promise<Sample> {
  return take(bench, "rclone", count, [rcloneCheckCommand(bench.server, CONCURRENCY)]);
}

async function take(
  bench: Bench,
  tool: string,
  count: number,
  commands: readonly ProcessCommand[],
): Promise<Sample> {
  const { server, pin } = bench;
  bench.progress(`${count.toLocaleString("en")} keys: ${tool}`);
  return takeSample({
    tool,
    server,
    scenario: {
      groups: [{ prefix: "objects", count, sizeBytes: KIB }],
      latencyMs: LATENCY_MS,
      copiedBefore: baseSpec(bench, server),
    },
    commands,
    pin,
    timeoutMs: RUN_TIMEOUT_MS,
  });
}

/** The full copy that the delta goes by, as the same fleet would have made it. */
function baseSpec(bench: Bench, server: RunningServer): JobSpec {
  const { env } = workerCommand(bench.worker, server, {
    clientId: "base",
    concurrency: CONCURRENCY,
    settings: { OSS_FERRY_JOB_ID: BASE_JOB },
  });
  const read = readSettings(env);
  if (!read.ok) throw new Error(`The settings of the base are not valid. ${read.problems.join("; ")}`);
  return jobSpecOf(read.settings);
}

function workerLines(duel: Duel, count: number): Line[] {
  const what = `${count.toLocaleString("en")} keys`;
  const memory = duelLine(duel, what, "MB peak RSS", peakMb);
  return [
    duelLine(duel, what, "keys/s", keysPerSecond, {
      text: `≥ ${TARGET_RATIO} × rclone`,
      isMet: (ratio) => ratio >= TARGET_RATIO,
    }),
    duelLine(duel, what, "CPU-s per million keys", cpuSecondsPerMillion),
    { ...memory, target: { text: `≤ ${TARGET_MB} MB`, met: memory.ours.median <= TARGET_MB } },
  ];
}

function growthLine(ours: readonly Sample[], fewer: Sample, count: number): Line {
  const growth = summarize(ours.map((sample) => sample.peakRssBytes / fewer.peakRssBytes));
  return {
    what: `${count.toLocaleString("en")} keys`,
    unit: `× the peak RSS of ${FEWER_KEYS.toLocaleString("en")}`,
    ours: growth,
    target: { text: `≤ ${TARGET_GROWTH}`, met: growth.median <= TARGET_GROWTH },
  };
}

function requestLines(samples: readonly Sample[], what: string): Line[] {
  const perThousand = (bucket: Bucket): Summary =>
    summarize(
      samples.map(
        ({ requests, objects }) =>
          (Object.values(requests[bucket]).reduce((sum, requestCount) => sum + requestCount, 0) / objects) *
          1_000,
      ),
    );
  const lists = perThousand("source").median + perThousand("destination").median;
  return BUCKETS.map((bucket) => ({
    what,
    unit: `requests to ${bucket} per 1,000 keys`,
    ours: perThousand(bucket),
    ...(bucket === "destination"
      ? {
          target: {
            text: `≤ ${TARGET_LISTS_PER_THOUSAND} with the source's`,
            met: lists <= TARGET_LISTS_PER_THOUSAND,
          },
        }
      : {}),
  }));
}

function fleetLines(sample: Sample, count: number): Line[] {
  const what = `${count.toLocaleString("en")} keys, ${FLEET} workers`;
  const doubts = doubtsAbout([sample]);
  const note = doubts === undefined ? {} : { note: doubts };
  return [
    { what, unit: "keys/s", ours: summarize([keysPerSecond(sample)]), ...note },
    { what, unit: "CPU-s per million keys", ours: summarize([cpuSecondsPerMillion(sample)]) },
    { what, unit: "MB peak RSS", ours: summarize([peakMb(sample)]) },
    ...requestLines([sample], what),
  ];
}

function keysPerSecond(sample: Sample): number {
  return sample.objects / sample.activeSeconds;
}

function cpuSecondsPerMillion(sample: Sample): number {
  return (sample.cpuSeconds / sample.objects) * 1e6;
}

function peakMb(sample: Sample): number {
  return sample.peakRssBytes / 1e6;
}
