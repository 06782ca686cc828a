import { describe, expect, test } from "vitest";
import { seedSmall } from "../support/bucket-seeds.ts";
import { CONTROL, type FerryWorld, openFerryWorld, type Settings } from "../support/ferry-world.ts";
import { cleanRefusal, refusalOf } from "../support/refused.ts";

const DELTA = { OSS_FERRY_JOB_ID: "delta", OSS_FERRY_JOB_KIND: "delta", OSS_FERRY_BASE_JOB_ID: "job-1" };

/** A complete copy, to base something on. */
async function openCopied(): Promise<FerryWorld> {
  const world = await openFerryWorld();
  await seedSmall(world, 12);
  expect((await world.startWorker("full").end()).code).toBe(0);
  return world;
}

interface Unusable {
  readonly what: string;
  readonly settings?: Settings;
  readonly damage?: (world: FerryWorld) => void;
  readonly line: RegExp;
}

const UNUSABLE: readonly Unusable[] = [
  {
    what: "does not exist",
    settings: { OSS_FERRY_BASE_JOB_ID: "job-2" },
    line: /^BASE_UNKNOWN: there is no job job-2 to base this one on; check the id of the base$/u,
  },
  {
    what: "is not complete",
    damage: ({ cloud, keys }) => void cloud.oss.deleteObject(CONTROL, keys.summary),
    line: /^BASE_INCOMPLETE: job job-1 is not complete, .*; let it finish first$/u,
  },
  {
    what: "had other filters",
    settings: { OSS_FERRY_EXCLUDE: "*.tmp" },
    line: /^BASE_DIFFERS: job job-1 was about another filter\.exclude.*; give both the same, or begin with a new copy$/u,
  },
  {
    what: "had another prefix before migration.yaml was changed",
    settings: { OSS_FERRY_SRC_PREFIX: "small-" },
    line: /^BASE_DIFFERS: job job-1 was about another srcPrefix \("", not "small-"\); give both the same/u,
  },
];

describe.concurrent(
  "a delta is refused in one line, and begins nothing, when its base",
  { timeout: 240_000 },
  () => {
    test.for(UNUSABLE)("$what", async ({ settings = {}, damage, line }) => {
      await using world = await openCopied();
      damage?.(world);

      const refusal = await refusalOf(world, () => world.startWorker("late", { ...DELTA, ...settings }));

      expect(refusal).toEqual(cleanRefusal(4, expect.stringMatching(line)));
    });
  },
);

describe.concurrent("a delta ends in one line when a ledger of its base", { timeout: 240_000 }, () => {
  test.for([
    ["was edited", (body: Buffer) => Buffer.concat([body.subarray(0, -1), Buffer.from("x")])],
    ["was truncated", (body: Buffer) => body.subarray(0, body.length / 2)],
    ["is empty", () => Buffer.alloc(0)],
  ] as const)("%s", async ([, damage]) => {
    await using world = await openCopied();
    const [ledger = ""] = world.controlKeys("ledger/").map((key) => world.keys.root + key);
    const { oss } = world.cloud;
    await oss.putObject(CONTROL, ledger, damage(oss.readObject(CONTROL, ledger) ?? Buffer.alloc(0)));

    const { code, errors } = await world.startWorker("late", DELTA).end();

    expect({ code, errors }).toEqual({
      code: 4,
      errors: [
        `LEDGER_DAMAGED: ${ledger} is not the ledger its completion marker names: its SHA-256 differs; ` +
          "restore it, or audit the buckets against each other",
      ],
    });
  });

  test("is gone", async () => {
    await using world = await openCopied();
    const [ledger = ""] = world.controlKeys("ledger/").map((key) => world.keys.root + key);
    world.cloud.oss.deleteObject(CONTROL, ledger);

    const { code, errors } = await world.startWorker("late", DELTA).end();

    expect({ code, errors }).toEqual({
      code: 4,
      errors: [
        `CONTROL_OBJECT_MISSING: ${ledger} of the base job is missing; restore it, or base this job on another one`,
      ],
    });
  });
});

test("a job about what was modified since a time that is still to come is refused", async () => {
  await using world = await openFerryWorld();
  await seedSmall(world, 3);

  const refusal = await refusalOf(world, () =>
    world.startWorker("early", { OSS_FERRY_IMPORT_SINCE: "2999-01-01T00:00:00Z" }),
  );

  expect(refusal).toEqual(
    cleanRefusal(
      4,
      expect.stringMatching(
        /^SINCE_IN_FUTURE: nothing can have been modified since 2999-.*; correct the time$/u,
      ),
    ),
  );
}, 60_000);
