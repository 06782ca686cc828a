import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { StoreError } from "../../core/errors.ts";
import {
  emptyHeartbeat,
  forever,
  LEASE_MS,
  protocolWorld,
  type ProtocolWorld,
} from "../support/protocol-world.ts";
import { startLease, type Lease } from "../../worker/keep-lease.ts";
import { MemoryControl } from "../../storage/memory/control.ts";

const ME = "me";

/** How the control bucket treats a heartbeat. */
type Treatment = "store" | "answer late" | "refuse" | "hang" | StoreError;

interface LeaseWorld extends ProtocolWorld {
  /** How the next heartbeats are treated. */
  treatment: Treatment;
  readonly sent: number[];
  what: string[];
  /** How long the process stood still without its timers firing. */
  suspendedMs: number;
  start(options?: { readonly giveUpMs?: number; readonly signal?: AbortSignal }): Promise<Lease>;
}

function leaseWorld(): LeaseWorld {
  const world = protocolWorld();
  const store = new MemoryControl(world.bucket);
  const { clock, random, log, keys } = world.context;
  const self: LeaseWorld = {
    ...world,
    treatment: "store",
    sent: [],
    what: [],
    suspendedMs: 0,
    start: (options = {}) =>
      world.clock.runUntilSettled(
        startLease({
          workerId: ME,
          key: keys.worker(ME),
          leaseMs: LEASE_MS,
          snapshot: (state) => ({
            ...emptyHeartbeat(ME),
            state: state ?? "working",
            held: self.what.map((partitionId) => ({ partitionId, epoch: 1 })),
          }),
          control: {
            put: async (key, body, signal) => {
              self.sent.push(clock.monotonicMs());
              if (self.treatment === "hang") await clock.sleep(Infinity, signal);
              if (self.treatment === "refuse")
                throw new StoreError("THROTTLED", "slow down", { store: "control" });
              if (self.treatment instanceof StoreError) throw self.treatment;
              await store.put(key, body, signal);
              if (self.treatment === "answer late") await clock.sleep(LEASE_MS / 5, signal);
            },
          },
          clock: {
            nowMs: () => clock.nowMs(),
            monotonicMs: () => clock.monotonicMs() + self.suspendedMs,
            sleep: (ms, signal) => clock.sleep(ms, signal),
          },
          random,
          log,
          giveUpMs: options.giveUpMs ?? 300_000,
          signal: options.signal ?? forever,
        }),
      ),
  };
  return self;
}

describe("a lease that is renewed", () => {
  it("begins with a stored heartbeat", async () => {
    const world = leaseWorld();
    await world.start();
    expect(world.heartbeat(ME)).toMatchObject({ workerId: ME, state: "working" });
  });

  it("is renewed about six times within its length, for as long as it is kept", async () => {
    const world = leaseWorld();
    const lease = await world.start();
    await world.clock.advance(10 * LEASE_MS);
    expect(world.sent.length).toBeGreaterThanOrEqual(60);
    expect(world.sent.length).toBeLessThanOrEqual(85);
    expect(lease.signal.aborted).toBe(false);
    expect(() => lease.assertHeld()).not.toThrow();
  });

  it("survives refusals that last less than half of it", async () => {
    const world = leaseWorld();
    const lease = await world.start();
    await world.clock.advance(LEASE_MS);
    world.treatment = "refuse";
    await world.clock.advance(LEASE_MS / 2 - LEASE_MS / 6);
    world.treatment = "store";
    await world.clock.advance(5 * LEASE_MS);
    expect(lease.signal.aborted).toBe(false);
  });

  it("ends with a heartbeat that says so, and none after it", async () => {
    const world = leaseWorld();
    const lease = await world.start();
    await world.clock.runUntilSettled(lease.leave());
    expect(world.heartbeat(ME).state).toBe("left");
    const { length } = world.sent;
    await world.clock.advance(10 * LEASE_MS);
    expect(world.sent).toHaveLength(length);
  });
});

