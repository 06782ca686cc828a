import { describe, expect, test } from "vitest";
import { seedSmall } from "../support/bucket-seeds.ts";
import { CONTROL, type FerryWorld, openFerryWorld } from "../support/ferry-world.ts";
import type { FerryProcess } from "../support/ferry-process.ts";
import { expectMigrated } from "../support/migrated.ts";
import { until } from "../support/until.ts";

/** What the operator is promised. */
const OBEYED_WITHIN_MS = 15_000;
/** As real fleets have it: no lease makes a worker look for the operator's wishes more rarely. */
const USUAL_LEASE = { OSS_FERRY_LEASE_SECONDS: "60" };
/** Looks more often. Two objects at a time, so that a pause has not long to wait for what is under way. */
const QUICK = { OSS_FERRY_LEASE_SECONDS: "20", OSS_FERRY_WORKER_TASK_THREAD_NUM: "2" };

/** Resolves once the worker has read control.json so many times more. */
async function readAgain(world: FerryWorld, times: number): Promise<void> {
  const read = world.script({
    match: { service: "oss", bucket: CONTROL, operation: "GetObject", key: "control\\.json$" },
    fault: { kind: "latency", ms: 0 },
  });
  await read.hit(times);
  read.lift();
}

/** Looks a few times in the time that a test has; heartbeats as often. */
const SEVERAL = { OSS_FERRY_LEASE_SECONDS: "9", OSS_FERRY_WORKER_TASK_THREAD_NUM: "2" };

interface Fleet {
  readonly workers: readonly FerryProcess[];
  /** What an `oss-ferry` command says about it. */
  readonly say: (...args: readonly string[]) => Promise<string>;
  /** Lets the source be as fast as it can. */
  readonly release: () => void;
}

/** Two workers on a source so slow that they have not ended before they are let. */
async function startSlowFleet(world: FerryWorld): Promise<Fleet> {
  await seedSmall(world, 200, 40_000);
  const { s3, settings } = world.ownKeys();
  world.cloud.s3.limitBandwidth(s3.accessKeyId, 100_000);
  const workers = ["first", "second"].map((name) => world.startWorker(name, { ...settings, ...SEVERAL }));
  await Promise.all(workers.map((worker) => worker.waitFor("partition.claimed")));
  await until("something has arrived", () => world.destinationBytes > 0);
  return {
    workers,
    say: async (...args) => {
      const { code, stdout, errors } = await world.startCommand(args).end();
      expect({ code, errors }).toEqual({ code: 0, errors: [] });
      return stdout;
    },
    release: () => world.cloud.s3.limitBandwidth(s3.accessKeyId, undefined),
  };
}

