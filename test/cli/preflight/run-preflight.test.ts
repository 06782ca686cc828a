import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exitCodeFor, type NamedFinding } from "../../../cli/checks/finding.ts";
import { openPreflight } from "../../../cli/preflight/open-preflight.ts";
import { runPreflight } from "../../../cli/preflight/run-preflight.ts";
import type { CliSurroundings } from "../../../cli/surroundings.ts";
import { systemClock } from "../../../core/clock.ts";
import { readSettings } from "../../../core/protocol/environment.ts";
import { CONTROL, DESTINATION, type FerryWorld, openFerryWorld, SOURCE } from "../../support/ferry-world.ts";

let world: FerryWorld;

beforeEach(async () => {
  world = await openFerryWorld();
  await world.cloud.s3.putObject(SOURCE, "a", "something", { tags: { colour: "red" } });
});
afterEach(() => world[Symbol.asyncDispose]());

/** Runs a preflight with these settings besides the usual ones; `interrupt` is called with what Ctrl+C does. */
async function preflight(
  change: Readonly<Record<string, string>> = {},
  interrupt: (act: () => void) => void = () => undefined,
): Promise<readonly NamedFinding[]> {
  const read = readSettings(
    Object.fromEntries(
      Object.entries({ ...world.settings, ...change }).filter(([name]) => name.startsWith("OSS_FERRY_")),
    ),
  );
  if (!read.ok) throw new Error(read.problems.join("\n"));
  const surroundings: CliSurroundings = {
    environment: { ...world.settings, ...change },
    stdout: process.stdout,
    stderr: process.stderr,
    clock: systemClock,
    random: Math.random,
    residentBytes: () => 0,
    onSignal: (name, act) => {
      if (name === "SIGINT") interrupt(act);
    },
  };
  const findings: NamedFinding[] = [];
  await openPreflight(read.settings, undefined, surroundings, async (context, signal) => {
    for await (const finding of runPreflight(context, signal)) findings.push(finding);
  });
  return findings;
}

/** Every object and every open upload there is. */
function contents(): readonly string[] {
  const { s3, oss } = world.cloud;
  return [s3.bucket(SOURCE), oss.bucket(DESTINATION), oss.bucket(CONTROL)].flatMap((bucket) => [
    ...Array.from(bucket.objectsFrom(""), ([key]) => `${bucket.name}/${key}`),
    ...Array.from(bucket.uploads.values(), ({ key }) => `${bucket.name}/${key} (upload)`),
  ]);
}

const NOTHING_NEW = [`${SOURCE}/a`];

const lineOf = (findings: readonly NamedFinding[], name: string): unknown => {
  const found = findings.find((finding) => finding.name === name);
  return found === undefined ? undefined : `${found.verdict}: ${found.says}`;
};

const deny = (match: object): unknown =>
  world.cloud.faults.add({ match, fault: { kind: "error", status: 403, code: "AccessDenied" } });

