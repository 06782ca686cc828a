import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Heartbeat } from "../../core/protocol/heartbeat.ts";
import type { AccessKey } from "../../local/credentials.ts";
import { failureOf, hasTerraform, TIMEOUT_MS } from "../local/terraform/terraform.ts";
import { seedSmall } from "../support/bucket-seeds.ts";
import { CONTROL, DESTINATION } from "../support/ferry-world.ts";
import { FleetWorld, type RunningInstance } from "../support/fleet-world.ts";
import { expectMigrated } from "../support/migrated.ts";
import { until } from "../support/until.ts";

const OBJECTS = 1_600;
const OBJECT_BYTES = 40_000;
/** Of all workers together: the job is to outlast everything that is done to its fleet. */
const BYTES_PER_SECOND = 100_000;
const TASK_THREADS = 4;
const MOST_UNDER_WAY = 3 * TASK_THREADS;
const NEW_VERSION = "// a new version of the worker";

/** The settings of the whole file; a change of `worker` would roll the fleet. */
function fleetOf(workers: number): Readonly<Record<string, unknown>> {
  return {
    worker: { leaseSeconds: 5, drainSeconds: 2, taskThreadNum: TASK_THREADS },
    phases: { full: { workers } },
  };
}

/** One job that is never given any rest; each test goes on where the one before it stopped. */
describe.skipIf(!hasTerraform)("a fleet that works", { timeout: TIMEOUT_MS }, () => {
  let world: FleetWorld;
  let sourceKeys: AccessKey;

  beforeAll(async () => {
    world = await FleetWorld.open(fleetOf(2));
    await seedSmall(world, OBJECTS, OBJECT_BYTES);
  }, TIMEOUT_MS);

  afterAll(async () => {
    await world[Symbol.asyncDispose]();
  });

  /** `oss-ferry credentials set` with a new pair that is as slow as the last. */
  async function setSlowKeys(): Promise<void> {
    sourceKeys = world.cloud.s3.keys.create();
    world.cloud.s3.limitBandwidth(sourceKeys.accessKeyId, BYTES_PER_SECOND);
    const set = await world.setSourceKeys(sourceKeys);
    if (set.code !== 0) throw new Error(set.text);
  }

  function copied(): number {
    return world.cloud.counters.requests({ service: "oss", bucket: DESTINATION, operation: "PutObject" });
  }

  function stored(bucket: string): number {
    return [...world.cloud.oss.bucket(bucket).objectsFrom("")].length;
  }

  /** Resolves once the fleet has put more objects than were under way; the job must not be done yet. */
  async function moreIsCopied(): Promise<void> {
    const before = copied();
    await until("more objects are copied", () => copied() > before + MOST_UNDER_WAY);
    expect(world.isComplete()).toBe(false);
  }

  const refusals = (): number =>
    world.cloud.counters
      .list()
      .filter(({ service }) => service === "s3")
      .reduce((sum, { statuses }) => sum + (statuses[403] ?? 0), 0);

  /** What a worker with this name last said of itself. */
  function heartbeat(worker: string): Heartbeat | undefined {
    const [newest] = world
      .controlKeys(`${world.keys.workersPrefix}${worker}-`)
      .map((key) => JSON.parse(String(world.cloud.oss.readObject(CONTROL, key))) as Heartbeat)
      .sort((a, b) => b.startedAtMs - a.startedAtMs);
    return newest;
  }

  const isAtWork = (worker: string): boolean => {
    const { held = [], state } = heartbeat(worker) ?? {};
    return state === "working" && held.length > 0;
  };

  const exitCodes = (): readonly unknown[] =>
    world
      .controlKeys(world.keys.bootPrefix)
      .filter((key) => key.endsWith("/stopped.json"))
      .map((key) => (JSON.parse(String(world.cloud.oss.readObject(CONTROL, key))) as { exit: unknown }).exit);

  function without(name: string, instances: ReadonlyMap<string, RunningInstance>): unknown {
    return Object.fromEntries([...instances].filter(([each]) => each !== name));
  }

  test("begins as soon as it is deployed", async () => {
    expect(failureOf(await world.deploy("foundation"))).toBe("");
    await setSlowKeys();

    expect(failureOf(await world.deploy("full"))).toBe("");

    await moreIsCopied();
  });

  test("grows by one, and nothing else is touched", async () => {
    const before = world.instances();
    await world.configure(fleetOf(3));

    const deployed = await world.deploy("full");

    expect(failureOf(deployed)).toBe("");
    expect(deployed.text).toMatch(/\d added, 0 changed, 0 destroyed/u);
    const after = world.instances();
    expect(without("worker-2", after)).toEqual(Object.fromEntries(before));
    await until("the new worker takes part", () => isAtWork("worker-2"));
    await moreIsCopied();
  });

  test("takes up another pair of source keys while the old one ends, without a restart or a deployment", async () => {
    const old = sourceKeys;
    await setSlowKeys();

    world.cloud.s3.keys.remove(old.accessKeyId);

    await until("the old pair is refused", () => refusals() > 0);
    await moreIsCopied();
    expect(exitCodes()).toEqual([]);
  });

  test("that has lost its source keys says so, and goes on by itself once there are others", async () => {
    world.cloud.s3.keys.remove(sourceKeys.accessKeyId);
    await until("a worker ends with the exit code of an unusable store", () => exitCodes().includes(5));
    const line = await until("status says that it is gone", async () => {
      const { text } = await world.ferry(["status", "--job-id", world.jobId]);
      return text.split("\n").find((each) => each.includes("stopped"));
    });
    expect(line).toMatch(/^instance i-\w+ \(worker-\d\) stopped with 5 .* ago/u);

    await setSlowKeys();

    await moreIsCopied();
  });

  test("gets an instance again that the cloud has taken, with the next deployment, and that one alone", async () => {
    await until("worker-0 holds partitions", () => isAtWork("worker-0"));
    const before = world.instances();

    await world.cloud.account.release(before.get("worker-0")?.id ?? "");
    expect([...world.instances().keys()].sort()).toEqual(["worker-1", "worker-2"]);
    const deployed = await world.deploy("full");

    expect(failureOf(deployed)).toBe("");
    const after = world.instances();
    expect([...after.keys()].sort()).toEqual(["worker-0", "worker-1", "worker-2"]);
    expect(after.get("worker-0")?.id).not.toBe(before.get("worker-0")?.id);
    expect(without("worker-0", after)).toEqual(without("worker-0", before));
    await moreIsCopied();
  });

  test("is rolled by a new version of the worker: every instance is another one and runs it", async () => {
    const before = world.instances();
    await appendFile(join(world.project, "dist/worker.mjs"), `\n${NEW_VERSION}\n`);

    expect(failureOf(await world.deploy("foundation", "full"))).toBe("");

    const after = world.instances();
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    const oldIds = new Set([...before.values()].map(({ id }) => id));
    expect([...after.values()].filter(({ id }) => oldIds.has(id))).toEqual([]);
    for (const [worker, { root }] of after) {
      await until(`${worker} works`, () => isAtWork(worker));
      const config = JSON.parse(await readFile(join(root, "etc/oss-ferry/bootstrap.json"), "utf8")) as {
        readonly artifacts: readonly { readonly path: string }[];
      };
      const bundle = config.artifacts.find(({ path }) => path.endsWith("worker.mjs"))?.path ?? "";
      expect(await readFile(join(root, bundle), "utf8")).toContain(NEW_VERSION);
    }
    await moreIsCopied();
  });

  test("is not destroyed without a word: one line says what is under way and how to go on", async () => {
    const before = world.instances();

    const refused = await world.destroy(["full"]);

    expect(refused.code).not.toBe(0);
    const line = refused.text.split("\n").find((each) => each.includes("still being worked on"));
    expect(line).toContain(`${world.jobId} is still being worked on: 3 workers`);
    expect(line).toContain("set FERRY_RELEASE=working and repeat the command");
    expect(world.instances()).toEqual(before);
  });

  test("is destroyed when its operator insists; buckets, manifest, ledgers and objects stay", async () => {
    const objects = stored(DESTINATION);
    expect(objects).toBeGreaterThan(0);

    expect(failureOf(await world.destroy(["full"], { FERRY_RELEASE: "working" }))).toBe("");

    expect([...world.instances()]).toEqual([]);
    expect(world.isComplete()).toBe(false);
    for (const folder of ["manifest/", "ledger/", "done/"]) {
      expect(world.controlKeys(world.keys.root + folder)).not.toEqual([]);
    }
    expect(stored(DESTINATION)).toBeGreaterThanOrEqual(objects);
    const status = await world.ferry(["status", "--job-id", world.jobId]);
    expect(failureOf(status)).toBe("");
  });

  test("goes on with the next deployment where the last one stopped, and ends right after all of this", async () => {
    expect(failureOf(await world.deploy("full"))).toBe("");
    world.cloud.s3.limitBandwidth(sourceKeys.accessKeyId, undefined);

    await until("the job is complete", () => world.isComplete(), 90_000);

    const { highestEpoch } = await expectMigrated(world);
    expect(highestEpoch).toBeGreaterThan(1);
    const status = await world.ferry(["status", "--job-id", world.jobId]);
    expect(status).toMatchObject({ code: 0 });
    expect(status.text).toContain(`Job ${world.jobId} is complete`);
  });
});
