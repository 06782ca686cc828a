import { describe, expect, test } from "vitest";
import type { LocalCloudOptions } from "../../local/cloud.ts";
import { seedSmall } from "../support/bucket-seeds.ts";
import { type FerryWorld, openFerryWorld, SOURCE } from "../support/ferry-world.ts";
import { expectMigrated } from "../support/migrated.ts";
import { until } from "../support/until.ts";

/** A cloud and the settings of a worker on one of its instances, which has a role and no keys. */
async function openInstance(instance: NonNullable<LocalCloudOptions["instance"]>): Promise<{
  readonly world: FerryWorld;
  readonly onInstance: Readonly<Record<string, string | undefined>>;
}> {
  const world = await openFerryWorld({ instance });
  await seedSmall(world, 24);
  const onInstance = {
    OSS_FERRY_OSS_CREDENTIALS: "ecs",
    OSS_FERRY_METADATA_ENDPOINT: world.cloud.metadata.endpoint,
    ALIBABA_CLOUD_ACCESS_KEY_ID: undefined,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: undefined,
  };
  return { world, onInstance };
}

describe.concurrent("a worker with the role of its instance", { timeout: 240_000 }, () => {
  test("waits at boot until the role is there", async () => {
    const { world, onInstance } = await openInstance({ roleAttached: false });
    await using _ = world;
    const worker = world.startWorker("early", onInstance);
    await worker.waitFor("credentials.waiting");
    expect(world.cloud.counters.requests({ service: "oss" })).toBe(0);

    world.cloud.metadata.attachRole(true);

    expect(await worker.end()).toMatchObject({ code: 0, errors: [] });
    await expectMigrated(world);
  });

  test("ends at once when it is told to stop while it waits for the role", async () => {
    const { world, onInstance } = await openInstance({ roleAttached: false });
    await using _ = world;
    const worker = world.startWorker("early", onInstance);
    await worker.waitFor("credentials.waiting");

    worker.send("SIGTERM");

    expect(await worker.end()).toMatchObject({ code: 6, errors: [] });
  });

  test("ends with one clear line when the role never comes", async () => {
    const { world, onInstance } = await openInstance({ roleAttached: false });
    await using _ = world;

    const end = await world.startWorker("lost", { ...onInstance, OSS_FERRY_GIVE_UP_SECONDS: "10" }).end();

    expect(end.code).toBe(5);
    expect(end.errors).toEqual([
      "CREDENTIALS_INVALID: no RAM role is attached to this instance; attach the worker's role to it",
    ]);
  });

  test("replaces its keys in time, and no request is ever refused", async () => {
    const { world, onInstance } = await openInstance({ lifetimeMs: 6_000, overlapMs: 2_000 });
    await using _ = world;
    await world.wish({ paused: true });
    const worker = world.startWorker("steady", onInstance);
    await worker.waitFor("worker.started");
    const first = world.cloud.metadata.credentials.current().accessKeyId;

    const second = await until("the next pair is handed out", () => {
      const { accessKeyId } = world.cloud.metadata.credentials.current();
      return accessKeyId === first ? undefined : accessKeyId;
    });
    const withSecond = world.script({ match: { client: second }, fault: { kind: "latency", ms: 0 } });
    await withSecond.hit();
    await world.wish({ paused: false });

    expect(await worker.end()).toMatchObject({ code: 0, errors: [] });
    expect(world.answers("oss", 403)).toBe(0);
    await expectMigrated(world);
  });

  test("fetches new keys when the service says that its session has ended", async () => {
    const { world, onInstance } = await openInstance({});
    await using _ = world;
    const { credentials } = world.cloud.metadata;
    const match = { service: "s3", bucket: SOURCE, operation: "GetObject", key: "small-002" } as const;
    const slow = world.script({ match, fault: { kind: "latency", ms: 500 } });
    const worker = world.startWorker("expired", onInstance);
    await slow.hit();

    const old = credentials.current();
    credentials.rotate();
    world.cloud.oss.keys.expire(old.accessKeyId);

    expect(await worker.end()).toMatchObject({ code: 0, errors: [] });
    expect(world.answers("oss", 403)).toBeGreaterThan(0);
    await expectMigrated(world);
  });
});
