import { describe, expect, test } from "vitest";
import { Application } from "../support/application.ts";
import { DESTINATION, type FerryWorld, openFerryWorld, SOURCE } from "../support/ferry-world.ts";
import { outcomesOf } from "../support/job-records.ts";

const DELTA = { OSS_FERRY_JOB_ID: "delta", OSS_FERRY_JOB_KIND: "delta", OSS_FERRY_BASE_JOB_ID: "job-1" };

/** A bucket that is copied, with the rules on and its application at OSS. */
async function openSwitched(
  beforeSwitch: (application: Application) => Promise<void>,
): Promise<{ readonly world: FerryWorld; readonly application: Application }> {
  const world = await openFerryWorld();
  const { s3, oss } = world.cloud;
  const application = new Application(world.cloud);
  for (const key of ["a", "b", "c"]) await application.write(key, `first ${key}`, "ferry");
  expect((await world.startWorker("full").end()).code).toBe(0);
  await beforeSwitch(application);
  oss.switchMirrorOn(DESTINATION, {
    url: `${s3.endpoint}/${SOURCE}/`,
    sign: { region: s3.region, accessKey: s3.keys.create() },
    redirect: { mirror_allow_head_object: true },
  });
  application.switchToOss();
  return { world, application };
}

describe.concurrent("after the switch", { timeout: 240_000 }, () => {
  test("a fleet that OSS forbids to overwrite says of each object that it could not replace it, and claims no repair", async () => {
    const { world, application } = await openSwitched(async (before) => {
      await before.write("a", "second a", "ferry");
      await before.write("fresh", "read through the rule", "ferry");
      await before.write("new", "nobody reads it");
    });
    await using _ = world;
    await application.read("fresh");
    const { settings } = world.cloud.oss.bucket(DESTINATION);
    settings.set("overwriteConfig", { rule: [{ id: "fleet", action: "forbid" }] });

    const delta = await world.startWorker("delta", DELTA).end();

    expect(delta.code).toBe(3);
    expect(outcomesOf(world.cloud, "delta")).toMatchObject({
      a: "failed OVERWRITE_FORBIDDEN",
      fresh: "failed OVERWRITE_FORBIDDEN",
      new: "copied",
    });
    expect(await application.surprises()).toEqual({ a: "different", fresh: "different" });

    settings.delete("overwriteConfig");
    const redrive = {
      OSS_FERRY_JOB_ID: "again",
      OSS_FERRY_JOB_KIND: "redrive",
      OSS_FERRY_BASE_JOB_ID: "delta",
    };
    expect((await world.startWorker("redrive", redrive).end()).code).toBe(0);
    expect(await application.surprises()).toEqual({});
  });

  test("what the application deletes stays deleted through a delta, and the rules fetch it again for who reads it", async () => {
    const { world, application } = await openSwitched(async () => undefined);
    await using _ = world;
    for (const key of ["a", "b"]) await application.delete(key);
    await application.deleteAtSource("a");

    expect((await world.startWorker("delta", DELTA).end()).code).toBe(0);

    expect(outcomesOf(world.cloud, "delta")).toMatchObject({
      a: "vanished GONE_EVERYWHERE",
      b: "kept DESTINATION_DELETED",
    });
    expect([await application.sees("a"), await application.sees("b")]).toEqual([false, true]);
    expect(await application.surprises()).toEqual({});
    expect(await application.read("a")).toBeUndefined();
    expect(await application.read("b")).toBe("first b");
    expect(await application.surprises()).toEqual({ b: "extra" });
  });

  test("what the application deletes while it is to be replaced is not put back, although the rule answers for it", async () => {
    const { world, application } = await openSwitched(async (before) => before.write("a", "second a"));
    await using _ = world;
    const { s3, settings } = world.ownKeys();
    const held = world.script({
      match: { operation: "GetObject", key: "^a$", client: s3.accessKeyId },
      fault: { kind: "latency", ms: 3_000 },
    });

    const delta = world.startWorker("delta", { ...DELTA, ...settings });
    await held.hit();
    await application.delete("a");

    expect((await delta.end()).code).toBe(0);
    expect(outcomesOf(world.cloud, "delta")).toMatchObject({ a: "kept DESTINATION_DELETED" });
    expect(await application.surprises()).toEqual({});
  });

  test("what S3 dates before T1, as its upload had begun before, is copied by the delta all the same", async () => {
    await using world = await openFerryWorld();
    const application = new Application(world.cloud);
    await application.write("a", "first a");
    const upload = application.beginUpload("video", "completed after T1");
    expect((await world.startWorker("full").end()).code).toBe(0);
    await upload.complete();

    expect((await world.startWorker("delta", DELTA).end()).code).toBe(0);

    expect(outcomesOf(world.cloud, "delta")).toEqual({ a: "skipped UNCHANGED", video: "copied" });
    expect(await application.surprises()).toEqual({});
  });
});