describe("a lease that cannot be renewed", () => {
  it.for(["refuse", "hang"] as const)(
    "is lost after half its length when heartbeats meet: %s",
    async (treatment) => {
      const world = leaseWorld();
      const lease = await world.start();
      await world.clock.advance(LEASE_MS);
      const renewedAtMs = world.sent.at(-1) ?? 0;
      world.treatment = treatment;
      await world.clock.advance(renewedAtMs + LEASE_MS / 2 - world.clock.monotonicMs());
      expect(lease.signal.aborted).toBe(false);
      await world.clock.advance(2);
      expect(lease.signal.reason).toMatchObject({ code: "LEASE_LOST" });
      expect(() => lease.assertHeld()).toThrow(expect.objectContaining({ code: "LEASE_LOST" }));
      await expect(lease.beat()).rejects.toMatchObject({ code: "LEASE_LOST" });
      expect(world.logged.filter(({ event }) => event === "worker.fenced")).toHaveLength(1);
    },
  );

  it("counts from the moment its last heartbeat was sent, however late that one was answered", async () => {
    const world = leaseWorld();
    const lease = await world.start();
    world.treatment = "answer late";
    await world.clock.advance(3 * LEASE_MS);
    const answered = world.sent.length;
    world.treatment = "hang";
    await world.clock.advance(LEASE_MS / 4);
    // The one before the first that hung is the last that was stored.
    const renewedAtMs = world.sent[answered - 1] ?? 0;
    await world.clock.advance(renewedAtMs + LEASE_MS / 2 + 2 - world.clock.monotonicMs());
    expect(lease.signal.aborted).toBe(true);
  });

  it("is known to be lost by a process that was suspended, before anything wakes or is sent", async () => {
    const world = leaseWorld();
    const lease = await world.start();
    const { length } = world.sent;
    world.suspendedMs = LEASE_MS / 2 + 1;
    expect(() => lease.assertHeld()).toThrow(expect.objectContaining({ code: "LEASE_LOST" }));
    await expect(lease.beat()).rejects.toMatchObject({ code: "LEASE_LOST" });
    expect(world.sent).toHaveLength(length);
  });

  it("is not made good by a heartbeat that a suspended process sends when it wakes", async () => {
    const world = leaseWorld();
    const lease = await world.start();
    const { length } = world.sent;
    world.suspendedMs = 3 * LEASE_MS;
    await world.clock.advance(LEASE_MS);
    expect(lease.signal.aborted).toBe(true);
    expect(world.sent).toHaveLength(length);
  });

  it("does not say that it left: others wait for its end as for any dead worker's", async () => {
    const world = leaseWorld();
    const lease = await world.start();
    world.treatment = "refuse";
    await world.clock.advance(LEASE_MS);
    world.treatment = "store";
    await world.clock.runUntilSettled(lease.leave());
    expect(world.heartbeat(ME).state).toBe("working");
  });

  it("ends with the store's own word when waiting would not change it", async () => {
    const world = leaseWorld();
    const lease = await world.start();
    world.treatment = new StoreError("VERSIONED", "the control bucket is or was versioned", {
      store: "control",
    });
    await world.clock.advance(LEASE_MS / 6);
    expect(lease.signal.reason).toMatchObject({ code: "VERSIONED" });
    expect(() => lease.assertHeld()).toThrow(expect.objectContaining({ code: "VERSIONED" }));
  });
});

describe("the first heartbeat", () => {
  it("is waited for longer than a lease, as nothing is held yet", async () => {
    const world = leaseWorld();
    world.treatment = "refuse";
    const starting = world.start();
    await world.clock.advance(2 * LEASE_MS);
    world.treatment = "store";
    expect((await starting).signal.aborted).toBe(false);
  });

  it("is given up with STORE_UNAVAILABLE when the bucket stays silent", async () => {
    const world = leaseWorld();
    world.treatment = "hang";
    await expect(world.start({ giveUpMs: 30_000 })).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
  });

  it("is not waited for when the worker is drained", async () => {
    const world = leaseWorld();
    world.treatment = "hang";
    const drain = new AbortController();
    const starting = world.start({ signal: drain.signal });
    drain.abort(new Error("drained"));
    await expect(starting).rejects.toThrow("drained");
  });
});

describe("beat", () => {
  it("stores what is true at the call, although a heartbeat from before is on its way", async () => {
    const world = leaseWorld();
    const lease = await world.start();
    world.treatment = "hang";
    const first = lease.beat();
    world.what = ["0123456789ab"];
    const second = lease.beat();
    const third = lease.beat();
    world.treatment = "store";
    await world.clock.runUntilSettled(Promise.all([first, second, third]));
    expect(world.heartbeat(ME).held).toEqual([{ partitionId: "0123456789ab", epoch: 1 }]);
  });

  it("shares one heartbeat among all who asked while another was on its way", async () => {
    const world = leaseWorld();
    const lease = await world.start();
    const { length } = world.sent;
    await world.clock.runUntilSettled(Promise.all(Array.from({ length: 20 }, () => lease.beat())));
    expect(world.sent.length - length).toBe(2);
  });

  it("leaves no listener on the lease's signal behind", async () => {
    const world = leaseWorld();
    const lease = await world.start();
    const before = getEventListeners(lease.signal, "abort").length;
    for (let count = 0; count < 50; count++) await world.clock.runUntilSettled(lease.beat());
    expect(getEventListeners(lease.signal, "abort").length).toBeLessThanOrEqual(before);
  });
});
