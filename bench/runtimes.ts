import { execFileSync } from "node:child_process";
import { interleave } from "./measure/interleave.ts";
import {
  cpuSecondsPerGigabyte,
  cpuSecondsPerThousand,
  megabytesPerSecond,
  objectsPerSecond,
  takeSample,
} from "./measure/sample.ts";
import type { Sample } from "./measure/sample.ts";
import { summarize } from "./measure/statistics.ts";
import { formatSummary, formatTable } from "./report/format.ts";
import { GIB, KIB, LATENCY_MS, MIB, RUN_TIMEOUT_MS } from "./scenarios/scenario.ts";
import { startServer } from "./server/start-server.ts";
import { workerCommand } from "./worker-command.ts";

interface Metric {
  readonly unit: string;
  readonly of: (sample: Sample) => number;
}

const PEAK_RSS: Metric = { unit: "MB peak RSS", of: (sample) => sample.peakRssBytes / 1e6 };
const BY_OBJECTS: readonly Metric[] = [
  { unit: "objects/s", of: objectsPerSecond },
  { unit: "CPU-s per 1,000 objects", of: cpuSecondsPerThousand },
  PEAK_RSS,
];
const BY_BYTES: readonly Metric[] = [
  { unit: "MB/s", of: megabytesPerSecond },
  { unit: "CPU-s per GB", of: cpuSecondsPerGigabyte },
  PEAK_RSS,
];

const LOADS = [
  { name: "4 KiB", sizeBytes: 4 * KIB, count: 15_000, concurrency: 256, metrics: BY_OBJECTS },
  { name: "64 KiB", sizeBytes: 64 * KIB, count: 10_000, concurrency: 256, metrics: BY_OBJECTS },
  { name: "8 MiB", sizeBytes: 8 * MIB, count: 200, concurrency: 16, metrics: BY_BYTES },
  { name: "1 GiB", sizeBytes: GIB, count: 2, concurrency: 16, metrics: BY_BYTES },
];

/**
 * Compares Node binaries as runtimes of the worker: all of them copy the same objects, in turns. CPU is what
 * decides, since a worker has one core to live on.
 */
export async function compareRuntimes(
  bundle: string,
  nodes: readonly string[],
  options: { readonly pin: boolean; readonly rounds: number },
): Promise<void> {
  const { pin, rounds } = options;
  const versions = nodes.map((node) => execFileSync(node, ["--version"], { encoding: "utf8" }).trim());
  await using server = await startServer({ pin });
  const rows: string[][] = [["", "", ...versions]];
  for (const { name, sizeBytes, count, concurrency, metrics } of LOADS) {
    const samples = await interleave(
      rounds,
      nodes.map((node, index) => () => {
        console.log(`  ${name}: ${versions[index] ?? node}`);
        return takeSample({
          tool: versions[index] ?? node,
          server,
          scenario: { groups: [{ prefix: "objects", count, sizeBytes }], latencyMs: LATENCY_MS },
          commands: [workerCommand({ node, bundle }, server, { clientId: "worker-1", concurrency })],
          pin,
          timeoutMs: RUN_TIMEOUT_MS,
        });
      }),
    );
    for (const { unit, of } of metrics) {
      rows.push([name, unit, ...samples.map((runs) => formatSummary(summarize(runs.map((run) => of(run)))))]);
    }
  }
  console.log(`\n${formatTable(rows)}`);
}
