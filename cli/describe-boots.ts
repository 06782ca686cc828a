import { formatDuration } from "./format.ts";
import type { BootProgress } from "./read-boots.ts";

/** One line for each instance: how far its boot has come, and why it has no worker if it failed. */
export function describeBoots(boots: readonly BootProgress[]): readonly string[] {
  return boots.map(({ instanceId, stage, sinceMs, event }) => {
    const name = event === undefined ? instanceId : `${instanceId} (${event.worker})`;
    const reason = event?.reason === undefined ? "" : `: ${event.code ?? ""} ${event.reason}`;
    const exit = event?.exit === undefined ? "" : ` with ${event.exit}`;
    return `instance ${name} ${stage}${exit} ${formatDuration(sinceMs)} ago${reason}`;
  });
}
