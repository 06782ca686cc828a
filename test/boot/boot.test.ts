import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXIT } from "../../core/exit-codes.ts";
import { BOOT_STAGES } from "../../core/protocol/boot-event.ts";
import type { AccessKey } from "../../local/credentials.ts";
import { type ExpectedFailures, seedOddKeys, seedSmall } from "../support/bucket-seeds.ts";
import { expectMigrated } from "../support/migrated.ts";
import { type Instance, MachineFleet, USER_DATA } from "./machine-fleet.ts";
import { findRootFileSystem } from "./root-file-system.ts";

const TIMEOUT_MS = 240_000;
const OBJECTS = 400;
const OBJECT_BYTES = 10_000;
/** Of all workers together: the job is to outlast what is done to its machines. */
const BYTES_PER_SECOND = 40_000;

const debian = await findRootFileSystem();
const root = "path" in debian ? debian.path : undefined;
if ("missing" in debian) console.log(`No machine is booted here: what is missing is ${debian.missing}.`);

/** Two instances and one job under real cloud-init and real systemd; each test goes on where the last one stopped. */
describe.skipIf(root === undefined)("a fleet of real machines", { timeout: TIMEOUT_MS }, () => {
  let fleet: MachineFleet;
  let failures: ExpectedFailures;
  let sourceKeys: AccessKey;

  beforeAll(async () => {
    fleet = await MachineFleet.open(root ?? "");
    await seedSmall(fleet.world, OBJECTS, OBJECT_BYTES);
    failures = await seedOddKeys(fleet.world);
    sourceKeys = fleet.world.cloud.s3.keys.create();
    fleet.world.cloud.s3.limitBandwidth(sourceKeys.accessKeyId, BYTES_PER_SECOND);
    await fleet.setSourceKeys(sourceKeys);
  }, TIMEOUT_MS);

  afterAll(async () => {
    await fleet[Symbol.asyncDispose]();
  }, TIMEOUT_MS);

  const isAtWork = (instance: Instance): boolean => {
    const [{ state, held } = { state: "left", held: [] }] = fleet.heartbeats(instance);
    return state === "working" && held.length > 0;
  };

  const isComplete = (): boolean => fleet.world.readControl(fleet.world.keys.summary) !== undefined;

  const last = (): Instance => {
    const instance = fleet.instances.at(-1);
    if (instance === undefined) throw new Error("a fleet without instances");
    return instance;
  };

  test("has user data that cloud-init's own schema accepts", async () => {
    for (const { machine } of fleet.instances) {
      const said = await machine.run("cloud-init", "schema", "--config-file", USER_DATA);

      expect(said).toContain("Valid cloud-config");
    }
  });

  test("waits for its roles, boots, and works on one job together", async () => {
    for (const { machine } of fleet.instances) machine.powerOn();
    await fleet.until("all wait for their role", () =>
      fleet.instances.every(({ machine }) => machine.console.includes("waiting for the role")),
    );

    for (const { metadata } of fleet.instances) metadata.attachRole(true);

    await fleet.until("all are at work", () => fleet.instances.every(isAtWork));
    for (const instance of fleet.instances) {
      const stages = BOOT_STAGES.filter((stage) => fleet.event(instance, stage) !== undefined);
      expect(stages).toEqual(["started", "credentials", "downloaded", "verified"]);
    }
  });

  test("leaves cloud-init without an error", async () => {
    for (const { machine } of fleet.instances) {
      const result = await fleet.until("cloud-init is done", () =>
        readFile(join(machine.changes, "var/lib/cloud/data/result.json"), "utf8").catch(() => undefined),
      );

      expect(JSON.parse(result)).toMatchObject({ v1: { errors: [] } });
      expect(machine.console).not.toContain("Invalid cloud-config");
    }
  });

  test("runs each worker as a user of its own that may do nothing else", () => {
    for (const { machine } of fleet.instances) {
      const status = machine.worker();

      expect(status?.get("Uid")).toMatch(/^[1-9]/u);
      expect(Number.parseInt(status?.get("CapBnd") ?? "", 16)).toBe(0);
      expect(status?.get("NoNewPrivs")).toBe("1");
      expect(status?.get("Seccomp")).toBe("2");
    }
  });

  test("lets the worker drain and report before a machine is off", async () => {
    const instance = last();

    const end = await instance.machine.powerOff();

    expect(end).toBe(0);
    expect(fleet.event(instance, "stopped")).toMatchObject({ exit: EXIT.drained });
    expect(fleet.event(instance, "stopped")?.log?.join("\n")).toContain("worker.finished");
    expect(fleet.heartbeats(instance)[0]).toMatchObject({ state: "left" });
    expect(isComplete()).toBe(false);
  });

  test("takes a machine back that is switched on again, which fetches nothing anew", async () => {
    const instance = last();

    instance.machine.powerOn();

    await fleet.until("it is at work again", () => isAtWork(instance));
    expect(fleet.heartbeats(instance)).toHaveLength(2);
    expect(fleet.event(instance, "downloaded")?.bytes).toBe(0);
  });

  test("completes the job, and every key is accounted for", async () => {
    fleet.world.cloud.s3.limitBandwidth(sourceKeys.accessKeyId, undefined);

    await fleet.until("the job is complete", isComplete);

    const { markers } = await expectMigrated(fleet.world, failures);
    expect(markers.length).toBeGreaterThan(1);
    for (const instance of fleet.instances) {
      const event = await fleet.until("its worker has ended", () => {
        const stopped = fleet.event(instance, "stopped");
        return stopped?.exit === EXIT.drained ? undefined : stopped;
      });
      // The job is complete, but some objects cannot be held by OSS.
      expect(event.exit).toBe(EXIT.objectsFailed);
    }
  });

  test("shuts down without a failed worker, and has shown no secret on its consoles", async () => {
    const { cloud } = fleet.world;
    const pairs = [
      sourceKeys,
      cloud.oss.accessKey,
      ...fleet.instances.map(({ metadata }) => metadata.credentials.current()),
    ];

    const ends = await Promise.all(fleet.instances.map(({ machine }) => machine.powerOff()));

    expect(ends).toEqual([0, 0]);
    const consoles = fleet.instances.map(({ machine }) => machine.console).join("\n");
    expect(consoles).toContain('"event":"job.completed"');
    expect(consoles).not.toContain("oss-ferry-worker.service: Failed");
    for (const { accessKeySecret, sessionToken = accessKeySecret } of pairs) {
      expect(consoles).not.toContain(accessKeySecret);
      expect(consoles).not.toContain(sessionToken);
    }
  });
});
