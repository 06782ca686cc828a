import { beforeEach, describe, expect, it } from "vitest";
import { encodeJson } from "../../core/protocol/codec.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { MemoryControl } from "../../storage/memory/control.ts";
import { findLastRound, latestRound } from "../../worker/find-round.ts";
import type { Fault } from "../support/faulty-stores.ts";
import { MigrationWorld } from "../support/migration-world.ts";
import { forever, type Logged, recordingLog } from "../support/protocol-world.ts";

const HOUR_MS = 3_600_000;
const EVERY = { everyMs: HOUR_MS };

let world: MigrationWorld;

beforeEach(async () => {
  world = new MigrationWorld();
  for (const key of ["a", "b", "c", "d", "e", "f"]) await world.write(key, `first ${key}`);
  await world.run("full");
});

/** The jobs that there are, by the order of their ids. */
const jobs = (): string[] =>
  [...world.control.objects]
    .map(([key]) => /^jobs\/(?<id>.*)\/job\.json$/u.exec(key)?.groups?.["id"])
    .filter((id) => id !== undefined)
    .toSorted();

const isComplete = (jobId: string): boolean =>
  world.control.objects.get(jobKeys(jobId).summary) !== undefined;

const beganMs = (jobId: string): number => world.control.objects.get(jobKeys(jobId).job)?.lastModifiedMs ?? 0;

const wish = (jobId: string, settings: object): void =>
  void world.control.put(jobKeys(jobId).control, encodeJson(settings));

/** Moves the clock until the job is complete; some writes of the source fall between two rounds. */
async function untilComplete(jobId: string): Promise<void> {
  for (let minutes = 0; !isComplete(jobId); minutes++) {
    if (minutes > 600) throw new Error(`${jobId} is not complete after ten hours`);
    await world.clock.advance(60_000);
  }
}

const settled = <End>(work: Promise<End>): Promise<End> => world.clock.runUntilSettled(work);

describe("a delta that repeats", () => {
  it("is a round each interval, each a job that is based on the one before it", async () => {
    const drain = new AbortController();
    await world.write("b", "second b");
    const worker = world.repeat("delta", "full", EVERY, { drain: drain.signal });
    await untilComplete("delta");
    await world.write("b", "third b");
    await world.write("c", "second c");
    await untilComplete("delta-r2");
    await world.write("c", "third c");
    await untilComplete("delta-r3");
    drain.abort(new Error("enough"));

    await expect(settled(worker)).resolves.toEqual({ kind: "drained" });
    expect(jobs()).toEqual(["delta", "delta-r2", "delta-r3", "full"]);
    expect(world.outcomes("delta")).toMatchObject({ b: "copied", c: "skipped UNCHANGED" });
    expect(world.outcomes("delta-r2")).toMatchObject({ a: "skipped UNCHANGED", b: "copied", c: "copied" });
    expect(world.outcomes("delta-r3")).toMatchObject({ b: "skipped UNCHANGED", c: "copied" });
    expect(world.atDestination()).toMatchObject({ b: "third b", c: "third c" });
    for (const [earlier, later] of [
      ["delta", "delta-r2"],
      ["delta-r2", "delta-r3"],
    ] as const) {
      expect(beganMs(later)).toBeGreaterThanOrEqual(beganMs(earlier) + HOUR_MS);
    }
  });

  it("ends with the round that is small enough, whose summary is its own", async () => {
    for (const key of ["a", "b"]) await world.write(key, `second ${key}`);
    const worker = world.repeat("delta", "full", { ...EVERY, smallEnough: 1 });
    await untilComplete("delta");
    await world.write("a", "third a");

    const end = await settled(worker);

    expect(end).toMatchObject({ kind: "complete", summary: { jobId: "delta-r2" } });
    expect(world.records("delta-r2").get("a")).toMatchObject({ outcome: "copied" });
    expect(jobs()).toEqual(["delta", "delta-r2", "full"]);
  });

  it("ends when the next round would begin after the deadline", async () => {
    const untilMs = world.clock.nowMs() + 2.5 * HOUR_MS;
    const end = await settled(world.repeat("delta", "full", { ...EVERY, untilMs }));
    expect(end).toMatchObject({ kind: "complete", summary: { jobId: "delta-r3" } });
    expect(jobs()).toEqual(["delta", "delta-r2", "delta-r3", "full"]);
  });

  it("does not share the id of its first round with one that does not repeat", async () => {
    const untilMs = world.clock.nowMs() + HOUR_MS / 2;
    await settled(world.repeat("delta", "full", { ...EVERY, untilMs }));
    await expect(world.run("delta", { work: { kind: "delta", baseJobId: "full" } })).rejects.toMatchObject({
      code: "JOB_MISMATCH",
      message: expect.stringContaining("work.round") as unknown,
    });
  });

  it("goes on after a round in which objects failed, and tries them again", async () => {
    await world.write("b", "second b");
    await world.write("n", "new");
    const faults = ["b", "n"].map((key): Fault => {
      return { on: "source.open", key, effect: { kind: "fail", code: "INVALID_REQUEST" } };
    });
    const untilMs = world.clock.nowMs() + 1.5 * HOUR_MS;
    const end = await settled(world.repeat("delta", "full", { ...EVERY, untilMs }, { faults }));
    expect(world.outcomes("delta")).toMatchObject({
      b: "failed SOURCE_REJECTED",
      n: "failed SOURCE_REJECTED",
    });
    expect(world.outcomes("delta-r2")).toMatchObject({ b: "copied", n: "copied" });
    expect(end).toMatchObject({ summary: { jobId: "delta-r2", tally: { outcomes: { failed: 0 } } } });
  });
});

