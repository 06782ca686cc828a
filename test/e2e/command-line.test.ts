import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { seedMixed, seedSmall } from "../support/bucket-seeds.ts";
import { type FerryWorld, openFerryWorld } from "../support/ferry-world.ts";
import { expectMigrated } from "../support/migrated.ts";
import { until } from "../support/until.ts";

/** What somebody types who has the keys in the environment and everything else on the command line. */
function typed(world: FerryWorld): {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
} {
  const args: string[] = [];
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(world.settings)) {
    if (!name.startsWith("OSS_FERRY_")) environment[name] = value;
    else if (name !== "OSS_FERRY_OSS_CREDENTIALS") args.push(`--${optionName(name)}`, value);
  }
  return { args, environment };
}

/** Those of the arguments that `status` takes. */
function statusArgs(world: FerryWorld, ...more: readonly string[]): readonly string[] {
  const { OSS_FERRY_CONTROL_BUCKET, OSS_FERRY_DESTINATION_REGION, OSS_FERRY_OSS_ENDPOINT } = world.settings;
  const options = {
    "job-id": world.jobId,
    "control-bucket": OSS_FERRY_CONTROL_BUCKET ?? "",
    "destination-region": OSS_FERRY_DESTINATION_REGION ?? "",
    "oss-endpoint": OSS_FERRY_OSS_ENDPOINT ?? "",
  };
  return ["status", ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]), ...more];
}

function optionName(variable: string): string {
  return variable.replace("OSS_FERRY_", "").toLowerCase().replaceAll("_", "-");
}

describe.concurrent("oss-ferry run", { timeout: 240_000 }, () => {
  test("migrates, shows plain progress lines where there is no terminal, and sums up", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 30, 10_000);
    const { args, environment } = typed(world);
    const held = world.script({
      match: { service: "s3", operation: "GetObject", key: "^small-015$" },
      fault: { kind: "error", status: 503, code: "SlowDown" },
    });

    const running = world.startCommand(["run", ...args], environment);
    await until("there is a line of progress", () => running.stderr.includes("\n"));
    held.lift();
    const end = await running.end();

    expect(end.code).toBe(0);
    expect(end.stdout.split("\n")).toEqual([
      "Job job-1 is complete: 30 listed = 30 copied + 0 skipped + 0 kept + 0 vanished + 0 failed",
      expect.stringMatching(
        /^300\.0 KB copied and verified in \d+ s; \d+ completion markers cover the whole key space$/u,
      ),
      "One line for each object: oss://control-bucket/jobs/job-1/ledger/",
      "",
    ]);
    for (const line of end.errors) expect(line).toMatch(/^[\x20-\x7e·–]+$/u);
    await expectMigrated(world);
  });

  test("ends with 3 when objects failed, and says how many for which reason", async () => {
    await using world = await openFerryWorld();
    const failures = await seedMixed(world);
    const { args, environment } = typed(world);

    const end = await world.startCommand(["run", ...args], environment).end();

    expect(end.code).toBe(3);
    expect(end.stdout).toMatch(/ 4 failed$/mu);
    expect(end.stdout).toMatch(/^ +3 {2}KEY_LEADING_SLASH$/mu);
    expect(end.stdout).toMatch(/^ +1 {2}KEY_TOO_LONG$/mu);
    await expectMigrated(world, failures);
  });

  test("goes on where it was interrupted, with its log in a file, and is done at once when all is done", async () => {
    await using world = await openFerryWorld();
    const directory = await mkdtemp(join(tmpdir(), "oss-ferry-log-"));
    try {
      await seedSmall(world, 30);
      const { args, environment } = typed(world);
      const run = ["run", ...args, "--drain-seconds", "0", "--log", join(directory, "log")];
      const match = { service: "s3", operation: "GetObject", key: "^small-015$" } as const;
      const held = world.script({
        match,
        nth: 1,
        fault: { kind: "stall", ms: 600_000, afterBytes: 100 },
      });
      const first = world.startCommand(run, environment);
      await held.hit();

      first.send("SIGINT");
      const interrupted = await first.end();
      const second = await world.startCommand(run, environment).end();
      const third = await world.startCommand(run, environment).end();

      expect(interrupted.code).toBe(6);
      expect(interrupted.errors.at(-1)).toBe(
        "Stopped before the job was complete; the same command goes on where it stopped.",
      );
      expect(second.code).toBe(0);
      expect(third).toMatchObject({ code: 0, stdout: second.stdout });
      const log = await readFile(join(directory, "log"), "utf8");
      const events = log
        .trimEnd()
        .split("\n")
        .map((line) => (JSON.parse(line) as { event: string }).event);
      const begun = events.filter((event) => event === "job.created" || event === "job.joined");
      expect(begun).toHaveLength(3);
      expect(events.filter((event) => event === "job.completed")).toHaveLength(1);
      await expectMigrated(world);
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  test("shares the work with a fleet", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 60);
    await world.wish({ paused: true });
    const { args, environment } = typed(world);
    const worker = world.startWorker("fleet");
    const here = world.startCommand(["run", "--worker-name", "here", ...args], environment);
    await until("both are there", () => world.controlKeys("workers/").length === 2);

    await world.wish({});

    expect([(await worker.end()).code, (await here.end()).code]).toEqual([0, 0]);
    await expectMigrated(world);
  });
});

