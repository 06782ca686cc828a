import { describe, expect, test } from "vitest";
import { seedSmall } from "../support/bucket-seeds.ts";
import type { ProcessEnd } from "../support/ferry-process.ts";
import { DESTINATION, type FerryWorld, openFerryWorld, SOURCE } from "../support/ferry-world.ts";

/** What the base's job record says, so that nobody has to. */
const OF_THE_JOB: ReadonlySet<string> = new Set([
  "OSS_FERRY_JOB_ID",
  "OSS_FERRY_SOURCE_BUCKET",
  "OSS_FERRY_SOURCE_REGION",
  "OSS_FERRY_SOURCE_ENDPOINT",
  "OSS_FERRY_DESTINATION_BUCKET",
  "OSS_FERRY_TASK_OBJECT_COUNT_LIMIT",
]);

/** Runs `oss-ferry` with the keys and the control bucket in the environment, and nothing about the job. */
function ferry(world: FerryWorld, ...args: readonly string[]): Promise<ProcessEnd> {
  const environment = Object.fromEntries(
    Object.entries(world.settings).filter(([name]) => !OF_THE_JOB.has(name)),
  );
  return world.startCommand(args, environment).end();
}

describe("jobs that are based on another one", { timeout: 240_000 }, () => {
  test("need nothing but its id, and go on from one to the next", async () => {
    await using world = await openFerryWorld();
    const { s3, oss } = world.cloud;
    await seedSmall(world, 25);
    const full = await world.startCommand(["run", "--job-id", "full"]).end();
    expect(full).toMatchObject({ code: 0 });
    await s3.putObject(SOURCE, "small-003", Buffer.from("changed"));
    await s3.putObject(SOURCE, "small-new", Buffer.from("new"));
    s3.deleteObject(SOURCE, "small-004");
    await oss.putObject(DESTINATION, "small-005", Buffer.from("the application's"));
    oss.deleteObject(DESTINATION, "small-006");

    const delta = await ferry(world, "delta", "--job-id", "delta", "--base-job-id", "full");
    const pruned = ["prune", "--job-id", "prune", "--base-job-id", "delta"];
    const refused = await ferry(world, ...pruned);
    const prune = await ferry(world, ...pruned, "--most-deletes", "1");
    const redrive = await ferry(world, "redrive", "--job-id", "again", "--base-job-id", "prune");
    const audit = await ferry(world, "audit", "--job-id", "audit", "--base-job-id", "again");

    expect(delta.stdout).toContain(
      "Job delta is complete: 26 listed = 2 copied + 21 skipped + 2 kept + 1 vanished + 0 failed",
    );
    expect(refused).toMatchObject({ code: 4, errors: [expect.stringContaining("DELETES_ABOVE_CEILING")] });
    expect(prune.stdout).toMatch(/^ +1 {2}DELETED$/mu);
    expect(redrive.stdout).toContain("0 copied");
    expect(audit.stdout).toMatch(/^ +23 {2}AUDIT_SAME$/mu);
    expect(audit.stdout).toMatch(/^ +1 {2}DESTINATION_CHANGED$/mu);
    expect(audit.stdout).toMatch(/^ +1 {2}DESTINATION_DELETED$/mu);
    expect([delta, prune, redrive, audit].map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(oss.readObject(DESTINATION, "small-003")?.toString()).toBe("changed");
    expect(oss.readObject(DESTINATION, "small-004")).toBeUndefined();
    expect(oss.readObject(DESTINATION, "small-005")?.toString()).toBe("the application's");
    expect(oss.readObject(DESTINATION, "small-006")).toBeUndefined();
  });

  test("say in one line when there is no such job, none is named, or it is the same one", async () => {
    await using world = await openFerryWorld();
    const unknown = await ferry(world, "delta", "--job-id", "delta", "--base-job-id", "fulll");
    const unnamed = await ferry(world, "redrive", "--job-id", "again");

    expect(unknown).toMatchObject({ code: 4, errors: [expect.stringMatching(/^BASE_UNKNOWN: .*fulll/u)] });
    expect(unnamed.code).toBe(2);
    expect(unnamed.stderr).toContain("--base-job-id (OSS_FERRY_BASE_JOB_ID) is not set");
  });
});
