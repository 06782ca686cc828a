import { cpuSecondsPerGigabyte, megabytesPerSecond } from "../measure/sample.ts";
import { duel, duelLine } from "./against-rclone.ts";
import { GIB, LATENCY_MS, MIB } from "./scenario.ts";
import type { Bench, Line, Scenario, ScenarioResult } from "./scenario.ts";

const CONCURRENCY = 16;
const TARGET_RATIO = 1.3;

const SIZES = [
  { name: "8 MiB", sizeBytes: 8 * MIB, count: 400, quickCount: 150 },
  { name: "1 GiB", sizeBytes: GIB, count: 4, quickCount: 2 },
];

export const largeObjects: Scenario = {
  name: "large",
  title: `large objects, TLS, CRC-64 included, ${CONCURRENCY} in flight`,
  run: measure,
};

async function measure(bench: Bench): Promise<ScenarioResult> {
  const lines: Line[] = [];
  const samples = [];
  for (const { name, sizeBytes, count, quickCount } of SIZES) {
    const groups = [{ prefix: "objects", count: bench.quick ? quickCount : count, sizeBytes }];
    const result = await duel(bench, name, { groups, latencyMs: LATENCY_MS }, CONCURRENCY);
    samples.push(...result.ours, ...result.rclones);
    lines.push(
      duelLine(result, name, "MB/s", megabytesPerSecond),
      duelLine(result, name, "CPU-s per GB", cpuSecondsPerGigabyte, {
        text: `≤ ${TARGET_RATIO} × rclone`,
        isMet: (ratio) => ratio <= TARGET_RATIO,
      }),
    );
  }
  return { lines, samples };
}
