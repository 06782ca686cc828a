import { describe, expect, test } from "vitest";
import { awaitObedience } from "../../cli/await-obedience.ts";
import { changeControl } from "../../cli/change-control.ts";
import { describeControl } from "../../cli/describe-control.ts";
import { createProgressReader, type Progress } from "../../cli/read-progress.ts";
import { encodeJson } from "../../core/protocol/codec.ts";
import { type ControlSettings, controlRevision } from "../../core/protocol/control-settings.ts";
import type { Heartbeat } from "../../core/protocol/heartbeat.ts";
import { MemoryControl } from "../../storage/memory/control.ts";
import { forever, protocolWorld, type ProtocolWorld } from "../support/protocol-world.ts";

interface Operator extends ProtocolWorld {
  readonly read: (signal: AbortSignal) => Promise<Progress>;
  /** Changes control.json and resolves to its revision. */
  readonly change: (
    change: (settings: ControlSettings) => ControlSettings,
    replace?: boolean,
  ) => Promise<string>;
  /** control.json as it is stored. */
  readonly stands: () => string | undefined;
  /** What the operator is told. */
  readonly told: () => Promise<readonly string[]>;
  /** A worker that shows this revision. */
  readonly obeys: (workerId: string, revision: string | undefined, more?: Partial<Heartbeat>) => void;
}

/** A job in memory and whoever tells its fleet what to do. */
function operator(): Operator {
  const world = protocolWorld();
  const { job, keys } = world.context;
  world.bucket.put(keys.job, encodeJson(job));
  const control = new MemoryControl(world.bucket);
  const read = createProgressReader(control, job.spec.jobId);
  return {
    ...world,
    read,
    change: (change, replace = false) => changeControl(control, read, change, { replace, signal: forever }),
    stands: () => {
      const stored = world.bucket.objects.get(keys.control);
      return stored === undefined ? undefined : Buffer.from(stored.bytes).toString();
    },
    told: async () => describeControl(await read(forever)),
    obeys: (workerId, revision, more = {}) =>
      world.beat(workerId, {
        ...more,
        ...(revision === undefined ? {} : { obeys: { revision, paused: false } }),
      }),
  };
}

const pause = (settings: ControlSettings): ControlSettings => ({ ...settings, paused: true });
const resume = (settings: ControlSettings): ControlSettings => ({ ...settings, paused: false });

describe("control.json", () => {
  test("keeps its limits and windows when the fleet is paused and resumed", async () => {
    const { bucket, context, change, stands } = operator();
    const limits =
      '"bytesPerSecond":5,"windows":[{"from":"22:00","until":"06:00","timeZone":"UTC","requestsPerSecond":null}]';
    bucket.put(context.keys.control, Buffer.from(`{"paused":false,${limits}}`));

    await change(pause);
    const paused = stands();
    await change(resume);

    expect(paused).toBe(`{"paused":true,${limits}}\n`);
    expect(stands()).toBe(`{"paused":false,${limits}}\n`);
  });

  test("is known by the revision that workers show", async () => {
    const { change, stands } = operator();
    const revision = await change(pause);
    expect(stands()).toBe('{"paused":true}\n');
    expect(controlRevision(Buffer.from('{"paused":true}\n'))).toBe(revision);
  });

  test.for([
    ["half-written", '{"paused": fal', "it is not JSON"],
    ["from somebody who mistyped", '{"pausd":true}', "pausd"],
  ] as const)("that is %s is not touched, unless it is to be replaced", async ([, text, problem]) => {
    const { bucket, context, change, stands } = operator();
    bucket.put(context.keys.control, Buffer.from(text));

    await expect(change(pause)).rejects.toMatchObject({
      code: "CONTROL_OBJECT_UNREADABLE",
      message: expect.stringMatching(
        new RegExp(`^jobs/job/control\\.json .*${problem}.*--replace`, "u"),
      ) as unknown,
    });
    expect(stands()).toBe(text);
    await change(pause, true);
    expect(stands()).toBe('{"paused":true}\n');
  });

  test("is written for no job that does not exist", async () => {
    const { bucket, context, change, stands } = operator();
    bucket.objects.delete(context.keys.job);
    await expect(change(pause)).rejects.toMatchObject({ code: "JOB_UNKNOWN" });
    expect(stands()).toBeUndefined();
  });
});

