import { describe, expect, it } from "vitest";
import { encodeJson } from "../../core/protocol/codec.ts";
import { createEstateOpener, type EstateOpener } from "../../worker/open-estates.ts";
import { createFleetWatch } from "../../worker/watch-fleet.ts";
import { forever, LEASE_MS, protocolWorld, watched, type ProtocolWorld } from "../support/protocol-world.ts";

const P = "00000000000a";
const Q = "00000000000b";

interface Estates extends ProtocolWorld {
  readonly requests: string[];
  holds(workerId: string, ...partitionIds: readonly string[]): void;
  claimed(partitionId: string, epoch: number, workerId: string): void;
  watch(opener: EstateOpener): Promise<void>;
  hints(): string[];
}

function estates(): Estates {
  const requests: string[] = [];
  const world = protocolWorld({
    control: (store) =>
      watched(store, (operation, key) => void requests.push(`${operation} ${key.slice(9)}`)),
  });
  const { context, clock } = world;
  const self: Estates = {
    ...world,
    requests,
    claimed: (partitionId, epoch, workerId) =>
      void world.bucket.put(
        context.keys.claim(partitionId, epoch),
        encodeJson({ partitionId, epoch, workerId, nonce: "n" }),
      ),
    holds: (workerId, ...partitionIds) => {
      for (const partitionId of partitionIds) self.claimed(partitionId, 1, workerId);
      world.beat(workerId, { held: partitionIds.map((partitionId) => ({ partitionId, epoch: 1 })) });
    },
    watch: async (opener) => {
      const view = await clock.runUntilSettled(createFleetWatch(context).workers(0, forever));
      requests.length = 0;
      await clock.runUntilSettled(opener.open(view, forever));
    },
    hints: () => world.stored().filter((key) => key.startsWith("open/")),
  };
  return self;
}

describe("the estate of a dead worker", () => {
  it("is opened by the living worker that follows it in the order of ids, and by no other", async () => {
    const world = estates();
    world.holds("b", P, Q);
    await world.clock.advance(LEASE_MS + 2_000);
    for (const living of ["a", "c", "d"]) world.beat(living);
    for (const other of ["a", "d"]) {
      await world.watch(createEstateOpener(world.context, other));
      expect(world.requests).toEqual([]);
    }
    await world.watch(createEstateOpener(world.context, "c"));
    expect(world.hints()).toEqual([`open/${P}`, `open/${Q}`]);
  });

  it("is opened by the first in that order when it was the last", async () => {
    const world = estates();
    world.holds("z", P);
    await world.clock.advance(LEASE_MS + 2_000);
    for (const living of ["a", "c"]) world.beat(living);
    await world.watch(createEstateOpener(world.context, "a"));
    expect(world.hints()).toEqual([`open/${P}`]);
  });

  it("is looked into once", async () => {
    const world = estates();
    world.holds("b", P);
    await world.clock.advance(LEASE_MS + 2_000);
    world.beat("c");
    const opener = createEstateOpener(world.context, "c");
    await world.watch(opener);
    await world.watch(opener);
    expect(world.requests).toEqual([]);
  });

  it("is left closed while its worker may still live by the store's clock", async () => {
    const world = estates();
    world.holds("b", P);
    await world.clock.advance(LEASE_MS + 1_000);
    world.beat("c");
    const opener = createEstateOpener(world.context, "c");
    await world.watch(opener);
    expect(world.hints()).toEqual([]);
    // And is looked into again once it cannot.
    await world.clock.advance(1_000);
    await world.watch(opener);
    expect(world.hints()).toEqual([`open/${P}`]);
  });

  it("does not include what is complete or what a living worker has taken over", async () => {
    const world = estates();
    world.holds("b", P, Q);
    world.bucket.put(world.context.keys.done(P), Buffer.from("{}"));
    world.claimed(Q, 2, "c");
    await world.clock.advance(LEASE_MS + 2_000);
    world.beat("c");
    await world.watch(createEstateOpener(world.context, "c"));
    expect(world.hints()).toEqual([]);
  });

  it("is nothing when its heartbeat cannot be read: the walk finds what it held", async () => {
    const world = estates();
    world.holds("b", P);
    world.bucket.put(world.context.keys.worker("b"), Buffer.from("nonsense"));
    await world.clock.advance(LEASE_MS + 2_000);
    world.beat("c");
    await world.watch(createEstateOpener(world.context, "c"));
    expect(world.hints()).toEqual([]);
  });

  it("does not end its successor when the claims of one partition cannot be read", async () => {
    const world = estates();
    world.holds("b", P, Q);
    world.bucket.put(world.context.keys.claim(P, 1), Buffer.from("nonsense"));
    await world.clock.advance(LEASE_MS + 2_000);
    world.beat("c");
    await world.watch(createEstateOpener(world.context, "c"));
    expect(world.hints()).toEqual([`open/${Q}`]);
  });

  it("costs the fleet the same number of requests whether two or two hundred stand idle", async () => {
    const costs: number[] = [];
    for (const idle of [2, 200]) {
      const world = estates();
      world.holds("b", P);
      await world.clock.advance(LEASE_MS + 2_000);
      const ids = Array.from({ length: idle }, (_, n) => `w${n}`);
      for (const id of ids) world.beat(id);
      let requests = 0;
      for (const id of ids) {
        await world.watch(createEstateOpener(world.context, id));
        requests += world.requests.length;
      }
      costs.push(requests);
    }
    expect(costs[0]).toBe(costs[1]);
  });
});
