import type { ObjectRecord } from "../../../core/outcome.ts";
import { jobSpecSchema, type JobSpec } from "../../../core/protocol/job.ts";
import type { JobWork } from "../../../core/protocol/job-work.ts";
import { checkWrite, isLate } from "../check-invariants.ts";
import { describeFailure } from "../simulate.ts";
import { seededRandom } from "../seeded-random.ts";
import { Application } from "./application.ts";
import { checkDestination, checkJob } from "./check-job.ts";
import { readRecords } from "./read-records.ts";
import { runJob } from "./run-job.ts";
import { StoryWorld, type StoryJob } from "./story-world.ts";
import { storyKeys } from "./story-keys.ts";

export interface StoryResult {
  readonly seed: number;
  /** What broke, in words; empty when all held. */
  readonly problems: readonly string[];
  readonly jobs: number;
  readonly crashes: number;
  /** How many lines of ledgers there were, by outcome and code. */
  readonly lines: Readonly<Record<string, number>>;
}

/** The last job that another one may be based on. */
interface Base {
  readonly jobId: string;
  readonly records: ReadonlyMap<string, ObjectRecord>;
  /** The step at which it ended. */
  readonly to: number;
}

/**
 * A whole migration, decided by its seed, while the users' application goes on: perhaps a pilot, the full copy, some
 * deltas, the switch to the destination (T2), the final delta, perhaps redrive, prune and one more round, the audit.
 * In any job requests may get lost and workers may die.
 */
export async function simulateStory(seed: number): Promise<StoryResult> {
  const world = new StoryWorld(seededRandom(seed));
  const { control, problems } = world;
  control.onPut = (key, body) => {
    const problem = checkWrite(control, key);
    if (problem !== undefined) problems.push(problem);
    if (isLate(control, key, body)) problems.push(`${key} was written by a holder that had been taken over`);
  };
  const spec = randomSpec(world);
  const application = new Application(world, spec, storyKeys(world, spec));
  const lines: Record<string, number> = {};
  let crashes = 0;
  let jobs = 0;
  let base: Base | undefined;

  /** Runs one job to its end and checks what it says. */
  async function job(jobId: string, work: JobWork, restlessness: number): Promise<void> {
    const itsBase = "baseJobId" in work ? base : undefined;
    const story: StoryJob = {
      spec: { ...spec, jobId, work },
      base: itsBase?.records ?? new Map<string, ObjectRecord>(),
      baseTo: itsBase?.to ?? 0,
      from: world.steps.now,
    };
    world.job = story;
    crashes += await runJob(world, story.spec, () => {
      if (world.random() < restlessness) application.act();
    });
    world.job = undefined;
    jobs++;
    const to = world.steps.now;
    const found = readRecords(control, jobId);
    for (const { outcome, code } of found.values()) {
      const line = code === undefined ? outcome : `${outcome} ${code}`;
      lines[line] = (lines[line] ?? 0) + 1;
    }
    problems.push(...checkJob(world, story, found, to));
    if (work.kind === "delta") problems.push(...checkDestination(world, story, found, to));
    if (work.kind === "copy" && work.sample !== undefined) world.pilotTo = to;
    else base = { jobId, records: found, to };
    // Stamps have whole seconds: what happens next is seen to be later.
    await pass(world, 1_000);
  }
  const baseJobId = (): string => base?.jobId ?? "";
  const someTime = async (most: number): Promise<void> => {
    for (let actions = world.between(0, most); actions > 0; actions--) {
      application.act();
      await pass(world, world.between(0, 3_000));
    }
  };
  const restlessness = world.random() < 0.3 ? 0 : world.random() * 0.15;

  try {
    await someTime(30);
    if (world.random() < 0.3)
      for (let left = world.between(1, 5); left > 0; left--) application.leaveAtDestination();
    if (world.random() < 0.3) {
      await job("pilot", { kind: "copy", sample: { objects: world.between(1, 5) } }, restlessness);
      await someTime(5);
    }
    await job("full", { kind: "copy" }, restlessness);
    for (let round = 1, rounds = world.between(0, 3); round <= rounds; round++) {
      await someTime(10);
      await job(`delta-${round}`, { kind: "delta", baseJobId: baseJobId() }, restlessness);
    }
    await someTime(10);
    application.hasSwitched = true;
    await someTime(15);
    await job("delta-final", { kind: "delta", baseJobId: baseJobId() }, restlessness);
    await someTime(3);
    if (world.random() < 0.4) await job("redrive", { kind: "redrive", baseJobId: baseJobId() }, restlessness);
    if (world.random() < 0.4) {
      await someTime(3);
      if (world.random() < 0.5) application.bringBack();
      await job("prune", { kind: "prune", baseJobId: baseJobId(), mostDeletes: 1_000 }, restlessness);
    }
    if (world.random() < 0.5) {
      await someTime(5);
      await job("delta-late", { kind: "delta", baseJobId: baseJobId() }, restlessness);
    }
    const content = world.random() < 0.5;
    const based = world.random() < 0.7 ? { baseJobId: baseJobId() } : {};
    await job("audit", { kind: "audit", content, ...based }, 0);
  } catch (error) {
    problems.push(describeFailure(error));
  }
  return { seed, problems, jobs, crashes, lines };
}

/** Lets time pass. */
async function pass({ time }: StoryWorld, ms: number): Promise<void> {
  let isOver = false;
  time.after(ms, () => (isOver = true));
  await time.run(() => isOver, time.nowMs + ms + 1);
}

function randomSpec(world: StoryWorld): JobSpec {
  const prefixes = world.random() < 0.3 ? { srcPrefix: "in/", destPrefix: "out/2026/" } : {};
  return jobSpecSchema.parse({
    jobId: "story",
    source: { kind: "s3", bucket: "source", region: "ap-northeast-1" },
    destination: { bucket: "destination", region: "cn-hongkong" },
    ...prefixes,
    filter: world.random() < 0.2 ? { maxSizeBytes: 100 } : {},
    overwrite: world.random() < 0.7 ? "if-different" : world.pick(["never", "if-newer", "always"] as const),
    ...(world.random() < 0.3 ? { hugeObjectSizeBytes: 150 } : {}),
    allowEmpty: true,
    taskObjectCountLimit: world.between(1, 8),
    taskObjectSizeLimit: world.between(50, 2_000),
  });
}
