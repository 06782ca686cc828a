import { describe, expect, test } from "vitest";
import { seedSmall } from "../support/bucket-seeds.ts";
import { describeDisturbances, listPlainly } from "../support/disturbances.ts";
import { CONTROL, openFerryWorld, SOURCE } from "../support/ferry-world.ts";
import { expectMigrated } from "../support/migrated.ts";

const OF_SOURCE = { bucket: SOURCE, operation: "ListObjectsV2" } as const;
const OF_CONTROL = { bucket: CONTROL, operation: "ListObjectsV2" } as const;

describeDisturbances([
  {
    what: "pages of the source have no key and say that there are more",
    match: OF_SOURCE,
    fault: { kind: "empty-page" },
    when: { probability: 0.5 },
    plainly: listPlainly,
    damage: { saw: 200, keys: 0 },
  },
  {
    what: "pages of the source have fewer keys than were asked for",
    match: OF_SOURCE,
    fault: { kind: "short-page", maxKeys: 3 },
    when: { probability: 0.8 },
    plainly: listPlainly,
    damage: { saw: 200, keys: 3 },
  },
]);

describe.concurrent("listings of the control bucket", { timeout: 240_000 }, () => {
  test.for([
    ["are as they were two seconds ago", { kind: "stale-list", ageMs: 2_000 }],
    ["have empty pages", { kind: "empty-page" }],
    ["have one key a page", { kind: "short-page", maxKeys: 1 }],
  ] as const)("that %s slow a fleet down and mislead nobody", async ([, fault]) => {
    await using world = await openFerryWorld();
    await seedSmall(world, 40);
    const script = world.script({ match: OF_CONTROL, fault, probability: 0.7 });

    const workers = ["one", "two"].map((name) => world.startWorker(name));
    const ends = await Promise.all(workers.map((worker) => worker.end(60_000)));

    expect(ends.map(({ code, errors }) => ({ code, errors }))).toEqual(
      ends.map(() => ({ code: 0, errors: [] })),
    );
    expect(script.count().hit).toBeGreaterThan(0);
    await expectMigrated(world);
  });

  test("that lag behind by more than the lease do not keep the job from its end", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 24);
    const script = world.script({ match: OF_CONTROL, fault: { kind: "stale-list", ageMs: 4_000 } });

    const end = await world.startWorker("blind").end(60_000);

    expect(end).toMatchObject({ code: 0, errors: [] });
    expect(script.count().hit).toBeGreaterThan(0);
    await expectMigrated(world);
  });
});
