/**
 * Lists the whole source as a worker does that holds several partitions, and copies nothing:
 * `main.ts ENDPOINT KEYS [BOUNDARY ...]`. Exits with 0 if it saw KEYS keys.
 */
import { systemClock } from "../../core/clock.ts";
import { silentLog } from "../../core/log.ts";
import type { KeyRange } from "../../core/key-range.ts";
import { jobSpecSchema } from "../../core/protocol/job.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { MemoryBucket } from "../../storage/memory/bucket.ts";
import { MemoryControl } from "../../storage/memory/control.ts";
import { S3Source } from "../../storage/s3/source.ts";
import type { JobContext } from "../../worker/job-context.ts";
import { jobRules } from "../../worker/job-rules.ts";
import { listPartition } from "../../worker/list-partition.ts";
import { reliableControl } from "../../worker/reliable-control.ts";

const [endpoint = "", expectedKeys = "", ...boundaries] = process.argv.slice(2);

const source = new S3Source({
  store: "source",
  endpoint,
  region: "us-east-1",
  bucket: "source",
  pathStyle: true,
  credentials: {
    get: () => Promise.resolve({ accessKeyId: "listing", accessKeySecret: "listing-secret" }),
    reject: () => undefined,
  },
  clock: systemClock,
});
const deps = { clock: systemClock, random: Math.random, log: silentLog, giveUpMs: 60_000 };
const spec = jobSpecSchema.parse({
  jobId: "listing",
  source: { kind: "s3", bucket: "source", region: "us-east-1" },
  destination: { bucket: "destination", region: "cn-hongkong" },
  overwrite: "always",
});
const context: JobContext = {
  ...deps,
  job: { protocol: 1, spec, roots: [], startedAtSourceMs: 0, leaseMs: 60_000 },
  rules: jobRules(spec),
  keys: jobKeys("listing"),
  control: reliableControl(new MemoryControl(new MemoryBucket(systemClock)), deps),
  source,
  destination: source,
};
const limits = { objects: context.job.spec.taskObjectCountLimit, bytes: Number.MAX_SAFE_INTEGER };
const { signal } = new AbortController();

/** Lists the range, one partition after the other, and gives the number of keys in it. */
async function countKeys(range: KeyRange): Promise<number> {
  let keys = 0;
  let rest = range;
  for (;;) {
    const { rows, exhausted } = await listPartition(context, rest, undefined, limits, signal);
    keys += rows.length;
    const last = rows.at(-1);
    if (exhausted || last === undefined) return keys;
    rest = { after: last.key, upTo: range.upTo };
  }
}

const edges = [null, ...boundaries, null];
const ranges = edges.slice(1).map((upTo, index) => ({ after: edges[index] ?? null, upTo }));
const counts = await Promise.all(ranges.map((range) => countKeys(range)));
await source.close();
const keys = counts.reduce((sum, count) => sum + count, 0);
if (keys !== Number(expectedKeys)) {
  console.error(`${keys} keys were listed instead of ${expectedKeys}`);
  process.exitCode = 1;
}
