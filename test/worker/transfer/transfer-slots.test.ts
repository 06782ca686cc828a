import { describe, expect, it } from "vitest";
import { silentLog } from "../../../core/log.ts";
import { TransferSlots } from "../../../worker/transfer/transfer-slots.ts";
import { FakeClock, untilQuiet } from "../../support/fake-clock.ts";

const LATENCY_MS = 100;
const STREAM_BYTES = 8 * 1024 * 1024;

/** A line that carries transfers of 100 ms each, at most `objectsPerSecond` in all, and always has more to carry. */
class Line {
  readonly clock = new FakeClock();
  readonly slots: TransferSlots;
  objectsPerSecond: number;
  objectBytes: number;
  heldUp = false;
  #objects = 0;
  #bytes = 0;
  #freeAtMs = 0;

  constructor(objectsPerSecond: number, maxSlots = 128, objectBytes = 0) {
    this.objectsPerSecond = objectsPerSecond;
    this.objectBytes = objectBytes;
    this.slots = new TransferSlots({
      clock: this.clock,
      log: silentLog,
      maxSlots,
      progress: () => ({ bytes: this.#bytes, objects: this.#objects }),
      heldUp: () => this.heldUp,
    });
    void this.#carryForever();
  }

  async #carryForever(): Promise<void> {
    for (;;) {
      await this.slots.acquire();
      void this.#carryOne();
    }
  }

  async #carryOne(): Promise<void> {
    const nowMs = this.clock.monotonicMs();
    this.#freeAtMs = Math.max(this.#freeAtMs, nowMs) + 1000 / this.objectsPerSecond;
    await this.clock.sleep(Math.max(LATENCY_MS, this.#freeAtMs - nowMs));
    this.#objects++;
    this.#bytes += this.objectBytes;
    this.slots.release();
  }
}

describe("TransferSlots", () => {
  it("grow while more of them carry more, up to the bound", async () => {
    const line = new Line(1_000_000, 64);

    await line.clock.advance(10_000);

    expect(line.slots.limit).toBe(64);
  });

  it("grow as fast as the objects come back: those of 100 ms do not wait for windows of a second", async () => {
    const line = new Line(1_000_000, 64);

    await line.clock.advance(1_500);

    expect(line.slots.limit).toBe(64);
  });

  it("stay near what the line can use", async () => {
    // 200 objects a second of 100 ms each: 20 are enough.
    const line = new Line(200);

    await line.clock.advance(120_000);

    expect(line.slots.limit).toBeGreaterThanOrEqual(16);
    expect(line.slots.limit).toBeLessThanOrEqual(48);
  });

  it("grow again when the line gets wider", async () => {
    const line = new Line(200);
    await line.clock.advance(60_000);
    const before = line.slots.limit;

    line.objectsPerSecond = 2_000;
    await line.clock.advance(120_000);

    expect(line.slots.limit).toBeGreaterThan(before);
  });

  it("become fewer again where that costs nothing, for streams: doubling had only a cold program to go by", async () => {
    const line = new Line(40, 64, STREAM_BYTES);
    await line.clock.advance(900);
    line.objectsPerSecond = 100;
    await line.clock.advance(1_600);
    const doubled = line.slots.limit;

    await line.clock.advance(20_000);

    expect(doubled).toBeGreaterThanOrEqual(32);
    // 100 streams a second of 100 ms each: 10 are enough.
    expect(line.slots.limit).toBeGreaterThanOrEqual(10);
    expect(line.slots.limit).toBeLessThanOrEqual(12);
  });

  it("do not become fewer than there were at first, however few would do", async () => {
    const line = new Line(20, 64, STREAM_BYTES);

    await line.clock.advance(15_000);

    expect(line.slots.limit).toBe(8);
  });

  it("remain where fewer would carry less", async () => {
    const line = new Line(1_000_000, 64, STREAM_BYTES);

    await line.clock.advance(10_000);

    expect(line.slots.limit).toBe(64);
  });

  it("do not become fewer for small objects", async () => {
    const line = new Line(1_000_000, 64);
    await line.clock.advance(1_500);

    line.objectsPerSecond = 200;
    await line.clock.advance(15_000);

    expect(line.slots.limit).toBe(64);
  });

  it("are doubled anew when small objects come after streams", async () => {
    const line = new Line(40, 128, STREAM_BYTES);
    await line.clock.advance(60_000);
    const before = line.slots.limit;

    line.objectBytes = 0;
    line.objectsPerSecond = 1_000_000;
    await line.clock.advance(6_000);

    expect(before).toBeLessThan(16);
    expect(line.slots.limit).toBe(128);
  });

  it("are not doubled for small objects while a service wants fewer requests", async () => {
    const line = new Line(40, 128, STREAM_BYTES);
    await line.clock.advance(60_000);
    line.slots.throttled();
    const halved = line.slots.limit;

    line.objectBytes = 0;
    line.objectsPerSecond = 1_000_000;
    await line.clock.advance(8_000);

    expect(line.slots.limit).toBe(halved);
  });

  it("are halved by throttling, once per window, and never none", () => {
    const line = new Line(1_000);
    expect(line.slots.limit).toBe(8);

    line.slots.throttled();
    line.slots.throttled();
    expect(line.slots.limit).toBe(4);
  });

  it("go down to one under throttling that goes on", async () => {
    const line = new Line(1_000);
    for (let window = 0; window < 20; window++) {
      line.slots.throttled();
      await line.clock.advance(5_000);
    }

    expect(line.slots.limit).toBe(1);
  });

  it("come back when throttling ends", async () => {
    const line = new Line(1_000_000);
    line.slots.throttled();

    await line.clock.advance(100_000);

    expect(line.slots.limit).toBeGreaterThan(16);
  });

  it("do not grow while something else holds transfers up", async () => {
    const line = new Line(1_000_000);
    line.heldUp = true;

    await line.clock.advance(60_000);

    expect(line.slots.limit).toBe(8);
  });

  it("do not grow when nobody waits for one", async () => {
    const clock = new FakeClock();
    const progress = { bytes: 0, objects: 0 };
    const slots = new TransferSlots({
      clock,
      log: silentLog,
      maxSlots: 128,
      progress: () => progress,
      heldUp: () => false,
    });

    for (let n = 0; n < 100; n++) {
      await slots.acquire();
      await clock.advance(1_000);
      progress.objects += n;
      slots.release();
    }

    expect(slots.limit).toBe(8);
  });

  it("are not lost by one who stops waiting", async () => {
    const clock = new FakeClock();
    const slots = new TransferSlots({
      clock,
      log: silentLog,
      maxSlots: 1,
      progress: () => ({ bytes: 0, objects: 0 }),
      heldUp: () => false,
    });
    await slots.acquire();
    const stopped = new AbortController();
    const first = slots.acquire(stopped.signal);
    let served = false;
    void slots.acquire().then(() => (served = true));

    stopped.abort(new Error("stopped"));
    await expect(first).rejects.toThrow("stopped");
    slots.release();
    await untilQuiet();

    expect(served).toBe(true);
  });
});
