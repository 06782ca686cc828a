import { lastSegment } from "../core/protocol/keys.ts";
import { randomHex, type JobContext } from "./job-context.ts";

/** Which workers there are, by the age of their heartbeats; in the order of their ids. */
export interface WorkersView {
  /** Workers whose heartbeat is younger than the lease, this one included. */
  readonly live: readonly string[];
  /** Workers whose heartbeat is older, with its stamp so that each is looked into once. */
  readonly silent: readonly { readonly workerId: string; readonly lastModifiedMs: number }[];
}

/** A hint that a partition may be claimed; its stamp tells a hint put up again from one already tried. */
export interface OpenHint {
  readonly partitionId: string;
  readonly lastModifiedMs: number;
}

/** Some of the partitions that may be claimed: all of them unless there are `more`. */
export interface OpenView {
  readonly hints: readonly OpenHint[];
  readonly more: boolean;
}

/**
 * The fleet as seen from one worker: hints, some seconds old. Each view is at most `maxAgeMs` old, and is looked
 * up again when the last one is older; concurrent calls share one look.
 */
export interface FleetWatch {
  workers(maxAgeMs: number, signal: AbortSignal): Promise<WorkersView>;
  open(maxAgeMs: number, signal: AbortSignal): Promise<OpenView>;
  /** Puts partitions that were just opened here into the view: it may be some seconds older than they are. */
  opened(partitionIds: readonly string[]): void;
  /** Takes a partition that was just claimed out of the view. */
  forget(partitionId: string): void;
}

/** How many more partitions would have to be open for every other live worker to find one. */
export function openShortage(workers: WorkersView, open: OpenView): number {
  return open.more ? 0 : Math.max(0, workers.live.length - 1 - open.hints.length);
}

const OPEN_SAMPLE = 100;

/**
 * Looks by LIST alone: one page for each 1,000 heartbeats and one or two small ones of open hints, from a random
 * place on, so that the cost does not grow with the number of partitions and workers do not all run for the same one.
 */
export function createFleetWatch(context: JobContext): FleetWatch {
  const workers = shareLooks(context, (signal) => listWorkers(context, signal));
  const open = shareLooks(context, (signal) => sampleOpen(context, signal));
  return {
    workers: workers.view,
    open: open.view,
    opened(partitionIds) {
      open.change((view) => {
        const known = new Set(view.hints.map(({ partitionId }) => partitionId));
        const fresh = partitionIds.filter((partitionId) => !known.has(partitionId));
        return {
          ...view,
          hints: [...view.hints, ...fresh.map((partitionId) => ({ partitionId, lastModifiedMs: 0 }))],
        };
      });
    },
    forget(partitionId) {
      open.change((view) => ({
        ...view,
        hints: view.hints.filter((hint) => hint.partitionId !== partitionId),
      }));
    },
  };
}

interface Looks<View> {
  readonly view: (maxAgeMs: number, signal: AbortSignal) => Promise<View>;
  readonly change: (change: (view: View) => View) => void;
}

function shareLooks<View>(context: JobContext, look: (signal: AbortSignal) => Promise<View>): Looks<View> {
  const { clock } = context;
  let seen: { readonly view: View; readonly atMs: number } | undefined;
  let looking: Promise<View> | undefined;

  async function lookAgain(signal: AbortSignal): Promise<View> {
    const atMs = clock.monotonicMs();
    const view = await look(signal);
    seen = { view, atMs };
    return view;
  }

  return {
    async view(maxAgeMs, signal) {
      if (maxAgeMs > 0 && seen !== undefined && clock.monotonicMs() - seen.atMs <= maxAgeMs) return seen.view;
      looking ??= lookAgain(signal).finally(() => (looking = undefined));
      return looking;
    },
    change(change) {
      if (seen !== undefined) seen = { ...seen, view: change(seen.view) };
    },
  };
}

async function listWorkers(context: JobContext, signal: AbortSignal): Promise<WorkersView> {
  const { keys, control, job } = context;
  const live: string[] = [];
  const silent: { workerId: string; lastModifiedMs: number }[] = [];
  let startAfter: string | undefined;
  for (;;) {
    const page = await control.list(
      { prefix: keys.workersPrefix, ...(startAfter === undefined ? {} : { startAfter }) },
      signal,
    );
    for (const { key, lastModifiedMs } of page.entries) {
      const workerId = lastSegment(key);
      if (page.serverDateMs - lastModifiedMs <= job.leaseMs) live.push(workerId);
      else silent.push({ workerId, lastModifiedMs });
    }
    startAfter = page.entries.at(-1)?.key;
    if (!page.truncated || startAfter === undefined) return { live, silent };
  }
}

async function sampleOpen(context: JobContext, signal: AbortSignal): Promise<OpenView> {
  const { keys, control, random } = context;
  const hints = new Map<string, OpenHint>();
  const look = async (startAfter?: string): Promise<boolean> => {
    const request = { prefix: keys.openPrefix, maxKeys: OPEN_SAMPLE };
    const page = await control.list(startAfter === undefined ? request : { ...request, startAfter }, signal);
    for (const { key, lastModifiedMs } of page.entries) {
      const partitionId = lastSegment(key);
      hints.set(partitionId, { partitionId, lastModifiedMs });
    }
    return page.truncated;
  };
  const more = (await look(`${keys.openPrefix}${randomHex(random, 12)}`)) || (await look());
  return { hints: [...hints.values()], more };
}
