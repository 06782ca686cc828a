import { describe, expect, it } from "vitest";
import { MULTIPART_BYTES, SMALL_BYTES, STREAMED_BYTES, TransferWorld } from "../../support/transfer-world.ts";

const FOREVER = Number.POSITIVE_INFINITY;
const HANGING_PUTS = [{ on: "destination.put", times: FOREVER, effect: { kind: "hang" } }] as const;

describe("a batch that is aborted", () => {
  it("is rejected with the signal's reason, with nothing under way any more", async () => {
    const world = new TransferWorld({ faults: HANGING_PUTS });
    for (let n = 0; n < 50; n++) world.given(`k${n}`, n % 2 === 0 ? SMALL_BYTES : STREAMED_BYTES);
    const drained = new AbortController();
    const copying = world.start(undefined, drained.signal);
    await world.clock.advance(1_000);
    expect(world.engine.figures().activeTransfers).toBe(8);

    drained.abort(new Error("drained"));

    await expect(copying).rejects.toThrow("drained");
    expect(world.engine.figures().activeTransfers).toBe(0);
    expect(world.script.count("destination.put")).toBe(8);
  });

  it("does not disturb another batch", async () => {
    const world = new TransferWorld({
      faults: [{ on: "destination.put", key: "a", effect: { kind: "hang" } }],
    });
    world.given("a", SMALL_BYTES);
    world.given("b", SMALL_BYTES);
    const [a, b] = world.listed();
    if (a === undefined || b === undefined) throw new Error("two objects were given");
    const drained = new AbortController();
    const first = world.start([a], drained.signal);
    const second = world.start([b]);
    await world.clock.advance(10);

    drained.abort(new Error("drained"));

    await expect(first).rejects.toThrow("drained");
    expect(await second).toMatchObject([{ key: "b", outcome: "copied" }]);
  });

  it("before it begins asks nobody anything", async () => {
    const world = new TransferWorld();
    world.given("a", SMALL_BYTES);

    await expect(world.start(undefined, AbortSignal.abort(new Error("drained")))).rejects.toThrow("drained");
    expect(world.script.calls).toEqual([]);
  });
});

describe("whenHungry", () => {
  it("resolves at once when there is nothing to do", async () => {
    const world = new TransferWorld();

    await expect(world.engine.whenHungry(0, new AbortController().signal)).resolves.toBeUndefined();
  });

  it("waits while more objects are queued than can be started", async () => {
    const world = new TransferWorld({
      faults: [{ on: "destination.put", times: 12, effect: { kind: "hang" } }],
    });
    for (let n = 0; n < 12; n++) world.given(`k${n}`, SMALL_BYTES);
    const drained = new AbortController();
    const copying = world.start(undefined, drained.signal);
    let hungry = false;
    void world.engine.whenHungry(0, new AbortController().signal).then(() => (hungry = true));
    await world.clock.advance(1_000);
    expect(hungry).toBe(false);

    drained.abort(new Error("drained"));
    await expect(copying).rejects.toThrow("drained");
    await world.clock.advance(0);

    expect(hungry).toBe(true);
  });

  it("resolves so long before the queue is empty that what comes next comes in time", async () => {
    const world = new TransferWorld();
    world.engine.setLimits({ paused: false, requestsPerSecond: 20 });
    for (let n = 0; n < 200; n++) world.given(`k${n}`, SMALL_BYTES);
    const hungryAtMs = async (leadMs: number): Promise<number> => {
      await world.engine.whenHungry(leadMs, new AbortController().signal);
      return world.clock.monotonicMs();
    };
    const copying = world.copy();
    const asked = [hungryAtMs(0), hungryAtMs(2_000), hungryAtMs(4_000)];
    await copying;

    const [last = 0, early = 0, earlier = 0] = await Promise.all(asked);

    expect(last - early).toBeGreaterThanOrEqual(2_000);
    expect(last - early).toBeLessThan(3_500);
    expect(last - earlier).toBeGreaterThanOrEqual(4_000);
    expect(last - earlier).toBeLessThan(5_500);
  });

  it("waits while the operator has paused the job", async () => {
    const world = new TransferWorld();
    world.engine.setLimits({ paused: true });
    let hungry = false;
    void world.engine.whenHungry(0, new AbortController().signal).then(() => (hungry = true));
    await world.clock.advance(1_000);
    expect(hungry).toBe(false);

    world.engine.setLimits({ paused: false });
    await world.clock.advance(0);

    expect(hungry).toBe(true);
  });

  it("rejects when its signal aborts", async () => {
    const world = new TransferWorld();
    world.engine.setLimits({ paused: true });
    const stopped = new AbortController();
    const waiting = world.engine.whenHungry(0, stopped.signal);

    stopped.abort(new Error("stopped"));

    await expect(waiting).rejects.toThrow("stopped");
  });
});

