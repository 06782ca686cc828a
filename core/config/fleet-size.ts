/** What a fleet has to do. */
export interface Workload {
  readonly volumeBytes: number;
  readonly days: number;
  readonly mbitPerInstance: number;
}

const TB = 1e12;
/** How much one Mbit/s moves in a day. */
const TB_PER_MBIT_DAY = ((1e6 / 8) * 86_400) / TB;
/** Sums such as 0.7 / 0.1 end a little above the whole number that they are. */
const ROUNDING = 1e-9;

/**
 * How many instances: ceil(X / Y / (Z / 100)) for X TB in Y days at Z Mbit/s each. It reckons with 1 TB a day for
 * each 100 Mbit/s, which leaves 7 % for what is not payload.
 */
export function fleetSize({ volumeBytes, days, mbitPerInstance }: Workload): number {
  return Math.max(1, Math.ceil(volumeBytes / TB / days / (mbitPerInstance / 100) - ROUNDING));
}

/** How many instances it would be if every bit of the bandwidth were payload, not rounded. */
export function exactFleetSize({ volumeBytes, days, mbitPerInstance }: Workload): number {
  return volumeBytes / TB / days / (mbitPerInstance * TB_PER_MBIT_DAY);
}
