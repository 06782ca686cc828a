import { describe, expect, test } from "vitest";
import { seedSmall } from "../support/bucket-seeds.ts";
import { CONTROL, type FerryWorld, openFerryWorld } from "../support/ferry-world.ts";
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

describe.concurrent("control.json", { timeout: 90_000 }, () => {
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
