import { describe, expect, it } from "vitest";
import { WHOLE_KEY_SPACE } from "../../core/key-range.ts";
import { EMPTY_TALLY } from "../../core/outcome.ts";
import { encodeJson } from "../../core/protocol/codec.ts";
import type { CompletionMarker } from "../../core/protocol/completion-marker.ts";
import { newPartitionId } from "../../worker/job-context.ts";
import { startCompletionWalk, type CompletionWalk, type WalkResult } from "../../worker/prove-complete.ts";
import { forever, protocolWorld, ROOT, watched, type ProtocolWorld } from "../support/protocol-world.ts";
import { seededRandom } from "../simulation/seeded-random.ts";

const CHILD = "00000000000b";
const OTHER = "00000000000c";

function markerOf(partitionId: string, more: Partial<CompletionMarker> = {}): CompletionMarker {
  return {
    partitionId,
    epoch: 1,
    workerId: "w",
    range: WHOLE_KEY_SPACE,
    cut: null,
    children: [],
    tally: { ...EMPTY_TALLY, listed: 2, listedBytes: 9, outcomes: { ...EMPTY_TALLY.outcomes, copied: 2 } },
    ledger: { key: "ledger", sha256: "0".repeat(64), lines: 2 },
    ...more,
  };
}

const store = (world: ProtocolWorld, marker: CompletionMarker): void =>
  void world.bucket.put(world.context.keys.done(marker.partitionId), encodeJson(marker));

const walkOf = ({ context }: ProtocolWorld): CompletionWalk => startCompletionWalk(context);

const prove = (world: ProtocolWorld): Promise<WalkResult> =>
  world.clock.runUntilSettled(walkOf(world).step(forever));

/** The root split at "m" into one child. */
const SPLIT_ROOT = markerOf(ROOT, {
  cut: "m",
  children: [{ partitionId: CHILD, range: { after: "m", upTo: null } }],
});

describe("the proof that a job is complete", () => {
  it("holds when every partition from the roots on has a marker, and sums their tallies", async () => {
    const world = protocolWorld();
    store(world, SPLIT_ROOT);
    store(world, markerOf(CHILD, { range: { after: "m", upTo: null } }));
    expect(await prove(world)).toMatchObject({
      complete: true,
      partitions: 2,
      tally: { listed: 4, outcomes: { copied: 4 } },
    });
  });

  it("lists what has no marker yet", async () => {
    const world = protocolWorld();
    store(world, SPLIT_ROOT);
    expect(await prove(world)).toMatchObject({ complete: false, partitions: 1, missing: [CHILD] });
  });

  it("uses GETs alone", async () => {
    const operations = new Set<string>();
    const world = protocolWorld({
      control: (each) => watched(each, (operation) => void operations.add(operation)),
    });
    store(world, markerOf(ROOT));
    await prove(world);
    expect([...operations]).toEqual(["get"]);
  });

  it.for([
    [
      "a gap between the own part and a child",
      { ...SPLIT_ROOT, children: [{ partitionId: CHILD, range: { after: "n", upTo: null } }] },
    ],
    [
      "an overlap of them",
      { ...SPLIT_ROOT, children: [{ partitionId: CHILD, range: { after: "c", upTo: null } }] },
    ],
    ["a cut without children", { ...SPLIT_ROOT, children: [] }],
    [
      "an end that falls short",
      { ...SPLIT_ROOT, children: [{ partitionId: CHILD, range: { after: "m", upTo: "z" } }] },
    ],
    ["another range than was given away", markerOf(ROOT, { range: { after: null, upTo: "z" } })],
    ["another partition's id", { ...markerOf(ROOT), partitionId: CHILD }],
    ["outcomes that do not add up", markerOf(ROOT, { tally: { ...EMPTY_TALLY, listed: 2 } })],
    [
      "a ledger with fewer lines than objects",
      markerOf(ROOT, { ledger: { key: "l", sha256: "0".repeat(64), lines: 1 } }),
    ],
  ] as const)("fails on %s", async ([, marker]) => {
    const world = protocolWorld();
    world.bucket.put(world.context.keys.done(ROOT), encodeJson(marker));
    await expect(prove(world)).rejects.toMatchObject({ code: "COVERAGE_BROKEN" });
    await expect(prove(world)).rejects.toThrow(world.context.keys.done(ROOT));
  });

  it("fails on a child whose marker is for less than its parent gave it", async () => {
    const world = protocolWorld();
    store(world, SPLIT_ROOT);
    store(world, markerOf(CHILD, { range: { after: "m", upTo: "y" } }));
    await expect(prove(world)).rejects.toMatchObject({ code: "COVERAGE_BROKEN" });
  });

  it("fails before it begins when the roots do not tile the key space", () => {
    const world = protocolWorld({ roots: [{ partitionId: ROOT, range: { after: null, upTo: "z" } }] });
    expect(() => walkOf(world)).toThrow(expect.objectContaining({ code: "COVERAGE_BROKEN" }));
  });

  it("holds for several roots, one of which was split into an empty rest", async () => {
    const range = { after: "m", upTo: null };
    const world = protocolWorld({
      roots: [
        { partitionId: ROOT, range: { after: null, upTo: "m" } },
        { partitionId: CHILD, range },
      ],
    });
    store(world, markerOf(ROOT, { range: { after: null, upTo: "m" } }));
    store(
      world,
      markerOf(CHILD, {
        range,
        cut: "z",
        children: [{ partitionId: OTHER, range: { after: "z", upTo: null } }],
      }),
    );
    store(
      world,
      markerOf(OTHER, {
        range: { after: "z", upTo: null },
        tally: EMPTY_TALLY,
        ledger: { key: "l", sha256: "0".repeat(64), lines: 0 },
      }),
    );
    expect(await prove(world)).toMatchObject({ complete: true, partitions: 3, tally: { listed: 4 } });
  });
});

