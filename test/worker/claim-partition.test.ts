import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Clock } from "../../core/clock.ts";
import { decodeJson, encodeJson } from "../../core/protocol/codec.ts";
import { claimSchema } from "../../core/protocol/claim.ts";
import { silentLog } from "../../core/log.ts";
import { MemoryBucket } from "../../storage/memory/bucket.ts";
import { MemoryControl } from "../../storage/memory/control.ts";
import { StoreError } from "../../core/errors.ts";
import type { ControlStore } from "../../storage/ports.ts";
import { claimPartition, isHolderDead, type ClaimResult } from "../../worker/claim-partition.ts";
import { reliableControl } from "../../worker/reliable-control.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { forever, LEASE_MS, protocolWorld, watched, type ProtocolWorld } from "../support/protocol-world.ts";
import { seededRandom } from "../simulation/seeded-random.ts";

const P = "0123456789ab";

const claim = (world: ProtocolWorld, workerId: string, partitionId = P): Promise<ClaimResult> =>
  world.clock.runUntilSettled(claimPartition(world.context, workerId, partitionId, forever));

const complete = (world: ProtocolWorld): void =>
  void world.bucket.put(world.context.keys.done(P), Buffer.from("{}"));

describe("an open partition", () => {
  it("is claimed in its first epoch with one request", async () => {
    const requests: string[] = [];
    const world = protocolWorld({
      control: (store) => watched(store, (operation, key) => void requests.push(`${operation} ${key}`)),
    });
    expect(await claim(world, "a")).toEqual({ kind: "won", epoch: 1 });
    expect(requests).toEqual([`create jobs/job/claims/${P}/000001`]);
  });

  it("is still won when the answer to the claim is lost: the nonce tells", async () => {
    let isLost = false;
    const world = protocolWorld({
      control: (store) => ({
        ...watched(store, () => undefined),
        putIfAbsent: async (key, body) => {
          const created = await store.putIfAbsent(key, body);
          if (isLost) return created;
          isLost = true;
          throw new StoreError("TIMEOUT", "no answer", { store: "control" });
        },
      }),
    });
    expect(await claim(world, "a")).toEqual({ kind: "won", epoch: 1 });
  });

  it("is lost when another claimed it while the own claim went unanswered", async () => {
    let isFirst = true;
    const world = protocolWorld({
      control: (store) => ({
        ...watched(store, () => undefined),
        putIfAbsent: async (key, body) => {
          if (!isFirst) return store.putIfAbsent(key, body);
          isFirst = false;
          const theirs = { partitionId: P, epoch: 1, workerId: "b", nonce: "theirs" };
          await store.putIfAbsent(key, encodeJson(theirs));
          throw new StoreError("NETWORK", "connection reset", { store: "control" });
        },
      }),
    });
    world.beat("b");
    expect(await claim(world, "a")).toEqual({ kind: "held" });
  });
});

describe("a partition that somebody holds", () => {
  it("is not to be had while the holder's heartbeat is younger than the lease", async () => {
    const world = protocolWorld();
    world.beat("a");
    await claim(world, "a");
    await world.clock.advance(LEASE_MS);
    expect(await claim(world, "b")).toEqual({ kind: "held" });
  });

  it("is taken over in the next epoch once the heartbeat is older", async () => {
    const world = protocolWorld();
    world.beat("a");
    await claim(world, "a");
    await world.clock.advance(LEASE_MS + 2_000);
    expect(await claim(world, "b")).toEqual({ kind: "won", epoch: 2 });
    const stored = world.bucket.objects.get(world.context.keys.claim(P, 2))?.bytes ?? Buffer.alloc(0);
    expect(decodeJson(claimSchema, "claim", stored)).toMatchObject({ workerId: "b", epoch: 2 });
  });

  it("is taken over at once when the holder said that it left", async () => {
    const world = protocolWorld();
    await claim(world, "a");
    world.beat("a", { state: "left" });
    expect(await claim(world, "b")).toEqual({ kind: "won", epoch: 2 });
  });

  it("is taken over at once when the holder never sent a heartbeat, as no worker claims before it did", async () => {
    const world = protocolWorld();
    await claim(world, "a");
    expect(await claim(world, "b")).toEqual({ kind: "won", epoch: 2 });
  });

  it("is judged by the holder of the last epoch, not of an earlier one", async () => {
    const world = protocolWorld();
    await claim(world, "a");
    await claim(world, "b");
    world.beat("b");
    expect(await claim(world, "c")).toEqual({ kind: "held" });
  });

  it("is judged by the store's clock alone, whatever workers write about their own", async () => {
    const world = protocolWorld();
    await claim(world, "a");
    world.beat("a", { startedAtMs: 0, sentAtMs: 0 });
    expect(await world.clock.runUntilSettled(isHolderDead(world.context, "a", forever))).toBe(false);
    await world.clock.advance(LEASE_MS + 2_000);
    world.beat("z");
    expect(await world.clock.runUntilSettled(isHolderDead(world.context, "a", forever))).toBe(true);
  });

  it("is judged by the age of a heartbeat that cannot be read", async () => {
    const world = protocolWorld();
    await claim(world, "a");
    world.bucket.put(world.context.keys.worker("a"), Buffer.from("nonsense"));
    expect(await claim(world, "b")).toEqual({ kind: "held" });
    await world.clock.advance(LEASE_MS + 2_000);
    expect(await claim(world, "b")).toEqual({ kind: "won", epoch: 2 });
  });

  it("is found among more epochs than a listing has on one page", async () => {
    const world = protocolWorld();
    for (let epoch = 1; epoch <= 1_003; epoch++) {
      const body = { partitionId: P, epoch, workerId: "a", nonce: String(epoch) };
      world.bucket.put(world.context.keys.claim(P, epoch), encodeJson(body));
    }
    expect(await claim(world, "b")).toEqual({ kind: "won", epoch: 1_004 });
  });
});

