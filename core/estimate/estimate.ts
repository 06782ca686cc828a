import type { Prices } from "../config/estimate-schema.ts";
import { exactFleetSize, fleetSize } from "../config/fleet-size.ts";
import { countRequests, type Requests } from "./count-requests.ts";
import { findLimits, type Limit } from "./find-limits.ts";
import { type Cost, priceCosts } from "./price-costs.ts";

/** What is to be moved, by what, and what may be in the way. */
export interface EstimateInput {
  readonly volumeBytes: number;
  /** Without it nothing can be said about requests. */
  readonly objects: number | undefined;
  /** How long it may take; without it, `workers` are needed. */
  readonly days: number | undefined;
  /** How many instances there are; without it, as many as the formula asks for. */
  readonly workers: number | undefined;
  readonly mbitPerInstance: number;
  /** How many requests a worker has under way at once, and how long each takes. */
  readonly transfers: number;
  readonly objectMs: number;
  readonly limits: {
    readonly ecsRegionMbit: number;
    readonly ossUploadMbit: number;
    readonly ossRequestsPerSecond: number;
    readonly sourceMbit?: number | undefined;
    readonly sourceRequestsPerSecond?: number | undefined;
  };
  readonly prices: Prices;
}

/** How many instances it takes to be done in time, as far as instances are what it takes. */
interface FleetEstimate {
  /** ceil(X / Y / (Z / 100)). */
  readonly formula: number;
  /** If every bit of the bandwidth were payload, not rounded. */
  readonly exact: number;
  readonly atEightyPercent: number;
}

export interface Estimate {
  /** Absent without `days`. */
  readonly fleet: FleetEstimate | undefined;
  /** What everything below reckons with. */
  readonly instances: number;
  readonly mbit: number;
  readonly objectsPerSecond: number | undefined;
  readonly durationMs: number;
  /** Whether it is done within `days`; absent without. */
  readonly inTime: boolean | undefined;
  /** Lowest first; those that are as low as the first bind. */
  readonly limits: readonly (Limit & { readonly binds: boolean })[];
  /** From how many instances on another one gains nothing. */
  readonly usefulInstances: number;
  readonly requests: Requests | undefined;
  readonly costs: readonly Cost[];
  /** Absent when a price or a quantity is. */
  readonly total: number | undefined;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Reckons how long a migration takes, what it costs, and what is in its way. */
export function estimate(input: EstimateInput): Estimate {
  const { volumeBytes, objects, days, mbitPerInstance } = input;
  const fleet = days === undefined ? undefined : fleetOf(volumeBytes, days, mbitPerInstance);
  const instances = input.workers ?? fleet?.formula ?? 1;
  const requests = objects === undefined ? undefined : countRequests(objects, volumeBytes);
  const limits = findLimits(input, instances, requests);
  const mbit = limits[0]?.mbit ?? 0;
  const durationMs = ((volumeBytes * 8) / (mbit * 1e6)) * 1000;
  const costs = priceCosts(input.prices, (instances * durationMs) / HOUR_MS, volumeBytes, requests);
  return {
    fleet,
    instances,
    mbit,
    objectsPerSecond: objects === undefined ? undefined : objects / (durationMs / 1000),
    durationMs,
    inTime: days === undefined ? undefined : durationMs <= days * DAY_MS,
    limits: limits.map((limit) => ({ ...limit, binds: limit.mbit === mbit })),
    usefulInstances: usefulInstances(limits, instances),
    requests,
    costs,
    total: requests === undefined ? undefined : totalOf(costs),
  };
}

function fleetOf(volumeBytes: number, days: number, mbitPerInstance: number): FleetEstimate {
  const workload = { volumeBytes, days, mbitPerInstance };
  const exact = exactFleetSize(workload);
  return { formula: fleetSize(workload), exact, atEightyPercent: exact / 0.8 };
}

function usefulInstances(limits: readonly Limit[], instances: number): number {
  const lowest = (grows: boolean): number =>
    Math.min(...limits.filter(({ growsWithFleet }) => growsWithFleet === grows).map(({ mbit }) => mbit));
  return Math.ceil(lowest(false) / (lowest(true) / instances));
}

function totalOf(costs: readonly Cost[]): number | undefined {
  let total = 0;
  for (const { amount } of costs) {
    if (amount === undefined) return undefined;
    total += amount;
  }
  return total;
}
