import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { StoreError } from "../../core/errors.ts";
import { MemoryControl } from "../../storage/memory/control.ts";
import { MemorySource } from "../../storage/memory/source.ts";
import type { ControlStore } from "../../storage/ports.ts";
import { runWorker, type WorkerEnd } from "../../worker/run-worker.ts";
import { Destination, SimEngine } from "../simulation/sim-engine.ts";
import {
  forever,
  LEASE_MS,
  protocolWorld,
  ROOT,
  specOf,
  watched,
  type ProtocolWorld,
} from "../support/protocol-world.ts";

const KEYS = Array.from({ length: 20 }, (_, n) => `k${String(n).padStart(2, "0")}`);
const GIVE_UP_MS = 300_000;

interface WorkerWorld extends ProtocolWorld {
  readonly drain: AbortController;
  readonly destination: Destination;
  /** Stands before every request to the control bucket. */
  before: (operation: string, key: string) => Promise<void> | void;
  /** Runs a worker to its end; by default the one that `drain` drains. */
  readonly end: (name?: string, drain?: AbortSignal) => Promise<WorkerEnd>;
  readonly count: (event: string) => number;
}

/** A worker over buckets in memory whose engine copies one object (one byte) in a second, by parts of a job of four. */
function workerWorld(
  options: {
    readonly sourceKeys?: readonly string[];
    readonly drainMs?: number;
    /** The engine asks for more so long after it was last given something; by default when it is through. */
    readonly hungryAfterMs?: number;
  } = {},
): WorkerWorld {
  const world = protocolWorld({ sourceKeys: options.sourceKeys ?? KEYS });
  const { clock, random, log } = world.context;
  const drain = new AbortController();
  const destination = new Destination();
  const store: ControlStore = watched(new MemoryControl(world.bucket), (operation, key) =>
    self.before(operation, key),
  );
  const self: WorkerWorld = {
    ...world,
    drain,
    destination,
    before: () => undefined,
    count: (event) => world.logged.filter((each) => each.event === event).length,
    end: (name = "w", signal = drain.signal) =>
      runWorker(
        {
          spec: specOf({ taskObjectCountLimit: 4 }),
          leaseMs: LEASE_MS,
          heldPartitions: 2,
          drainMs: options.drainMs ?? 10_000,
          giveUpMs: GIVE_UP_MS,
        },
        {
          control: store,
          source: new MemorySource(world.sourceBucket),
          destination: new MemorySource(world.destinationBucket),
          engine: new SimEngine({
            worker: { name, isRunning: true },
            clock,
            destination,
            bytesPerSecond: 1,
            ...(options.hungryAfterMs === undefined ? {} : { hungryAfterMs: options.hungryAfterMs }),
          }),
          clock,
          random,
          log,
          name,
          controlRequests: () => 0,
          residentBytes: () => 0,
        },
        signal,
      ),
  };
  return self;
}

const unavailable = (): never => {
  throw new StoreError("SERVICE_ERROR", "internal error", { store: "control", status: 500 });
};

describe("a worker on its own", () => {
  it("moves everything and ends with the summary, and no hint is left", async () => {
    const world = workerWorld();
    const end = await world.clock.runUntilSettled(world.end());
    expect(end).toMatchObject({ kind: "complete", summary: { partitions: 5, tally: { listed: 20 } } });
    expect([...world.destination.copies.keys()].toSorted()).toEqual(KEYS);
    expect(world.stored().filter((key) => key.startsWith("open/"))).toEqual([]);
  });

  it("names every partition in a stored heartbeat before its hint goes", async () => {
    const world = workerWorld();
    const unnamed: string[] = [];
    world.before = (operation, key) => {
      const partitionId = /open\/(.*)$/u.exec(key)?.[1];
      if (operation !== "delete" || partitionId === undefined) return;
      const workerId =
        world
          .stored()
          .find((each) => each.startsWith("workers/"))
          ?.slice(8) ?? "";
      const { held } = world.heartbeat(workerId);
      if (!held.some((each) => each.partitionId === partitionId)) unnamed.push(partitionId);
    };
    await world.clock.runUntilSettled(world.end());
    expect(unnamed).toEqual([]);
  });

  it("claims the next partition while the engine is still at work, as soon as that asks for more", async () => {
    const world = workerWorld({ hungryAfterMs: 1_000 });
    const ending = world.end();
    await world.clock.advance(2_000);
    expect(world.count("partition.claimed")).toBe(2);
    expect(world.count("partition.completed")).toBe(0);
    await world.clock.runUntilSettled(ending);
  });

  it("leaves no listener on the drain signal behind", async () => {
    const world = workerWorld();
    await world.clock.runUntilSettled(world.end());
    expect(getEventListeners(world.drain.signal, "abort")).toHaveLength(0);
  });

  it("claims nothing while the operator pauses the job, and goes on within 15 s when it is resumed", async () => {
    const world = workerWorld();
    const pause = (paused: boolean): void =>
      void world.bucket.put(world.context.keys.control, Buffer.from(JSON.stringify({ paused })));
    pause(true);
    const ending = world.end();
    await world.clock.advance(10 * LEASE_MS);
    expect(world.count("partition.claimed")).toBe(0);
    pause(false);
    await world.clock.advance(15_000);
    expect(world.count("partition.claimed")).toBeGreaterThan(0);
    expect(await world.clock.runUntilSettled(ending)).toMatchObject({ kind: "complete" });
  });
});