/** A tree of completed partitions: each splits into up to `fanOut` children until `count` are there. */
function growTree(world: ProtocolWorld, count: number, fanOut: number): string[] {
  const random = seededRandom(7);
  const ids = [ROOT];
  const open = [{ partitionId: ROOT, low: 0, high: 1e9 }];
  const keyOf = (n: number): string => String(Math.floor(n)).padStart(10, "0");
  const rangeOf = (low: number, high: number): CompletionMarker["range"] => ({
    after: low === 0 ? null : keyOf(low),
    upTo: high === 1e9 ? null : keyOf(high),
  });
  for (let part = open.shift(); part !== undefined; part = open.shift()) {
    const { partitionId, low, high } = part;
    const pieces = ids.length >= count ? 0 : Math.min(fanOut, count - ids.length);
    const edges = Array.from({ length: pieces + 1 }, (_, n) => low + ((n + 1) * (high - low)) / (pieces + 1));
    const children = edges.slice(0, pieces).map((edge, n) => {
      const child = { partitionId: newPartitionId(random), low: edge, high: edges[n + 1] ?? high };
      ids.push(child.partitionId);
      open.push(child);
      return { partitionId: child.partitionId, range: rangeOf(child.low, child.high) };
    });
    const cut = pieces === 0 ? null : keyOf(edges[0] ?? 0);
    store(world, markerOf(partitionId, { range: rangeOf(low, high), cut, children }));
  }
  return ids;
}

describe("a proof in the making", () => {
  const reads = new Map<string, number>();
  const counting = (): ProtocolWorld => {
    reads.clear();
    return protocolWorld({
      control: (each) => watched(each, (_, key) => void reads.set(key, (reads.get(key) ?? 0) + 1)),
    });
  };

  it("goes on where it stopped, without asking again for what it has seen", async () => {
    const world = counting();
    const ids = growTree(world, 400, 4);
    const late = ids.at(-1) ?? "";
    const key = world.context.keys.done(late);
    const marker = world.bucket.objects.get(key)?.bytes ?? Buffer.alloc(0);
    world.bucket.objects.delete(key);
    const walk = walkOf(world);
    expect(await walk.step(forever)).toMatchObject({ complete: false, missing: [late] });
    expect(await walk.step(forever)).toMatchObject({ complete: false, missing: [late] });
    world.bucket.put(key, marker);
    expect(await walk.step(forever)).toMatchObject({
      complete: true,
      partitions: 400,
      tally: { listed: 800 },
    });
    expect(reads.get(key)).toBe(3);
    reads.delete(key);
    expect([...reads.values()].every((count) => count === 1)).toBe(true);
  });

  it("stops a step at its limit of requests and says that there is more", async () => {
    const world = counting();
    growTree(world, 400, 4);
    const walk = walkOf(world);
    const limits = { gets: 100, missing: 32 };
    expect(await walk.step(forever, limits)).toMatchObject({ complete: false, more: true, missing: [] });
    expect(reads.size).toBeLessThan(200);
    let result = await walk.step(forever, limits);
    for (let steps = 0; steps < 10 && !result.complete; steps++) result = await walk.step(forever, limits);
    expect(result).toMatchObject({ complete: true, partitions: 400 });
    expect([...reads.values()].every((count) => count === 1)).toBe(true);
  });

  it("stops a step soon when much is missing, however much there is", async () => {
    const world = counting();
    const children = Array.from({ length: 2_000 }, (_, n) => String(n).padStart(12, "0"));
    const edges = children.map((id) => `k${id}`);
    store(
      world,
      markerOf(ROOT, {
        cut: edges[0] ?? "",
        children: children.map((partitionId, n) => ({
          partitionId,
          range: { after: edges[n] ?? "", upTo: edges[n + 1] ?? null },
        })),
      }),
    );
    const result = await prove(world);
    expect(result.complete).toBe(false);
    expect(reads.size).toBeLessThan(100);
  });

  it("proves a chain of partitions that each left one rest with a stack of one", async () => {
    const world = counting();
    growTree(world, 3_000, 1);
    expect(await prove(world)).toMatchObject({ complete: true, partitions: 3_000 });
    expect(reads.size).toBe(3_000);
  });
});
