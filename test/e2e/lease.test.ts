import { describe, expect, test } from "vitest";
import { seedOne, seedSmall } from "../support/bucket-seeds.ts";
import { CONTROL, openFerryWorld, SOURCE } from "../support/ferry-world.ts";
import { expectMigrated } from "../support/migrated.ts";
import { until } from "../support/until.ts";

const NEVER_MS = 600_000;

describe.concurrent("a worker without a lease", { timeout: 240_000 }, () => {
  test("fences itself when it wakes up after its successor has done the work", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 24);
    const match = { service: "s3", bucket: SOURCE, operation: "GetObject", key: "^small-003$" } as const;
    const held = world.script({ match, nth: 1, fault: { kind: "stall", ms: NEVER_MS, afterBytes: 100 } });
    const zombie = world.startWorker("zombie");
    await held.hit();

    zombie.send("SIGSTOP");
    expect((await world.startWorker("successor").end()).code).toBe(0);
    const finished = new Set(world.controlKeys("done/"));
    zombie.send("SIGCONT");

    await zombie.waitFor("worker.fenced");
    expect(await zombie.end()).toMatchObject({ code: 0, errors: [] });
    expect(new Set(world.controlKeys("done/"))).toEqual(finished);
    expect((await expectMigrated(world)).highestEpoch).toBeGreaterThan(1);
  });

  test("fences itself when it wakes up while its successor is at work, and both finish", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 40);
    await seedOne(world, "streamed", 3_000_000);
    const slow = { kind: "trickle", bytesPerSecond: 1_500_000 } as const;
    const match = { service: "s3", operation: "GetObject", key: "^streamed$" } as const;
    const rule = world.script({ match, fault: slow });
    const zombie = world.startWorker("zombie");
    await rule.hit();

    zombie.send("SIGSTOP");
    const successor = world.startWorker("successor");
    await successor.waitFor("partition.taken-over");
    zombie.send("SIGCONT");

    const ends = await Promise.all([zombie.end(), successor.end()]);
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    expect(zombie.events("worker.fenced")).not.toEqual([]);
    expect((await expectMigrated(world)).highestEpoch).toBeGreaterThan(1);
  });

  test("stops when the control bucket is cut off, and goes on when it is back", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 60, 20_000);
    const { s3, settings } = world.ownKeys();
    world.cloud.s3.limitBandwidth(s3.accessKeyId, 200_000);
    await world.wish({ paused: true });
    const workers = ["one", "two"].map((name) => world.startWorker(name, settings));
    await Promise.all(workers.map((worker) => worker.waitFor("worker.started")));
    await world.wish({});
    await until("the first objects have arrived", () => world.destinationBytes > 0);

    const cut = world.script({
      match: { service: "oss", bucket: CONTROL },
      fault: { kind: "reset-before" },
    });
    await Promise.all(workers.map((worker) => worker.waitFor("worker.fenced")));
    cut.lift();
    const ends = await Promise.all(workers.map((worker) => worker.end()));

    expect(ends.map(({ code, errors }) => ({ code, errors }))).toEqual([
      { code: 0, errors: [] },
      { code: 0, errors: [] },
    ]);
    await expectMigrated(world);
  });

  test("ends with exit code 7 when the control bucket stays away, and the same command goes on later", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 12);
    const match = { service: "s3", bucket: SOURCE, operation: "GetObject", key: "^small-003$" } as const;
    const held = world.script({ match, nth: 1, fault: { kind: "stall", ms: NEVER_MS, afterBytes: 100 } });
    const worker = world.startWorker("patient", { OSS_FERRY_GIVE_UP_SECONDS: "10" });
    await held.hit();

    const cut = world.script({
      match: { service: "oss", bucket: CONTROL },
      fault: { kind: "error", status: 503, code: "ServiceUnavailable" },
    });
    const end = await worker.end();
    cut.lift();

    expect(end.code).toBe(7);
    expect(end.errors).toHaveLength(1);
    expect(end.errors[0]).toMatch(
      /^STORE_UNAVAILABLE: the control bucket has not answered for 10 s .*start again/u,
    );
    expect((await world.startWorker("again").end()).code).toBe(0);
    await expectMigrated(world);
  });
});
