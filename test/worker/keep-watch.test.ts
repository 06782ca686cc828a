import { describe, expect, it } from "vitest";
import { encodeJson } from "../../core/protocol/codec.ts";
import type { Heartbeat } from "../../core/protocol/heartbeat.ts";
import type { TransferLimits } from "../../worker/copy-engine.ts";
import { createWatch, type Watch } from "../../worker/keep-watch.ts";
import { createFleetWatch } from "../../worker/watch-fleet.ts";
import { LEASE_MS, protocolWorld, type ProtocolWorld } from "../support/protocol-world.ts";

const ME = "m";
const P = "00000000000a";

interface Watching extends ProtocolWorld {
  readonly limits: TransferLimits[];
  /** What its heartbeats would show. */
  readonly obeyed: { readonly obeys: Heartbeat["obeys"]; readonly isNews: boolean }[];
  readonly watch: Watch;
  readonly stop: AbortController;
  readonly kept: Promise<unknown>;
}

/** A worker that watches beside its work, among others whose heartbeats the test sends. */
function watching(leaseMs = LEASE_MS): Watching {
  const world = protocolWorld();
  const context = { ...world.context, job: { ...world.context.job, leaseMs } };
  const limits: TransferLimits[] = [];
  const obeyed: Watching["obeyed"] = [];
  const stop = new AbortController();
  const watch = createWatch(context, {
    workerId: ME,
    fleet: createFleetWatch(context),
    engine: { setLimits: (each) => void limits.push(each) },
    ownBytesPerSecond: undefined,
    onObeyed: (obeys, isNews) => void obeyed.push({ obeys, isNews }),
  });
  world.beat(ME);
  const kept = watch.keep(stop.signal).catch((error: unknown) => error);
  return { ...world, limits, obeyed, watch, stop, kept };
}

const say = (world: Watching, settings: object): void =>
  void world.bucket.put(world.context.keys.control, encodeJson(settings));

describe("beside its work a worker", () => {
  it("obeys a pause within fifteen seconds, and the end of it as soon", async () => {
    const world = watching();
    say(world, { paused: true });
    await world.clock.advance(15_000);
    expect(world.watch.isPaused).toBe(true);
    expect(world.limits.at(-1)).toMatchObject({ paused: true });
    say(world, { paused: false });
    await world.clock.advance(15_000);
    expect(world.watch.isPaused).toBe(false);
  });

  it("takes its share of a limit among the living", async () => {
    const world = watching();
    for (const id of ["a", "b", "c"]) world.beat(id);
    say(world, { bytesPerSecond: 100 });
    await world.clock.advance(15_000);
    expect(world.limits.at(-1)).toEqual({ paused: false, bytesPerSecond: 25 });
  });

  it("shows what it obeys, and says when the operator has said something else", async () => {
    const world = watching();
    world.beat("a");
    await world.clock.advance(15_000);
    say(world, { bytesPerSecond: 100 });
    await world.clock.advance(15_000);
    expect(world.obeyed[0]).toEqual({ obeys: { revision: "none", paused: false }, isNews: false });
    expect(world.obeyed.filter(({ isNews }) => isNews)).toEqual([
      { obeys: { revision: expect.any(String) as string, paused: false, bytesPerSecond: 50 }, isNews: true },
    ]);
  });

  it("counts those who share a limit anew within 15 s, however long the lease", async () => {
    const world = watching(3_600_000);
    say(world, { bytesPerSecond: 100 });
    await world.clock.advance(15_000);
    expect(world.limits.at(-1)).toMatchObject({ bytesPerSecond: 100 });
    world.beat("a");
    await world.clock.advance(30_000);
    expect(world.limits.at(-1)).toMatchObject({ bytesPerSecond: 50 });
  });

  it("opens what a dead worker held, soon after the lease", async () => {
    const world = watching();
    world.bucket.put(
      world.context.keys.claim(P, 1),
      encodeJson({ partitionId: P, epoch: 1, workerId: "dead", nonce: "n" }),
    );
    world.beat("dead", { held: [{ partitionId: P, epoch: 1 }] });
    const liveOnFor = async (ms: number): Promise<void> => {
      for (let second = 0; second < ms / 1_000; second++) {
        world.beat(ME);
        await world.clock.advance(1_000);
      }
    };
    await liveOnFor(LEASE_MS);
    expect(world.stored()).not.toContain(`open/${P}`);
    await liveOnFor(LEASE_MS / 2 + 10_000);
    expect(world.stored()).toContain(`open/${P}`);
  });

  it("stops when it is told to", async () => {
    const world = watching();
    await world.clock.advance(60_000);
    world.stop.abort(new Error("stopped"));
    expect(await world.kept).toMatchObject({ message: "stopped" });
  });
});
