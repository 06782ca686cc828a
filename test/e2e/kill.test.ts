import { describe, expect, test } from "vitest";
import type { FaultRule } from "../../local/faults.ts";
import { seedOne, seedSmall } from "../support/bucket-seeds.ts";
import { CONTROL, DESTINATION, type FerryWorld, openFerryWorld, SOURCE } from "../support/ferry-world.ts";
import { expectMigrated } from "../support/migrated.ts";
import { until } from "../support/until.ts";

const MIB = 1024 * 1024;
const NEVER_MS = 600_000;

/** A step of the protocol at which a worker is killed. */
interface KillPoint {
  readonly step: string;
  /** Holds the request that the step is about, done or not. */
  readonly rule: FaultRule;
  /** Whether the world looks as it does at that step. */
  readonly isReached: (world: FerryWorld) => boolean;
  /** 2 where the victim holds a partition then, which the successor must take over. */
  readonly epoch: 1 | 2;
}

/** The request to the control bucket is done, and its answer never comes. */
function afterControl(operation: string, key: string, nth = 1): FaultRule {
  return {
    match: { service: "oss", bucket: CONTROL, operation, key: `^jobs/job-1/${key}` },
    nth,
    fault: { kind: "stall", ms: NEVER_MS },
  };
}

/** The request to the control bucket is refused again and again. */
function beforeControl(operation: string, key: string): FaultRule {
  return {
    match: { service: "oss", bucket: CONTROL, operation, key: `^jobs/job-1/${key}` },
    fault: { kind: "error", status: 503, code: "ServiceUnavailable" },
  };
}

/** The object's bytes stop coming after so many. */
function withinObject(key: string, afterBytes: number): FaultRule {
  return {
    match: { service: "s3", bucket: SOURCE, operation: "GetObject", key: `^${key}$` },
    nth: 1,
    fault: { kind: "stall", ms: NEVER_MS, afterBytes },
  };
}

/** Whether the job has at least so many objects below the prefix; for 0, whether it has none. */
const stored =
  (prefix: string, count = 1) =>
  (world: FerryWorld): boolean =>
    count === 0 ? world.controlKeys(prefix).length === 0 : world.controlKeys(prefix).length >= count;

const KILL_POINTS: readonly KillPoint[] = [
  {
    step: "after its self-test",
    rule: afterControl("DeleteObject", "self-test/"),
    isReached: stored("", 0),
    epoch: 1,
  },
  {
    step: "after the root's manifest entry, before job.json",
    rule: afterControl("PutObject", "manifest/"),
    isReached: stored("manifest/"),
    epoch: 1,
  },
  {
    step: "after job.json, before the root is open",
    rule: afterControl("PutObject", "job.json"),
    isReached: (world) => stored("job.json")(world) && stored("open/", 0)(world),
    epoch: 1,
  },
  {
    step: "after its claim, before the heartbeat that names it",
    rule: afterControl("PutObject", "claims/"),
    isReached: stored("claims/"),
    epoch: 2,
  },
  {
    step: "after that heartbeat, before the open hint is deleted",
    rule: beforeControl("DeleteObject", "open/"),
    isReached: (world) => stored("claims/")(world) && stored("open/")(world),
    epoch: 2,
  },
  {
    step: "after a child's manifest entry, before the split",
    rule: afterControl("PutObject", "manifest/", 2),
    isReached: (world) => stored("manifest/", 2)(world) && stored("splits/", 0)(world),
    epoch: 2,
  },
  {
    step: "after the split, before its child is open",
    rule: afterControl("PutObject", "splits/"),
    isReached: (world) => stored("splits/")(world) && stored("open/", 0)(world),
    epoch: 2,
  },
  {
    step: "in the middle of a small object",
    rule: withinObject("small-005", 400),
    isReached: (world) => world.cloud.oss.readObject(DESTINATION, "small-005") === undefined,
    epoch: 2,
  },
  {
    step: "in the middle of a streamed object",
    rule: withinObject("streamed", 2 * MIB),
    isReached: (world) => world.destinationBytes > MIB,
    epoch: 2,
  },
  {
    step: "after its ledger, before the completion marker",
    rule: afterControl("PutObject", "ledger/"),
    isReached: (world) => stored("ledger/")(world) && stored("done/", 0)(world),
    epoch: 2,
  },
  {
    step: "after a completion marker",
    rule: afterControl("PutObject", "done/"),
    isReached: stored("done/"),
    epoch: 1,
  },
  {
    step: "while it proves that the job is complete",
    rule: afterControl("GetObject", "done/"),
    isReached: (world) => stored("open/", 0)(world) && stored("summary.json", 0)(world),
    epoch: 1,
  },
  {
    step: "after the summary",
    rule: afterControl("PutObject", "summary.json"),
    isReached: stored("summary.json"),
    epoch: 1,
  },
];

describe.concurrent("a worker that is killed", { timeout: 240_000 }, () => {
  test("in the middle of a multipart upload leaves its parts to the next one, which reads only the rest", async () => {
    const partBytes = 32 * MIB;
    const lastPartBytes = MIB;
    await using world = await openFerryWorld();
    await seedOne(world, "giant", 2 * partBytes + lastPartBytes);
    const match = { service: "s3", operation: "GetObject", key: "^giant$" } as const;
    // The upload's record is written every 5 s: the second part is finished after that, the third never.
    world.script({ match, nth: 2, fault: { kind: "latency", ms: 5_500 } });
    const third = world.script({ match, nth: 3, fault: { kind: "stall", ms: NEVER_MS, afterBytes: 1_000 } });

    const victim = world.startWorker("victim");
    await third.hit();
    await until("two parts are on record", () => {
      const [record] = world.controlKeys("uploads/").map((key) => world.readControl(world.keys.root + key));
      return (record?.["parts"] as unknown[] | undefined)?.length === 2;
    });
    await victim.kill();
    world.cloud.counters.reset();
    const successor = world.startWorker("successor");

    expect(await successor.end()).toMatchObject({ code: 0, errors: [] });
    expect(successor.events("object.resumed")).toMatchObject([{ key: "giant", parts: 2, recorded: 2 }]);
    expect(world.sourceBytes).toBe(lastPartBytes);
    expect((await expectMigrated(world)).highestEpoch).toBeGreaterThan(1);
    expect(world.cloud.oss.bucket(DESTINATION).uploads.size).toBe(0);
    expect(world.controlKeys("uploads/")).toEqual([]);
  });

  test.for(KILL_POINTS)("$step leaves a job that the next one completes", async (point) => {
    await using world = await openFerryWorld();
    await seedSmall(world, 24);
    await seedOne(world, "streamed", 4 * MIB);
    const held = world.script(point.rule);

    const victim = world.startWorker("victim");
    await held.hit();
    await until(point.step, () => point.isReached(world));
    await victim.kill();
    held.lift();
    const successor = await world.startWorker("successor").end();

    expect(successor).toMatchObject({ code: 0, errors: [] });
    const { highestEpoch } = await expectMigrated(world);
    expect(highestEpoch).toBeGreaterThanOrEqual(point.epoch);
  });
});
