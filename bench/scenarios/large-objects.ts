import { cpuSecondsPerGigabyte, megabytesPerSecond } from "../measure/sample.ts";
import { duel, duelLine } from "./against-rclone.ts";
import { GIB, LATENCY_MS, MIB } from "./scenario.ts";
import type { Bench, Line, Scenario, ScenarioResult } from "./scenario.ts";

const CONCURRENCY = 16;
const TARGET_RATIO = 1.3;
const TARGET = { text: `≤ ${TARGET_RATIO} × rclone`, isMet: (ratio: number) => ratio <= TARGET_RATIO };

/**
 * 25 GB, so that start and warming up (about one CPU-second of a worker's) do not decide, for a migration takes hours;
 * and more objects than may be in flight, since rclone's settings have it send each in one request.
 * rclone does not look at the bytes on their way; the line that is compared does no more than CRC-64.
 */
const LOADS = [
  { name: "8 MiB", sizeBytes: 8 * MIB, count: 3_000, quickCount: 100, etag: "opaque", isDuel: true },
  {
    name: "8 MiB, MD5 checked too",
    sizeBytes: 8 * MIB,
    count: 200,
    quickCount: 100,
    etag: "md5",
    isDuel: false,
  },
  { name: "1 GiB", sizeBytes: GIB, count: 24, quickCount: 2, etag: "md5", isDuel: true },
];

export const largeObjects: Scenario = {
  name: "large",
  title: `large objects, TLS, CRC-64 included, ${CONCURRENCY} in flight`,
  run: measure,
};

async function measure(bench: Bench): Promise<ScenarioResult> {
  const lines: Line[] = [];
  const samples = [];
  for (const { name, sizeBytes, count, quickCount, etag, isDuel } of LOADS) {
    const groups = [{ prefix: "objects", count: bench.quick ? quickCount : count, sizeBytes }];
    const contest = isDuel ? bench : { ...bench, hasRclone: false };
    const result = await duel(contest, name, { groups, latencyMs: LATENCY_MS }, CONCURRENCY, {
      OSS_FERRY_SOURCE_ETAG: etag,
    });
    samples.push(...result.ours, ...result.rclones);
    lines.push(
      duelLine(result, name, "MB/s", megabytesPerSecond),
      duelLine(result, name, "CPU-s per GB", cpuSecondsPerGigabyte, TARGET),
    );
  }
  return { lines, samples };
}