describe("the operator is told", () => {
  test("what holds now, what holds when, and who obeys already", async () => {
    const { change, told, obeys } = operator();
    const revision = await change(() => ({
      paused: true,
      bytesPerSecond: 50_000_000,
      windows: [
        { from: "22:00", until: "06:00", timeZone: "UTC", bytesPerSecond: null, requestsPerSecond: 2_000 },
        { from: "12:00", until: "13:00", timeZone: "UTC", bytesPerSecond: 100 },
      ],
    }));
    obeys("a", revision);
    obeys("b", "none");

    expect(await told()).toEqual([
      "job is paused: nothing new begins, what is under way ends.",
      "Limits of the whole fleet now: 2,000 requests/s.",
      "  outside windows: 400 Mbit/s",
      "  22:00-06:00 UTC: any bandwidth, 2,000 requests/s (now)",
      "  12:00-13:00 UTC: 0.001 Mbit/s",
      "2 workers are alive and each takes 1,000 requests/s; 1 of 2 obey already, the rest within 15 s.",
    ]);
  });

  test("that there are no limits, and that nobody is there", async () => {
    const { told } = operator();
    expect(await told()).toEqual([
      "job is not paused.",
      "Limits of the whole fleet now: none.",
      "No worker is alive; those that start obey from the beginning.",
    ]);
  });

  test("what to do when control.json cannot be read", async () => {
    const { bucket, context, told } = operator();
    bucket.put(context.keys.control, Buffer.from("{"));
    expect(await told()).toEqual([
      "control.json of job cannot be used: it is not JSON; workers keep to what they could read last. " +
        "Write it anew with --replace: `resume --replace` runs without limits.",
    ]);
  });
});

describe("whoever waits", () => {
  const wait = (world: Operator, revision: string): Promise<Progress> =>
    awaitObedience({ read: world.read, revision, timeoutMs: 30_000, clock: world.clock, signal: forever });

  test("goes on when the last living worker shows that it obeys", async () => {
    const world = operator();
    const revision = await world.change(pause);
    world.obeys("a", revision);
    world.obeys("b", undefined);
    world.obeys("gone", "none", { state: "left" });
    let isOver = false;
    const waiting = wait(world, revision).then(() => (isOver = true));
    await world.clock.advance(5_000);
    expect(isOver).toBe(false);

    world.obeys("b", revision);
    await world.clock.advance(1_000);

    await waiting;
    expect(isOver).toBe(true);
  });

  test("does not wait where nobody is alive", async () => {
    const world = operator();
    const revision = await world.change(pause);
    await expect(wait(world, revision)).resolves.toMatchObject({ state: "unattended" });
  });

  test("is told who did not show it in time", async () => {
    const world = operator();
    const revision = await world.change(pause);
    for (const id of ["a", "b", "c", "d", "e"]) world.obeys(id, "none");
    await expect(world.clock.runUntilSettled(wait(world, revision))).rejects.toMatchObject({
      code: "NOT_OBEYED",
      message: expect.stringMatching(
        /^it is written, but 30 s later a, b, c and 2 more did not show/u,
      ) as unknown,
    });
  });

  test("is told when somebody else has said something else meanwhile", async () => {
    const world = operator();
    const revision = await world.change(pause);
    world.obeys("a", "none");
    const waiting = world.clock.runUntilSettled(wait(world, revision));
    world.bucket.put(world.context.keys.control, Buffer.from("{}"));
    await expect(waiting).rejects.toMatchObject({
      code: "NOT_OBEYED",
      message: expect.stringContaining("somebody else") as unknown,
    });
  });
});
