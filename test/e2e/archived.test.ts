import { expect, test } from "vitest";
import { bytesOf } from "../support/bucket-seeds.ts";
import { DESTINATION, openFerryWorld, SOURCE } from "../support/ferry-world.ts";

test("one job asks for the restore of archived objects, and a later one copies them", async () => {
  await using world = await openFerryWorld();
  const { s3, oss } = world.cloud;
  s3.times.restoreMs = Infinity;
  await s3.putObject(SOURCE, "warm", bytesOf("warm", 2_000));
  await s3.putObject(SOURCE, "cold", bytesOf("cold", 2_000), { storageClass: "DEEP_ARCHIVE" });
  const restoring = { ...world.settings, OSS_FERRY_ARCHIVED: "restore", OSS_FERRY_RESTORE_TIER: "Bulk" };

  const first = await world.startCommand(["run"], restoring).end();

  expect(first.code).toBe(3);
  expect(first.stdout).toContain("2 listed = 1 copied + 0 skipped + 0 kept + 0 vanished + 1 failed");
  expect(first.stdout).toContain("SOURCE_RESTORING");

  s3.finishRestores(SOURCE);
  const second = await world.startCommand(["run"], { ...world.settings, OSS_FERRY_JOB_ID: "job-2" }).end();

  expect(second.code).toBe(0);
  expect(oss.readObject(DESTINATION, "cold")?.equals(bytesOf("cold", 2_000))).toBe(true);
});
