import { describe, expect, it } from "vitest";
import { createFleetWatch, openShortage, type OpenView, type WorkersView } from "../../worker/watch-fleet.ts";
import { forever, LEASE_MS, protocolWorld, watched, type ProtocolWorld } from "../support/protocol-world.ts";
import { newPartitionId } from "../../worker/job-context.ts";
import { seededRandom } from "../simulation/seeded-random.ts";

/** A world that counts listings and the entries that came with them. */
function countingWorld(): ProtocolWorld & { readonly requests: string[] } {
  const requests: string[] = [];
  const world = protocolWorld({
    control: (store) => watched(store, (operation) => void requests.push(operation)),
  });
  return { ...world, requests };
}

function open(world: ProtocolWorld, count: number): string[] {
  const random = seededRandom(3);
  const ids = Array.from({ length: count }, () => newPartitionId(random));
  for (const id of ids) world.bucket.put(world.context.keys.open(id), Buffer.alloc(0));
  return ids;
}

const workers = (world: ProtocolWorld, maxAgeMs = 0): Promise<WorkersView> =>
  world.clock.runUntilSettled(createFleetWatch(world.context).workers(maxAgeMs, forever));
const look = (world: ProtocolWorld): Promise<OpenView> =>
  world.clock.runUntilSettled(createFleetWatch(world.context).open(0, forever));

describe("the fleet as one worker sees it", () => {
  it("tells the living from the silent by the store's stamps", async () => {
    const world = protocolWorld();
    world.beat("old");
    await world.clock.advance(LEASE_MS + 1_000);
    world.beat("young");
    const view = await workers(world);
    expect(view.live).toEqual(["young"]);
    expect(view.silent.map(({ workerId }) => workerId)).toEqual(["old"]);
  });

  it("costs one listing for each thousand workers", async () => {
    const world = countingWorld();
    for (let n = 0; n < 2_500; n++) world.beat(`w${n}`);
    expect((await workers(world)).live).toHaveLength(2_500);
    expect(world.requests).toEqual(["list", "list", "list"]);
  });

  it("shows all open partitions while they are few", async () => {
    const world = protocolWorld();
    const ids = open(world, 40);
    const view = await look(world);
    expect(view.hints.map(({ partitionId }) => partitionId).toSorted()).toEqual(ids.toSorted());
    expect(view.more).toBe(false);
  });

  it.for([0, 10, 1_000, 20_000])("costs one or two listings with %i open partitions", async (count) => {
    const world = countingWorld();
    open(world, count);
    const view = await look(world);
    expect(world.requests.length).toBeLessThanOrEqual(2);
    expect(view.hints.length).toBeLessThanOrEqual(200);
    expect(view.more).toBe(count >= 1_000);
  });

  it("shows different workers different ones of many, so that they do not all run for the same", async () => {
    const world = protocolWorld();
    open(world, 5_000);
    const views = [await look(world), await look(world), await look(world)];
    const seen = new Set(views.flatMap((view) => view.hints.map(({ partitionId }) => partitionId)));
    expect(seen.size).toBeGreaterThan(200);
  });

  it("is looked at once for all who ask at the same time, and again only when the view is too old", async () => {
    const world = countingWorld();
    world.beat("w");
    const fleet = createFleetWatch(world.context);
    const ask = (maxAgeMs: number): Promise<WorkersView> =>
      world.clock.runUntilSettled(fleet.workers(maxAgeMs, forever));
    await Promise.all([ask(1_000), ask(1_000), ask(0)]);
    expect(world.requests).toHaveLength(1);
    await world.clock.advance(1_000);
    await ask(1_000);
    expect(world.requests).toHaveLength(1);
    await world.clock.advance(1);
    await ask(1_000);
    expect(world.requests).toHaveLength(2);
    await ask(0);
    expect(world.requests).toHaveLength(3);
  });

  it("shows at once what this worker has just opened, and each partition once", async () => {
    const world = protocolWorld();
    const [known = ""] = open(world, 1);
    const fleet = createFleetWatch(world.context);
    await world.clock.runUntilSettled(fleet.open(0, forever));
    fleet.opened([known, "0123456789ab"]);
    const { hints } = await world.clock.runUntilSettled(fleet.open(1_000, forever));
    expect(hints.map(({ partitionId }) => partitionId)).toEqual([known, "0123456789ab"]);
  });

  it("shows what this worker has just opened, although the view is older, and once", async () => {
    const world = protocolWorld();
    const [first = "", second = ""] = open(world, 2);
    const fleet = createFleetWatch(world.context);
    await world.clock.runUntilSettled(fleet.open(0, forever));
    fleet.opened(["00000000000f", second]);
    const { hints } = await world.clock.runUntilSettled(fleet.open(1_000, forever));
    expect(hints.map(({ partitionId }) => partitionId).toSorted()).toEqual(
      [first, second, "00000000000f"].toSorted(),
    );
  });

  it("no longer shows what this worker has just claimed", async () => {
    const world = protocolWorld();
    const [first = "", second = ""] = open(world, 2);
    const fleet = createFleetWatch(world.context);
    await world.clock.runUntilSettled(fleet.open(0, forever));
    fleet.forget(first);
    const { hints } = await world.clock.runUntilSettled(fleet.open(1_000, forever));
    expect(hints.map(({ partitionId }) => partitionId)).toEqual([second]);
  });
});

describe("the shortage of open partitions", () => {
  const fleetOf = (live: number): WorkersView => ({
    live: Array.from({ length: live }, (_, n) => `w${n}`),
    silent: [],
  });
  const hintsOf = (count: number, more = false): OpenView => ({
    hints: Array.from({ length: count }, (_, n) => ({ partitionId: String(n), lastModifiedMs: 0 })),
    more,
  });

  it.for([
    [1, hintsOf(0), 0],
    [10, hintsOf(0), 9],
    [10, hintsOf(4), 5],
    [10, hintsOf(20), 0],
    [1_000, hintsOf(200, true), 0],
    [0, hintsOf(0), 0],
  ] as const)("of %i workers", ([live, open, shortage]) => {
    expect(openShortage(fleetOf(live), open)).toBe(shortage);
  });
});
