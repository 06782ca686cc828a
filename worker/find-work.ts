import { parseJson } from "../core/protocol/codec.ts";
import { heartbeatSchema, isDead } from "../core/protocol/heartbeat.ts";
import { claimPartition, takeOver } from "./claim-partition.ts";
import type { JobContext } from "./job-context.ts";
import type { FleetView } from "./watch-fleet.ts";
import type { HeldPartition } from "./work-partition.ts";

/** How many claims one look for work tries, so that a thousand idle workers do not all try everything. */
const TRIES_PER_LOOK = 4;

/** How many dead workers' partitions are remembered as taken by somebody else. */
const REMEMBERED = 10_000;

/** Finds partitions to claim: open ones first, then those that dead workers held. */
export interface WorkFinder {
  /** Claims one partition, or resolves to undefined when this look found none to be had. */
  claimOne(view: FleetView, signal: AbortSignal): Promise<HeldPartition | undefined>;
}

export function createWorkFinder(context: JobContext, workerId: string): WorkFinder {
  const { keys, control, job, random } = context;
  /** Dead workers with all they held, by the stamp of the heartbeat that was read; each is read once. */
  const dead = new Map<string, { readonly lastModifiedMs: number; held: HeldPartition[] }>();

  async function claimOpen(view: FleetView, signal: AbortSignal): Promise<HeldPartition | undefined> {
    for (const partitionId of pickSome(view.open, TRIES_PER_LOOK, random)) {
      const result = await claimPartition(context, workerId, partitionId, signal);
      if (result.kind === "won") return { partitionId, epoch: result.epoch };
      if (result.kind === "done") await control.delete(keys.open(partitionId), signal);
    }
    return undefined;
  }

  async function claimFromDead(view: FleetView, signal: AbortSignal): Promise<HeldPartition | undefined> {
    let tries = 0;
    for (const silent of pickSome(view.silentWorkers, view.silentWorkers.length, random)) {
      const estate = await readEstate(silent, signal);
      while (estate.length > 0 && tries < TRIES_PER_LOOK) {
        const [candidate] = estate.splice(Math.floor(random() * estate.length), 1);
        if (candidate === undefined) break;
        tries++;
        const result = await takeOver(context, workerId, candidate.partitionId, signal);
        if (result.kind === "won") return { partitionId: candidate.partitionId, epoch: result.epoch };
      }
    }
    return undefined;
  }

  /** What a silent worker held and nobody here has tried yet; nothing unless it is really dead. */
  async function readEstate(
    silent: FleetView["silentWorkers"][number],
    signal: AbortSignal,
  ): Promise<HeldPartition[]> {
    const known = dead.get(silent.workerId);
    if (known?.lastModifiedMs === silent.lastModifiedMs) return known.held;
    const key = keys.worker(silent.workerId);
    const found = await control.get(key, signal);
    if (found === undefined) return [];
    const heartbeat = parseJson(heartbeatSchema, found.body);
    const state = heartbeat.ok ? heartbeat.value.state : undefined;
    if (!isDead({ ...found, state, leaseMs: job.leaseMs })) return [];
    if (dead.size >= REMEMBERED) dead.clear();
    // What a heartbeat that cannot be read held is found by the walk that proves completeness.
    const estate = {
      lastModifiedMs: silent.lastModifiedMs,
      held: heartbeat.ok ? [...heartbeat.value.held] : [],
    };
    dead.set(silent.workerId, estate);
    return estate.held;
  }

  return {
    async claimOne(view, signal) {
      return (await claimOpen(view, signal)) ?? (await claimFromDead(view, signal));
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
