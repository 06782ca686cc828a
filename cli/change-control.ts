import { FerryError } from "../core/errors.ts";
import {
  type ControlSettings,
  controlRevision,
  encodeControl,
  NO_LIMITS,
} from "../core/protocol/control-settings.ts";
import { jobKeys } from "../core/protocol/keys.ts";
import { obeyedJobId } from "../core/protocol/round.ts";
import type { ControlStore } from "../storage/ports.ts";
import type { Progress } from "./read-progress.ts";

/**
 * Changes a job's `control.json` and resolves to its new revision. JOB_UNKNOWN when there is no such job;
 * CONTROL_OBJECT_UNREADABLE when what is there cannot be used, unless it is to be replaced. Of two who change it in
 * the same moment the later one wins: OSS has no conditional overwrite.
 */
export async function changeControl(
  control: Pick<ControlStore, "put">,
  read: (signal: AbortSignal) => Promise<Progress>,
  change: (settings: ControlSettings) => ControlSettings,
  options: { readonly replace: boolean; readonly signal: AbortSignal },
): Promise<string> {
  const { replace, signal } = options;
  const { job, control: found } = await read(signal);
  const key = jobKeys(obeyedJobId(job.spec)).control;
  if (found.problem !== undefined && !replace) {
    throw new FerryError(
      "CONTROL_OBJECT_UNREADABLE",
      `${key} in the control bucket cannot be used: ${found.problem}; repeat the command with --replace to write it anew, limits included`,
    );
  }
  const body = encodeControl(change(found.settings ?? NO_LIMITS));
  await control.put(key, body, signal);
  return controlRevision(body);
}
