import { describe, expect, test } from "vitest";
import { seedSmall } from "../support/bucket-seeds.ts";
import { CONTROL, type FerryWorld, openFerryWorld } from "../support/ferry-world.ts";
import { expectMigrated } from "../support/migrated.ts";
import { cleanRefusal, refusalOf } from "../support/refused.ts";

async function openSeeded(): Promise<FerryWorld> {
  const world = await openFerryWorld();
  await seedSmall(world, 12);
  return world;
}

describe.concurrent("a prefix that matches nothing", { timeout: 240_000 }, () => {
  test("is refused, and leaves no job behind that a better prefix would meet", async () => {
    await using world = await openSeeded();

    expect(
      await refusalOf(world, () => world.startWorker("first", { OSS_FERRY_SRC_PREFIX: "photos/" })),
    ).toEqual(
      cleanRefusal(
        4,
        'SOURCE_EMPTY: no object in source-bucket begins with "photos/"; check the prefix, or allow an empty source if that is what you expect',
      ),
    );

    expect((await world.startWorker("second").end()).code).toBe(0);
    await expectMigrated(world);
  });

  test("is fine when it is expected", async () => {
    await using world = await openSeeded();
    const args = ["run", "--src-prefix", "photos/", "--allow-empty", "true"];

    const end = await world.startCommand(args).end();

    expect(end.code).toBe(0);
    expect(end.stdout).toContain("Job job-1 is complete: 0 listed = 0 copied");
    expect(world.controlKeys("summary.json")).toHaveLength(1);
  });

  test("is refused by the command line in the same words", async () => {
    await using world = await openSeeded();
    expect(await refusalOf(world, () => world.startCommand(["run", "--src-prefix", "photos/"]))).toEqual(
      cleanRefusal(
        4,
        expect.stringMatching(/^SOURCE_EMPTY: no object in source-bucket begins with "photos\/"/u),
      ),
    );
  });
});

describe.concurrent("a job that cannot be joined", { timeout: 240_000 }, () => {
  test.for([
    [
      "is no JSON",
      "{ no json",
      /job\.json in the control bucket cannot be used: it is not JSON; restore it or/u,
    ],
    [
      "is of another version",
      '{"protocol":2}',
      /job\.json in the control bucket cannot be used: protocol: /u,
    ],
    [
      "is empty",
      "",
      /job\.json in the control bucket cannot be used: it is not JSON; restore it or start a new/u,
    ],
  ] as const)("is refused when its job.json %s", async ([, text, line]) => {
    await using world = await openSeeded();
    await world.cloud.oss.putObject(CONTROL, world.keys.job, text);

    expect(await refusalOf(world, () => world.startWorker("late"))).toEqual(
      cleanRefusal(4, expect.stringMatching(line)),
    );
    expect(await refusalOf(world, () => world.startCommand(["status"], statusSettings(world)))).toEqual(
      cleanRefusal(4, expect.stringMatching(line)),
    );
  });

  test("is refused when it was started with another specification, and is not harmed", async () => {
    await using world = await openSeeded();
    await world.wish({ paused: true });
    const first = world.startWorker("first");
    await first.waitFor("worker.started");

    const other = await world.startWorker("other", { OSS_FERRY_DEST_PREFIX: "copy/" }).end();

    expect(other.code).toBe(4);
    expect(other.errors).toEqual([
      'JOB_MISMATCH: job job-1 was started with another destPrefix ("", not "copy/"); give this worker the same settings, or another job id',
    ]);
    await world.wish({});
    expect((await first.end()).code).toBe(0);
    await expectMigrated(world);
  });
});

