import { describe, expect, test } from "vitest";
import { bytesOf, seedOne, seedSmall } from "../support/bucket-seeds.ts";
import {
  DESTINATION,
  type FerryWorld,
  openFerryWorld,
  type ScriptedFault,
  SOURCE,
} from "../support/ferry-world.ts";
import { expectMigrated } from "../support/migrated.ts";
import { until } from "../support/until.ts";

/** No test waits as long: whatever is taken over within it was given back, not missed. */
const LONG_LEASE = { OSS_FERRY_LEASE_SECONDS: "600" };
const NEVER_MS = 600_000;

/** Makes one object stop coming in the middle, once. */
function holdOne(world: FerryWorld, key: string): ScriptedFault {
  const match = { service: "s3", bucket: SOURCE, operation: "GetObject", key: `^${key}$` } as const;
  return world.script({ match, nth: 1, fault: { kind: "stall", ms: NEVER_MS, afterBytes: 100 } });
}

describe.concurrent("a worker that is told to stop", { timeout: 240_000 }, () => {
  test("gives back at once what it cannot finish in time, and says so by its exit code", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 24);
    const held = holdOne(world, "small-003");
    const first = world.startWorker("first", { ...LONG_LEASE, OSS_FERRY_DRAIN_SECONDS: "1" });
    await held.hit();

    first.send("SIGTERM");
    const end = await first.end();
    const second = world.startWorker("second", LONG_LEASE);

    expect(end).toMatchObject({ code: 6, errors: [] });
    expect(first.events().map(({ event }) => event)).toEqual(
      expect.arrayContaining(["worker.draining", "partition.reopened", "worker.finished"]),
    );
    expect((await second.end()).code).toBe(0);
    expect((await expectMigrated(world)).highestEpoch).toBe(2);
  });

  test("finishes what it holds when there is time, and claims nothing more", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 24);
    await seedOne(world, "aaa-slow", 300_000);
    const match = { service: "s3", operation: "GetObject", key: "^aaa-slow$" } as const;
    const slow = world.script({ match, fault: { kind: "trickle", bytesPerSecond: 150_000 } });
    const first = world.startWorker("first", { ...LONG_LEASE, OSS_FERRY_WORKER_TASK_THREAD_NUM: "1" });
    await slow.hit();

    first.send("SIGTERM");
    await first.waitFor("worker.draining");
    const claimedBefore = first.events("partition.claimed");
    const end = await first.end();

    expect(end).toMatchObject({ code: 6, errors: [] });
    const ids = (events: readonly { readonly [field: string]: unknown }[]): Set<unknown> =>
      new Set(events.map(({ partitionId }) => partitionId));
    expect(ids(first.events("partition.claimed"))).toEqual(ids(claimedBefore));
    expect(ids(first.events("partition.completed"))).toEqual(ids(claimedBefore));
    expect((await world.startWorker("second", LONG_LEASE).end()).code).toBe(0);
    expect((await expectMigrated(world)).highestEpoch).toBe(1);
  });

  test("leaves the recorded parts of a large object to the next one", async () => {
    const mib = 1024 * 1024;
    await using world = await openFerryWorld();
    await world.cloud.s3.putObject(SOURCE, "giant", bytesOf("giant", 65 * mib));
    const match = { service: "s3", operation: "GetObject", key: "^giant$" } as const;
    world.script({ match, nth: 3, fault: { kind: "stall", ms: NEVER_MS, afterBytes: 1_000 } });
    const first = world.startWorker("first", { ...LONG_LEASE, OSS_FERRY_DRAIN_SECONDS: "0" });
    const part = world.cloud.counters.of("oss", DESTINATION, "UploadPart");
    await until("two parts are stored", () => part.statuses[200] === 2);

    first.send("SIGTERM");
    expect((await first.end()).code).toBe(6);
    world.cloud.counters.reset();
    const second = world.startWorker("second", LONG_LEASE);

    expect((await second.end()).code).toBe(0);
    expect(second.events("object.resumed")).toMatchObject([{ key: "giant", parts: 2 }]);
    expect(world.sourceBytes).toBe(mib);
    await expectMigrated(world);
  });

  test("ends at once when it has not begun yet", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 3);
    const match = { service: "oss", operation: "GetBucketVersioning" } as const;
    const first = world.script({ match, fault: { kind: "stall", ms: NEVER_MS } });
    const worker = world.startWorker("early", LONG_LEASE);
    await first.hit();

    worker.send("SIGTERM");

    expect(await worker.end()).toMatchObject({ code: 6, errors: [] });
    expect(world.controlKeys()).toEqual([]);
  });

  test("stops in time when its spot instance is about to be taken away", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 24);
    const held = holdOne(world, "small-003");
    const { metadata } = world.cloud;
    const onSpot = {
      ...LONG_LEASE,
      OSS_FERRY_DRAIN_SECONDS: "1",
      OSS_FERRY_OSS_CREDENTIALS: "ecs",
      OSS_FERRY_METADATA_ENDPOINT: metadata.endpoint,
      ALIBABA_CLOUD_ACCESS_KEY_ID: undefined,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: undefined,
    };
    const first = world.startWorker("first", onSpot);
    await held.hit();

    metadata.announceTermination(Date.now() + 300_000);
    const end = await first.end();
    const second = world.startWorker("second", LONG_LEASE);

    expect(end).toMatchObject({ code: 6, errors: [] });
    expect(first.events("spot.interruption")).toHaveLength(1);
    expect((await second.end()).code).toBe(0);
    expect((await expectMigrated(world)).highestEpoch).toBe(2);
  });
});
