import type { EventName, Log } from "../../core/log.ts";
import { jobSpecSchema } from "../../core/protocol/job.ts";
import { runWorker, type WorkerEnd } from "../../worker/run-worker.ts";
import { ScaleBucket } from "./scale-bucket.ts";
import { ScaleEngine } from "./scale-engine.ts";
import { ScaleSource } from "./scale-source.ts";
import { seededRandom } from "./seeded-random.ts";
import { VirtualTime } from "./virtual-time.ts";

export interface ScaleOptions {
  readonly workers: number;
  readonly partitions: number;
  readonly seed: number;
  /** Told now and then how many partitions are complete. */
  readonly progress?: (completed: number) => void;
}

/** What the fleet's size cost; times in seconds of virtual time. */
export interface ScaleResult {
  readonly workers: number;
  readonly partitions: number;
  readonly claims: number;
  /** Claims that found another worker's, for each claim that won. */
  readonly conflictsPerClaim: number;
  readonly controlRequestsPerPartition: number;
  /** The same, by operation and kind of object. */
  readonly requests: Readonly<Record<string, number>>;
  readonly listingsPerPartition: number;
  readonly peakRequestsPerSecond: number;
  readonly peakCreatesPerSecond: number;
  /** From the start of the first worker to the proof that the job is complete. */
  readonly makespanSeconds: number;
  /** All bytes over all lines, as if every worker were busy from its first second to the last. */
  readonly idealSeconds: number;
  /** Share of the fleet's aggregate line that was used. */
  readonly share: number;
  /** From the start of the last worker until nine in ten hold a partition; 0 where they do before it starts. */
  readonly rampUpSeconds: number;
  /** From the moment when fewer than nine in ten held one, for good, to the proof. */
  readonly tailSeconds: number;
}

const OBJECTS_PER_PARTITION = 8;
const CONTROL_LATENCY_MS = 20;
const SOURCE_LATENCY_MS = 80;
const LEASE_MS = 60_000;
const BYTES_PER_SECOND = 25_000_000;
/** A partition keeps a line busy for five seconds on average. */
const MEAN_OBJECT_BYTES = (5 * BYTES_PER_SECOND) / OBJECTS_PER_PARTITION;
const TICK_MS = 5;
/** Instances do not come up at the same moment. */
const STARTS_WITHIN_MS = 60_000;
const PROGRESS_EVERY = 50_000;
const LIMIT_MS = 30 * 24 * 3_600_000;

/** A fleet of the product's own workers over a job of so many partitions, on virtual time and without faults. */
export async function simulateScale(options: ScaleOptions): Promise<ScaleResult> {
  const time = new VirtualTime(TICK_MS);
  const random = seededRandom(options.seed);
  const bucket = new ScaleBucket(time, CONTROL_LATENCY_MS);
  const objects = options.partitions * OBJECTS_PER_PARTITION;
  const source = new ScaleSource(time, objects, {
    pageSize: OBJECTS_PER_PARTITION,
    latencyMs: SOURCE_LATENCY_MS,
    meanBytes: MEAN_OBJECT_BYTES,
  });
  const spec = jobSpecSchema.parse({
    jobId: "scale",
    source: { kind: "s3", bucket: "source", region: "ap-northeast-1" },
    overwrite: "always",
    destination: { bucket: "destination", region: "cn-hongkong" },
    taskObjectCountLimit: OBJECTS_PER_PARTITION,
    taskObjectSizeLimit: Number.MAX_SAFE_INTEGER,
  });

  const counts = new Map<EventName, number>();
  const holding = new Int32Array(options.workers);
  const engines: ScaleEngine[] = [];
  const ends: WorkerEnd[] = [];
  let busy = 0;
  let busyFirstMs = Infinity;
  let busyLastMs = 0;
  let completedMs = 0;
  let failure: unknown;

  const hold = (worker: number, change: number): void => {
    const before = holding[worker] ?? 0;
    holding[worker] = before + change;
    busy += Math.min(1, before + change) - Math.min(1, before);
    if (busy < options.workers * 0.9) return;
    busyFirstMs = Math.min(busyFirstMs, time.nowMs);
    busyLastMs = time.nowMs;
  };
  const logOf = (worker: number): Log => {
    const note = (event: EventName): void => {
      const count = (counts.get(event) ?? 0) + 1;
      counts.set(event, count);
      if (event === "partition.claimed") hold(worker, 1);
      if (event === "partition.completed") {
        hold(worker, -1);
        if (count % PROGRESS_EVERY === 0) options.progress?.(count);
      }
      if (event === "job.completed") completedMs = time.nowMs;
    };
    return { debug: () => undefined, info: note, warn: note, error: note };
  };

  for (let worker = 0; worker < options.workers; worker++) {
    const clock = time.clock();
    const engine = new ScaleEngine(clock, BYTES_PER_SECOND);
    engines.push(engine);
    time.after(random() * STARTS_WITHIN_MS, () => {
      runWorker(
        { spec, leaseMs: LEASE_MS, heldPartitions: 3, drainMs: 0, giveUpMs: 300_000 },
        {
          control: bucket.store(),
          source,
          destination: source,
          engine,
          clock,
          random: seededRandom(Math.floor(random() * 2 ** 32)),
          log: logOf(worker),
          name: "w",
          controlRequests: () => 0,
          residentBytes: () => 0,
        },
        new AbortController().signal,
      ).then(
        (end) => void ends.push(end),
        (error: unknown) => (failure ??= error),
      );
    });
  }
  await time.run(() => failure !== undefined || ends.length === options.workers, LIMIT_MS);
  if (failure !== undefined) throw failure;

  const claims = counts.get("partition.claimed") ?? 0;
  const busyMs = engines.reduce((sum, engine) => sum + engine.busyMs, 0);
  const idealMs = busyMs / options.workers;
  const { requests } = bucket;
  const perPartition = (count: number): number => Number((count / claims).toFixed(3));
  return {
    workers: options.workers,
    partitions: counts.get("partition.completed") ?? 0,
    claims,
    conflictsPerClaim: perPartition(bucket.conflicts),
    controlRequestsPerPartition: perPartition(requests.reduce((sum, [, count]) => sum + count, 0)),
    requests: Object.fromEntries(requests.map(([name, count]) => [name, perPartition(count)])),
    listingsPerPartition: perPartition(source.listings),
    peakRequestsPerSecond: bucket.peakPerSecond,
    peakCreatesPerSecond: bucket.peakCreatesPerSecond,
    makespanSeconds: Math.round(completedMs / 1000),
    idealSeconds: Math.round(idealMs / 1000),
    share: Number((idealMs / completedMs).toFixed(3)),
    rampUpSeconds: Math.max(0, Math.round((busyFirstMs - STARTS_WITHIN_MS) / 1000)),
    tailSeconds: Math.round((completedMs - busyLastMs) / 1000),
  };
}
