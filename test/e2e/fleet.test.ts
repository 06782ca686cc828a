import { expect, test } from "vitest";
import { seedMixed } from "../support/bucket-seeds.ts";
import { openFerryWorld } from "../support/ferry-world.ts";
import { expectMigrated } from "../support/migrated.ts";

/** What each worker can read, as an instance has its own line: nobody can do the whole job before the others look. */
const BYTES_PER_SECOND = 2_000_000;

test("four workers share a bucket of everything, and each key arrives or is reported", async () => {
  await using world = await openFerryWorld();
  const failures = await seedMixed(world);
  await world.wish({ paused: true });
  const workers = ["one", "two", "three", "four"].map((name) => {
    const { s3, settings } = world.ownKeys();
    world.cloud.s3.limitBandwidth(s3.accessKeyId, BYTES_PER_SECOND);
    return world.startWorker(name, settings);
  });
  await Promise.all(workers.map((worker) => worker.waitFor("worker.started")));

  await world.wish({ paused: false });
  const ends = await Promise.all(workers.map((worker) => worker.end()));

  // Objects that OSS cannot hold are why no worker says 0.
  expect(ends.map(({ code, errors }) => ({ code, errors }))).toEqual(
    ends.map(() => ({ code: 3, errors: [] })),
  );
  const { markers } = await expectMigrated(world, failures);
  expect(new Set(markers.map(({ workerId }) => workerId)).size).toBeGreaterThan(1);
});
