import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { fleetSize } from "../../../core/config/fleet-size.ts";
import { fleetsOf } from "../../../core/config/fleet.ts";
import type { Migration } from "../../../core/config/migration-schema.ts";
import { readMigration } from "../../../core/config/read-migration.ts";
import { workerEnvironment } from "../../../core/config/worker-environment.ts";
import { readSettings } from "../../../core/protocol/environment.ts";

async function example(name: string): Promise<Migration> {
  const text = await readFile(new URL(`../../../examples/${name}.yaml`, import.meta.url), "utf8");
  const read = readMigration(text, name);
  if (!read.ok) throw new Error(read.problems.join("\n"));
  return read.migration;
}

test("500 TB in a week at 200 Mbit/s take 36 instances, and the sizing says what else to know", async () => {
  const fleets = fleetsOf(await example("article"));

  const full = fleets.find(({ phase }) => phase === "full");

  expect(full?.workers).toBe(36);
  expect(full?.sizing).toBe(
    "36 instances = ceil(500 TB / 7 days / (200 Mbit/s / 100)); 33.1 at full use, 41.3 at 80 %; " +
      "together 7.2 Gbit/s, above the usual 5 Gbit/s of a region (pay-by-traffic ECS, OSS uploads): " +
      "have it raised first, or it takes longer",
  );
});

test.each([
  [500e12, 7, 200, 36],
  [500e12, 7, 180, 40],
  [14e12, 7, 100, 2],
  [0.7e12, 0.1, 100, 7],
  [1e9, 30, 100, 1],
])("%d bytes in %d days at %d Mbit/s take %d instances", (volumeBytes, days, mbitPerInstance, expected) => {
  expect(fleetSize({ volumeBytes, days, mbitPerInstance })).toBe(expected);
});

test("a phase's own settings come before the migration's", async () => {
  const migration = await example("article");

  const [pilot, , delta] = fleetsOf(migration);

  expect(pilot).toMatchObject({ jobId: "article-pilot", workers: 2, srcPrefix: "2019/" });
  expect(pilot).not.toHaveProperty("spot");
  expect(delta).toMatchObject({ phase: "delta-1", spot: { protectedHours: 1 }, srcPrefix: "" });
});

test("the worker accepts the environment that is made for it, and reads from it what the file says", async () => {
  const migration = await example("article");
  const [pilot] = fleetsOf(migration);
  if (pilot === undefined) throw new Error("The example has a pilot");

  const environment = workerEnvironment(migration, pilot, "worker-0");

  expect(readSettings(environment)).toMatchObject({
    ok: true,
    settings: {
      OSS_FERRY_JOB_ID: "article-pilot",
      OSS_FERRY_SOURCE_BUCKET: "photos-tokyo",
      OSS_FERRY_SRC_PREFIX: "2019/",
      OSS_FERRY_DESTINATION_REGION: "cn-hongkong",
      OSS_FERRY_WORKER_NAME: "worker-0",
      OSS_FERRY_OSS_CREDENTIALS: "ecs",
    },
  });
});
