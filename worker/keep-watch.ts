import type { CopyEngine } from "./copy-engine.ts";
import type { JobContext } from "./job-context.ts";
import { createControlReader, shareLimits } from "./obey-control.ts";
import { createEstateOpener } from "./open-estates.ts";
import type { FleetWatch } from "./watch-fleet.ts";

/** How long an operator's wish may stay unread: pause and throttle must take effect within 15 s. */
const CONTROL_POLL_MS = 10_000;

const WORK_POLL_MS = 5_000;

/** What a worker watches beside its work. */
export interface Watch {
  readonly isPaused: boolean;
  /** Reads what the operator wants and passes the limits on to the engine. */
  obey(signal: AbortSignal): Promise<void>;
  /** Obeys again and again, and opens what dead workers held, until `signal` aborts or a store is of no use. */
  keep(signal: AbortSignal): Promise<never>;
}

export function createWatch(
  context: JobContext,
  deps: {
    readonly workerId: string;
    readonly fleet: FleetWatch;
    readonly engine: Pick<CopyEngine, "setLimits">;
    readonly ownBytesPerSecond: number | undefined;
  },
): Watch {
  const { control, keys, log, clock, random, job } = context;
  const { fleet, engine } = deps;
  const reader = createControlReader(control, keys, log);
  const estates = createEstateOpener(context, deps.workerId);
  const watchEveryMs = Math.min(CONTROL_POLL_MS, job.leaseMs / 6);
  let isPaused = false;

  async function obey(signal: AbortSignal): Promise<void> {
    const settings = await reader.read(signal);
    const workers = await fleet.workers(job.leaseMs / 4, signal);
    isPaused = settings.paused;
    engine.setLimits(shareLimits(settings, workers.live.length, deps.ownBytesPerSecond));
  }

  return {
    get isPaused() {
      return isPaused;
    },
    obey,
    async keep(signal) {
      for (;;) {
        await clock.sleep(watchEveryMs * (0.75 + random() / 4), signal);
        await obey(signal);
        await estates.open(await fleet.workers(job.leaseMs / 4, signal), signal);
      }
    },
  };
}

/** How often a worker without work looks for some, at first. */
export function workPollMs(leaseMs: number): number {
  return Math.min(WORK_POLL_MS, leaseMs / 12);
}
