/** How long things take inside a service. May be changed at any time and counts for what begins then. */
export interface ServiceTimes {
  /** OSS: how long an origin may say nothing before mirroring fails. */
  mirrorTimeoutMs: number;
  /** How long it takes to restore an archived object; `Infinity` until `finishRestores`. */
  restoreMs: number;
}

export function usualTimes(): ServiceTimes {
  return { mirrorTimeoutMs: 10_000, restoreMs: 0 };
}