describe.concurrent("oss-ferry status", { timeout: 240_000 }, () => {
  test("shows a running job and a finished one, for people and as JSON", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 30);
    const match = { service: "s3", operation: "GetObject", key: "^small-015$" } as const;
    const held = world.script({ match, nth: 1, fault: { kind: "stall", ms: 600_000 } });
    const stuck = world.startWorker("stuck", {
      OSS_FERRY_LEASE_SECONDS: "30",
      OSS_FERRY_DRAIN_SECONDS: "0",
    });
    await held.hit();
    const { environment } = typed(world);
    const ask = (...more: readonly string[]): Promise<{ code: unknown; stdout: string; stderr: string }> =>
      world.startCommand(statusArgs(world, ...more), environment).end();

    const [panel, json] = await Promise.all([ask(), ask("--json")]);
    stuck.send("SIGTERM");
    expect((await stuck.end()).code).toBe(6);
    expect((await world.startWorker("second").end()).code).toBe(0);
    const [finished, finishedJson] = await Promise.all([ask(), ask("--json")]);

    expect(panel).toMatchObject({ code: 0, stderr: "" });
    expect(panel.stdout).toContain("stuck-");
    expect(json).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(json.stdout)).toMatchObject({
      job: { spec: { jobId: "job-1" } },
      workers: [{ state: "working" }],
    });
    expect(JSON.parse(json.stdout)).not.toHaveProperty("summary");
    expect(finished).toMatchObject({ code: 0, stderr: "" });
    expect(finished.stdout).toContain("Job job-1 is complete: 30 listed = ");
    expect(JSON.parse(finishedJson.stdout)).toMatchObject({ summary: { tally: { listed: 30 } } });
  });

  test("with --watch ends when the job does, with the code of its outcome", async () => {
    await using world = await openFerryWorld();
    const failures = await seedMixed(world);
    await world.wish({ paused: true });
    const worker = world.startWorker("watched");
    await worker.waitFor("worker.started");
    const watching = world.startCommand(statusArgs(world, "--watch"), typed(world).environment);
    await until("it has begun to watch", () => watching.stdout !== "");

    await world.wish({});

    expect((await worker.end()).code).toBe(3);
    const end = await watching.end();
    expect(end).toMatchObject({ code: 3, errors: [] });
    expect(end.stdout).toContain("Job job-1 is complete");
    await expectMigrated(world, failures);
  });
});
