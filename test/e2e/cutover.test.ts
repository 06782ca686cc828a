import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { send } from "../local/raw-client.ts";
import { seedSmall } from "../support/bucket-seeds.ts";
import type { ProcessEnd } from "../support/ferry-process.ts";
import { CONTROL, DESTINATION, type FerryWorld, openFerryWorld, SOURCE } from "../support/ferry-world.ts";

/** Copies what is there and runs a delta after it, each by a worker. */
async function migrateTwice(world: FerryWorld): Promise<void> {
  expect((await world.startWorker("full").end()).code).toBe(0);
  expect((await world.startWorker("delta", deltaOf(world)).end()).code).toBe(0);
}

function deltaOf(world: FerryWorld): Readonly<Record<string, string>> {
  return {
    OSS_FERRY_JOB_ID: "delta-1",
    OSS_FERRY_JOB_KIND: "delta",
    OSS_FERRY_BASE_JOB_ID: world.jobId,
  };
}

function check(world: FerryWorld, ...more: readonly string[]): Promise<ProcessEnd> {
  const { OSS_FERRY_DESTINATION_REGION, OSS_FERRY_OSS_ENDPOINT } = world.settings;
  const where = {
    "control-bucket": CONTROL,
    "destination-region": OSS_FERRY_DESTINATION_REGION ?? "",
    "oss-endpoint": OSS_FERRY_OSS_ENDPOINT ?? "",
  };
  const args = Object.entries(where).flatMap(([name, value]) => [`--${name}`, value]);
  const environment = keysOf(world);
  return world.startCommand(["cutover", "check", ...args, ...more], environment).end();
}

/** The keys of the environment and no setting. */
function keysOf(world: FerryWorld): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(world.settings).filter(([name]) => !name.startsWith("OSS_FERRY_")),
  );
}

function mirrorOn({ cloud }: FerryWorld): void {
  const { endpoint, region, accessKey } = cloud.s3;
  cloud.oss.switchMirrorOn(DESTINATION, {
    url: `${endpoint}/${SOURCE}/`,
    sign: { region, accessKey },
    redirect: { mirror_allow_head_object: true },
  });
}

describe.concurrent("oss-ferry cutover check", { timeout: 240_000 }, () => {
  test("is a go after a small delta with the rules on, for people and as JSON", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 25);
    await migrateTwice(world);
    await world.cloud.s3.putObject(SOURCE, "written-since", "by the application");
    mirrorOn(world);

    const text = await check(world, "--base-job-id", "delta-1", "--canary-cleanup", "--late-writers");
    const json = await check(world, "--base-job-id", "delta-1", "--json");

    expect(text).toMatchObject({ code: 0, stderr: "" });
    expect(text.stdout).toMatch(/^pass {2}last job +delta delta-1 is complete: 25 keys$/mu);
    expect(text.stdout).toMatch(
      /^pass {2}canary +GET written-since fetched the same 18 B through the rule/mu,
    );
    expect(text.stdout).toMatch(/^warn {2}late writers +1 object was written at the source since/mu);
    expect(text.stdout).toMatch(/\nGO: no gate fails, 3 warn\n$/u);
    expect(json).toMatchObject({ code: 0, stderr: "" });
    const said = JSON.parse(json.stdout) as { go: boolean; gates: { name: string; verdict: string }[] };
    expect(said.go).toBe(true);
    expect(said.gates.find(({ name }) => name === "canary")).toMatchObject({ verdict: "pass" });
    // The second check was not told to delete what it made OSS fetch.
    expect(world.cloud.oss.readObject(DESTINATION, "written-since")?.toString()).toBe("by the application");
  });

  test("is a no-go with 4 for a first copy without rules, and says what to do", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 3);
    expect((await world.startWorker("full").end()).code).toBe(0);

    const end = await check(world, "--base-job-id", world.jobId, "--most-changed", "2");

    expect(end).toMatchObject({ code: 4, stderr: "" });
    expect(end.stdout).toMatch(/^fail {2}small +the last round copied 3 objects .*\n +→ run another delta/mu);
    expect(end.stdout).toMatch(/^fail {2}mirror rules .*\n +→ deploy cutover, then check again$/mu);
    expect(end.stdout).toMatch(/\nNO-GO: small, mirror rules; \d warn\n$/u);
  });

  test("refuses a job that is not there, a number that is none, and buckets that cannot be asked", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 3);
    const unknown = await check(world, "--base-job-id", "nowhere");
    const number = await check(world, "--base-job-id", "nowhere", "--most-changed", "few");
    const missing = await check(world);
    expect((await world.startWorker("full").end()).code).toBe(0);
    world.cloud.s3.removeBucket(SOURCE);
    const gone = await check(world, "--base-job-id", world.jobId);

    expect([unknown.code, unknown.errors]).toEqual([4, [expect.stringMatching(/^JOB_UNKNOWN: /u)]]);
    expect([number.code, number.errors]).toEqual([2, [expect.stringContaining("must be a whole number")]]);
    expect([missing.code, missing.errors]).toEqual([2, [expect.stringContaining("--base-job-id")]]);
    expect([gone.code, gone.errors]).toEqual([5, [expect.stringMatching(/^BUCKET_NOT_FOUND: /u)]]);
  });
});

