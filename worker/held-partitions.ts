import type { Clock } from "../core/clock.ts";
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
  /** Counts one more object of it that the engine is done with. */
  finished(held: HeldPartition): void;
  /** With a tally when it was completed by this worker. */
  remove(held: HeldPartition, tally?: Tally): void;
  all(): readonly HeldPartition[];
  snapshot(): Pick<Heartbeat, "held" | "completedPartitions" | "completed"> & {
    readonly inProgress: { readonly listed: number; readonly listedBytes: number; readonly settled: number };
    /** Objects of completed partitions that the engine had to do with. */
    readonly completedTasks: number;
    /** Objects whose outcome is known, of all partitions that were ever held. */
    readonly finishedObjects: number;
  };
}

interface Holding {
  readonly held: HeldPartition;
  readonly sinceMs: number;
  /** Absent until it is listed. */
  ownPart?: OwnPart;
  finishedTasks: number;
}

export function createHeldPartitions(clock: Pick<Clock, "monotonicMs">): HeldPartitions {
  const holding = new Map<string, Holding>();
  let completedPartitions = 0;
  let completedTasks = 0;
  let completed = EMPTY_TALLY;
  let finishedObjects = 0;
  return {
    get size() {
      return holding.size;
    },
    add: (held) =>
      void holding.set(held.partitionId, { held, sinceMs: clock.monotonicMs(), finishedTasks: 0 }),
    listed(held, ownPart) {
      const entry = holding.get(held.partitionId);
      if (entry === undefined) return;
      entry.ownPart = ownPart;
      finishedObjects += ownPart.settled;
    },
    finished(held) {
      finishedObjects++;
      const entry = holding.get(held.partitionId);
      if (entry !== undefined) entry.finishedTasks++;
    },
    remove(held, tally) {
      const settled = holding.get(held.partitionId)?.ownPart?.settled ?? 0;
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
        listed += ownPart?.objects ?? 0;
        listedBytes += ownPart?.bytes ?? 0;
        settled += ownPart?.settled ?? 0;
      }
      const nowMs = clock.monotonicMs();
      return {
        held: [...holding.values()].map((holding) => describe(holding, nowMs)),
        completedPartitions,
        completed,
        inProgress: { listed, listedBytes, settled },
        completedTasks,
        finishedObjects,
      };
    },
  };
}

function describe(
  { held, sinceMs, ownPart, finishedTasks }: Holding,
  nowMs: number,
): Heartbeat["held"][number] {
  const heldMs = Math.round(nowMs - sinceMs);
  if (ownPart === undefined) return { ...held, heldMs };
  return { ...held, heldMs, listed: ownPart.objects, finished: ownPart.settled + finishedTasks };
}
