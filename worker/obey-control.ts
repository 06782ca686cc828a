import type { Log } from "../core/log.ts";
import { parseJson } from "../core/protocol/codec.ts";
import { controlSettingsSchema, NO_LIMITS, type ControlSettings } from "../core/protocol/control-settings.ts";
import type { JobKeys } from "../core/protocol/keys.ts";
import type { TransferLimits } from "./copy-engine.ts";
import type { ReliableControl } from "./reliable-control.ts";

/** Reads what the operator wants. */
export interface ControlReader {
  /** Reads control.json again; one that cannot be read leaves the last good settings in force and is logged once. */
  read(signal: AbortSignal): Promise<ControlSettings>;
}

export function createControlReader(control: ReliableControl, keys: JobKeys, log: Log): ControlReader {
  let settings = NO_LIMITS;
  let lastText = "";
  return {
    async read(signal) {
      const found = await control.get(keys.control, signal);
      const text = found?.body.toString("utf8") ?? "";
      if (text === lastText) return settings;
      lastText = text;
      const parsed =
        found === undefined
          ? ({ ok: true, value: NO_LIMITS } as const)
          : parseJson(controlSettingsSchema, found.body);
      if (parsed.ok) {
        settings = parsed.value;
        log.info("control.changed", { ...settings });
      } else {
        log.warn("control.unreadable", { key: keys.control, problem: parsed.problem, inForce: settings });
      }
      return settings;
    },
  };
}

/** One worker's share of the fleet's limits, and never more than its own. */
export function shareLimits(
  settings: ControlSettings,
  liveWorkers: number,
  ownBytesPerSecond?: number,
): TransferLimits {
  const workers = Math.max(1, liveWorkers);
  const { paused, bytesPerSecond, requestsPerSecond } = settings;
  const shares = [ownBytesPerSecond, bytesPerSecond === undefined ? undefined : bytesPerSecond / workers];
  const least = Math.min(...shares.filter((share) => share !== undefined));
  return {
    paused,
    ...(least === Infinity ? {} : { bytesPerSecond: least }),
    ...(requestsPerSecond === undefined ? {} : { requestsPerSecond: requestsPerSecond / workers }),
  };
}
