import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jobKeys } from "../../core/protocol/keys.ts";
import type { AccessKey } from "../../local/credentials.ts";
import { AWS_VARIABLES } from "../../storage/credentials/static.ts";
import { failureOf, hasTerraform, TIMEOUT_MS } from "../local/terraform/terraform.ts";
import { Application } from "../support/application.ts";
import { CONTROL, DESTINATION, SOURCE, variablesOf } from "../support/ferry-world.ts";
import { FleetWorld, NAME } from "../support/fleet-world.ts";
import { outcomesOf } from "../support/job-records.ts";
import { until } from "../support/until.ts";

const PHASES = {
  pilot: { workers: 1, sample: { objects: 10 } },
  full: { workers: 2 },
  // Two rounds that the operator's machine runs, with the job ids of these phases.
  "delta-1": { workers: 1 },
  "delta-2": { workers: 1 },
  "delta-final": { workers: 1 },
};
const DEPLOYED = ["pilot", "full", "cutover", "delta-final"];
const HOLD_MS = 4_000;
/** A deployment, and a job after it. */
const DEADLINE_MS = 120_000;

/** The whole of a migration while its application works; each test goes on where the one before it stopped. */
describe.skipIf(!hasTerraform)("a live bucket", { timeout: TIMEOUT_MS }, () => {
  let world: FleetWorld;
  let application: Application;
  let sourceKeys: AccessKey;
  let mirrorVariables: Readonly<Record<string, string>>;
  let video: { complete(): Promise<void> };

  beforeAll(async () => {
    world = await FleetWorld.open({ phases: PHASES });
    const { cloud } = world;
    await world.configure({
      phases: PHASES,
      // The source asks for signatures, and so does the rule's origin.
      cutover: { sourceUrl: `${cloud.s3.endpoint}/${SOURCE}/` },
    });
    sourceKeys = cloud.s3.keys.create();
    const ofMirror = cloud.s3.keys.create();
    mirrorVariables = {
      TF_VAR_mirror_access_key_id: ofMirror.accessKeyId,
      TF_VAR_mirror_access_key_secret: ofMirror.accessKeySecret,
    };
    application = new Application(cloud);
    for (let n = 0; n < 40; n++) {
      await application.write(key(n), `first ${n}`, n % 4 === 0 ? "ferry" : undefined);
    }
    video = application.beginUpload("video", "begun before T1, completed after it");
  }, TIMEOUT_MS);

  afterAll(async () => {
    await world[Symbol.asyncDispose]();
  });

  const outcomes = (phase: string): Readonly<Record<string, string>> =>
    outcomesOf(world.cloud, `${NAME}-${phase}`);

  const isComplete = (phase: string): boolean =>
    world.cloud.oss.readObject(CONTROL, jobKeys(`${NAME}-${phase}`).summary) !== undefined;

  /** `cdktf deploy` of the phase, and the end of its job. */
  async function byFleet(phase: string): Promise<void> {
    expect(failureOf(await world.deploy(phase))).toBe("");
    await until(`${phase} is complete`, () => isComplete(phase), DEADLINE_MS);
  }

  /** The phase's job by `oss-ferry` on the operator's machine. */
  async function byHand(phase: string, kind: string, base: string, ...more: string[]): Promise<void> {
    const words = [kind, "--job-id", `${NAME}-${phase}`, "--base-job-id", `${NAME}-${base}`, ...more];
    expect(failureOf(await world.ferry(words, variablesOf(AWS_VARIABLES, sourceKeys)))).toBe("");
  }

  /** Lets the application act while the phase runs: once one of `held` is read, and before any of them arrives. */
  async function meanwhile(
    phase: string,
    running: Promise<void>,
    { held, act }: { readonly held: readonly string[]; readonly act: () => Promise<void> },
  ): Promise<void> {
    const { faults } = world.cloud;
    const id = faults.add({
      match: { operation: "GetObject", key: `^(?:${held.join("|")})$`, client: sourceKeys.accessKeyId },
      fault: { kind: "latency", ms: HOLD_MS },
      times: held.length,
    });
    const isRead = (): boolean => faults.list().some((rule) => rule.id === id && rule.hit > 0);
    const acted = until(`one of ${held.join(", ")} is read`, isRead, DEADLINE_MS).then(async () => {
      await act();
      expect(isComplete(phase)).toBe(false);
    });
    await Promise.all([running, acted]);
  }

  test("is sampled by a pilot", async () => {
    expect(failureOf(await world.cdktf(["deploy", "foundation", "pilot"]))).toBe("");
    expect(failureOf(await world.setSourceKeys(sourceKeys))).toBe("");
    await until("the pilot is complete", () => isComplete("pilot"), DEADLINE_MS);
  });

  test("is copied while the application writes, overwrites and deletes", async () => {
    // No pilot has copied this one.
    await application.write("new-0", "written after the pilot");
    await meanwhile("full", byFleet("full"), {
      held: ["new-0"],
      act: async () => {
        await application.write(key(0), "overwritten during the full copy", "ferry");
        await application.write("new-0", "overwritten while it is read");
        await application.delete(key(1));
        await application.write("new-1", "new during the full copy");
      },
    });
    expect(outcomes("full")).toMatchObject({ "new-0": "copied" });
    // Dated before T1, as S3 dates it by when it began.
    await video.complete();
    await application.write(key(2), "overwritten before the first delta");
    await application.delete(key(3));
  });

  test("is followed by two deltas from the operator's machine", async () => {
    await meanwhile("delta-1", byHand("delta-1", "delta", "full"), {
      held: [key(2)],
      act: async () => {
        await application.write(key(4), "overwritten during the first delta");
        await application.write("new-2", "new during the first delta", "ferry");
        await application.delete(key(5));
      },
    });
    await application.write(key(6), "overwritten before the second delta");

    await meanwhile("delta-2", byHand("delta-2", "delta", "delta-1"), {
      held: [key(6)],
      act: async () => application.write(key(7), "overwritten during the second delta"),
    });

    expect(outcomes("delta-1")).toMatchObject({ video: "copied", [key(2)]: "copied" });
    expect(outcomes("delta-2")).toMatchObject({ [key(6)]: "copied", [key(8)]: "skipped UNCHANGED" });
  });

  test("goes on, after a check, at OSS, which fetches what is missing from a private source", async () => {
    await application.write(key(10), "overwritten after the last delta");
    await application.write(key(11), "overwritten after the last delta");
    await application.write(key(12), "overwritten after the last delta");
    await application.write("fresh-1", "read through the rule", "ferry");
    await application.write("fresh-2", "read through the rule");
    await application.write("fresh-3", "overwritten at both ends");
    await application.write("fresh-4", "nobody reads it");
    await application.write("fresh-5", "for the check");
    await application.delete(key(13));

    const deployed = await world.cdktf(
      ["deploy", "cutover", "--ignore-missing-stack-dependencies"],
      mirrorVariables,
    );

    expect(failureOf(deployed)).toBe("");
    const check = ["cutover", "check", "--base-job-id", `${NAME}-delta-2`, "--canary-key", "fresh-5"];
    const checked = await world.ferry(check, variablesOf(AWS_VARIABLES, sourceKeys));
    expect(failureOf(checked)).toBe("");
    expect(checked.stdout).toMatch(/^pass {2}canary +GET fresh-5 fetched the same/mu);
    expect(checked.stdout).toMatch(/^GO: /mu);

    application.switchToOss();
    expect(await application.read("fresh-1")).toBe("read through the rule");
    expect(await application.read("fresh-2")).toBe("read through the rule");
    expect(await application.read("nowhere")).toBeUndefined();
    // As the guide says: stale until the final delta.
    expect(await application.read(key(10))).toBe("first 10");
    await application.write("theirs", "written to OSS");
    await application.write("fresh-3", "overwritten at OSS");
    await application.write(key(11), "overwritten at OSS");
    await application.write(key(14), "overwritten at OSS");
    await application.delete(key(15));
    await application.delete(key(16));
    await application.deleteAtSource(key(16));
    expect(await application.read(key(16))).toBeUndefined();
    await application.writeLate(key(17), "written to the source by a late writer");
  });

  test("gets its final delta, which is never over what the application writes and deletes at OSS", async () => {
    await application.writeLate(key(18), "to be replaced when it is deleted at OSS");
    await meanwhile("delta-final", byFleet("delta-final"), {
      // OSS has no conditional PUT: what is deleted in the milliseconds between look and write would come back.
      held: [key(12), key(18), "fresh-4"],
      act: async () => {
        await application.write(key(12), "overwritten at OSS during the final delta");
        await application.write("fresh-4", "written to OSS during the final delta");
        await application.delete(key(18));
      },
    });

    expect(outcomes("delta-final")).toMatchObject({
      "fresh-1": "copied METADATA_REPAIRED",
      "fresh-2": "skipped SAME_CONTENT",
      "fresh-3": "kept DESTINATION_NOT_OURS",
      [key(10)]: "copied",
      [key(11)]: "kept BOTH_CHANGED",
      [key(14)]: "kept DESTINATION_CHANGED",
      [key(15)]: "kept DESTINATION_DELETED",
      [key(16)]: "vanished GONE_EVERYWHERE",
      [key(17)]: "copied",
    });
    expect(await application.read(key(10))).toBe("overwritten after the last delta");
  });

  test("holds what the application expects, but for deletes before the switch, as the report says", async () => {
    const surprises = await application.surprises();
    const report = ["report", "--job-id", `${NAME}-delta-final`, "--format", "jsonl"];
    const reported = await world.ferry([...report, "--code", "SOURCE_GONE"]);
    expect(failureOf(reported)).toBe("");
    const lines = reported.stdout.split("\n").slice(0, -1);
    const explained = lines.map((line) => (JSON.parse(line) as { readonly key: string }).key);

    expect(explained).toEqual(expect.arrayContaining([key(3), key(5), key(13)]));
    expect(surprises).toEqual(Object.fromEntries(explained.map((each) => [each, "extra"])));
  });

  test("passes its audit", async () => {
    await byHand("audit", "audit", "delta-final");

    const audited = outcomes("audit");
    expect(Object.values(audited).filter((outcome) => outcome.startsWith("failed"))).toEqual([]);
    expect(audited["theirs"]).toBe("kept AUDIT_EXTRA");
  });

  test("is what the application expects, key by key, once what it had deleted is pruned", async () => {
    const gone = Object.keys(await application.surprises()).length;
    await byHand("prune", "prune", "delta-final", "--most-deletes", String(gone));

    expect(await application.surprises()).toEqual({});
  });

  test("is left alone with its buckets when everything else is destroyed", async () => {
    expect(failureOf(await world.destroy(DEPLOYED, mirrorVariables))).toBe("");

    expect([...world.instances()]).toEqual([]);
    expect(world.cloud.oss.bucket(DESTINATION).settings.has("website")).toBe(false);
    expect(await application.read(key(15))).toBeUndefined();
    expect(await application.surprises()).toEqual({});
  });
});

function key(n: number): string {
  return `small-${String(n).padStart(2, "0")}`;
}