describe("a worker that is drained", () => {
  it("gives back what it could not finish: open again, and its last heartbeat says that it left", async () => {
    const world = workerWorld({ drainMs: 1_000 });
    const ending = world.end();
    await world.clock.advance(500);
    expect(world.count("partition.claimed")).toBe(1);
    world.drain.abort(new Error("drained"));
    expect(await world.clock.runUntilSettled(ending)).toEqual({ kind: "drained" });
    const workerId =
      world
        .stored()
        .find((key) => key.startsWith("workers/"))
        ?.slice(8) ?? "";
    const { state, held } = world.heartbeat(workerId);
    expect(state).toBe("left");
    const names = held.map(({ partitionId }) => partitionId);
    expect(world.stored()).toEqual(expect.arrayContaining(names.map((partitionId) => `open/${partitionId}`)));
    expect(names).toHaveLength(1);
    expect(world.stored().filter((key) => key.startsWith("done/"))).toEqual([]);
  });

  it("finishes what it can in the time it has, and claims nothing more", async () => {
    const world = workerWorld({ drainMs: 60_000 });
    const ending = world.end();
    await world.clock.advance(500);
    world.drain.abort(new Error("drained"));
    await world.clock.runUntilSettled(ending);
    expect(world.count("partition.claimed")).toBe(1);
    expect(world.count("partition.completed")).toBe(1);
  });

  it("does not say that it left while its completion marker may still land", async () => {
    const world = workerWorld({ drainMs: 0 });
    let isWaiting = false;
    world.before = async (operation, key) => {
      if (operation !== "create" || !key.includes("/done/")) return;
      isWaiting = true;
      await world.context.clock.sleep(5_000);
      isWaiting = false;
    };
    const ending = world.end();
    await world.clock.advance(4_500);
    expect(isWaiting).toBe(true);
    world.drain.abort(new Error("drained"));
    await world.clock.advance(2_000);
    const workerId =
      world
        .stored()
        .find((key) => key.startsWith("workers/"))
        ?.slice(8) ?? "";
    expect(isWaiting).toBe(true);
    expect(world.heartbeat(workerId).state).not.toBe("left");
    await world.clock.runUntilSettled(ending);
    expect(world.heartbeat(workerId).state).toBe("left");
    const done = world.stored().find((key) => key.startsWith("done/"));
    expect(done).toBeDefined();
    expect(world.heartbeat(workerId).held.map(({ partitionId }) => `done/${partitionId}.json`)).not.toContain(
      done,
    );
  });

  it("is followed by one that takes its partition over without waiting for a lease", async () => {
    const world = workerWorld({ drainMs: 0 });
    const ending = world.end();
    await world.clock.advance(500);
    world.drain.abort(new Error("drained"));
    await world.clock.runUntilSettled(ending);
    const next = world.end("v", forever);
    // It may begin with the other partition that is open.
    await world.clock.advance(LEASE_MS / 4);
    expect(world.count("partition.taken-over")).toBe(1);
    expect(await world.clock.runUntilSettled(next)).toMatchObject({ kind: "complete" });
  });

  it("ends at once when it was drained before it had joined", async () => {
    const world = workerWorld();
    world.before = unavailable;
    const ending = world.end();
    await world.clock.advance(1_000);
    world.drain.abort(new Error("drained"));
    await expect(ending).resolves.toEqual({ kind: "drained" });
  });
});

describe("a worker whose control bucket fails", () => {
  it("goes on as somebody new when the outage was longer than its lease", async () => {
    const world = workerWorld();
    const ending = world.end();
    await world.clock.advance(500);
    world.before = unavailable;
    await world.clock.advance(LEASE_MS);
    expect(world.count("worker.fenced")).toBe(1);
    world.before = () => undefined;
    expect(await world.clock.runUntilSettled(ending)).toMatchObject({ kind: "complete" });
    expect(world.stored().filter((key) => key.startsWith("workers/"))).toHaveLength(2);
  });

  it("ends with STORE_UNAVAILABLE when the outage does not, however often its lease was lost", async () => {
    const world = workerWorld();
    const ending = world.end();
    await world.clock.advance(500);
    world.before = unavailable;
    await expect(world.clock.runUntilSettled(ending)).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
    expect(world.clock.monotonicMs()).toBeLessThan(2 * GIVE_UP_MS);
  });

  it("ends at once when an answer shows that the bucket is versioned", async () => {
    const world = workerWorld();
    const ending = world.end();
    await world.clock.advance(500);
    world.bucket.versioning = "enabled";
    await expect(world.clock.runUntilSettled(ending)).rejects.toMatchObject({ code: "VERSIONED" });
    expect(world.clock.monotonicMs()).toBeLessThan(LEASE_MS);
  });
});

describe("a partition that cannot be worked on", () => {
  it("does not keep a worker from the others; the worker ends with it when nothing else is left", async () => {
    const world = workerWorld();
    let damaged = "";
    world.before = (operation, key) => {
      // Given that the manifest of the first child is damaged before anybody reads it.
      if (operation !== "get" || !key.includes("/manifest/") || key.endsWith(`${ROOT}.json`)) return;
      if (world.count("partition.split") === 1 && damaged === "") {
        damaged = key;
        world.bucket.put(key, Buffer.from("nonsense"));
      }
    };
    await expect(world.clock.runUntilSettled(world.end())).rejects.toMatchObject({
      code: "CONTROL_OBJECT_UNREADABLE",
    });
    expect(damaged).not.toBe("");
    expect(world.count("partition.completed")).toBe(1);
    expect(world.count("partition.abandoned")).toBe(1);
  });
});
