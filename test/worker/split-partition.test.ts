import { describe, expect, it } from "vitest";
import { rangesTile } from "../../core/key-range.ts";
import { decodeJson, encodeJson } from "../../core/protocol/codec.ts";
import { partitionSchema, type Partition } from "../../core/protocol/partition.ts";
import type { Split } from "../../core/protocol/split.ts";
import { splitPartition } from "../../worker/split-partition.ts";
import { forever, protocolWorld, ROOT, watched, type ProtocolWorld } from "../support/protocol-world.ts";

const PARTITION: Partition = { partitionId: ROOT, range: { after: "a", upTo: "z" }, parentId: null };

const split = (world: ProtocolWorld, cut: string, pieces = 1, epoch = 1): Promise<Split> =>
  world.clock.runUntilSettled(splitPartition(world.context, PARTITION, epoch, cut, pieces, forever));

const hints = (world: ProtocolWorld): string[] => world.stored().filter((key) => key.startsWith("open/"));

describe("splitPartition", () => {
  it("gives the rest of the range to children that tile it together with the own part", async () => {
    const world = protocolWorld({ sourceKeys: ["b", "c/1", "d/1", "e/1", "zz"] });
    const { cut, children } = await split(world, "b", 16);
    expect(children.map(({ range }) => range)).toEqual([
      { after: "b", upTo: "c\u{10FFFF}" },
      { after: "c\u{10FFFF}", upTo: "d\u{10FFFF}" },
      { after: "d\u{10FFFF}", upTo: "z" },
    ]);
    const own = { after: "a", upTo: cut };
    expect(rangesTile(PARTITION.range, [own, ...children.map(({ range }) => range)])).toBe(true);
  });

  it("makes one child and asks the source nothing when one piece is wanted", async () => {
    const world = protocolWorld({
      source: () => ({ list: () => Promise.reject(new Error("not to be asked")) }),
    });
    expect((await split(world, "b")).children.map(({ range }) => range)).toEqual([{ after: "b", upTo: "z" }]);
  });

  it("writes the manifest of every child before the split that names it, and the hints after it", async () => {
    const writes: string[] = [];
    const world = protocolWorld({
      sourceKeys: ["c", "d"],
      control: (store) =>
        watched(store, (operation, key) => {
          if (operation !== "get") writes.push(key.split("/")[2] ?? "");
        }),
    });
    await split(world, "b", 2);
    expect(writes).toEqual(["manifest", "manifest", "splits", "open", "open"]);
  });

  it("enters children into the manifest with their range and their parent", async () => {
    const world = protocolWorld();
    const { children } = await split(world, "b");
    const [child] = children;
    const key = world.context.keys.manifest(child?.partitionId ?? "");
    const entry = decodeJson(partitionSchema, key, world.bucket.objects.get(key)?.bytes ?? Buffer.alloc(0));
    expect(entry).toEqual({ ...child, parentId: ROOT });
  });

  it("lets the first recorded split stand and puts up its children that nobody claimed", async () => {
    // Given a predecessor that recorded its split and died before it opened the children.
    const world = protocolWorld();
    const recorded: Split = {
      partitionId: ROOT,
      epoch: 1,
      cut: "m",
      children: [
        { partitionId: "00000000000b", range: { after: "m", upTo: "p" } },
        { partitionId: "00000000000c", range: { after: "p", upTo: "z" } },
      ],
    };
    world.bucket.put(world.context.keys.split(ROOT), encodeJson(recorded));
    world.bucket.put(world.context.keys.claim("00000000000b", 1), Buffer.from("{}"));
    expect(await split(world, "b", 1, 2)).toEqual(recorded);
    expect(hints(world)).toEqual(["open/00000000000c"]);
  });

  it("does not give a child an id that another partition has", async () => {
    const taken: string[] = [];
    const world = protocolWorld({
      control: (store) => ({
        ...watched(store, () => undefined),
        putIfAbsent: async (key, body) => {
          // Given that the first id drawn belongs to somebody else by accident.
          if (key.includes("/manifest/") && taken.push(key) === 1)
            await store.put(key, Buffer.from("theirs"));
          return store.putIfAbsent(key, body);
        },
      }),
    });
    const { children } = await split(world, "b");
    expect(taken).toHaveLength(2);
    expect(world.context.keys.manifest(children[0]?.partitionId ?? "")).toBe(taken[1]);
  });
});