const OTHERS_POLICY = JSON.stringify({
  Version: "2012-10-17",
  Id: "ours",
  Statement: [
    {
      Sid: "Readers",
      Effect: "Allow",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: `arn:aws:s3:::${SOURCE}/*`,
    },
  ],
});

describe.concurrent("oss-ferry cutover fence", { timeout: 240_000 }, () => {
  const EXCEPTED = "arn:aws:iam::000000000000:role/cleanup";

  const fence = (world: FerryWorld, ...more: readonly string[]): Promise<ProcessEnd> =>
    world.startCommand(["cutover", "fence", "--except", EXCEPTED, ...more]).end();

  const policyOf = ({ cloud }: FerryWorld): unknown => cloud.s3.bucket(SOURCE).settings.get("policy");

  test("is only shown at first, and changes nothing", async () => {
    await using world = await openFerryWorld();
    world.cloud.s3.bucket(SOURCE).settings.set("policy", OTHERS_POLICY);

    const shown = await fence(world);

    expect(shown).toMatchObject({ code: 0, stderr: "" });
    expect(shown.stdout).toContain('"Sid": "OssFerryWriteFence"');
    expect(shown.stdout).toContain('"Sid": "Readers"');
    expect(shown.stdout).toMatch(/\nNothing was changed; --apply puts it there\.\n$/u);
    expect(policyOf(world)).toBe(OTHERS_POLICY);
  });

  test("stops writers and no reader, lets the excepted pass, and goes without a trace", async () => {
    await using world = await openFerryWorld();
    const { s3 } = world.cloud;
    s3.bucket(SOURCE).settings.set("policy", OTHERS_POLICY);
    await s3.putObject(SOURCE, "a", "old");
    const excepted = s3.keys.create(EXCEPTED);
    const ask = async (method: string, accessKey = s3.accessKey): Promise<number> => {
      const body = method === "PUT" ? { body: "new" } : {};
      return (await send(s3, { method, bucket: SOURCE, key: "a", accessKey, ...body })).status;
    };

    const applied = await fence(world, "--apply");
    const again = await fence(world, "--apply");
    const whenFenced = [await ask("PUT"), await ask("DELETE"), await ask("PUT", excepted)];
    const read = await world.startWorker("reads-on").end();
    const removed = await fence(world, "--remove");
    const gone = await fence(world, "--remove");

    expect([applied.code, again.code, removed.code, gone.code]).toEqual([0, 0, 0, 0]);
    expect(again.stdout).toMatch(/already; nothing was changed/u);
    expect(whenFenced).toEqual([403, 403, 200]);
    expect(read.code).toBe(0);
    expect(gone.stdout).toMatch(/has no fence; nothing was changed/u);
    expect(policyOf(world)).toBe(OTHERS_POLICY);
    expect(await ask("PUT")).toBe(200);
  });

  test("tells scripts, too", async () => {
    await using world = await openFerryWorld();
    const states: unknown[] = [];
    for (const more of [[], ["--apply"], [], ["--remove"]]) {
      const { stdout } = await fence(world, ...more, "--json");
      const { format, fence: state, changed, policy } = JSON.parse(stdout) as Record<string, unknown>;
      states.push([format, state, changed, policy === null]);
    }

    expect(states).toEqual([
      [1, "absent", false, false],
      [1, "present", true, false],
      [1, "present", false, false],
      [1, "absent", true, true],
    ]);
    expect(policyOf(world)).toBeUndefined();
  });

  test("says whose permission is missing, and what makes no sense", async () => {
    await using world = await openFerryWorld();
    world.script({
      match: { operation: "PutBucketPolicy" },
      fault: { kind: "error", status: 403, code: "AccessDenied", message: "You may not." },
    });
    const denied = await fence(world, "--apply");
    const both = await fence(world, "--apply", "--remove");
    const nobody = await fence(world, "--except", "cleanup");

    expect([denied.code, denied.errors]).toEqual([
      5,
      [expect.stringContaining(`allow this access key PutBucketPolicy on the source bucket ${SOURCE}`)],
    ]);
    expect([both.code, both.errors]).toEqual([2, [expect.stringMatching(/^USAGE: /u)]]);
    expect([nobody.code, nobody.errors]).toEqual([
      2,
      [expect.stringMatching(/^USAGE: .*'cleanup' is invalid\. It must be an ARN such as /u)],
    ]);
  });
});

