import type { ListedObject } from "../core/object.ts";
import { addTallies, EMPTY_TALLY, type Tally } from "../core/outcome.ts";
import type { Heartbeat } from "../core/protocol/heartbeat.ts";
import type { HeldPartition } from "./work-partition.ts";

/** What a worker holds and has done, for its heartbeat. */
export interface HeldPartitions {
  readonly size: number;
  add(held: HeldPartition): void;
  listed(held: HeldPartition, objects: readonly ListedObject[]): void;
  /** With a tally when it was completed by this worker. */
  remove(held: HeldPartition, tally?: Tally): void;
  all(): readonly HeldPartition[];
  snapshot(): Pick<Heartbeat, "held" | "completedPartitions" | "completed"> & {
    readonly inProgress: { readonly listed: number; readonly listedBytes: number };
  };
}

export function createHeldPartitions(): HeldPartitions {
  const holding = new Map<string, { readonly held: HeldPartition; listed: number; listedBytes: number }>();
  let completedPartitions = 0;
  let completed = EMPTY_TALLY;
  return {
    get size() {
      return holding.size;
    },
    add: (held) => void holding.set(held.partitionId, { held, listed: 0, listedBytes: 0 }),
    listed(held, objects) {
      const entry = holding.get(held.partitionId);
      if (entry === undefined) return;
      entry.listed = objects.length;
      entry.listedBytes = objects.reduce((sum, object) => sum + object.sizeBytes, 0);
    },
    remove(held, tally) {
      holding.delete(held.partitionId);
      if (tally === undefined) return;
      completedPartitions++;
      completed = addTallies(completed, tally);
    },
    all: () => [...holding.values()].map((entry) => entry.held),
    snapshot() {
      let listed = 0;
      let listedBytes = 0;
      for (const entry of holding.values()) {
        listed += entry.listed;
        listedBytes += entry.listedBytes;
      }
      return {
        held: [...holding.values()].map(({ held }) => ({ ...held })),
        completedPartitions,
        completed,
        inProgress: { listed, listedBytes },
      };
    },
  };
}
