import { availableParallelism } from "node:os";
import { interleave } from "../measure/interleave.ts";
import { takeSample } from "../measure/sample.ts";
import type { Sample } from "../measure/sample.ts";
import { summarize } from "../measure/statistics.ts";
import type { ObjectGroup } from "../server/messages.ts";
import { workerCommand } from "../worker-command.ts";
import { KIB, LATENCY_MS, MIB, RUN_TIMEOUT_MS, doubtsAbout } from "./scenario.ts";
import type { Bench, Line, Scenario, ScenarioResult } from "./scenario.ts";

const WORKER_BYTES_PER_SECOND = 25_000_000;
const CONCURRENCY = 64;
const TARGET_PERCENT = 90;
/** How long a run takes at the full aggregate rate. */
const IDEAL_SECONDS = 30;
const QUICK_IDEAL_SECONDS = 12;
const FLEETS = [1, 2, 4, 8];
/** In proportion to jobs of seconds what the default of 1 GiB is to jobs of a quarter of an hour. */
const PARTITIONS_PER_WORKER = 16;
/** Above this share of all cores the machine was the limit, not the workers' lines. */
const SATURATED_SHARE = 0.9;

export const fleet: Scenario = {
  name: "fleet",
  title: `share of the aggregate limit that a fleet uses, ${WORKER_BYTES_PER_SECOND / 1e6} MB/s each, tail included`,
  run: measure,
};

async function measure(bench: Bench): Promise<ScenarioResult> {
  const samplesByFleet = await interleave(
    bench.rounds,
    FLEETS.map((workers) => () => {
      bench.progress(nameOf(workers));
      return runFleet(bench, workers);
    }),
  );
  const lines = FLEETS.map((workers, index) => lineOf(workers, samplesByFleet[index] ?? []));
  return { lines, samples: samplesByFleet.flat() };
}

function nameOf(workers: number): string {
  return workers === 1 ? "1 worker" : `${workers} workers`;
}

function lineOf(workers: number, samples: readonly Sample[]): Line {
  const limit = workers * WORKER_BYTES_PER_SECOND;
  const percent = summarize(
    samples.map(({ bytes, transferSeconds }) => (bytes / transferSeconds / limit) * 100),
  );
  const note = samples.some(isSaturated) ? "this machine has no more to give" : doubtsAbout(samples);
  return {
    what: nameOf(workers),
    unit: "% of the limit",
    ours: percent,
    target: { text: `≥ ${TARGET_PERCENT} %`, met: percent.median >= TARGET_PERCENT },
    ...(note === undefined ? {} : { note }),
  };
}

function isSaturated({ cpuSeconds, transferSeconds, serverBusyShare }: Sample): boolean {
  return cpuSeconds / transferSeconds + serverBusyShare > availableParallelism() * SATURATED_SHARE;
}

function runFleet(bench: Bench, workers: number): Promise<Sample> {
  const { server } = bench;
  const workerBytes = WORKER_BYTES_PER_SECOND * (bench.quick ? QUICK_IDEAL_SECONDS : IDEAL_SECONDS);
  return takeSample({
    tool: `oss-ferry × ${workers}`,
    server,
    scenario: {
      groups: mixedObjects(workers * workerBytes),
      latencyMs: LATENCY_MS,
      bytesPerSecondPerClient: WORKER_BYTES_PER_SECOND,
    },
    commands: Array.from({ length: workers }, (_, index) =>
      workerCommand(bench.worker, server, {
        clientId: `worker-${index + 1}`,
        concurrency: CONCURRENCY,
        settings: {
          OSS_FERRY_TASK_OBJECT_SIZE_LIMIT: String(Math.round(workerBytes / PARTITIONS_PER_WORKER)),
        },
      }),
    ),
    // A fleet is not one process: it may have whatever the server leaves of the machine.
    pin: false,
    timeoutMs: RUN_TIMEOUT_MS,
  });
}

/** Objects of very different sizes, the largest of them last in key order, where they make the longest tail. */
function mixedObjects(totalBytes: number): readonly ObjectGroup[] {
  const group = (prefix: string, share: number, sizeBytes: number): ObjectGroup => ({
    prefix,
    sizeBytes,
    count: Math.max(1, Math.round((totalBytes * share) / sizeBytes)),
  });
  return [group("a-small", 0.1, 256 * KIB), group("b-middle", 0.5, 4 * MIB), group("c-large", 0.4, 16 * MIB)];
}
