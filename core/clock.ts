/**
 * Time as the rest of the code may see it. Passed in everywhere, so that tests and the simulator decide how
 * time flows. Never used to settle a race: the store's create-only writes do that.
 */
export interface Clock {
  /** Wall-clock milliseconds since the epoch; for stamps people read, never for measuring. */
  nowMs(): number;
  /** Milliseconds that only go forward; for measuring how long something took. */
  monotonicMs(): number;
  /** Resolves after `ms`; rejects with the signal's reason as soon as `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A number in [0, 1), as `Math.random` gives; passed in so that a seed can replay a run. */
export type Random = () => number;

/** The clock of the machine. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason as Error);
        return;
      }
      const onAbort = (): void => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", onAbort);
        resolve();
      }, ms);
      signal?.addEventListener("abort", onAbort, { once: true });
    }),
};
