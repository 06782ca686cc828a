import { lastSegment } from "../core/protocol/keys.ts";
import { randomHex, type JobContext } from "./job-context.ts";

/** What a worker knows of the others; hints, some seconds old. */
export interface FleetView {
  /** Workers whose heartbeat is younger than the lease, this one included. */
  readonly liveWorkers: readonly string[];
  /** Workers whose heartbeat is older, with its stamp so that each is looked into once. */
  readonly silentWorkers: readonly { readonly workerId: string; readonly lastModifiedMs: number }[];
  /** Some of the partitions that may be claimed; all of them unless there are very many. */
  readonly open: readonly string[];
  /** How many more partitions would have to be open for every other worker to find one. */
  readonly openShortage: number;
}

/** The fleet as seen from one worker. */
export interface FleetWatch {
  /** A view at most `maxAgeMs` old; looks again when the last one is older. Concurrent calls share one look. */
  view(maxAgeMs: number, signal: AbortSignal): Promise<FleetView>;
  /** Takes a partition that was just claimed out of the view. */
  forget(partitionId: string): void;
}

const OPEN_SAMPLE = 100;

/**
 * Looks by LIST alone: one page for each 1,000 heartbeats and one or two small ones of open hints, from a random
 * place on, so that the cost does not grow with the number of partitions and workers do not all run for the same one.
 */
export function createFleetWatch(context: JobContext): FleetWatch {
  const { clock } = context;
  let seen: { readonly view: FleetView; readonly atMs: number } | undefined;
  let looking: Promise<FleetView> | undefined;

  async function look(signal: AbortSignal): Promise<FleetView> {
    const atMs = clock.monotonicMs();
    const [workers, sample] = await Promise.all([listWorkers(context, signal), sampleOpen(context, signal)]);
    const openShortage = sample.moreOpen
      ? 0
      : Math.max(0, workers.liveWorkers.length - 1 - sample.open.length);
    const view = { ...workers, open: sample.open, openShortage };
    seen = { view, atMs };
    return view;
  }

  return {
    async view(maxAgeMs, signal) {
      if (seen !== undefined && clock.monotonicMs() - seen.atMs <= maxAgeMs && maxAgeMs > 0) return seen.view;
      looking ??= look(signal).finally(() => (looking = undefined));
      return looking;
    },
    forget(partitionId) {
      if (seen === undefined) return;
      const open = seen.view.open.filter((each) => each !== partitionId);
      seen = { atMs: seen.atMs, view: { ...seen.view, open } };
    },
  };
}

interface OpenSample {
  readonly open: readonly string[];
  readonly moreOpen: boolean;
}

async function listWorkers(
  context: JobContext,
  signal: AbortSignal,
): Promise<Pick<FleetView, "liveWorkers" | "silentWorkers">> {
  const { keys, control, job } = context;
  const liveWorkers: string[] = [];
  const silentWorkers: { workerId: string; lastModifiedMs: number }[] = [];
  let startAfter: string | undefined;
  for (;;) {
    const page = await control.list(
      { prefix: keys.workersPrefix, ...(startAfter === undefined ? {} : { startAfter }) },
      signal,
    );
    for (const { key, lastModifiedMs } of page.entries) {
      const workerId = lastSegment(key);
      if (page.serverDateMs - lastModifiedMs <= job.leaseMs) liveWorkers.push(workerId);
      else silentWorkers.push({ workerId, lastModifiedMs });
    }
    startAfter = page.entries.at(-1)?.key;
    if (!page.truncated || startAfter === undefined) return { liveWorkers, silentWorkers };
  }
}

async function sampleOpen(context: JobContext, signal: AbortSignal): Promise<OpenSample> {
  const { keys, control, random } = context;
  const from = `${keys.openPrefix}${randomHex(random, 12)}`;
  const upper = await control.list(
    { prefix: keys.openPrefix, startAfter: from, maxKeys: OPEN_SAMPLE },
    signal,
  );
  const open = upper.entries.map((entry) => lastSegment(entry.key));
  if (upper.truncated) return { open, moreOpen: true };
  const lower = await control.list({ prefix: keys.openPrefix, maxKeys: OPEN_SAMPLE }, signal);
  const seen = new Set(open);
  for (const entry of lower.entries) seen.add(lastSegment(entry.key));
  return { open: [...seen], moreOpen: lower.truncated };
}
