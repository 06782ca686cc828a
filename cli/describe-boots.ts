import { EXIT } from "../core/exit-codes.ts";
import { formatDuration } from "./format.ts";
import type { BootProgress } from "./read-boots.ts";
import { isAlive, type Progress } from "./read-progress.ts";

/** Ends after which nobody misses the worker. */
const FINE_EXITS: ReadonlySet<number | string> = new Set([EXIT.complete, EXIT.objectsFailed, EXIT.drained]);

/** One line for each instance: how far its boot has come, and why it has no worker if it failed. */
export function describeBoots(boots: readonly BootProgress[]): readonly string[] {
  return boots.map(({ instanceId, stage, sinceMs, event }) => {
    const name = event === undefined ? instanceId : `${instanceId} (${event.worker})`;
    const reason = event?.reason === undefined ? "" : `: ${event.code ?? ""} ${event.reason}`;
    const exit = event?.exit === undefined ? "" : ` with ${event.exit}`;
    return `instance ${name} ${stage}${exit} ${formatDuration(sinceMs)} ago${reason}`;
  });
}

/**
 * The instances of a job under way that have no worker although they should: those whose boot failed, and those whose
 * worker ended otherwise than it should and is not back.
 */
export function troubledBoots(
  boots: readonly BootProgress[],
  workers: Progress["workers"],
): readonly BootProgress[] {
  const alive = workers.filter(isAlive);
  return boots.filter(({ stage, event }) => {
    if (stage === "failed") return true;
    if (stage !== "stopped" || event?.exit === undefined || FINE_EXITS.has(event.exit)) return false;
    // systemd starts the worker again without a new boot; another instance may have its name by now.
    return !alive.some(({ workerId }) => workerId.startsWith(`${event.worker}-`));
  });
}
