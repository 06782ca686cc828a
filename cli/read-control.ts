import { parseJson } from "../core/protocol/codec.ts";
import {
  type ControlSettings,
  controlRevision,
  controlSettingsSchema,
  limitsAt,
  type LimitsInForce,
  NO_LIMITS,
} from "../core/protocol/control-settings.ts";
import { jobKeys } from "../core/protocol/keys.ts";
import type { ControlStore } from "../storage/ports.ts";

/** What `control.json` says, and what of it holds now by the store's clock; or why it cannot be used. */
export type ControlState = { readonly revision: string } & (
  | { readonly settings: ControlSettings; readonly inForce: LimitsInForce; readonly problem?: never }
  | { readonly problem: string; readonly settings?: never; readonly inForce?: never }
);

/** Reads a job's `control.json`; absent means: run, no limits. */
export async function readControl(
  control: Pick<ControlStore, "get">,
  jobId: string,
  signal: AbortSignal,
): Promise<ControlState> {
  const found = await control.get(jobKeys(jobId).control, signal);
  const revision = controlRevision(found?.body);
  if (found === undefined) return { revision, settings: NO_LIMITS, inForce: limitsAt(NO_LIMITS, 0) };
  const parsed = parseJson(controlSettingsSchema, found.body);
  if (!parsed.ok) return { revision, problem: parsed.problem };
  return { revision, settings: parsed.value, inForce: limitsAt(parsed.value, found.serverDateMs) };
}
