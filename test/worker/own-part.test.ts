import { describe, expect, it } from "vitest";
import { rangeContains, rangesTile, type KeyRange } from "../../core/key-range.ts";
import { tallyOf, type ObjectRecord } from "../../core/outcome.ts";
import { encodeJson } from "../../core/protocol/codec.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { encodeLedger } from "../../core/protocol/ledger.ts";
import type { Partition } from "../../core/protocol/partition.ts";
import { ownPart, type OwnRows } from "../../worker/own-part.ts";
import { forever, protocolWorld, ROOT, type ProtocolWorld } from "../support/protocol-world.ts";

const BASE = "00000000000b";
const BASE_CHILD = "00000000000c";
const OLD = ["a", "z"];
const NEW = ["b/1", "c/1", "d/1", "e/1", "f/1", "g/1"];

/** A delta whose base knew these keys up to `m`, gave the rest to a child, and whose source has grown since. */
function grownWorld(known: readonly string[] = ["a"]): ProtocolWorld {
  const world = protocolWorld({
    spec: { taskObjectCountLimit: 1, work: { kind: "delta", baseJobId: "base" } },
    sourceKeys: [...OLD, ...NEW],
  });
  const keys = jobKeys("base");
  const records = known.map((key): ObjectRecord => {
    return { key, outcome: "skipped", sizeBytes: 1, sourceEtag: "e", sourceLastModifiedMs: 0 };
  });
  const { body, sha256, lines } = encodeLedger(records);
  const ledger = { key: keys.ledger(BASE, 1), sha256, lines };
  world.bucket.put(ledger.key, body);
  const marker = {
    partitionId: BASE,
    epoch: 1,
    workerId: "w",
    range: { after: null, upTo: null },
    cut: "m",
    children: [{ partitionId: BASE_CHILD, range: { after: "m", upTo: null } }],
    ledger,
    tally: tallyOf(records),
  };
  world.bucket.put(keys.done(BASE), encodeJson(marker));
  return world;
}

const own = (world: ProtocolWorld, partition: Partition, shortage: number, epoch = 1): Promise<OwnRows> =>
  world.clock.runUntilSettled(ownPart(world.context, partition, epoch, async () => shortage, forever));

describe("ownPart of a delta", () => {
  it("cuts what has grown into pieces, each of which is a piece of the base's own part and no more", async () => {
    const world = grownWorld();
    const range: KeyRange = { after: "", upTo: "m" };
    const listed: string[] = [];
    const open: Partition[] = [{ partitionId: ROOT, range, basePartitionId: BASE, parentId: null }];
    for (let partition = open.pop(); partition !== undefined; partition = open.pop()) {
      const { rows, split } = await own(world, partition, 3);
      listed.push(...rows.map(({ key }) => key));
      const children = split?.children ?? [];
      const left = { after: partition.range.after, upTo: split?.cut ?? partition.range.upTo };
      expect(rangesTile(partition.range, [left, ...children.map((child) => child.range)])).toBe(true);
      open.push(...children.map((child) => ({ ...child, parentId: partition.partitionId })));
    }
    expect(listed.toSorted()).toEqual([...OLD, ...NEW].filter((key) => rangeContains(range, key)));
  });

  it("leaves to its children what a predecessor cut off, also what the base knows of it", async () => {
    const world = grownWorld(["a", "b/1", "c/1"]);
    const range: KeyRange = { after: "", upTo: "m" };
    const partition = { partitionId: ROOT, range, basePartitionId: BASE, parentId: null };
    const child = { partitionId: "00000000000d", range: { after: "b/1", upTo: "m" }, basePartitionId: BASE };
    const split = { partitionId: ROOT, epoch: 1, cut: "b/1", children: [child] };
    world.bucket.put(world.context.keys.split(ROOT), encodeJson(split));
    const { rows } = await own(world, partition, 0, 2);
    expect(rows.map(({ key }) => key)).toEqual(["a", "b/1"]);
  });
});
