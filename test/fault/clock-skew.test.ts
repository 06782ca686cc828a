import { describe, expect, test } from "vitest";
import { send } from "../local/raw-client.ts";
import { seedSmall } from "../support/bucket-seeds.ts";
import { DESTINATION, type FerryWorld, openFerryWorld, SOURCE } from "../support/ferry-world.ts";
import { expectMigrated } from "../support/migrated.ts";

const MINUTE_MS = 60_000;

/** What the services answer to a request signed by this machine's clock. */
async function answersByOwnClock({ cloud }: FerryWorld): Promise<readonly number[]> {
  const signedAtMs = Date.now();
  const list = { query: { "list-type": "2" }, signedAtMs };
  return [
    (await send(cloud.s3, { bucket: SOURCE, ...list })).status,
    (await send(cloud.oss, { bucket: DESTINATION, ...list })).status,
  ];
}

describe.concurrent("clocks that differ", { timeout: 240_000 }, () => {
  test.for([10, -10])("by %i minutes do not matter: leases go by OSS's clock alone", async (minutes) => {
    await using world = await openFerryWorld();
    world.cloud.oss.clock.offsetMs = minutes * MINUTE_MS;
    world.cloud.s3.clock.offsetMs = -minutes * MINUTE_MS;
    await seedSmall(world, 40);

    expect(await answersByOwnClock(world)).toEqual([200, 200]);
    const workers = ["one", "two"].map((name) => world.startWorker(name, { OSS_FERRY_LEASE_SECONDS: "20" }));
    const ends = await Promise.all(workers.map((worker) => worker.end()));

    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    expect((await expectMigrated(world)).highestEpoch).toBe(1);
    expect(world.readControl(world.keys.job)).toMatchObject({
      startedAtSourceMs: expect.toSatisfy(
        (ms: number) => Math.abs(ms - Date.now() + minutes * MINUTE_MS) < 2 * MINUTE_MS,
      ) as number,
    });
  });

  test("by just more than services tolerate are learned from the refusal", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 24);
    world.cloud.s3.clock.offsetMs = 15 * MINUTE_MS + 1;

    expect((await answersByOwnClock(world))[0]).toBe(403);
    expect(await world.startWorker("skewed").end()).toMatchObject({ code: 0, errors: [] });

    await expectMigrated(world);
  });

  test("by 20 minutes in the middle of a job end it with a line that says so, and nothing is lost", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 24);
    const held = world.script({
      match: { bucket: SOURCE, operation: "GetObject", key: "small-005" },
      fault: { kind: "error", status: 503, code: "SlowDown" },
    });
    const worker = world.startWorker("jump");
    await held.hit();

    world.cloud.s3.clock.offsetMs = 20 * MINUTE_MS;
    held.lift();
    expect(await answersByOwnClock(world)).toEqual([403, 200]);
    const end = await worker.end();

    expect(end.code).toBe(5);
    expect(end.errors).toEqual([
      expect.stringMatching(
        /^CLOCK_SKEWED: .*the clock of this machine is 20 minutes behind the service's; synchronize it \(NTP\)$/u,
      ),
    ]);
    world.cloud.s3.clock.offsetMs = 0;
    expect((await world.startWorker("synchronized").end()).code).toBe(0);
    await expectMigrated(world);
  });
});
