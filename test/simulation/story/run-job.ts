import { storeErrorOf } from "../../../core/errors.ts";
import { silentLog } from "../../../core/log.ts";
import type { JobSpec } from "../../../core/protocol/job.ts";
import { jobKeys } from "../../../core/protocol/keys.ts";
import { createCopyEngine } from "../../../worker/transfer/engine.ts";
import { DEFAULT_TRANSFER_OPTIONS } from "../../../worker/transfer/options.ts";
import { controlStoreOver } from "../control-bucket.ts";
import { seededRandom } from "../seeded-random.ts";
import { SimWorker, type Weather } from "../sim-worker.ts";
import type { RequestStory } from "../traps.ts";
import { destinationOver, sourceOver } from "./story-stores.ts";
import { describeFailure } from "../simulate.ts";
import type { StoryWorld } from "./story-world.ts";

const CALM: Weather = { latencyMs: [5, 20], lossBefore: 0, lossAfter: 0, throttle: 0 };
const LIMIT_MS = 6 * 3_600_000;

/** Sizes small enough that every way of copying is taken with a few hundred bytes. */
const SIZES = {
  thresholds: { bufferedUpToBytes: 40, streamedUpToBytes: 120, partSizeBytes: 50 },
  blockBytes: 16,
  maxBytesInFlight: 4_096,
  maxSlots: 8,
};

/**
 * Runs a job to its end, some of its workers to theirs: in bad weather requests get lost, and workers die or are
 * told to stop in the middle of anything. Then the weather clears up and a fresh worker comes. `onRequest` is called
 * at every request, before it takes effect. Resolves to how many workers died.
 */
export async function runJob(world: StoryWorld, spec: JobSpec, onRequest: () => void): Promise<number> {
  const { time, random, between, problems } = bound(world);
  const isRough = random() < 0.6;
  const beginMs = time.nowMs;
  const calmAtMs = beginMs + (isRough ? between(5, 60) * 1_000 : 0);
  const leaseMs = between(5, 30) * 1_000;
  const roughness = random();
  const rough: Weather = {
    latencyMs: [5, Math.max(20, Math.floor(roughness * (leaseMs / 16)))],
    lossBefore: roughness * 0.08,
    lossAfter: roughness * 0.08,
    throttle: roughness * 0.08,
  };
  if (isRough) world.hadTrouble = true;
  let misfortunes = isRough ? between(0, 4) : 0;
  let crashes = 0;
  const workers: SimWorker[] = [];

  /** What befalls a worker with a request of its own. */
  function befall(worker: SimWorker): RequestStory | undefined {
    if (misfortunes === 0 || time.nowMs >= calmAtMs || random() > 0.03) return undefined;
    misfortunes--;
    world.hadDeaths = true;
    const dice = random();
    if (dice < 0.3) {
      worker.drain();
      return undefined;
    }
    crashes++;
    worker.crash();
    return { fate: dice < 0.65 ? "lost-before" : "answered" };
  }

  function startWorker(): void {
    const worker = new SimWorker({
      name: `w${workers.length}`,
      time,
      random: seededRandom(Math.floor(random() * 2 ** 32)),
      bucket: world.control,
      equip: (by) => {
        const source = sourceOver(world, by.wire());
        const destination = destinationOver(world, by.wire());
        const engine = createCopyEngine({
          source,
          destination,
          control: controlStoreOver(world.control, by.wire()),
          clock: by.clock,
          random,
          log: silentLog,
          options: {
            ...DEFAULT_TRANSFER_OPTIONS,
            ...SIZES,
            keys: jobKeys(spec.jobId),
            srcPrefix: spec.srcPrefix,
            destPrefix: spec.destPrefix,
            sourceEtag: spec.source.etag,
          },
        });
        return { source, destination, engine };
      },
      spec,
      leaseMs,
      skewMs: between(-3_600, 3_600) * 1_000,
      heldPartitions: between(1, 3),
      drainMs: between(0, 10) * 1_000,
      weather: () => (time.nowMs < calmAtMs ? rough : CALM),
      onRequest: (by, _operation, _key, fate) => {
        onRequest();
        return befall(by) ?? { fate };
      },
      onEvent: (_by, event) => {
        if (event === "worker.fenced") world.hadDeaths = true;
      },
    });
    workers.push(worker);
    worker.start();
  }

  const isComplete = (): boolean => workers.some(({ end }) => end?.kind === "complete");
  startWorker();
  if (isRough) {
    for (let more = between(0, 2); more > 0; more--) time.after(between(0, 5) * 1_000, startWorker);
    time.after(calmAtMs - beginMs, () => {
      if (!isComplete()) startWorker();
    });
  }
  const isOver = (): boolean => isComplete() && workers.every((worker) => worker.isOver);
  await time.run(isOver, time.nowMs + LIMIT_MS);
  for (const { name, failure, overAtMs } of workers) {
    // A worker may give an unanswering store up; the machine then starts it again, as the fresh one comes here.
    const isGivenUp = storeErrorOf(failure, "STORE_UNAVAILABLE") !== undefined;
    if (failure !== undefined && !(isGivenUp && overAtMs < calmAtMs + 60_000)) {
      problems.push(`${spec.jobId}: ${name} failed: ${describeFailure(failure)}`);
    }
  }
  return crashes;
}

function bound(world: StoryWorld): Pick<StoryWorld, "time" | "random" | "between" | "problems"> {
  const { time, random, problems } = world;
  return { time, random, problems, between: (low, high) => world.between(low, high) };
}
