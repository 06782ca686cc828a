import type { CopyEngine } from "./copy-engine.ts";
import type { JobContext } from "./job-context.ts";
import type { Heartbeat } from "../core/protocol/heartbeat.ts";
import { jobKeys } from "../core/protocol/keys.ts";
import { obeyedJobId } from "../core/protocol/round.ts";
import { createControlReader, shareLimits } from "./obey-control.ts";
import { createEstateOpener } from "./open-estates.ts";
import type { FleetWatch } from "./watch-fleet.ts";

/** How long an operator's wish may stay unread: pause and throttle must take effect within 15 s. */
const CONTROL_POLL_MS = 10_000;

const WORK_POLL_MS = 5_000;

/** How old the count of those who share the limits may be, whatever the lease. */
const WORKERS_VIEW_MS = 15_000;

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
    /** Told each time what is obeyed from now on; `isNews` when the operator has said something else. */
    readonly onObeyed: (obeys: NonNullable<Heartbeat["obeys"]>, isNews: boolean) => void;
  },
): Watch {
  const { control, log, clock, random, job } = context;
  const { fleet, engine } = deps;
  const reader = createControlReader(control, jobKeys(obeyedJobId(job.spec)), log);
  const estates = createEstateOpener(context, deps.workerId);
  const watchEveryMs = Math.min(CONTROL_POLL_MS, job.leaseMs / 6);
  const workersViewMs = Math.min(WORKERS_VIEW_MS, job.leaseMs / 4);
  let isPaused = false;
  let obeyed: string | undefined;

  async function obey(signal: AbortSignal): Promise<void> {
    const { limits, revision } = await reader.read(signal);
    const workers = await fleet.workers(workersViewMs, signal);
    const share = shareLimits(limits, workers.live.length, deps.ownBytesPerSecond);
    isPaused = limits.paused;
    engine.setLimits(share);
    deps.onObeyed({ revision, ...share }, obeyed !== undefined && obeyed !== revision);
    obeyed = revision;
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
        await estates.open(await fleet.workers(workersViewMs, signal), signal);
      }
    },
  };
}

/** How often a worker that wants more work than it has looks for some; and any worker while the job is paused. */
export function workPollMs(leaseMs: number): number {
  return Math.min(WORK_POLL_MS, leaseMs / 12);
}
