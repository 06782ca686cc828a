import { describe, expect, it } from "vitest";
import type { Clock } from "../../core/clock.ts";
import { FerryError, StoreError } from "../../core/errors.ts";
import { silentLog } from "../../core/log.ts";
import type { ControlStore } from "../../storage/ports.ts";
import { MemoryControl } from "../../storage/memory/control.ts";
import { reliableControl, type ReliableControl } from "../../worker/reliable-control.ts";
import { forever, protocolWorld, watched, type ProtocolWorld } from "../support/protocol-world.ts";

const GIVE_UP_MS = 60_000;
const network = new StoreError("NETWORK", "connection reset", { store: "control" });

interface Controlled extends ProtocolWorld {
  readonly reliable: ReliableControl;
  attempts: number;
  /** How long the process stood still without its timers firing. */
  suspendedMs: number;
}

/** The control bucket behind a store that treats each attempt as `treat` does, and a guard. */
function controlled(
  treat: (attempt: number, store: ControlStore) => Partial<ControlStore>,
  guard: () => void = () => undefined,
): Controlled {
  const world = protocolWorld();
  const memory = new MemoryControl(world.bucket);
  const plain = watched(memory, () => undefined);
  const { clock, random } = world.context;
  const store: ControlStore = {
    ...plain,
    putIfAbsent: (key, body) => ({ ...plain, ...treat(++self.attempts, memory) }).putIfAbsent(key, body),
    put: (key, body) => ({ ...plain, ...treat(++self.attempts, memory) }).put(key, body),
  };
  const ownClock: Clock = {
    nowMs: () => clock.nowMs(),
    monotonicMs: () => clock.monotonicMs() + self.suspendedMs,
    sleep: (ms, signal) => clock.sleep(ms, signal),
  };
  const self: Controlled = {
    ...world,
    reliable: reliableControl(store, {
      clock: ownClock,
      random,
      log: silentLog,
      giveUpMs: GIVE_UP_MS,
      guard,
    }),
    attempts: 0,
    suspendedMs: 0,
  };
  return self;
}

const failing = (times: number, error: Error) => (attempt: number) =>
  attempt <= times ? { put: () => Promise.reject(error) } : {};

describe("a request to the control bucket", () => {
  it("is sent again after lost connections until it succeeds", async () => {
    const world = controlled(failing(5, network));
    await world.clock.runUntilSettled(world.reliable.put("k", Buffer.from("v"), forever));
    expect(world.attempts).toBe(6);
    expect(world.bucket.objects.get("k")?.bytes.toString()).toBe("v");
  });

  it("waits at least as long as the service asked for", async () => {
    const slow = new StoreError("THROTTLED", "slow down", { store: "control", retryAfterMs: 7_000 });
    const world = controlled(failing(1, slow));
    await world.clock.runUntilSettled(world.reliable.put("k", Buffer.from("v"), forever));
    expect(world.clock.monotonicMs()).toBeGreaterThanOrEqual(7_000);
  });

  it("is given up with STORE_UNAVAILABLE after the time given, naming the store and what was asked", async () => {
    const world = controlled(failing(Infinity, network));
    const putting = world.clock.runUntilSettled(world.reliable.put("k", Buffer.from("v"), forever));
    await expect(putting).rejects.toMatchObject({ code: "STORE_UNAVAILABLE", cause: network });
    await expect(putting).rejects.toThrow(
      "the control bucket has not answered for 60 s (put k: connection reset)",
    );
    expect(world.clock.monotonicMs()).toBeGreaterThan(GIVE_UP_MS);
  });

  it("is not given up for the time that the process was suspended", async () => {
    const world = controlled((attempt) => {
      if (attempt === 1) world.suspendedMs = 3_600_000;
      return failing(2, network)(attempt);
    });
    const putting = world.clock.runUntilSettled(world.reliable.put("k", Buffer.from("v"), forever));
    await expect(putting).resolves.toBeUndefined();
  });

  it("is not sent again when trying again cannot help", async () => {
    const denied = new StoreError("ACCESS_DENIED", "no", { store: "control" });
    const world = controlled(failing(Infinity, denied));
    await expect(world.reliable.put("k", Buffer.from("v"), forever)).rejects.toBe(denied);
    expect(world.attempts).toBe(1);
  });

  it("asks the guard before every single attempt, so that one who lost the lease while waiting writes nothing", async () => {
    let isHeld = true;
    const world = controlled(
      () => {
        isHeld = false;
        return { put: () => Promise.reject(network) };
      },
      () => {
        if (!isHeld) throw new FerryError("LEASE_LOST", "too late");
      },
    );
    const putting = world.clock.runUntilSettled(world.reliable.put("k", Buffer.from("v"), forever));
    await expect(putting).rejects.toMatchObject({ code: "LEASE_LOST" });
    expect(world.attempts).toBe(1);
  });

  it("stops waiting as soon as its signal aborts", async () => {
    const world = controlled(failing(Infinity, network));
    const stop = new AbortController();
    const putting = world.reliable.put("k", Buffer.from("v"), stop.signal);
    await world.clock.advance(1_000);
    stop.abort(new Error("stopped"));
    await expect(putting).rejects.toThrow("stopped");
  });
});

describe("createOnce", () => {
  const create = (world: Controlled, text: string): Promise<"created" | "exists"> =>
    world.clock.runUntilSettled(world.reliable.createOnce("k", Buffer.from(text), forever));

  it("says created when its first attempt took effect and only the answer was lost", async () => {
    const world = controlled((attempt, store) =>
      attempt > 1
        ? {}
        : {
            putIfAbsent: async (key, body) => {
              await store.putIfAbsent(key, body);
              throw network;
            },
          },
    );
    expect(await create(world, "mine")).toBe("created");
    expect(world.attempts).toBe(2);
  });

  it("says exists when another was faster while its own first attempt went astray", async () => {
    const world = controlled((attempt, store) =>
      attempt > 1
        ? {}
        : {
            putIfAbsent: async (key) => {
              await store.putIfAbsent(key, Buffer.from("theirs"));
              throw network;
            },
          },
    );
    expect(await create(world, "mine")).toBe("exists");
  });

  it("never replaces what is there", async () => {
    const world = controlled(() => ({}));
    expect(await create(world, "first")).toBe("created");
    expect(await create(world, "second")).toBe("exists");
    expect(world.bucket.objects.get("k")?.bytes.toString()).toBe("first");
  });
});
