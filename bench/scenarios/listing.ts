import { fileURLToPath } from "node:url";
import { runProcesses } from "../measure/run-process.ts";
import { summarize } from "../measure/statistics.ts";
import { SyntheticObjects } from "../server/synthetic-objects.ts";
import { KIB, LATENCY_MS, RUN_TIMEOUT_MS } from "./scenario.ts";
import type { Bench, Scenario, ScenarioResult } from "./scenario.ts";

const KEYS = 1_000_000;
const QUICK_KEYS = 200_000;
/** As many partitions as a split makes at most. */
const RANGES = 16;
const TARGET_KEYS_PER_SECOND = 100_000;

export const listing: Scenario = {
  name: "listing",
  title: `listing by one process, ${RANGES} ranges at once, ${LATENCY_MS} ms latency`,
  run: measure,
};

async function measure(bench: Bench): Promise<ScenarioResult> {
  const { server, pin } = bench;
  const count = bench.quick ? QUICK_KEYS : KEYS;
  const groups = [{ prefix: "objects", count, sizeBytes: KIB }];
  const objects = new SyntheticObjects(groups);
  const boundaries = Array.from({ length: RANGES - 1 }, (_, i) =>
    objects.keyAt(Math.floor(((i + 1) * count) / RANGES)),
  );
  const script = fileURLToPath(new URL("../listing/main.ts", import.meta.url));
  const command = {
    command: process.execPath,
    args: [script, server.sourceEndpoint, String(count), ...boundaries],
    env: { NODE_EXTRA_CA_CERTS: server.certificateFile },
  };
  const keysPerSecond: number[] = [];
  const cpuSecondsPerMillion: number[] = [];
  const peakRssMb: number[] = [];
  for (let round = 1; round <= bench.rounds; round++) {
    bench.progress(`${count.toLocaleString("en")} keys`);
    await server.prepare({ groups, latencyMs: LATENCY_MS });
    const usage = await runProcesses([command], { pin, timeoutMs: RUN_TIMEOUT_MS });
    if (usage.exitCode !== 0) throw new Error(`The listing failed. ${usage.output}`);
    const report = await server.report();
    keysPerSecond.push(count / report.listingSeconds);
    cpuSecondsPerMillion.push((usage.cpuSeconds / count) * 1e6);
    peakRssMb.push(usage.peakRssBytes / 1e6);
  }
  const what = `${count.toLocaleString("en")} keys`;
  const ours = summarize(keysPerSecond);
  return {
    lines: [
      {
        what,
        unit: "keys/s",
        ours,
        target: {
          text: `≥ ${TARGET_KEYS_PER_SECOND.toLocaleString("en")}`,
          met: ours.median >= TARGET_KEYS_PER_SECOND,
        },
      },
      { what, unit: "CPU-s per million keys", ours: summarize(cpuSecondsPerMillion) },
      { what, unit: "MB peak RSS", ours: summarize(peakRssMb) },
    ],
    samples: [],
  };
}