describe.concurrent("what the operator wants", { timeout: 240_000 }, () => {
  test.for([["pause"], ["resume"], ["throttle"], ["throttle", "--mbps", "5"]] as const)(
    "is written for no job that does not exist: %o",
    async (args) => {
      await using world = await openSeeded();
      expect(await refusalOf(world, () => world.startCommand(args, statusSettings(world)))).toEqual(
        cleanRefusal(
          4,
          "JOB_UNKNOWN: there is no job job-1 in this control bucket; check the id and the bucket",
        ),
      );
      expect(world.controlKeys()).toEqual([]);
    },
  );

  test("is not written over a half-written control.json, unless it is to be replaced", async () => {
    await using world = await openSeeded();
    expect((await world.startWorker("done").end()).code).toBe(0);
    await world.wish('{"paused": fal');

    expect(await refusalOf(world, () => world.startCommand(["pause"], statusSettings(world)))).toEqual(
      cleanRefusal(
        4,
        "CONTROL_OBJECT_UNREADABLE: jobs/job-1/control.json in the control bucket cannot be used: it is not JSON; " +
          "repeat the command with --replace to write it anew, limits included",
      ),
    );
    expect(
      await world.startCommand(["throttle", "--rps", "5", "--replace"], statusSettings(world)).end(),
    ).toMatchObject({ code: 0, errors: [] });
    expect(world.readControl(world.keys.control)).toEqual({ paused: false, requestsPerSecond: 5 });
  });

  test("is refused before anything is asked of the bucket when it makes no sense", async () => {
    await using world = await openFerryWorld();
    const nowhere = { ...statusSettings(world), OSS_FERRY_OSS_ENDPOINT: "http://oss.ferry.invalid" };
    expect(await refusalOf(world, () => world.startCommand(["throttle", "--mbps", "fast"], nowhere))).toEqual(
      cleanRefusal(2, expect.stringMatching(/^USAGE: --mbps "fast": must be a number above 0/u)),
    );
    expect(await refusalOf(world, () => world.startCommand(["pause", "--wait", "soon"], nowhere))).toEqual(
      cleanRefusal(2, 'USAGE: --wait "soon": must be a whole number of seconds, from 1 to 86400'),
    );
  });
});

describe.concurrent("oss-ferry status", { timeout: 240_000 }, () => {
  test("says that there is no such job", async () => {
    await using world = await openSeeded();
    expect(await refusalOf(world, () => world.startCommand(["status"], statusSettings(world)))).toEqual(
      cleanRefusal(
        4,
        "JOB_UNKNOWN: there is no job job-1 in this control bucket; check the id and the bucket",
      ),
    );
  });

  test.for([
    [
      "an unknown bucket",
      { OSS_FERRY_CONTROL_BUCKET: "elsewhere" },
      5,
      /^BUCKET_NOT_FOUND: .*; check the name of/u,
    ],
    [
      "a wrong secret",
      { ALIBABA_CLOUD_ACCESS_KEY_SECRET: "not-it" },
      5,
      /^CREDENTIALS_INVALID: .*; check the access/u,
    ],
    [
      "no keys",
      { ALIBABA_CLOUD_ACCESS_KEY_ID: undefined },
      5,
      /^CREDENTIALS_MISSING: .*ALIBABA_CLOUD_ACCESS_KEY_ID$/u,
    ],
    [
      "no host",
      { OSS_FERRY_OSS_ENDPOINT: "http://oss.ferry.invalid" },
      7,
      /; check the endpoint and the network$/u,
    ],
  ] as const)("says what is wrong with %s", async ([, change, code, line]) => {
    await using world = await openSeeded();
    const settings = { ...statusSettings(world), ...change };
    expect(await refusalOf(world, () => world.startCommand(["status", "--json"], settings))).toEqual(
      cleanRefusal(code, expect.stringMatching(line)),
    );
  });
});

/** What `status` needs to know, and nothing of the source. */
function statusSettings(world: FerryWorld): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(world.settings).filter(([name]) =>
      /^(?:OSS_FERRY_(?:JOB_ID|CONTROL_BUCKET|DESTINATION_REGION|OSS_ENDPOINT)$|ALIBABA_)/u.test(name),
    ),
  );
}
