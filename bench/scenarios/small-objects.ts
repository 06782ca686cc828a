import { cpuSecondsPerThousand, objectsPerSecond } from "../measure/sample.ts";
import { duel, duelLine } from "./against-rclone.ts";
import { KIB, LATENCY_MS } from "./scenario.ts";
import type { Bench, Line, Scenario, ScenarioResult } from "./scenario.ts";

/** Enough that the round trips of 20 ms leave nobody waiting: the tools' own work is what limits. */
const CONCURRENCY = 256;
const TARGET_RATIO = 1.5;

/** Enough, too, that start and warming up do not decide: a migration takes hours. */
const SIZES = [
  { name: "4 KiB", sizeBytes: 4 * KIB, count: 100_000, quickCount: 8_000 },
  { name: "64 KiB", sizeBytes: 64 * KIB, count: 80_000, quickCount: 5_000 },
];

export const smallObjects: Scenario = {
  name: "small",
  title: `small objects, TLS, ${LATENCY_MS} ms latency, ${CONCURRENCY} in flight`,
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
      duelLine(result, name, "objects/s", objectsPerSecond, {
        text: `≥ ${TARGET_RATIO} × rclone`,
        isMet: (ratio) => ratio >= TARGET_RATIO,
      }),
      duelLine(result, name, "CPU-s per 1,000 objects", cpuSecondsPerThousand),
    );
  }
  return { lines, samples };
}