describe("the operator's limits", () => {
  it("hold the bytes per second", async () => {
    const world = new TransferWorld();
    world.engine.setLimits({ paused: false, bytesPerSecond: 10_000 });
    for (let n = 0; n < 10; n++) world.given(`k${n}`, STREAMED_BYTES);

    await world.copy();

    expect(world.clock.monotonicMs()).toBeGreaterThan(18_000);
    expect(world.clock.monotonicMs()).toBeLessThan(22_000);
  });

  it("hold the requests per second", async () => {
    const world = new TransferWorld();
    world.engine.setLimits({ paused: false, requestsPerSecond: 10 });
    for (let n = 0; n < 100; n++) world.given(`k${n}`, 1);

    await world.copy();

    expect(world.clock.monotonicMs()).toBeGreaterThan(18_000);
    expect(world.clock.monotonicMs()).toBeLessThan(21_000);
  });

  it("are obeyed by transfers that wait already", async () => {
    const world = new TransferWorld();
    world.engine.setLimits({ paused: false, bytesPerSecond: 1 });
    for (let n = 0; n < 10; n++) world.given(`k${n}`, STREAMED_BYTES);
    const copying = world.start();
    await world.clock.advance(10_000);
    const slowBytes = world.engine.figures().transferredBytes;

    world.engine.setLimits({ paused: false });
    await world.clock.advance(1_000);

    expect(slowBytes).toBeLessThanOrEqual(8 * STREAMED_BYTES);
    expect(await copying).toHaveLength(10);
  });

  it("pause everything that has not begun, and let it go on", async () => {
    const world = new TransferWorld();
    for (let n = 0; n < 10; n++) world.given(`k${n}`, n < 5 ? SMALL_BYTES : MULTIPART_BYTES);
    world.engine.setLimits({ paused: true });
    const copying = world.start();
    await world.clock.advance(3_600_000);
    expect(world.script.calls).toEqual([]);

    world.engine.setLimits({ paused: false });
    await world.clock.advance(1_000);

    expect(await copying).toHaveLength(10);
  });

  it("do not keep a paused batch from being aborted", async () => {
    const world = new TransferWorld();
    world.given("a", SMALL_BYTES);
    world.given("b", SMALL_BYTES);
    world.engine.setLimits({ paused: true });
    const drained = new AbortController();
    const copying = world.start(undefined, drained.signal);
    await world.clock.advance(1_000);

    drained.abort(new Error("drained"));

    await expect(copying).rejects.toThrow("drained");
  });
});

describe("memory", () => {
  it("caps how many objects are read at once", async () => {
    const world = new TransferWorld({
      faults: HANGING_PUTS,
      options: { maxBytesInFlight: 4 * 4096 },
    });
    for (let n = 0; n < 20; n++) world.given(`k${n}`, SMALL_BYTES);
    const drained = new AbortController();
    const copying = world.start(undefined, drained.signal);

    await world.clock.advance(1_000);

    // Eight slots, but memory for four objects.
    expect(world.script.count("source.open")).toBe(4);
    drained.abort(new Error("drained"));
    await expect(copying).rejects.toThrow("drained");
  });

  it("that is less than one object needs still copies it, alone", async () => {
    const world = new TransferWorld({ options: { maxBytesInFlight: 1 } });
    for (let n = 0; n < 5; n++) world.given(`k${n}`, n % 2 === 0 ? SMALL_BYTES : MULTIPART_BYTES);

    const records = await world.copy();

    expect(records.map(({ outcome }) => outcome)).toEqual(records.map(() => "copied"));
  });
});
