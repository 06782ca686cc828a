import type { Random } from "../../core/clock.ts";
import { storeErrorOf } from "../../core/errors.ts";
import { jobSpecSchema, type JobSpec } from "../../core/protocol/job.ts";
import { checkCompletedJob, checkWrite, isLate } from "./check-invariants.ts";
import { ControlBucket } from "./control-bucket.ts";
import { randomObjects } from "./random-objects.ts";
import { seededRandom } from "./seeded-random.ts";
import { Destination, SimEngine } from "./sim-engine.ts";
import { SimSource } from "./sim-source.ts";
import { SimWorker, type Weather } from "./sim-worker.ts";
import { Traps } from "./traps.ts";
import { VirtualTime } from "./virtual-time.ts";

export interface SimulationResult {
  readonly seed: number;
  /** What broke, in words; empty when all held. */
  readonly problems: readonly string[];
  readonly virtualMs: number;
  readonly workers: number;
  readonly objects: number;
  readonly partitions: number;
  readonly takeovers: number;
  readonly lostAnswers: number;
  /** Objects that were sent in spans, and spans that were sent. */
  readonly huge: number;
  readonly spans: number;
}

const CALM: Weather = { latencyMs: [5, 20], lossBefore: 0, lossAfter: 0, throttle: 0 };
const LIMIT_MS = 6 * 3_600_000;

/**
 * One story, decided by its seed: some workers, some objects, bad weather, crashes, suspensions and drains; then
 * the faults stop, one fresh worker comes, and the job must reach its end with every key accounted for.
 */
export async function simulate(seed: number): Promise<SimulationResult> {
  const random = seededRandom(seed);
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const time = new VirtualTime();
  const bucket = new ControlBucket(time);
  const destination = new Destination();
  const calmAtMs = between(30, 400) * 1000;
  const objects = randomObjects(random, between(1, 250), calmAtMs);
  const manner = {
    pageSize: between(1, 60),
    shortPages: random() < 0.5 ? 0 : random() * 0.5,
    staleMs: random() < 0.7 ? 0 : between(1, 30) * 1000,
  };
  const source = new SimSource(objects, manner, () => time.nowMs, random);
  const leaseMs = between(5, 60) * 1000;
  const traps = new Traps(random, leaseMs * 4);
  const spec = randomSpec(random, between);
  const problems: string[] = [];
  let takeovers = 0;
  let lostAnswers = 0;

  bucket.onPut = (key, body) => {
    const problem = checkWrite(bucket, key);
    if (problem !== undefined) problems.push(problem);
    if (isLate(bucket, key, body)) problems.push(`${key} was written by a holder that had been taken over`);
  };
  const claimedBy = new Map<string, string>();
  const roughness = random();
  const rough: Weather = {
    latencyMs: [5, Math.max(20, Math.floor(roughness * (leaseMs / 8)))],
    lossBefore: roughness * 0.1,
    lossAfter: roughness * 0.1,
    throttle: roughness * 0.1,
  };
  const workers: SimWorker[] = [];
  const startWorker = (): SimWorker => {
    const bytesPerSecond = between(1, 200) * 1000;
    const worker = new SimWorker({
      name: `w${workers.length}`,
      time,
      random: seededRandom(Math.floor(random() * 2 ** 32)),
      bucket,
      equip: (by) => {
        const listing = source.over(by.wire());
        const engine = new SimEngine({
          worker: by,
          clock: by.clock,
          destination,
          bytesPerSecond,
          etagNow: (key) => source.etagNow(key),
        });
        // The job overwrites whatever is there, so that nobody asks.
        return { source: listing, destination: listing, engine };
      },
      spec,
      leaseMs,
      skewMs: between(-3_600, 3_600) * 1000,
      heldPartitions: between(1, 3),
      drainMs: between(0, 30) * 1000,
      weather: () => (time.nowMs < calmAtMs ? rough : CALM),
      onRequest: (by, operation, key, fate) => {
        const story = time.nowMs < calmAtMs ? traps.spring(by, operation, key, fate) : { fate };
        if (story.fate === "lost-after") lostAnswers++;
        return story;
      },
      onEvent: (by, event, fields) => {
        if (event === "partition.taken-over") {
          takeovers++;
          traps.tookOver(String(fields["from"]));
        }
        if (event !== "partition.claimed") return;
        const claim = `${String(fields["partitionId"])}/${String(fields["epoch"])}`;
        const winner = claimedBy.get(claim);
        if (winner !== undefined) problems.push(`${claim} was won by ${winner} and by ${by.name}`);
        claimedBy.set(claim, by.name);
      },
    });
    workers.push(worker);
    worker.start();
    return worker;
  };

  for (let count = between(1, 6); count > 0; count--) time.after(between(0, 20) * 1000, startWorker);
  for (let misfortune = between(0, 12); misfortune > 0; misfortune--) {
    time.after(random() * calmAtMs, () => {
      const worker = workers[Math.floor(random() * workers.length)];
      const kind = random();
      if (kind < 0.4) worker?.crash();
      else if (kind < 0.7) worker?.suspend(random() * leaseMs * 3);
      else if (kind < 0.85) worker?.drain();
      else startWorker();
    });
  }
  for (let losses = random() < 0.3 ? between(1, 3) : 0; losses > 0; losses--) {
    time.after(random() * calmAtMs, () => destination.uploads.lose(random));
  }
  time.after(calmAtMs, startWorker);

  const isOver = (): boolean => time.nowMs > calmAtMs && workers.every((worker) => worker.isOver);
  try {
    await time.run(isOver, LIMIT_MS);
  } catch (error) {
    problems.push(String(error));
  }
  for (const worker of workers) {
    // A worker may give an unanswering store up; the machine then starts it again, as the fresh one comes here.
    const isGivenUp = storeErrorOf(worker.failure, "STORE_UNAVAILABLE") !== undefined;
    if (worker.failure !== undefined && !(isGivenUp && worker.overAtMs < calmAtMs + 60_000))
      problems.push(`${worker.name} failed: ${describeFailure(worker.failure)}`);
  }
  problems.push(...destination.overlaps.map((overlap) => `copied at the same time: ${overlap}`));
  problems.push(...destination.uploads.problems);
  problems.push(...checkCompletedJob(bucket, spec.jobId, objects, (record) => destination.holds(record)));
  return {
    seed,
    problems,
    virtualMs: time.nowMs,
    workers: workers.length,
    objects: objects.length,
    partitions: new Set([...claimedBy.keys()].map((claim) => claim.split("/")[0])).size,
    takeovers,
    lostAnswers,
    huge: destination.uploads.completed.size,
    spans: [...destination.spans.values()].reduce((sum, count) => sum + count, 0),
  };
}

/** What made a worker end, in words. */
export function describeFailure(failure: unknown): string {
  return failure instanceof Error ? `${failure.name}: ${failure.message}` : JSON.stringify(failure);
}

function randomSpec(random: Random, between: (low: number, high: number) => number): JobSpec {
  return jobSpecSchema.parse({
    jobId: "simulated",
    source: { kind: "s3", bucket: "source", region: "ap-northeast-1" },
    overwrite: "always",
    destination: { bucket: "destination", region: "cn-hongkong" },
    taskObjectCountLimit: between(1, 40),
    taskObjectSizeLimit: random() < 0.5 ? between(1, 50) * 1000 : 1_000_000_000,
    ...(random() < 0.4 ? { hugeObjectSizeBytes: between(15, 19) * 1000 } : {}),
  });
}
