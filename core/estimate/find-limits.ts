import type { Requests } from "./count-requests.ts";
import type { EstimateInput } from "./estimate.ts";

/** One thing that holds the pace down. */
export interface Limit {
  readonly name: LimitName;
  /** What it is made of, for people. */
  readonly because: string;
  /** The pace that it allows, whatever it is counted in. */
  readonly mbit: number;
  /** Whether more instances would move it. */
  readonly growsWithFleet: boolean;
}

type LimitName =
  | "instance-bandwidth"
  | "worker-requests"
  | "ecs-region"
  | "oss-upload"
  | "oss-requests"
  | "source-bandwidth"
  | "source-requests";

/** Every limit that can be reckoned from what is known, lowest first. */
export function findLimits(
  input: EstimateInput,
  instances: number,
  requests: Requests | undefined,
): readonly Limit[] {
  const { mbitPerInstance, limits } = input;
  const found: Limit[] = [
    {
      name: "instance-bandwidth",
      because: `${instances} × ${Math.round(mbitPerInstance * 10) / 10} Mbit/s`,
      mbit: instances * mbitPerInstance,
      growsWithFleet: true,
    },
    fixed("ecs-region", "pay-by-traffic instances of a region", limits.ecsRegionMbit),
    fixed("oss-upload", "uploads to OSS in the region", limits.ossUploadMbit),
  ];
  if (limits.sourceMbit !== undefined) {
    found.push(fixed("source-bandwidth", "limits.sourceMbit", limits.sourceMbit));
  }
  if (requests !== undefined && requests.sourceGets > 0)
    found.push(...requestLimits(input, instances, requests));
  return found.sort((a, b) => a.mbit - b.mbit);
}

function requestLimits(
  { volumeBytes, transfers, objectMs, limits }: EstimateInput,
  instances: number,
  { sourceGets, sourceLists, ossPuts }: Requests,
): readonly Limit[] {
  /** The pace at which so many requests a second work off all of them. */
  const mbitAt = (perSecond: number, all: number): number => (volumeBytes * 8 * perSecond) / all / 1e6;
  const perWorker = transfers / (objectMs / 1000);
  const found: Limit[] = [
    {
      name: "worker-requests",
      because: `${instances} × ${transfers} at once, ${objectMs} ms each`,
      mbit: mbitAt(instances * perWorker, sourceGets),
      growsWithFleet: true,
    },
    fixed(
      "oss-requests",
      `${limits.ossRequestsPerSecond.toLocaleString("en-US")} requests/s to OSS`,
      mbitAt(limits.ossRequestsPerSecond, ossPuts),
    ),
  ];
  const { sourceRequestsPerSecond } = limits;
  if (sourceRequestsPerSecond !== undefined) {
    const mbit = mbitAt(sourceRequestsPerSecond, sourceGets + sourceLists);
    found.push(fixed("source-requests", "limits.sourceRequestsPerSecond", mbit));
  }
  return found;
}

function fixed(name: LimitName, because: string, mbit: number): Limit {
  return { name, because, mbit, growsWithFleet: false };
}