describe("the workers of a fleet", () => {
  it("go through the same rounds, whoever begins them, and end with the same one", async () => {
    const repetition = { ...EVERY, smallEnough: 0 };
    await world.write("a", "second");
    const workers = ["w0", "w1", "w2"].map((name) => world.repeat("delta", "full", repetition, { name }));
    for (const text of ["third", "fourth"]) {
      await world.clock.advance(HOUR_MS / 2);
      await world.write("a", text);
      await world.clock.advance(HOUR_MS / 2);
    }
    const ends = await settled(Promise.all(workers));
    expect(new Set(ends.map((end) => (end.kind === "complete" ? end.summary.jobId : end.kind))).size).toBe(1);
    expect(jobs()).toEqual(["delta", "delta-r2", "delta-r3", "delta-r4", "full"]);
    expect(jobs().every(isComplete)).toBe(true);
    expect(world.atDestination()).toMatchObject({ a: "fourth" });
  });

  it("find the latest round when they start late, after a death between two rounds too", async () => {
    const drain = new AbortController();
    const worker = world.repeat("delta", "full", EVERY, { drain: drain.signal });
    await untilComplete("delta-r5");
    drain.abort(new Error("the machine goes"));
    await settled(worker);
    await world.clock.advance(10 * HOUR_MS);

    await world.write("a", "meanwhile");
    const end = await settled(world.repeat("delta", "full", { ...EVERY, smallEnough: 1 }));

    // Round 5 was small enough, too, for one that says so.
    expect(end).toMatchObject({ summary: { jobId: "delta-r5" } });
    const again = new AbortController();
    const next = world.repeat("delta", "full", EVERY, { drain: again.signal });
    await untilComplete("delta-r6");
    again.abort(new Error("enough"));
    await settled(next);
    expect(world.outcomes("delta-r6")).toMatchObject({ a: "copied" });
  });

  it("do not begin a round after the deadline, although it was due before", async () => {
    const drain = new AbortController();
    const repetition = { ...EVERY, untilMs: world.clock.nowMs() + 1.5 * HOUR_MS };
    const worker = world.repeat("delta", "full", repetition, { drain: drain.signal });
    await untilComplete("delta");
    drain.abort(new Error("the machine goes"));
    await settled(worker);
    await world.clock.advance(3 * HOUR_MS);
    const end = await settled(world.repeat("delta", "full", repetition));
    expect(end).toMatchObject({ summary: { jobId: "delta" } });
  });

  it("begin no round while the operator pauses the series, and say what they wait for", async () => {
    const logged: Logged[] = [];
    const drain = new AbortController();
    const worker = world.repeat("delta", "full", EVERY, { drain: drain.signal, log: recordingLog(logged) });
    await untilComplete("delta");
    wish("delta", { paused: true });
    await world.clock.advance(5 * HOUR_MS);
    expect(jobs()).toEqual(["delta", "full"]);
    wish("delta", { paused: false });
    await untilComplete("delta-r2");
    drain.abort(new Error("enough"));
    await settled(worker);
    expect(logged.find(({ event }) => event === "rounds.waiting")?.fields).toMatchObject({ round: 1 });
  });

  it("obey the series' control.json in every round", async () => {
    const drain = new AbortController();
    const worker = world.repeat("delta", "full", EVERY, { drain: drain.signal });
    await untilComplete("delta-r2");
    await world.write("a", "second a");
    await world.clock.advance(HOUR_MS / 2);
    wish("delta", { bytesPerSecond: 1_000 });
    await untilComplete("delta-r3");
    drain.abort(new Error("enough"));
    await settled(worker);
    const heartbeats = [...world.control.objects]
      .filter(([key]) => key.startsWith(jobKeys("delta-r3").workersPrefix))
      .map(([, { bytes }]) => JSON.parse(bytes.toString()) as object);
    expect(heartbeats).toMatchObject([{ obeys: { bytesPerSecond: 1_000 } }]);
  });
});

