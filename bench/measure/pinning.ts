import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";

export const SERVER_CORE = 0;
export const CLIENT_CORE = 1;

/** Whether servers and clients can have a core each: two cores at least, and `taskset`. */
export function canPin(): boolean {
  return availableParallelism() >= 2 && spawnSync("taskset", ["--version"]).status === 0;
}

/** The command that runs `command` on one core only, or wherever the system likes when pinning is off. */
export function pinned(
  command: string,
  args: readonly string[],
  core: number,
  pin: boolean,
): { readonly command: string; readonly args: readonly string[] } {
  return pin ? { command: "taskset", args: ["-c", String(core), command, ...args] } : { command, args };
}
