import type { Clock } from "../core/clock.ts";
import { FerryError } from "../core/errors.ts";
import { disobedient } from "./describe-control.ts";
import { formatDuration } from "./format.ts";
import type { Progress } from "./read-progress.ts";

const LOOK_EVERY_MS = 1_000;

/** So many of those who are waited for are named. */
const NAMED = 3;

/**
 * Waits until the heartbeat of every living worker shows the `control.json` of this revision, or the job is complete.
 * NOT_OBEYED when somebody else has written another one, or when `timeoutMs` have passed.
 */
export async function awaitObedience(options: {
  readonly read: (signal: AbortSignal) => Promise<Progress>;
  readonly revision: string;
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}): Promise<Progress> {
  const { read, revision, timeoutMs, clock, signal } = options;
  const untilMs = clock.monotonicMs() + timeoutMs;
  for (;;) {
    const progress = await read(signal);
    if (progress.control.revision !== revision) {
      throw new FerryError(
        "NOT_OBEYED",
        "somebody else has written control.json meanwhile; look at `oss-ferry throttle`",
      );
    }
    const waitedFor = disobedient(progress);
    if (waitedFor.length === 0 || progress.state === "complete") return progress;
    if (clock.monotonicMs() >= untilMs) {
      const more = waitedFor.length > NAMED ? ` and ${waitedFor.length - NAMED} more` : "";
      throw new FerryError(
        "NOT_OBEYED",
        `it is written, but ${formatDuration(timeoutMs)} later ${waitedFor.slice(0, NAMED).join(", ")}${more} did not show that it is obeyed; ` +
          "look at `oss-ferry status`: a worker that has died is gone after its lease",
      );
    }
    await clock.sleep(LOOK_EVERY_MS, signal);
  }
}
