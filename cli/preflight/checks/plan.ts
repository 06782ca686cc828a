import type { Fleet } from "../../../core/config/fleet.ts";
import { type NamedFinding, pass, warn } from "../../checks/finding.ts";
import type { PreflightContext } from "../context.ts";

/** Traffic into all pay-by-traffic instances of a region; what OSS takes outside the mainland is the same. */
const REGION_MBIT = 5_000;

/** What a quota of the account may stop, and cannot be asked with the keys of a migration. */
export function checkPlan({ fleets }: PreflightContext): readonly NamedFinding[] {
  const [largest] = fleets.toSorted((a, b) => mbitOf(b) - mbitOf(a));
  if (largest === undefined) return [];
  const name = "quotas";
  const usual = `the usual ${REGION_MBIT / 1_000} Gbit/s of a region (pay-by-traffic ECS, OSS uploads)`;
  const says = `phase ${largest.phase} wants ${largest.workers} instances, ${mbitOf(largest) / 1_000} Gbit/s`;
  const asked = "how many ECS instances, EIPs and requests/s the account has cannot be asked from here";
  return [
    mbitOf(largest) <= REGION_MBIT
      ? { name, ...pass(`${says}, within ${usual}; ${asked}`) }
      : {
          name,
          ...warn(`${says}, above ${usual}; ${asked}`, "have them raised first, or it takes longer"),
        },
  ];
}

function mbitOf({ workers, bandwidth }: Fleet): number {
  return workers * bandwidth.mbit;
}
