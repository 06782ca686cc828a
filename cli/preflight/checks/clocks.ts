import { FerryError } from "../../../core/errors.ts";
import { type Finding, type NamedFinding, pass, warn } from "../../checks/finding.ts";
import { formatDuration } from "../../format.ts";
import type { PreflightContext } from "../context.ts";

/** Signatures are refused beyond 15 minutes; long before that something is wrong with this machine. */
const MOST_SKEW_MS = 60_000;

/** Stamps of both services have whole seconds. */
const RESOLUTION_MS = 1_000;

/** This machine's clock beside those of both services. Says nothing of a bucket that does not answer. */
export async function* checkClocks(
  { buckets, clock }: PreflightContext,
  signal: AbortSignal,
): AsyncGenerator<NamedFinding> {
  for (const role of ["source", "destination"] as const) {
    const beforeMs = clock.nowMs();
    try {
      const { serverDateMs } = await buckets[role].list({ maxKeys: 1, signal });
      yield { name: `${role} clock`, ...skewFinding(serverDateMs, beforeMs, clock.nowMs()) };
    } catch (error) {
      if (!(error instanceof FerryError)) throw error;
    }
  }
}

/** The service stamped its answer at some time between the two of ours. */
function skewFinding(serverMs: number, beforeMs: number, afterMs: number): Finding {
  const aheadMs = Math.max(0, beforeMs - serverMs - RESOLUTION_MS);
  const behindMs = Math.max(0, serverMs - afterMs);
  const skewMs = Math.max(aheadMs, behindMs);
  if (skewMs <= MOST_SKEW_MS) {
    return pass(`within ${formatDuration(Math.max(skewMs, RESOLUTION_MS))} of this machine's`);
  }
  const direction = behindMs > 0 ? "behind" : "ahead of";
  return warn(
    `this machine's clock is ${formatDuration(skewMs)} ${direction} the service's`,
    "synchronize it (NTP): from 15 minutes on no signature is accepted",
  );
}
