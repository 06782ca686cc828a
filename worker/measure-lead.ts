import type { Clock } from "../core/clock.ts";

/** The time it takes to get the next partition ready. */
export interface LeadMeter {
  /** How long before a partition is needed its claim should begin, judged by the last ones; with a margin. */
  readonly leadMs: number;
  /** A partition was just claimed; the function returned is to be called when it is listed, or will never be. */
  claimed(): () => void;
}

/** Before anything was measured. */
const FIRST_LEAD_MS = 1_000;
/** Whatever stores do, no worker holds partitions for much longer than it works on them. */
const LONGEST_LEAD_MS = 30_000;
/** For the claim itself, and because the next one may take longer. */
const MARGIN = 2;
/** A slow one is remembered for a few partitions. */
const FADING = 0.8;

export function createLeadMeter(clock: Pick<Clock, "monotonicMs">): LeadMeter {
  let leadMs = FIRST_LEAD_MS;
  return {
    get leadMs() {
      return leadMs;
    },
    claimed() {
      const claimedAtMs = clock.monotonicMs();
      return () => {
        const tookMs = clock.monotonicMs() - claimedAtMs;
        leadMs = Math.min(LONGEST_LEAD_MS, Math.max(tookMs * MARGIN, leadMs * FADING));
      };
    },
  };
}
