import { describe, expect, it } from "vitest";
import { claimPartition } from "../../worker/claim-partition.ts";
import { createWorkFinder, type WorkFinder } from "../../worker/find-work.ts";
import { createFleetWatch } from "../../worker/watch-fleet.ts";
import type { HeldPartition } from "../../worker/work-partition.ts";
import { forever, LEASE_MS, protocolWorld, watched, type ProtocolWorld } from "../support/protocol-world.ts";

const P = "00000000000a";
const Q = "00000000000b";

interface Finding extends ProtocolWorld {
  readonly requests: string[];
  open(partitionId: string): void;
  finder(workerId: string): WorkFinder;
  look(finder: WorkFinder): Promise<HeldPartition | undefined>;
}

function finding(): Finding {
  const requests: string[] = [];
  const world = protocolWorld({
    control: (store) =>
      watched(store, (operation, key) => void requests.push(`${operation} ${key.slice(9)}`)),
  });
  const { context, clock } = world;
  return {
    ...world,
    requests,
    open: (partitionId) => void world.bucket.put(context.keys.open(partitionId), Buffer.alloc(0)),
    finder: (workerId) => {
      world.beat(workerId);
      return createWorkFinder(context, workerId);
    },
    look: async (finder) => {
      const view = await clock.runUntilSettled(createFleetWatch(context).open(0, forever));
      requests.length = 0;
      return clock.runUntilSettled(finder.claimOne(view, forever));
    },
  };
}

describe("a look for work", () => {
  it("claims one of the open partitions and leaves the others alone", async () => {
    const world = finding();
    world.open(P);
    world.open(Q);
    const claimed = await world.look(world.finder("me"));
    expect(claimed?.epoch).toBe(1);
    expect(world.stored().filter((key) => key.startsWith("claims/"))).toHaveLength(1);
  });

  it("finds nothing where nothing is open", async () => {
    const world = finding();
    expect(await world.look(world.finder("me"))).toBeUndefined();
    expect(world.requests).toEqual([]);
  });

  it("leaves the hint of what it claimed: it goes once a heartbeat names the partition", async () => {
    const world = finding();
    world.open(P);
    await world.look(world.finder("me"));
    expect(world.stored()).toContain(`open/${P}`);
  });

  it("tries four at most, however many others were faster", async () => {
    const world = finding();
    world.beat("winner");
    for (let n = 0; n < 20; n++) {
      const partitionId = String(n).padStart(12, "0");
      world.open(partitionId);
      const claim = claimPartition(world.context, "winner", partitionId, forever);
      await world.clock.runUntilSettled(claim);
    }
    const loser = world.finder("loser");
    expect(await world.look(loser)).toBeUndefined();
    expect(world.requests.filter((request) => request.startsWith("create"))).toHaveLength(4);
  });

  it("does not try a stale hint again and again, until a lease has passed or it is put up anew", async () => {
    const world = finding();
    world.open(P);
    await world.look(world.finder("holder"));
    const finder = world.finder("me");
    expect(await world.look(finder)).toBeUndefined();
    expect(world.requests).not.toEqual([]);
    expect(await world.look(finder)).toBeUndefined();
    expect(world.requests).toEqual([]);
    // When the holder gives it back, the hint is a new one.
    await world.clock.advance(2_000);
    world.beat("holder", { state: "left" });
    world.open(P);
    expect(await world.look(finder)).toEqual({ partitionId: P, epoch: 2 });
  });

  it("tries a stale hint again after a lease, for its holder may have died", async () => {
    const world = finding();
    world.open(P);
    await world.look(world.finder("holder"));
    const finder = world.finder("me");
    await world.look(finder);
    await world.clock.advance(LEASE_MS + 2_000);
    expect(await world.look(finder)).toEqual({ partitionId: P, epoch: 2 });
  });

  it("takes the hint of a complete partition down", async () => {
    const world = finding();
    world.open(P);
    await world.look(world.finder("holder"));
    world.bucket.put(world.context.keys.done(P), Buffer.from("{}"));
    expect(await world.look(world.finder("me"))).toBeUndefined();
    expect(world.stored()).not.toContain(`open/${P}`);
  });

  it("goes on to another partition when the claims of one cannot be read", async () => {
    const world = finding();
    world.open(P);
    world.bucket.put(world.context.keys.claim(P, 1), Buffer.from("nonsense"));
    const finder = world.finder("me");
    expect(await world.look(finder)).toBeUndefined();
    world.open(Q);
    expect(await world.look(finder)).toEqual({ partitionId: Q, epoch: 1 });
    expect(world.logged).toContainEqual(
      expect.objectContaining({ level: "warn", event: "partition.abandoned" }),
    );
  });
});