describe("a preflight", () => {
  test("finds everything good where it is, and leaves nothing behind", async () => {
    const findings = await preflight({ OSS_FERRY_TAGS: "true", OSS_FERRY_DEST_PREFIX: "below/" });

    expect(findings.map(({ verdict, name }) => `${verdict} ${name}`)).toEqual([
      "pass source list",
      "pass source archived",
      "pass source uploads",
      "pass source head",
      "pass source get",
      "pass source tags",
      "pass control versioning",
      "pass control list",
      "pass control delete",
      "pass control put",
      "pass control get",
      "pass destination list",
      "pass destination versioning",
      "pass destination lifecycle",
      "pass destination delete",
      "pass destination put",
      "pass destination create-only",
      "pass destination get",
      "pass destination parts",
      "pass source clock",
      "pass destination clock",
      "pass quotas",
    ]);
    expect(contents()).toEqual(NOTHING_NEW);
  });

  test("writes nothing at the source", async () => {
    await preflight({ OSS_FERRY_TAGS: "true" });
    const operations = world.cloud.counters.list().filter(({ service }) => service === "s3");
    expect(operations.filter(({ operation }) => !/^(?:Get|Head|List)/u.test(operation))).toEqual([]);
  });

  test.for([
    ["source list", { bucket: SOURCE, operation: "ListObjectsV2" }, 5],
    ["source head", { bucket: SOURCE, operation: "HeadObject" }, 5],
    ["source get", { bucket: SOURCE, operation: "GetObject" }, 5],
    ["source tags", { bucket: SOURCE, operation: "GetObjectTagging" }, 5],
    ["control versioning", { bucket: CONTROL, operation: "GetBucketVersioning" }, 4],
    ["control list", { bucket: CONTROL, operation: "ListObjectsV2" }, 5],
    ["control delete", { bucket: CONTROL, operation: "DeleteObject" }, 5],
    ["control put", { bucket: CONTROL, operation: "PutObject" }, 5],
    ["control get", { bucket: CONTROL, operation: "GetObject" }, 5],
    ["destination list", { bucket: DESTINATION, operation: "ListObjectsV2" }, 5],
    ["destination put", { bucket: DESTINATION, operation: "PutObject" }, 5],
    ["destination get", { bucket: DESTINATION, operation: "GetObject" }, 5],
    ["destination parts", { bucket: DESTINATION, operation: "InitiateMultipartUpload" }, 5],
  ] as const)(
    "fails for %s alone when that may not be done, and leaves nothing behind",
    async ([name, match, code]) => {
      deny(match);
      const findings = await preflight({ OSS_FERRY_TAGS: "true" });

      expect(findings.filter(({ verdict }) => verdict === "fail").map((finding) => finding.name)).toEqual([
        name,
      ]);
      expect(exitCodeFor(findings)).toBe(code);
      expect(contents()).toEqual(NOTHING_NEW);
    },
  );

  test.for([
    ["source uploads", { bucket: SOURCE, operation: "ListMultipartUploads" }],
    ["destination versioning", { bucket: DESTINATION, operation: "GetBucketVersioning" }],
    ["destination lifecycle", { bucket: DESTINATION, operation: "GetBucketLifecycle" }],
    ["destination delete", { bucket: DESTINATION, operation: "DeleteObject" }],
  ] as const)(
    "only warns for %s, which no worker needs, and leaves nothing behind",
    async ([name, match]) => {
      deny(match);
      const findings = await preflight();

      expect(findings.filter(({ verdict }) => verdict !== "pass").map((finding) => finding.name)).toEqual([
        name,
      ]);
      expect(exitCodeFor(findings)).toBe(0);
      expect(contents()).toEqual(NOTHING_NEW);
    },
  );

  test("names what is wrong with a bucket altogether, and goes on with the others", async () => {
    const findings = await preflight({
      OSS_FERRY_SOURCE_REGION: "us-east-1",
      OSS_FERRY_CONTROL_BUCKET: "elsewhere",
      AWS_SESSION_TOKEN: "",
    });
    expect(lineOf(findings, "source list")).toMatch(/^fail: WRONG_REGION: .* is in region ap-northeast-1/u);
    expect(lineOf(findings, "control versioning")).toMatch(/^fail: BUCKET_NOT_FOUND: /u);
    expect(lineOf(findings, "destination put")).toMatch(/^pass: /u);
    expect(exitCodeFor(findings)).toBe(5);
  });

  test("says which keys are missing or unknown", async () => {
    const findings = await preflight({
      AWS_SECRET_ACCESS_KEY: "not-the-secret",
      ALIBABA_CLOUD_ACCESS_KEY_ID: "",
    });
    expect(lineOf(findings, "source list")).toMatch(/^fail: CREDENTIALS_INVALID: /u);
    expect(lineOf(findings, "destination list")).toBe(
      "fail: CREDENTIALS_MISSING: no credentials: set ALIBABA_CLOUD_ACCESS_KEY_ID",
    );
    expect(exitCodeFor(findings)).toBe(5);
  });

  test("refuses a source with nothing in it, unless that is fine", async () => {
    const nowhere = { OSS_FERRY_SRC_PREFIX: "nowhere/" };
    expect(exitCodeFor(await preflight(nowhere))).toBe(4);
    expect(exitCodeFor(await preflight({ ...nowhere, OSS_FERRY_ALLOW_EMPTY: "true" }))).toBe(0);
  });

  test("warns about archived objects and reads another one", async () => {
    await world.cloud.s3.putObject(SOURCE, "Z-archived", "x", { storageClass: "DEEP_ARCHIVE" });
    const findings = await preflight();
    expect(lineOf(findings, "source archived")).toMatch(/^warn: 1 among the first 2 keys/u);
    expect(lineOf(findings, "source get")).toBe("pass: GET a");
  });

  test("refuses a control bucket that is or was versioned, or ignores create-only writes", async () => {
    world.cloud.oss.bucket(CONTROL).versioning = "Suspended";
    const versioned = await preflight();
    expect([exitCodeFor(versioned), lineOf(versioned, "control put")]).toEqual([4, undefined]);

    world.cloud.oss.bucket(CONTROL).versioning = "never";
    world.script({ match: { bucket: CONTROL }, fault: { kind: "forget-create-only" } });
    const forgetful = await preflight();
    expect(lineOf(forgetful, "control put")).toBe("fail: a second create-only PUT was not refused");
    expect(contents()).toEqual(NOTHING_NEW);
  });

  test("warns about a versioned destination, and puts nothing there: a version of it would stay", async () => {
    world.cloud.oss.bucket(DESTINATION).versioning = "Enabled";
    const findings = await preflight();
    expect(lineOf(findings, "destination versioning")).toMatch(/^warn: versioning is enabled/u);
    expect(world.cloud.counters.requests({ bucket: DESTINATION, operation: "PutObject" })).toBe(0);
  });

  test("warns when this machine's clock is minutes off", async () => {
    world.cloud.oss.clock.offsetMs = 5 * 60_000;
    const findings = await preflight();
    expect(lineOf(findings, "destination clock")).toMatch(
      /^warn: this machine's clock is (?:4 min 5\d s|5 min 00 s) behind the service's$/u,
    );
    expect(lineOf(findings, "source clock")).toMatch(/^pass: /u);
  });

  test("fails when the destination stores other bytes, and deletes them", async () => {
    world.script({
      match: { service: "oss", bucket: DESTINATION, operation: "PutObject" },
      fault: { kind: "corrupt-request" },
    });
    const findings = await preflight();
    expect(lineOf(findings, "destination put")).toBe("fail: OSS stored other bytes than were sent");
    expect(contents()).toEqual(NOTHING_NEW);
  });
});

