import { describe, expect, test } from "vitest";
import { seedSmall } from "../support/bucket-seeds.ts";
import { claimPlainly, describeDisturbances, getPlainly, putPlainly } from "../support/disturbances.ts";
import { CONTROL, DESTINATION, openFerryWorld, SOURCE } from "../support/ferry-world.ts";
import { expectMigrated } from "../support/migrated.ts";

const CLAIMS = { bucket: CONTROL, operation: "PutObject", key: "/claims/" } as const;

/** Long enough that no worker loses its lease only because the machine is busy. */
const STEADY = { OSS_FERRY_LEASE_SECONDS: "20" };

describeDisturbances([
  {
    what: "reads are reset",
    match: { bucket: SOURCE, operation: "GetObject" },
    fault: { kind: "reset-before" },
    when: { probability: 0.2 },
    plainly: getPlainly,
    damage: { saw: "ECONNRESET", isRight: false },
  },
  {
    what: "writes are reset before they are done",
    match: { bucket: DESTINATION, operation: "PutObject" },
    fault: { kind: "reset-before" },
    when: { probability: 0.2 },
    plainly: putPlainly,
    damage: { saw: "ECONNRESET", stored: "nothing" },
  },
  {
    what: "writes are reset after they are done",
    match: { bucket: DESTINATION, operation: "PutObject" },
    fault: { kind: "reset-after" },
    when: { probability: 0.2 },
    plainly: putPlainly,
    damage: { saw: "ECONNRESET", stored: "the object" },
  },
  {
    what: "claims are reset before they are done",
    match: CLAIMS,
    fault: { kind: "reset-before" },
    when: { probability: 0.5 },
    plainly: claimPlainly,
    damage: ["ECONNRESET", 200],
  },
  {
    // Whoever only sends again takes its own claim for somebody else's, and the partition is nobody's.
    what: "claims are reset after they are done",
    match: CLAIMS,
    fault: { kind: "reset-after" },
    when: { probability: 0.5 },
    plainly: claimPlainly,
    damage: ["ECONNRESET", 409],
  },
  {
    what: "requests to the control bucket are reset after they are done",
    match: { bucket: CONTROL },
    fault: { kind: "reset-after" },
    when: { probability: 0.2 },
    plainly: claimPlainly,
    damage: ["ECONNRESET", 409],
  },
]);

describe.concurrent("a claim whose answer is lost", { timeout: 240_000 }, () => {
  test("is recognised as our own by its nonce: no partition needs a second epoch", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 40);
    const lost = world.script({ match: CLAIMS, fault: { kind: "reset-after" }, probability: 0.35 });

    const workers = ["one", "two", "three"].map((name) => world.startWorker(name, STEADY));
    const ends = await Promise.all(workers.map((worker) => worker.end()));

    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(lost.count().hit).toBeGreaterThan(0);
    expect((await expectMigrated(world)).highestEpoch).toBe(1);
  });
});
