import { describe, expect, it } from "vitest";
import type { ObjectRecord } from "../../core/outcome.ts";
import { encodeJson } from "../../core/protocol/codec.ts";
import type { CompletionMarker } from "../../core/protocol/completion-marker.ts";
import type { Partition } from "../../core/protocol/partition.ts";
import type { Split } from "../../core/protocol/split.ts";
import type { ObjectTask } from "../../worker/copy-engine.ts";
import { workPartition } from "../../worker/work-partition.ts";
import { forever, protocolWorld, ROOT, watched, type ProtocolWorld } from "../support/protocol-world.ts";

const CHILD = "00000000000b";
const KEYS = ["a", "b", "c", "d", "e"];

interface Working extends ProtocolWorld {
  /** Keys that the engine was given. */
  readonly copied: string[];
  readonly steps: string[];
  /** Works on the root; `shortage` is how many more open partitions the fleet could use. */
  work(epoch: number, shortage?: number): Promise<CompletionMarker | undefined>;
  record(split: Pick<Split, "cut" | "children">): void;
}

function working(
  options: {
    readonly limit?: number;
    readonly sourceKeys?: readonly string[];
    readonly whenListing?: () => void;
  } = {},
): Working {
  const copied: string[] = [];
  const steps: string[] = [];
  const world = protocolWorld({
    spec: { taskObjectCountLimit: options.limit ?? 10_000 },
    sourceKeys: options.sourceKeys ?? KEYS,
    source: (store) => ({
      list: (request) => {
        options.whenListing?.();
        return store.list(request);
      },
    }),
    control: (store) =>
      watched(store, (operation, key) => {
        if (operation === "create" || operation === "put") steps.push(key.split("/")[2] ?? "");
      }),
  });
  const { keys } = world.context;
  const root: Partition = { partitionId: ROOT, range: { after: null, upTo: null }, parentId: null };
  world.bucket.put(keys.manifest(ROOT), encodeJson(root));
  const carryOut = async (tasks: readonly ObjectTask[]): Promise<ObjectRecord[]> => {
    const objects = tasks.map(({ object }) => object);
    steps.push("copy");
    copied.push(...objects.map(({ key }) => key));
    return objects.map(({ key, sizeBytes, etag }) => ({
      key,
      outcome: "copied",
      sizeBytes,
      sourceEtag: etag,
      sourceLastModifiedMs: 0,
    }));
  };
  return {
    ...world,
    copied,
    steps,
    work: (epoch, shortage = 0) =>
      world.clock.runUntilSettled(
        workPartition(
          world.context,
          { partitionId: ROOT, epoch },
          {
            workerId: "w",
            engine: { carryOut, sendSpan: async () => ({ outcome: "stored", parts: [] }) },
            liveWorkers: async () => 1,
            workOn: async () => false,
            openShortage: async () => shortage,
            leaseSignal: forever,
            onListed: () => void steps.push("listed"),
            onFinished: () => undefined,
          },
          forever,
        ),
      ),
    record: (split) =>
      void world.bucket.put(keys.split(ROOT), encodeJson({ partitionId: ROOT, epoch: 1, ...split })),
  };
}

describe("a partition", () => {
  it("within the limits is copied whole and has no children", async () => {
    const world = working();
    expect(await world.work(1)).toMatchObject({ cut: null, children: [], tally: { listed: 5 } });
    expect(world.copied).toEqual(KEYS);
    expect(world.steps).toEqual(["listed", "copy", "ledger", "done"]);
  });

  it("beyond the limits gives the rest away before anything is copied", async () => {
    const world = working({ limit: 2 });
    const marker = await world.work(1);
    expect(world.copied).toEqual(["a", "b"]);
    expect(marker).toMatchObject({ cut: "b", children: [{ range: { after: "b", upTo: null } }] });
    expect(world.steps).toEqual(["manifest", "splits", "open", "listed", "copy", "ledger", "done"]);
  });

  it("is cut into as many pieces as the fleet could use", async () => {
    const world = working({ limit: 1 });
    const marker = await world.work(1, 2);
    expect(marker?.children.map(({ range }) => range.after)).toEqual(["a", "b\u{10FFFF}", "c\u{10FFFF}"]);
  });

  it("is cut early, after one page, while the fleet is hungry", async () => {
    const many = Array.from({ length: 1_500 }, (_, n) => `k${String(n).padStart(4, "0")}`);
    const calm = working({ sourceKeys: many });
    await calm.work(1);
    expect(calm.copied).toHaveLength(1_500);
    const hungry = working({ sourceKeys: many });
    await hungry.work(1, 5);
    expect(hungry.copied).toHaveLength(1_000);
  });

  it("that cannot be found in the manifest says who is to blame", async () => {
    const world = working();
    world.bucket.objects.delete(world.context.keys.manifest(ROOT));
    await expect(world.work(1)).rejects.toMatchObject({ code: "CONTROL_OBJECT_MISSING" });
  });
});

describe("a successor", () => {
  const children = [{ partitionId: CHILD, range: { after: "c", upTo: null } }];

  it("keeps to the cut that its predecessor recorded, although it could do it all", async () => {
    const world = working();
    world.record({ cut: "c", children });
    expect(await world.work(2)).toMatchObject({ epoch: 2, cut: "c", children });
    expect(world.copied).toEqual(["a", "b", "c"]);
  });

  it("keeps to it although more than its own limit lies before it by now", async () => {
    const world = working({ limit: 1 });
    world.record({ cut: "c", children });
    await world.work(2);
    expect(world.copied).toEqual(["a", "b", "c"]);
  });

  it("keeps to it although it lands while the successor is listing", async () => {
    // Given a predecessor whose split was on its way when it counted as dead.
    const world = working({ limit: 4, whenListing: () => world.record({ cut: "c", children }) });
    const marker = await world.work(2);
    expect(marker).toMatchObject({ cut: "c", children, tally: { listed: 3 } });
  });

  it("opens the children that its predecessor did not live to open, but none that is claimed", async () => {
    const world = working();
    world.record({ cut: "c", children });
    await world.work(2);
    expect(world.stored()).toContain(`open/${CHILD}`);
    const other = working();
    other.record({ cut: "c", children });
    other.bucket.put(other.context.keys.claim(CHILD, 1), Buffer.from("{}"));
    await other.work(2);
    expect(other.stored()).not.toContain(`open/${CHILD}`);
  });
});
