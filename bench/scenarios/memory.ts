import { takeSample } from "../measure/sample.ts";
import type { Sample } from "../measure/sample.ts";
import { summarize } from "../measure/statistics.ts";
import type { ObjectGroup } from "../server/messages.ts";
import { workerCommand } from "../worker-command.ts";
import { GIB, KIB, LATENCY_MS, MIB, RUN_TIMEOUT_MS } from "./scenario.ts";
import type { Bench, Line, Scenario, ScenarioResult } from "./scenario.ts";

const CONCURRENCY = 256;
const TARGET_MB = 300;

interface Load {
  readonly name: string;
  readonly group: ObjectGroup;
}

/** One MiB is the largest object that a worker holds in memory whole, so it weighs most at full concurrency. */
const LOADS: readonly Load[] = [
  { name: "10,000 objects of 1 KiB", group: { prefix: "objects", count: 10_000, sizeBytes: KIB } },
  { name: "1,000,000 objects of 1 KiB", group: { prefix: "objects", count: 1_000_000, sizeBytes: KIB } },
  { name: "4,000 objects of 1 MiB", group: { prefix: "objects", count: 4_000, sizeBytes: MIB } },
  { name: "one object of 20 GiB", group: { prefix: "objects", count: 1, sizeBytes: 20 * GIB } },
];

const QUICK_LOADS: readonly Load[] = [
  { name: "10,000 objects of 1 KiB", group: { prefix: "objects", count: 10_000, sizeBytes: KIB } },
  { name: "50,000 objects of 1 KiB", group: { prefix: "objects", count: 50_000, sizeBytes: KIB } },
  { name: "1,000 objects of 1 MiB", group: { prefix: "objects", count: 1_000, sizeBytes: MIB } },
  { name: "one object of 4 GiB", group: { prefix: "objects", count: 1, sizeBytes: 4 * GIB } },
];

export const memory: Scenario = {
  name: "memory",
  title: `peak memory of one worker, up to ${CONCURRENCY} in flight`,
  run: measure,
};

async function measure(bench: Bench): Promise<ScenarioResult> {
  const { server, pin } = bench;
  const lines: Line[] = [];
  const samples: Sample[] = [];
  const command = workerCommand(bench.worker, server, { clientId: "worker-1", concurrency: CONCURRENCY });
  for (const { name, group } of bench.quick ? QUICK_LOADS : LOADS) {
    bench.progress(name);
    const sample = await takeSample({
      tool: "oss-ferry",
      server,
      scenario: { groups: [group], latencyMs: LATENCY_MS },
      commands: [command],
      pin,
      timeoutMs: RUN_TIMEOUT_MS,
    });
    const peakMb = sample.peakRssBytes / 1e6;
    samples.push(sample);
    lines.push({
      what: name,
      unit: "MB peak RSS",
      ours: summarize([peakMb]),
      target: { text: `≤ ${TARGET_MB} MB`, met: peakMb <= TARGET_MB },
    });
  }
  return { lines, samples };
}