const MIGRATION = (world: FerryWorld): string => `
name: small
region: ${world.cloud.oss.region}
source:
  bucket: ${SOURCE}
  region: ${world.cloud.s3.region}
  endpoint: ${world.cloud.s3.endpoint}
destination:
  bucket: ${DESTINATION}
control:
  bucket: not-there-yet
network:
  new:
    zones: [cn-hongkong-b]
instances:
  type: ecs.c7.large
  image: aliyun_3_x64_20G_alibase_20260615.vhd
  bandwidth:
    internetMaxBandwidthOut: 100
phases:
  full:
    workers: 60
`;

describe.concurrent("oss-ferry preflight", { timeout: 240_000 }, () => {
  test("takes a migration's file, and knows what the foundation is still to create", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 3);
    const directory = await mkdtemp(join(tmpdir(), "oss-ferry-preflight-"));
    try {
      const file = join(directory, "migration.yaml");
      await writeFile(file, MIGRATION(world));
      const args = ["preflight", "--config", file, "--oss-endpoint", world.cloud.oss.endpoint];
      const text = await world.startCommand(args, keysOf(world)).end();
      await writeFile(file, MIGRATION(world).replace("region:", "reigon:"));
      const misspelt = await world.startCommand(args, keysOf(world)).end();

      expect(text).toMatchObject({ code: 0, stderr: "" });
      expect(text.stdout).toMatch(
        /^warn {2}control versioning +the bucket is not there yet\n +→ cdktf deploy/mu,
      );
      expect(text.stdout).toMatch(/^pass {2}destination put /mu);
      expect(text.stdout).toMatch(/^warn {2}quotas +phase full wants 60 instances, 6 Gbit\/s, above/mu);
      expect([misspelt.code, misspelt.errors[0]]).toEqual([
        2,
        expect.stringMatching(/migration\.yaml:1: region is missing/u),
      ]);
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  test("takes the options of run, prints JSON when asked, and ends with the code of what failed", async () => {
    await using world = await openFerryWorld();
    const end = await world.startCommand(["preflight", "--json"]).end();

    expect(end.code).toBe(4);
    const said = JSON.parse(end.stdout) as { ok: boolean; checks: { name: string; verdict: string }[] };
    expect(said.ok).toBe(false);
    expect(said.checks[0]).toEqual({
      name: "source list",
      verdict: "fail",
      says: "the source is empty",
      todo: expect.stringContaining("OSS_FERRY_ALLOW_EMPTY"),
    });
  });

  test("ends with 6 after Ctrl+C, and leaves nothing behind", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 3);
    const held = world.script({
      match: { bucket: DESTINATION, operation: "PutObject" },
      fault: { kind: "latency", ms: 300 },
    });
    const running = world.startCommand(["preflight"]);
    await held.hit();

    running.send("SIGINT");

    expect((await running.end()).code).toBe(6);
    expect(world.cloud.oss.bucket(DESTINATION).objectCount).toBe(0);
    expect(world.cloud.oss.bucket(CONTROL).objectCount).toBe(0);
  });
});
