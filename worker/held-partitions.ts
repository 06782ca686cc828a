import { addTallies, EMPTY_TALLY, type Tally } from "../core/outcome.ts";
import type { Heartbeat } from "../core/protocol/heartbeat.ts";
import type { HeldPartition } from "./work-partition.ts";

/** What a partition's own part comes to, once it is listed. */
export interface OwnPart {
  readonly objects: number;
  readonly bytes: number;
  /** Objects that need nothing to be done. */
  readonly settled: number;
}

/** What a worker holds and has done, for its heartbeat. */
export interface HeldPartitions {
  readonly size: number;
  add(held: HeldPartition): void;
  listed(held: HeldPartition, ownPart: OwnPart): void;
  /** With a tally when it was completed by this worker. */
  remove(held: HeldPartition, tally?: Tally): void;
  all(): readonly HeldPartition[];
  snapshot(): Pick<Heartbeat, "held" | "completedPartitions" | "completed"> & {
    readonly inProgress: { readonly listed: number; readonly listedBytes: number; readonly settled: number };
    /** Objects of completed partitions that the engine had to do with. */
    readonly completedTasks: number;
  };
}

export function createHeldPartitions(): HeldPartitions {
  const holding = new Map<string, { readonly held: HeldPartition; ownPart: OwnPart }>();
  let completedPartitions = 0;
  let completedTasks = 0;
  let completed = EMPTY_TALLY;
  return {
    get size() {
      return holding.size;
    },
    add: (held) =>
      void holding.set(held.partitionId, { held, ownPart: { objects: 0, bytes: 0, settled: 0 } }),
    listed(held, ownPart) {
      const entry = holding.get(held.partitionId);
      if (entry !== undefined) entry.ownPart = ownPart;
    },
    remove(held, tally) {
      const settled = holding.get(held.partitionId)?.ownPart.settled ?? 0;
      holding.delete(held.partitionId);
      if (tally === undefined) return;
      completedTasks += tally.listed - settled;
      completedPartitions++;
      completed = addTallies(completed, tally);
    },
    all: () => [...holding.values()].map((entry) => entry.held),
    snapshot() {
      let listed = 0;
      let listedBytes = 0;
      let settled = 0;
      for (const { ownPart } of holding.values()) {
        listed += ownPart.objects;
        listedBytes += ownPart.bytes;
        settled += ownPart.settled;
      }
      return {
        held: [...holding.values()].map(({ held }) => ({ ...held })),
        completedPartitions,
        completed,
        inProgress: { listed, listedBytes, settled },
        completedTasks,
      };
    },
  };
}
