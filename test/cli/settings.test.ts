import { describe, expect, test } from "vitest";
import { type FerryProcess, startCommand, startWorkerProcess } from "../support/ferry-process.ts";

/** Settings that are right, for buckets that nobody ever asks. */
const RIGHT: Readonly<Record<string, string>> = {
  OSS_FERRY_JOB_ID: "job-1",
  OSS_FERRY_SOURCE_BUCKET: "source-bucket",
  OSS_FERRY_SOURCE_REGION: "ap-northeast-1",
  OSS_FERRY_DESTINATION_BUCKET: "destination-bucket",
  OSS_FERRY_DESTINATION_REGION: "cn-hongkong",
  OSS_FERRY_CONTROL_BUCKET: "control-bucket",
};

/** How the program ended and all that it said. */
async function saidBy(started: FerryProcess): Promise<unknown> {
  await using process = started;
  const { code, errors, stdout } = await process.end();
  return { code, errors, stdout };
}

/** These lines on standard error and nothing else. */
const refusal = (...errors: readonly unknown[]): unknown => ({ code: 2, errors, stdout: "" });

const worker = (change: Readonly<Record<string, string>>): FerryProcess =>
  startWorkerProcess({ environment: { ...RIGHT, ...change } });

describe.concurrent("the worker's settings", () => {
  test("that are missing are named, one line for each, with what they are for", async () => {
    expect(await saidBy(startWorkerProcess({ environment: {} }))).toEqual(
      refusal(
        "OSS_FERRY_JOB_ID is not set: The job; workers with the same id and control bucket work together.",
        "OSS_FERRY_SOURCE_BUCKET is not set: Bucket to copy from. It is only read, but for restores that are asked for.",
        "OSS_FERRY_SOURCE_REGION is not set: The source's region, for instance `ap-northeast-1`.",
        "OSS_FERRY_DESTINATION_BUCKET is not set: OSS bucket to copy to.",
        "OSS_FERRY_DESTINATION_REGION is not set: Region of the destination and the control bucket, for instance `cn-hongkong`.",
        "OSS_FERRY_CONTROL_BUCKET is not set: OSS bucket in that region which keeps the jobs; it must never have been versioned.",
      ),
    );
  });

  test("that are wrong are named, all of them at once, with what would be right", async () => {
    const wrong = worker({
      OSS_FERRY_SOURCE_ENDPOINT: "s3.example.com",
      OSS_FERRY_ALLOW_EMPTY: "yes",
      OSS_FERRY_LEASE_SECONDS: "1",
      OSS_FERRY_TASK_OBJECT_COUNT_LIMIT: "many",
    });
    expect(await saidBy(wrong)).toEqual(
      refusal(
        'OSS_FERRY_SOURCE_ENDPOINT="s3.example.com": must be an http or https address, for instance https://s3.example.com',
        'OSS_FERRY_TASK_OBJECT_COUNT_LIMIT="many": must be a whole number',
        'OSS_FERRY_ALLOW_EMPTY="yes": must be true or false',
        'OSS_FERRY_LEASE_SECONDS="1": must be from 3 to 3600',
      ),
    );
  });

  test("of rounds go with a delta that repeats, and leave room for the ids of its rounds", async () => {
    // Without keys: should one of these be taken for right, nobody is asked all the same.
    const keyless = { OSS_FERRY_OSS_CREDENTIALS: "environment" };
    const delta = { ...keyless, OSS_FERRY_JOB_KIND: "delta", OSS_FERRY_BASE_JOB_ID: "full" };
    const until = "2026-12-24T18:00:00Z";
    const said = await Promise.all(
      [
        { ...keyless, OSS_FERRY_ROUND_EVERY_SECONDS: "60" },
        { ...delta, OSS_FERRY_ROUNDS_UNTIL: until, OSS_FERRY_ROUND_SMALL_ENOUGH: "10" },
        { ...delta, OSS_FERRY_ROUND_EVERY_SECONDS: "60", OSS_FERRY_JOB_ID: "j".repeat(119) },
        { ...delta, OSS_FERRY_ROUND_EVERY_SECONDS: "0" },
      ].map((change) => saidBy(worker(change))),
    );
    expect(said).toEqual([
      refusal("OSS_FERRY_ROUND_EVERY_SECONDS goes with a delta alone"),
      refusal(
        "OSS_FERRY_ROUNDS_UNTIL goes with OSS_FERRY_ROUND_EVERY_SECONDS alone",
        "OSS_FERRY_ROUND_SMALL_ENOUGH goes with OSS_FERRY_ROUND_EVERY_SECONDS alone",
      ),
      refusal(
        "OSS_FERRY_JOB_ID must have at most 118 characters where a delta repeats, as the ids of its rounds are longer",
      ),
      refusal('OSS_FERRY_ROUND_EVERY_SECONDS="0": must be at least 1'),
    ]);
  });

  test("that do not exist get a suggestion", async () => {
    expect(await saidBy(worker({ OSS_FERRY_SRC_PREFX: "a/" }))).toEqual(
      refusal("OSS_FERRY_SRC_PREFX is not a setting; did you mean OSS_FERRY_SRC_PREFIX?"),
    );
  });

  test("cannot name what is no bucket and no region", async () => {
    const wrong = worker({
      OSS_FERRY_SOURCE_BUCKET: "s3://source-bucket/photos",
      OSS_FERRY_DESTINATION_BUCKET: "My Bucket",
      OSS_FERRY_DESTINATION_REGION: "Hong Kong",
    });
    expect(await saidBy(wrong)).toEqual(
      refusal(
        `OSS_FERRY_SOURCE_BUCKET="s3://source-bucket/photos": must be a bucket's name, without s3:// and path`,
        expect.stringMatching(
          /^OSS_FERRY_DESTINATION_BUCKET="My Bucket": must be 3 to 63 lower-case letters/u,
        ),
        `OSS_FERRY_DESTINATION_REGION="Hong Kong": must be a region's id`,
      ),
    );
  });

  test("cannot make the destination the control bucket", async () => {
    expect(await saidBy(worker({ OSS_FERRY_CONTROL_BUCKET: "destination-bucket" }))).toEqual(
      refusal('OSS_FERRY_CONTROL_BUCKET="destination-bucket": must be another bucket than the destination'),
    );
  });
});

