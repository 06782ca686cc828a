import { isDeepStrictEqual } from "node:util";
import type { Log } from "../core/log.ts";
import { parseJson } from "../core/protocol/codec.ts";
import {
  controlRevision,
  controlSettingsSchema,
  type LimitsInForce,
  limitsAt,
  NO_LIMITS,
} from "../core/protocol/control-settings.ts";
import type { JobKeys } from "../core/protocol/keys.ts";
import type { ControlObject } from "../storage/ports.ts";
import type { TransferLimits } from "./copy-engine.ts";
import type { ReliableControl } from "./reliable-control.ts";

/** What the operator wants of the fleet at this moment. */
export interface OperatorWish {
  readonly limits: LimitsInForce;
  /** Of the `control.json` that says so. */
  readonly revision: string;
}

/** Reads what the operator wants. */
export interface ControlReader {
  /**
   * Reads control.json again; one that cannot be read leaves the last good settings in force and is logged once.
   * Whether a window is open is judged by the store's clock in the same answer, never by this machine's.
   */
  read(signal: AbortSignal): Promise<OperatorWish>;
}

export function createControlReader(control: ReliableControl, keys: JobKeys, log: Log): ControlReader {
  let settings = NO_LIMITS;
  let inForce: LimitsInForce = limitsAt(NO_LIMITS, 0);
  let revision = controlRevision(undefined);
  let lastRead = revision;

  /** Takes the settings up if they can be read. */
  function take(found: ControlObject | undefined): void {
    const read = controlRevision(found?.body);
    if (read === lastRead) return;
    lastRead = read;
    const parsed =
      found === undefined
        ? ({ ok: true, value: NO_LIMITS } as const)
        : parseJson(controlSettingsSchema, found.body);
    if (parsed.ok) {
      settings = parsed.value;
      revision = read;
    } else {
      log.warn("control.unreadable", { key: keys.control, problem: parsed.problem, inForce });
    }
  }

  return {
    async read(signal) {
      const found = await control.get(keys.control, signal);
      const before = { revision, inForce };
      take(found);
      // Where there is no such object there are no windows either.
      inForce = limitsAt(settings, found?.serverDateMs ?? 0);
      if (revision !== before.revision || !isDeepStrictEqual(inForce, before.inForce)) {
        log.info("control.changed", { ...inForce });
      }
      return { limits: inForce, revision };
    },
  };
}

/** One worker's share of the fleet's limits, and never more than its own. */
export function shareLimits(
  limits: LimitsInForce,
  liveWorkers: number,
  ownBytesPerSecond?: number,
): TransferLimits {
  const workers = Math.max(1, liveWorkers);
  const { paused, bytesPerSecond, requestsPerSecond } = limits;
  const shares = [ownBytesPerSecond, bytesPerSecond === undefined ? undefined : bytesPerSecond / workers];
  const least = Math.min(...shares.filter((share) => share !== undefined));
  return {
    paused,
    ...(least === Infinity ? {} : { bytesPerSecond: least }),
    ...(requestsPerSecond === undefined ? {} : { requestsPerSecond: requestsPerSecond / workers }),
  };
}
