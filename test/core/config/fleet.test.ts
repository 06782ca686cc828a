import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { fleetSize } from "../../../core/config/fleet-size.ts";
import { fleetsOf } from "../../../core/config/fleet.ts";
import type { Migration } from "../../../core/config/migration-schema.ts";
import { readMigration } from "../../../core/config/read-migration.ts";
import { workerEnvironment } from "../../../core/config/worker-environment.ts";
import { readSettings } from "../../../core/protocol/environment.ts";

async function example(name: string, change = (text: string): string => text): Promise<Migration> {
  const text = change(await readFile(new URL(`../../../examples/${name}.yaml`, import.meta.url), "utf8"));
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

test("a region whose limits were raised has room for them", async () => {
  const raised = "limits: { ecsRegionMbit: 10000, ossUploadMbit: 10000 }\nphases:";

  const fleets = fleetsOf(await example("article", (text) => text.replace("phases:", raised)));

  expect(fleets.find(({ phase }) => phase === "full")?.sizing).not.toContain("together");
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

test("a delta goes by the last copy of everything before it, or by the phase it names; an audit only by the latter", async () => {
  const phases = `phases:
  full: { workers: 2 }
  pilot: { workers: 1, sample: { objects: 1000, size: 1 GB } }
  delta-1: { workers: 2 }
  audit: { workers: 2, content: true }
  delta-2: { workers: 2 }
  delta-3: { workers: 2, base: delta-1 }`;

  const fleets = fleetsOf(await example("small", (text) => text.replace(/phases:.*/su, phases)));

  expect(Object.fromEntries(fleets.map(({ phase, work }) => [phase, work]))).toEqual({
    full: { kind: "copy" },
    pilot: { kind: "copy", sample: { objects: 1000, bytes: 1e9 } },
    "delta-1": { kind: "delta", baseJobId: "small-full" },
    audit: { kind: "audit", content: true },
    "delta-2": { kind: "delta", baseJobId: "small-delta-1" },
    "delta-3": { kind: "delta", baseJobId: "small-delta-1" },
  });
});

test("the worker reads from its environment what is selected and what the phase does", async () => {
  const copy = `copy:
  overwrite: if-newer
  importSince: 2026-01-01T00:00:00Z
  modifiedBefore: 2026-02-01T00:00:00Z
  include: ["photos/**", 'a "b" #.jpg']
  exclude: ["**/*.tmp"]
  minSize: 1 KB
  maxSize: 1 MB
phases:
  pilot: { workers: 1, sample: { objects: 1000, size: 1 GB } }
  full: { workers: 2 }
  delta-1: { workers: 2 }
  delta-2: { workers: 2, repeat: { every: 90 min, until: 2026-12-24T18:00:00Z, smallEnough: 1000 } }
  audit: { workers: 2, base: delta-1, content: true }`;
  const migration = await example("small", (text) => text.replace(/phases:.*/su, copy));

  const read = fleetsOf(migration).map((fleet) =>
    readSettings(workerEnvironment(migration, fleet, "worker-0")),
  );

  const selection = {
    OSS_FERRY_OVERWRITE: "if-newer",
    OSS_FERRY_IMPORT_SINCE: Date.UTC(2026, 0, 1),
    OSS_FERRY_MODIFIED_BEFORE: Date.UTC(2026, 1, 1),
    OSS_FERRY_INCLUDE: ["photos/**", 'a "b" #.jpg'],
    OSS_FERRY_EXCLUDE: ["**/*.tmp"],
    OSS_FERRY_MIN_SIZE: 1e3,
    OSS_FERRY_MAX_SIZE: 1e6,
  };
  const kinds = [
    { OSS_FERRY_JOB_KIND: "copy", OSS_FERRY_SAMPLE_OBJECTS: 1000, OSS_FERRY_SAMPLE_BYTES: 1e9 },
    { OSS_FERRY_JOB_KIND: "copy" },
    { OSS_FERRY_JOB_KIND: "delta", OSS_FERRY_BASE_JOB_ID: "small-full" },
    {
      OSS_FERRY_JOB_KIND: "delta",
      OSS_FERRY_BASE_JOB_ID: "small-delta-1",
      OSS_FERRY_ROUND_EVERY_SECONDS: 5400,
      OSS_FERRY_ROUNDS_UNTIL: Date.UTC(2026, 11, 24, 18),
      OSS_FERRY_ROUND_SMALL_ENOUGH: 1000,
    },
    { OSS_FERRY_JOB_KIND: "audit", OSS_FERRY_BASE_JOB_ID: "small-delta-1", OSS_FERRY_AUDIT_CONTENT: true },
  ];
  expect(read).toMatchObject(kinds.map((kind) => ({ ok: true, settings: { ...selection, ...kind } })));
});
