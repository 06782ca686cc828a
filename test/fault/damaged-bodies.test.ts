import { describe, expect, test } from "vitest";
import { seedOne } from "../support/bucket-seeds.ts";
import {
  claimPlainly,
  describeDisturbances,
  getPlainly,
  listPlainly,
  putPlainly,
  readControlPlainly,
} from "../support/disturbances.ts";
import { CONTROL, DESTINATION, openFerryWorld, SOURCE } from "../support/ferry-world.ts";
import { expectMigrated } from "../support/migrated.ts";

describeDisturbances([
  {
    what: "objects break off",
    match: { bucket: SOURCE, operation: "GetObject" },
    fault: { kind: "truncate-response" },
    when: { probability: 0.2 },
    plainly: getPlainly,
    damage: { saw: "ECONNRESET", isRight: false },
  },
  {
    what: "listings break off",
    match: { bucket: SOURCE, operation: "ListObjectsV2" },
    fault: { kind: "truncate-response" },
    when: { probability: 0.5 },
    plainly: listPlainly,
    damage: { saw: "ECONNRESET", keys: 0 },
  },
  {
    what: "answers of the control bucket break off",
    match: { bucket: CONTROL, method: "GET" },
    fault: { kind: "truncate-response" },
    when: { probability: 0.2 },
    plainly: readControlPlainly,
    damage: { saw: "ECONNRESET", isRight: false },
  },
  {
    what: "a bit turns on the way from the source",
    match: { bucket: SOURCE, operation: "GetObject" },
    fault: { kind: "corrupt-response" },
    when: { probability: 0.2 },
    plainly: getPlainly,
    damage: { saw: 200, isRight: false },
  },
  {
    what: "a bit turns on the way to the destination",
    match: { bucket: DESTINATION, operation: "PutObject" },
    fault: { kind: "corrupt-request" },
    when: { probability: 0.2 },
    plainly: putPlainly,
    damage: { saw: 200, stored: "something else" },
  },
  {
    what: "a bit turns on the way to the control bucket",
    match: { bucket: CONTROL, operation: "PutObject", key: "/(?:claims|ledger|done|splits)/" },
    fault: { kind: "corrupt-request" },
    when: { probability: 0.2 },
    plainly: claimPlainly,
    damage: [200],
  },
  {
    what: "a bit turns on the way from the control bucket",
    match: { bucket: CONTROL, operation: "GetObject" },
    fault: { kind: "corrupt-response" },
    when: { probability: 0.2 },
    plainly: readControlPlainly,
    damage: { saw: 200, isRight: false },
  },
]);

describe.concurrent("parts of a large object", { timeout: 240_000 }, () => {
  test("that break off or are damaged, in both directions, are sent again", async () => {
    await using world = await openFerryWorld();
    await seedOne(world, "giant", 65 * 1024 * 1024);
    const part = { bucket: SOURCE, operation: "GetObject", key: "^giant$" } as const;
    const upload = { bucket: DESTINATION, operation: "UploadPart" } as const;
    const scripts = [
      world.script({ match: part, nth: 1, fault: { kind: "truncate-response", afterBytes: 100_000 } }),
      world.script({ match: upload, nth: 2, fault: { kind: "corrupt-request" } }),
      world.script({ match: upload, nth: 3, fault: { kind: "reset-after" } }),
    ];

    expect(await world.startWorker("parts").end()).toMatchObject({ code: 0, errors: [] });

    expect(scripts.map((script) => script.count().hit)).toEqual([1, 1, 1]);
    await expectMigrated(world);
    expect(world.cloud.oss.bucket(DESTINATION).uploads.size).toBe(0);
  });
});
