import type { Fleet } from "../../../core/config/fleet.ts";
import { type Finding, type NamedFinding, pass, warn } from "../../checks/finding.ts";
import type { PreflightContext } from "../context.ts";

/** Traffic into all pay-by-traffic instances of a region; what OSS takes outside the mainland is the same. */
const REGION_MBIT = 5_000;

const UNKNOWN = "how many instances, EIPs and requests/s the account has cannot be asked from here";

/** What a quota of the account may stop: what is known of it, and what is not. */
export function checkPlan({ fleets }: PreflightContext): NamedFinding {
  return { name: "quotas", ...planFinding(fleets.toSorted((a, b) => mbitOf(b) - mbitOf(a))[0]) };
}

function planFinding(largest: Fleet | undefined): Finding {
  if (largest === undefined) return pass(`one machine stays below them; ${UNKNOWN}`);
  const usual = `the usual ${REGION_MBIT / 1_000} Gbit/s of a region (pay-by-traffic ECS, OSS uploads)`;
  const says = `phase ${largest.phase} wants ${largest.workers} instances, ${mbitOf(largest) / 1_000} Gbit/s`;
  return mbitOf(largest) <= REGION_MBIT
    ? pass(`${says}, within ${usual}; ${UNKNOWN}`)
    : warn(`${says}, above ${usual}; ${UNKNOWN}`, "have them raised first, or it takes longer");
}

function mbitOf({ workers, bandwidth }: Fleet): number {
  return workers * bandwidth.mbit;
}