describe.concurrent("the operator's commands", { timeout: 240_000 }, () => {
  test("pause a running fleet, which then moves nothing, and let it go on to a right end", async () => {
    await using world = await openFerryWorld();
    const { workers, say, release } = await startSlowFleet(world);

    const paused = await say("pause", "--wait");
    release();
    await until("nothing is under way", async () => {
      const before = world.sourceBytes;
      await readAgain(world, 2);
      return world.sourceBytes === before;
    });
    const requests = world.cloud.counters.requests({ service: "s3" });
    await readAgain(world, 4);
    const [one, all, line] = await Promise.all([
      say("status", "--json"),
      say("status", "--json", "--jobs", ""),
      say("throttle"),
    ]);

    expect(paused).toContain("job-1 is paused: nothing new begins, what is under way ends.");
    expect(paused).toContain("2 workers are alive; 2 of 2 obey.");
    expect(world.cloud.counters.requests({ service: "s3" })).toBe(requests);
    expect(JSON.parse(one)).toMatchObject({
      state: "paused",
      control: { inForce: { paused: true } },
      workers: [{ heartbeat: { obeys: { paused: true } } }, { heartbeat: { obeys: { paused: true } } }],
      stragglers: [],
    });
    expect(JSON.parse(all)).toMatchObject({ jobs: [{ jobId: "job-1", state: "paused", aliveWorkers: 2 }] });
    expect(line).toBe(paused);

    expect(await say("resume", "--wait")).toContain("job-1 is not paused.");
    expect((await Promise.all(workers.map((worker) => worker.end()))).map(({ code }) => code)).toEqual([
      0, 0,
    ]);
    const overview = await say("status", "--jobs", "");
    expect(overview).toMatch(/^job-1 {2}complete +200 of 200 listed objects/u);
    expect(await say("status", "--jobs", "", "--watch")).toBe(overview);
    await expectMigrated(world);
  });

  test("throttle a running fleet in a window of the day, and let it go on as fast as it can", async () => {
    await using world = await openFerryWorld();
    const { workers, say, release } = await startSlowFleet(world);

    // Whatever time it is: one of the two windows is open.
    await say("throttle", "--mbps", "1.6", "--window", "00:00-12:00");
    const throttled = await say("throttle", "--mbps", "1.6", "--window", "12:00-00:00", "--wait");
    release();
    const [fromMs, fromBytes] = [performance.now(), world.sourceBytes];
    await until("three seconds' worth has passed", () => world.sourceBytes > fromBytes + 600_000);
    const seconds = (performance.now() - fromMs) / 1000;
    const movedBytes = world.sourceBytes - fromBytes;
    const status = await say("status");

    expect(throttled).toContain("Limits of the whole fleet now: 1.6 Mbit/s.");
    expect(throttled).toContain("2 workers are alive and each takes 0.8 Mbit/s; 2 of 2 obey.");
    // One second's worth may pass at once, and as much again may be announced and not have arrived.
    expect(movedBytes).toBeLessThan(200_000 * (seconds + 2));
    expect(status).toMatch(/^job-1 running {3}2 workers .* at most 1\.6 Mbit\/s$/mu);
    expect(status.match(/seen \d+ s ago {2}at most 0\.8 Mbit\/s$/gmu)).toHaveLength(2);

    expect(await say("throttle", "--off", "--wait")).toContain("Limits of the whole fleet now: none.");
    expect((await Promise.all(workers.map((worker) => worker.end()))).map(({ code }) => code)).toEqual([
      0, 0,
    ]);
    await expectMigrated(world);
  });
});

describe.concurrent("control.json", { timeout: 240_000 }, () => {
  test("is obeyed within 15 s by a worker with the usual lease", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 24);
    await world.wish({ paused: true });
    const worker = world.startWorker("obedient", USUAL_LEASE);
    await worker.waitFor("worker.started");
    expect(world.cloud.counters.requests({ service: "s3", operation: "GetObject" })).toBe(0);

    await world.wish({});
    await worker.waitFor("control.changed", ({ paused }) => paused === false, OBEYED_WITHIN_MS);

    expect(await worker.end()).toMatchObject({ code: 0, errors: [] });
    await expectMigrated(world);
  });

  test("pauses, throttles and resumes a running worker; nonsense in it changes nothing", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 100, 40_000);
    const { s3, settings } = world.ownKeys();
    world.cloud.s3.limitBandwidth(s3.accessKeyId, 50_000);
    const worker = world.startWorker("obedient", { ...settings, ...QUICK });
    await until("the first object has arrived", () => world.destinationBytes > 0);

    await world.wish({ paused: true });
    await worker.waitFor("control.changed", ({ paused }) => paused === true, OBEYED_WITHIN_MS);
    // What was under way ends; then nothing begins any more, however often the worker looks.
    world.cloud.s3.limitBandwidth(s3.accessKeyId, undefined);
    await until("nothing is under way", async () => {
      const before = world.sourceBytes;
      await readAgain(world, 1);
      return world.sourceBytes === before;
    });
    const whenPaused = world.cloud.counters.requests({ service: "s3", operation: "GetObject" });

    await world.wish('{"paused": fals');
    const warning = await worker.waitFor("control.unreadable", undefined, OBEYED_WITHIN_MS);
    expect(warning).toMatchObject({ level: "warn", inForce: { paused: true } });
    expect(world.cloud.counters.requests({ service: "s3", operation: "GetObject" })).toBe(whenPaused);

    await world.wish({ bytesPerSecond: 200_000 });
    await worker.waitFor("control.changed", ({ paused }) => paused === false, OBEYED_WITHIN_MS);
    const [fromMs, fromBytes] = [performance.now(), world.sourceBytes];
    await until("three seconds' worth has passed", () => world.sourceBytes > fromBytes + 600_000);
    const seconds = (performance.now() - fromMs) / 1000;
    // One second's worth may pass at once, and as much again may be announced and not have arrived.
    expect(world.sourceBytes - fromBytes).toBeLessThan(200_000 * (seconds + 2));

    await world.wish({});
    expect(await worker.end()).toMatchObject({ code: 0, errors: [] });
    await expectMigrated(world);
  });
});
