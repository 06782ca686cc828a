import type { FerryError } from "../core/errors.ts";
import { claimPartition, type ClaimResult } from "./claim-partition.ts";
import type { JobContext } from "./job-context.ts";
import { isOfThePartition } from "./partition-trouble.ts";
import type { OpenHint, OpenView } from "./watch-fleet.ts";
import type { HeldPartition } from "./work-partition.ts";

/** How many claims one look for work tries, so that a thousand idle workers do not all try everything. */
const TRIES_PER_LOOK = 4;

/** How many hints are remembered as tried in vain. */
const REMEMBERED = 10_000;

/** Finds partitions to claim among those that hints say are open. */
export interface WorkFinder {
  /** Claims one partition, or resolves to undefined when this look found none to be had. */
  claimOne(view: OpenView, signal: AbortSignal): Promise<HeldPartition | undefined>;
}

export function createWorkFinder(context: JobContext, workerId: string): WorkFinder {
  const { keys, control, job, clock, random, log } = context;
  /** Hints that were tried in vain, by the stamp they had: not again within a lease, unless put up anew. */
  const tried = new Map<string, { readonly lastModifiedMs: number; readonly atMs: number }>();

  const isWorthTrying = (hint: OpenHint): boolean => {
    const last = tried.get(hint.partitionId);
    return last?.lastModifiedMs !== hint.lastModifiedMs || clock.monotonicMs() - last.atMs > job.leaseMs;
  };

  async function tryClaim(partitionId: string, signal: AbortSignal): Promise<ClaimResult> {
    try {
      return await claimPartition(context, workerId, partitionId, signal);
    } catch (error) {
      if (!isOfThePartition(error)) throw error;
      // The walk that proves completeness ends with this error once nothing else is left to do.
      log.warn("partition.abandoned", { partitionId, why: (error as FerryError).message });
      return { kind: "held" };
    }
  }

  return {
    async claimOne(view, signal) {
      for (const hint of pickSome(view.hints.filter(isWorthTrying), TRIES_PER_LOOK, random)) {
        const { partitionId, lastModifiedMs } = hint;
        const result = await tryClaim(partitionId, signal);
        if (result.kind === "won") return { partitionId, epoch: result.epoch };
        if (result.kind === "done") await control.delete(keys.open(partitionId), signal);
        if (tried.size >= REMEMBERED) tried.clear();
        tried.set(partitionId, { lastModifiedMs, atMs: clock.monotonicMs() });
      }
      return undefined;
    },
  };
}

/** Up to `count` of the items, in random order. */
function pickSome<Item>(items: readonly Item[], count: number, random: () => number): Item[] {
  const pool = [...items];
  const picked: Item[] = [];
  while (pool.length > 0 && picked.length < count) {
    const index = Math.floor(random() * pool.length);
    picked.push(...pool.splice(index, 1));
  }
  return picked;
}
