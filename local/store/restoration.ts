import type { StoredObject } from "./bucket.ts";

const DAY_MS = 24 * 3600 * 1000;

/** A request that made, or will make, an archived object readable for some days. */
export interface Restoration {
  readonly readyAtMs: number;
  readonly days: number;
  /** S3 lets the days end at a midnight, UTC. */
  readonly untilMidnight: boolean;
}

export type RestoreState =
  | { readonly kind: "none" }
  | { readonly kind: "under-way" }
  | { readonly kind: "restored"; readonly expiresAtMs: number };

/** How an archived object stands by the service's clock; one whose days are over is as if nobody had asked. */
export function restoreStateOf({ restoration }: StoredObject, nowMs: number): RestoreState {
  if (restoration === undefined) return { kind: "none" };
  const { readyAtMs, days, untilMidnight } = restoration;
  if (nowMs < readyAtMs) return { kind: "under-way" };
  const endMs = readyAtMs + days * DAY_MS;
  const expiresAtMs = untilMidnight ? Math.ceil(endMs / DAY_MS) * DAY_MS : endMs;
  return nowMs < expiresAtMs ? { kind: "restored", expiresAtMs } : { kind: "none" };
}
