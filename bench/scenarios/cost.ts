import { takeSample } from "../measure/sample.ts";
import type { Sample } from "../measure/sample.ts";
import { summarize } from "../measure/statistics.ts";
import { BUCKETS } from "../server/messages.ts";
import type { Bucket } from "../server/messages.ts";
import { workerCommand } from "../worker-command.ts";
import { KIB, LATENCY_MS, RUN_TIMEOUT_MS } from "./scenario.ts";
import type { Bench, Line, Scenario, ScenarioResult } from "./scenario.ts";

const CONCURRENCY = 64;
const FLEETS = [1, 4];
const OBJECTS = 50_000;
const QUICK_OBJECTS = 20_000;
/** One GET and one PUT per object, and 5 % for listing and the control protocol. */
const TARGET_PER_THOUSAND = 2_100;

export const cost: Scenario = {
  name: "cost",
  title: "requests per 1,000 small objects",
  run: measure,
};

async function measure(bench: Bench): Promise<ScenarioResult> {
  const { server, pin } = bench;
  const lines: Line[] = [];
  const samples: Sample[] = [];
  for (const workers of FLEETS) {
    const what = workers === 1 ? "1 worker" : `${workers} workers`;
    bench.progress(what);
    const sample = await takeSample({
      tool: `oss-ferry × ${workers}`,
      server,
      scenario: {
        groups: [{ prefix: "objects", count: bench.quick ? QUICK_OBJECTS : OBJECTS, sizeBytes: 4 * KIB }],
        latencyMs: LATENCY_MS,
      },
      commands: Array.from({ length: workers }, (_, index) =>
        workerCommand(bench.worker, server, {
          clientId: `worker-${index + 1}`,
          concurrency: CONCURRENCY,
        }),
      ),
      pin,
      timeoutMs: RUN_TIMEOUT_MS,
    });
    samples.push(sample);
    lines.push(...linesOf(what, sample));
  }
  return { lines, samples };
}

function linesOf(what: string, sample: Sample): Line[] {
  const perThousand = (bucket: Bucket): number =>
    (Object.values(sample.requests[bucket]).reduce((sum, count) => sum + count, 0) / sample.objects) * 1_000;
  const total = BUCKETS.reduce((sum, bucket) => sum + perThousand(bucket), 0);
  return [
    ...BUCKETS.map((bucket) => ({
      what,
      unit: `requests to ${bucket}`,
      ours: summarize([perThousand(bucket)]),
    })),
    {
      what,
      unit: "requests in all",
      ours: summarize([total]),
      target: { text: `≤ ${TARGET_PER_THOUSAND.toLocaleString("en")}`, met: total <= TARGET_PER_THOUSAND },
    },
  ];
}