describe("a job that is based on one that repeats", () => {
  async function threeRounds(): Promise<void> {
    const untilMs = world.clock.nowMs() + 2.5 * HOUR_MS;
    const worker = world.repeat("delta", "full", { ...EVERY, untilMs });
    await untilComplete("delta-r2");
    await world.write("a", "second a");
    await settled(worker);
    await world.write("a", "third a");
  }

  it("is based on its last round", async () => {
    await threeRounds();
    await world.run("final", { work: { kind: "delta", baseJobId: "delta" } });
    expect(world.outcomes("final")).toMatchObject({ a: "copied", b: "skipped UNCHANGED" });
    const { tally } = await world.run("audit", {
      work: { kind: "audit", baseJobId: "final", content: false },
    });
    expect(tally.codes).toEqual({ AUDIT_SAME: 6 });
  });

  it("goes by another round only when that is named, and then takes what the later ones put there for somebody else's", async () => {
    await threeRounds();
    await world.run("literal", { work: { kind: "delta", baseJobId: "delta-r2" } });
    expect(world.outcomes("literal")).toMatchObject({ a: "kept BOTH_CHANGED" });
  });

  it("keeps to the round that was the last when it began", async () => {
    await threeRounds();
    const spec = { work: { kind: "delta", baseJobId: "delta" } } as const;
    await world.run("final", spec);
    const further = { ...EVERY, untilMs: world.clock.nowMs() + 1.5 * HOUR_MS };
    await settled(world.repeat("delta", "full", further));
    expect(jobs()).toContain("delta-r4");
    await expect(world.run("final", spec)).resolves.toMatchObject({ jobId: "final" });
    await expect(world.run("final", { work: { kind: "delta", baseJobId: "full" } })).rejects.toMatchObject({
      code: "JOB_MISMATCH",
    });
  });

  it("is refused while the last round is not complete", async () => {
    await threeRounds();
    world.control.objects.delete(jobKeys("delta-r3").summary);
    await expect(world.run("final", { work: { kind: "delta", baseJobId: "delta" } })).rejects.toMatchObject({
      code: "BASE_INCOMPLETE",
      message: expect.stringContaining("delta-r3") as unknown,
    });
  });

  it("takes a job for what it is where only the names look like rounds", async () => {
    await world.run("full-r2", { work: { kind: "delta", baseJobId: "full" } });
    await world.run("final", { work: { kind: "delta", baseJobId: "full" } });
    await expect(world.run("final", { work: { kind: "delta", baseJobId: "full-r2" } })).rejects.toMatchObject(
      { code: "JOB_MISMATCH" },
    );
  });
});

it("a command about any round of a series means the latest, and one about another job means that", async () => {
  const untilMs = world.clock.nowMs() + 2.5 * HOUR_MS;
  await settled(world.repeat("delta", "full", { ...EVERY, untilMs }));
  const control = new MemoryControl(world.control);
  const meant = ["delta", "delta-r2", "delta-r3", "full", "nothing"].map((id) =>
    latestRound(id, control, forever),
  );
  expect(await Promise.all(meant)).toEqual(["delta-r3", "delta-r3", "delta-r3", "full", "nothing"]);
});

it.each([1, 2, 3, 4, 5, 7, 8, 9, 1000])("the latest of %d rounds is found by few GETs", async (rounds) => {
  const { control } = new MigrationWorld();
  for (let number = 1; number <= rounds; number++) {
    control.put(jobKeys(number === 1 ? "delta" : `delta-r${number}`).job, Buffer.from("{}"));
  }
  let gets = 0;
  const store = new MemoryControl(control);
  const counted = { get: (...args: Parameters<typeof store.get>) => (gets++, store.get(...args)) };
  await expect(findLastRound("delta", counted, forever)).resolves.toBe(rounds);
  expect(gets).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(rounds + 1)) + 1);
});
