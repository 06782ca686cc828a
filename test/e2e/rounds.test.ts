import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { jobKeys } from "../../core/protocol/keys.ts";
import { roundJobId } from "../../core/protocol/round.ts";
import { compareBuckets } from "../../local/demo/compare-buckets.ts";
import { seedSmall } from "../support/bucket-seeds.ts";
import { DESTINATION, type FerryWorld, openFerryWorld, SOURCE } from "../support/ferry-world.ts";
import { until } from "../support/until.ts";

/** A worker of the series `delta`, whose rounds begin this many seconds after each other. */
const rounds = (more: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  OSS_FERRY_JOB_ID: "delta",
  OSS_FERRY_JOB_KIND: "delta",
  OSS_FERRY_BASE_JOB_ID: "full",
  OSS_FERRY_ROUND_EVERY_SECONDS: "2",
  ...more,
});

const summaryOf = (world: FerryWorld, number: number): unknown =>
  world.readControl(jobKeys(roundJobId("delta", number)).summary);

/** Resolves once the round is complete. */
const complete = (world: FerryWorld, number: number): Promise<unknown> =>
  until(`round ${number} is complete`, () => summaryOf(world, number));

/** How many rounds have begun. */
function begun(world: FerryWorld): number {
  let number = 0;
  while (world.readControl(jobKeys(roundJobId("delta", number + 1)).job) !== undefined) number++;
  return number;
}

async function openCopied(): Promise<FerryWorld> {
  const world = await openFerryWorld();
  await seedSmall(world, 25);
  expect(await world.startCommand(["run", "--job-id", "full"]).end()).toMatchObject({ code: 0 });
  return world;
}

/** Has the application write to the source until somebody says that it is enough. */
function keepWriting({ cloud }: FerryWorld): { readonly stop: () => Promise<void> } {
  const enough = new AbortController();
  const writing = (async () => {
    for (let count = 0; !enough.signal.aborted; count++) {
      await cloud.s3.putObject(SOURCE, `small-${String(count % 25).padStart(3, "0")}`, `version ${count}`);
      await sleep(20);
    }
  })();
  return {
    stop: async () => {
      enough.abort();
      await writing;
    },
  };
}

describe("a delta that repeats", { timeout: 240_000 }, () => {
  test("goes on round after round while one worker is killed and another comes, until a round is small enough", async () => {
    await using world = await openCopied();
    const application = keepWriting(world);
    const settings = rounds({ OSS_FERRY_ROUND_SMALL_ENOUGH: "0" });
    const stays = world.startWorker("stays", settings);
    const dies = world.startWorker("dies", settings);
    await complete(world, 1);
    await until("round 2 has begun", () => begun(world) >= 2);
    await dies.kill();
    await complete(world, 2);
    const comes = world.startWorker("comes", settings);
    await comes.waitFor("job.joined");
    await complete(world, begun(world) + 1);
    await application.stop();

    const ends = await Promise.all([stays.end(), comes.end()]);

    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    const last = begun(world);
    expect(last).toBeGreaterThan(3);
    const check = await world.startCommand(["cutover", "check", "--base-job-id", "delta"]).end();
    expect(check.stdout).toMatch(new RegExp(`^pass  last job +delta delta-r${last} is complete: `, "mu"));
    expect(summaryOf(world, last)).toMatchObject({ tally: { outcomes: { copied: 0, failed: 0 } } });
    for (let number = 2; number <= last; number++) {
      expect(world.readControl(jobKeys(roundJobId("delta", number)).job)).toMatchObject({
        spec: { work: { baseJobId: roundJobId("delta", number - 1), round: { of: "delta", number } } },
      });
    }
    expect(comes.events("job.joined").map(({ jobId }) => jobId)).not.toContain("delta");
    const { s3, oss } = world.cloud;
    expect(await compareBuckets(s3.inventory(SOURCE), oss.inventory(DESTINATION))).toMatchObject({
      same: 25,
      missing: [],
      different: [],
      extra: [],
    });
  });

  test("is paused by any round's id, drains between rounds, ends at its deadline, and is the base of the next as a whole", async () => {
    await using world = await openCopied();
    const deadline = new Date(Date.now() + 600_000).toISOString();
    const repeating = world.startWorker("worker", rounds({ OSS_FERRY_ROUNDS_UNTIL: deadline }));
    await complete(world, 2);
    const paused = await world.startCommand(["pause", "--job-id", "delta"]).end();
    const isPaused = world.readControl(jobKeys("delta").control);
    const resumed = await world.startCommand(["resume", "--job-id", "delta-r2"]).end();
    const isResumed = world.readControl(jobKeys("delta").control);
    await complete(world, begun(world) + 1);
    repeating.send("SIGTERM");
    const drained = await repeating.end();
    await world.cloud.s3.putObject(SOURCE, "small-003", "changed");
    const over = new Date(Date.now() - 1_000).toISOString();

    const ended = await world
      .startCommand(
        `delta --job-id delta --base-job-id full --round-every-seconds 2 --rounds-until ${over}`.split(" "),
      )
      .end();
    const last = roundJobId("delta", begun(world));
    const final = await world.startCommand(["delta", "--job-id", "final", "--base-job-id", "delta"]).end();

    expect([paused, resumed, drained, ended, final].map(({ code }) => code)).toEqual([0, 0, 6, 0, 0]);
    expect(isPaused).toMatchObject({ paused: true });
    expect(isResumed).toMatchObject({ paused: false });
    expect(ended.stdout).toContain(`Job ${last} is complete: 25 listed = 0 copied`);
    expect(world.readControl(jobKeys("final").job)).toMatchObject({ spec: { work: { baseJobId: last } } });
    expect(final.stdout).toContain("Job final is complete: 25 listed = 1 copied + 24 skipped");
  });
});