describe("a partition that is complete", () => {
  it("is not claimed again", async () => {
    const world = protocolWorld();
    await claim(world, "a");
    complete(world);
    expect(await claim(world, "b")).toEqual({ kind: "done" });
    expect(world.stored()).not.toContain(`claims/${P}/000002`);
  });

  it("is left alone although it was completed between the look and the claim", async () => {
    const world = protocolWorld({
      control: (store) =>
        watched(store, (operation, key) => {
          if (operation === "create" && key.endsWith("/000002")) complete(world);
        }),
    });
    await claim(world, "a");
    expect(await claim(world, "b")).toEqual({ kind: "done" });
  });
});

describe("any number of workers racing for one partition", () => {
  /** Every call waits for the scheduler before and after it takes effect, and answers may be lost. */
  function scheduled(store: ControlStore, scheduler: fc.Scheduler, isLost: () => boolean): ControlStore {
    const travel = async <Answer>(name: string, call: () => Promise<Answer>): Promise<Answer> => {
      await scheduler.schedule(Promise.resolve(), `${name} arrives`);
      const answer = await call();
      await scheduler.schedule(Promise.resolve(), `${name} is answered`);
      if (isLost()) throw new StoreError("NETWORK", "connection reset", { store: "control" });
      return answer;
    };
    return {
      putIfAbsent: (key, body) => travel(`create ${key}`, () => store.putIfAbsent(key, body)),
      put: (key, body) => travel(`put ${key}`, () => store.put(key, body)),
      get: (key) => travel(`get ${key}`, () => store.get(key)),
      list: (request) => travel(`list ${request.prefix}`, () => store.list(request)),
      delete: (key) => travel(`delete ${key}`, () => store.delete(key)),
      versioning: () => store.versioning(),
      close: () => store.close(),
    };
  }

  it("gives each epoch to one of them, in every order of requests, lost answers included", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 2, max: 6 }),
        fc.infiniteStream(fc.nat({ max: 9 })),
        async (scheduler, workers, dice) => {
          const clock = new FakeClock();
          const bucket = new MemoryBucket(clock);
          const { context } = protocolWorld();
          const retryNow: Clock = { nowMs: () => 0, monotonicMs: () => 0, sleep: async () => undefined };
          const winners: string[] = [];
          const racing = Array.from({ length: workers }, async (_, index) => {
            const random = seededRandom(index);
            const control = reliableControl(
              scheduled(new MemoryControl(bucket), scheduler, () => dice.next().value === 0),
              { clock: retryNow, random, log: silentLog, giveUpMs: 1_000 },
            );
            // Nobody sends heartbeats, so every claim may be taken over: the most epochs there can be.
            const result = await claimPartition({ ...context, control, random }, `w${index}`, P, forever);
            if (result.kind === "won") winners.push(`${result.epoch}`);
          });
          await scheduler.waitFor(Promise.all(racing));
          const epochs = winners.toSorted();
          expect(new Set(epochs).size).toBe(epochs.length);
          expect(epochs).toContain("1");
          expect([...bucket.objects]).toHaveLength(epochs.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
