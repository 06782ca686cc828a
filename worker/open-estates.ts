import { compareKeys } from "../core/object-key.ts";
import { parseJson } from "../core/protocol/codec.ts";
import { heartbeatSchema, isDead } from "../core/protocol/heartbeat.ts";
import type { JobContext } from "./job-context.ts";
import { isOfThePartition } from "./partition-trouble.ts";
import { reopenIfOrphaned } from "./reopen-partition.ts";
import type { WorkersView } from "./watch-fleet.ts";

/** Puts what dead workers held up for claiming again. */
export interface EstateOpener {
  /** Opens the estates of the dead workers that this one answers for; each heartbeat is read once. */
  open(view: WorkersView, signal: AbortSignal): Promise<void>;
}

/** How many dead workers are remembered as done with. */
const REMEMBERED = 10_000;

/**
 * For every dead worker the living one that follows it in the order of ids opens what it held, so that a death
 * costs the fleet a few requests however many workers stand idle. Should that one die as well, or views differ
 * for a moment, then another does it, or two do, which is harmless: the claim decides.
 */
export function createEstateOpener(context: JobContext, workerId: string): EstateOpener {
  const { keys, control, job, log } = context;
  const settled = new Map<string, number>();

  async function openEstate(silent: WorkersView["silent"][number], signal: AbortSignal): Promise<void> {
    const found = await control.get(keys.worker(silent.workerId), signal);
    if (found !== undefined) {
      const heartbeat = parseJson(heartbeatSchema, found.body);
      const state = heartbeat.ok ? heartbeat.value.state : undefined;
      if (!isDead({ ...found, state, leaseMs: job.leaseMs })) return;
      // What a heartbeat that cannot be read held is found by the walk that proves completeness.
      const held = heartbeat.ok ? heartbeat.value.held : [];
      for (const { partitionId } of held) await openIfPossible(partitionId, signal);
    }
    if (settled.size >= REMEMBERED) settled.clear();
    settled.set(silent.workerId, silent.lastModifiedMs);
  }

  async function openIfPossible(partitionId: string, signal: AbortSignal): Promise<void> {
    try {
      await reopenIfOrphaned(context, partitionId, signal);
    } catch (error) {
      // The walk that proves completeness comes across it again, when there is nothing else to do.
      if (!isOfThePartition(error)) throw error;
      log.warn("partition.abandoned", { partitionId, why: String(error) });
    }
  }

  return {
    async open({ live, silent }, signal) {
      for (const each of silent) {
        if (settled.get(each.workerId) === each.lastModifiedMs) continue;
        if (successorOf(each.workerId, live) === workerId) await openEstate(each, signal);
      }
    },
  };
}

/** The first of the living, which are in order, after this id; the order has no end. */
function successorOf(workerId: string, live: readonly string[]): string | undefined {
  let low = 0;
  let high = live.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareKeys(live[middle] ?? "", workerId) <= 0) low = middle + 1;
    else high = middle;
  }
  return live[low] ?? live[0];
}
