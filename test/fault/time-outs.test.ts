import { describe, expect, test } from "vitest";
import type { Fault, FaultMatch } from "../../local/faults.ts";
import { bytesOf, seedOne, seedSmall } from "../support/bucket-seeds.ts";
import { CONTROL, DESTINATION, type FerryWorld, openFerryWorld, SOURCE } from "../support/ferry-world.ts";
import { expectMigrated } from "../support/migrated.ts";
import { openWorldStores, runWorkerHere } from "../support/worker-here.ts";

/** A request without a byte for so long is given up, and so is one that moves fewer bytes than this. */
const TIME_OUTS = {
  idleTimeoutMs: 400,
  minimumRate: { bytesPerSecond: 100_000, windowMs: 400 },
};
const NEVER_MS = 600_000;
const STREAMED_BYTES = 2_500_000;

interface SlowStore {
  readonly what: string;
  readonly match: FaultMatch;
  readonly fault: Fault;
  /** The request that is hit, sent by the driver once. */
  readonly once: (world: FerryWorld) => Promise<unknown>;
}

/** Sends one request by the drivers, with these time-outs and no retry. */
async function sendOnce(
  world: FerryWorld,
  what: (stores: ReturnType<typeof openWorldStores>) => Promise<unknown>,
): Promise<unknown> {
  const stores = openWorldStores(world, TIME_OUTS);
  try {
    return await what(stores);
  } finally {
    await stores.close();
  }
}

const readStreamed = (world: FerryWorld): Promise<unknown> =>
  sendOnce(world, async ({ source }) => {
    const { etag } = await source.stat({ key: "streamed" });
    const object = await source.open({ key: "streamed", ifMatch: etag });
    await object.read(async () => undefined);
  });

const list = (world: FerryWorld): Promise<unknown> => sendOnce(world, async ({ source }) => source.list({}));

const write = (world: FerryWorld): Promise<unknown> =>
  sendOnce(world, async ({ destination }) => {
    const body = bytesOf("plain", 1_000_000);
    const metadata = { headers: {}, user: {} };
    await destination.put({ key: "plain", sizeBytes: body.length, body, metadata });
  });

const claim = (world: FerryWorld): Promise<unknown> =>
  sendOnce(world, async ({ control }) =>
    control.putIfAbsent(world.keys.claim("00000000000a", 1), Buffer.from("mine")),
  );

const GET = { bucket: SOURCE, operation: "GetObject" } as const;
const PUT = { bucket: DESTINATION, operation: "PutObject" } as const;

const SLOW_STORES: readonly SlowStore[] = [
  {
    what: "an object that is silent before its first byte",
    match: GET,
    fault: { kind: "stall", ms: NEVER_MS },
    once: readStreamed,
  },
  {
    what: "an object that falls silent in the middle",
    match: { ...GET, key: "^streamed$" },
    fault: { kind: "stall", ms: NEVER_MS, afterBytes: 1_000_000 },
    once: readStreamed,
  },
  {
    what: "an object that trickles, a byte now and then",
    match: { ...GET, key: "^streamed$" },
    fault: { kind: "trickle", bytesPerSecond: 2_000 },
    once: readStreamed,
  },
  {
    what: "a listing that is silent",
    match: { bucket: SOURCE, operation: "ListObjectsV2" },
    fault: { kind: "stall", ms: NEVER_MS },
    once: list,
  },
  {
    what: "a destination that does not answer",
    match: PUT,
    fault: { kind: "stall", ms: NEVER_MS },
    once: write,
  },
  {
    what: "a claim that is not answered",
    match: { bucket: CONTROL, operation: "PutObject", key: "/claims/" },
    fault: { kind: "stall", ms: NEVER_MS },
    once: claim,
  },
];

describe.concurrent("each slow store", { timeout: 240_000 }, () => {
  test.for(SLOW_STORES)("$what: the request alone times out", async ({ match, fault, once }) => {
    await using world = await openSeeded();
    const script = world.script({ match, fault, times: 1 });

    await expect(once(world)).rejects.toMatchObject({ code: "TIMEOUT" });

    expect(script.count().hit).toBe(1);
  });

  test.for(SLOW_STORES)("$what: a migration ends right in spite of it", async ({ match, fault }) => {
    await using world = await openSeeded();
    const script = world.script({ match, fault, times: 2 });

    expect((await runWorkerHere(world, TIME_OUTS)).kind).toBe("complete");

    expect(script.count().hit).toBe(2);
    await expectMigrated(world);
  });
});

describe.concurrent("heartbeats that are not answered", { timeout: 240_000 }, () => {
  test("end the lease of a worker, which goes on as somebody new", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 24);
    const object = { bucket: SOURCE, operation: "GetObject", key: "small-005" } as const;
    const held = world.script({ match: object, fault: { kind: "error", status: 503, code: "SlowDown" } });
    const worker = world.startWorker("mute");
    await held.hit();

    const heartbeats = { bucket: CONTROL, operation: "PutObject", key: "/workers/" } as const;
    const silent = world.script({ match: heartbeats, fault: { kind: "stall", ms: NEVER_MS } });
    await worker.waitFor("worker.fenced");
    silent.lift();
    held.lift();

    expect(await worker.end()).toMatchObject({ code: 0, errors: [] });
    expect(new Set(worker.events("worker.started").map(({ workerId }) => workerId)).size).toBeGreaterThan(1);
    expect((await expectMigrated(world)).highestEpoch).toBeGreaterThan(1);
  });
});

async function openSeeded(): Promise<FerryWorld> {
  const world = await openFerryWorld();
  await seedSmall(world, 24);
  await seedOne(world, "streamed", STREAMED_BYTES);
  return world;
}