describe.concurrent("the command line", () => {
  const command = (args: readonly string[], environment = RIGHT): FerryProcess =>
    startCommand(args, { environment });

  test("says what is missing in the words of its options", async () => {
    expect(await saidBy(command(["status", "--job-id", "job-1"], {}))).toEqual(
      refusal(
        "--destination-region (OSS_FERRY_DESTINATION_REGION) is not set: Region of the destination and the control bucket, for instance `cn-hongkong`.",
        expect.stringMatching(/^--control-bucket \(OSS_FERRY_CONTROL_BUCKET\) is not set: /u),
      ),
    );
  });

  test("says what is wrong in the words of its options, which go before the environment", async () => {
    expect(await saidBy(command(["run", "--job-id", "a b"]))).toEqual(
      refusal('--job-id (OSS_FERRY_JOB_ID)="a b": must be 1 to 128 letters, digits, _ or -'),
    );
  });

  test("takes sizes with their units and flags without a value, and says so where it cannot", async () => {
    const wrong = ["run", "--tags", "--min-size", "10 KB", "--max-size", "10mb", "--job-id", "a b"];
    expect(await saidBy(command(wrong))).toEqual(
      refusal(
        '--job-id (OSS_FERRY_JOB_ID)="a b": must be 1 to 128 letters, digits, _ or -',
        '--max-size (OSS_FERRY_MAX_SIZE)="10mb": must be a size such as 10 MB or 1 GiB, or a number of bytes',
      ),
    );
  });

  test("misses the base, and not what the base would say", async () => {
    expect(await saidBy(command(["redrive", "--job-id", "again"], {}))).toEqual(
      refusal(
        expect.stringMatching(/^--destination-region /u),
        expect.stringMatching(/^--control-bucket /u),
        "--base-job-id (OSS_FERRY_BASE_JOB_ID) is not set: a redrive needs the job that it is based on",
      ),
    );
  });

  test.each([
    ["estimate"],
    ["import-jobcfg"],
    ["preflight"],
    ["credentials", "set"],
    ["run"],
    ["delta"],
    ["redrive"],
    ["prune"],
    ["audit"],
    ["status"],
    ["report"],
    ["pause"],
    ["resume"],
    ["throttle"],
    ["cutover", "check"],
    ["cutover", "fence"],
    ["release-check"],
  ])("shows how %s %s is used", async (...words) => {
    const said = await saidBy(command([...words, "--help"], {}));
    expect(said).toMatchObject({ code: 0, errors: [], stdout: expect.stringMatching(/^Examples/mu) });
  });

  test("suggests the option or command that was probably meant", async () => {
    expect(await saidBy(command(["run", "--source-buket", "x"]))).toEqual(
      refusal("USAGE: unknown option '--source-buket' (Did you mean --source-bucket?)"),
    );
    expect(await saidBy(command(["statsu"]))).toEqual(
      refusal("USAGE: unknown command 'statsu' (Did you mean status?)"),
    );
  });

  test("takes no arguments that it has no use for", async () => {
    expect(await saidBy(command(["run", "source-bucket"]))).toEqual(
      refusal(
        expect.stringMatching(/^USAGE: too many arguments for 'run'\. Expected 0 arguments but got 1/u),
      ),
    );
  });

  test("refuses a log file that cannot be written before it begins", async () => {
    expect(await saidBy(command(["run", "--log", "/no/such/directory/log"]))).toEqual(
      refusal(
        expect.stringMatching(/^USAGE: --log: cannot write there .*; name a file that can be written$/u),
      ),
    );
  });
});