describe("an interrupted preflight", () => {
  test.for([
    { bucket: CONTROL, operation: "PutObject" },
    { bucket: CONTROL, operation: "GetObject" },
    { bucket: DESTINATION, operation: "PutObject" },
    { bucket: DESTINATION, operation: "GetObject" },
    { bucket: DESTINATION, operation: "InitiateMultipartUpload" },
    { bucket: DESTINATION, operation: "UploadPart" },
    { bucket: DESTINATION, operation: "ListParts" },
  ])("leaves nothing behind at $operation in the $bucket", async (match) => {
    let interrupt = (): void => undefined;
    const held = world.script({ match, nth: 1, fault: { kind: "latency", ms: 200 } });
    const running = preflight({}, (act) => (interrupt = act));
    running.catch(() => undefined);
    await held.hit();

    interrupt();

    await expect(running).rejects.toMatchObject({ exitCode: 6 });
    expect(contents()).toEqual(NOTHING_NEW);
  });

  test("tries again when deleting is refused for a moment, and says what it had to leave when it is for good", async () => {
    const match = { bucket: DESTINATION, operation: "DeleteObject" } as const;
    world.script({ match, nth: 2, fault: { kind: "error", status: 503, code: "SlowDown" } });
    await preflight();
    expect(contents()).toEqual(NOTHING_NEW);

    world.script({ match, nth: 2, fault: { kind: "error", status: 403, code: "AccessDenied" } });
    await expect(preflight()).rejects.toMatchObject({
      code: "CANARY_LEFT",
      message: expect.stringMatching(
        /^oss-ferry-preflight-\w+ may have been left in the destination bucket/u,
      ),
    });
  });
});
