import type { Clock, Random } from "../core/clock.ts";
import { StoreError, storeErrorOf, type StoreRole } from "../core/errors.ts";
import type { Log } from "../core/log.ts";
import { backoffMs } from "../core/retry.ts";

/** How often expired credentials are tried again; the drivers ask for new ones each time. */
const CREDENTIAL_RETRIES = 3;

/** Fewer failures than this say nothing, however long they took: this process may have been suspended meanwhile. */
const FEWEST_FAILURES = 4;

export interface RetryDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** After how long without success to give up. */
  readonly giveUpMs: number;
}

/**
 * Sends again after throttling, 5xx and lost connections, with full jitter and at least as late as the service
 * asked for, until `giveUpMs` have passed (STORE_UNAVAILABLE) or `signal` aborts. Any other error is passed on at once.
 */
export async function retryStore<Answer>(
  request: { readonly store: StoreRole; readonly what: string },
  deps: RetryDeps,
  signal: AbortSignal,
  send: () => Promise<Answer>,
): Promise<Answer> {
  const { clock, random, log, giveUpMs } = deps;
  const begunMs = clock.monotonicMs();
  for (let failures = 1; ; failures++) {
    try {
      signal.throwIfAborted();
      return await send();
    } catch (error) {
      const storeError = storeErrorOf(error);
      if (storeError === undefined || !storeError.retryable) throw error;
      if (storeError.code === "CREDENTIALS_EXPIRED" && failures > CREDENTIAL_RETRIES) throw error;
      if (clock.monotonicMs() - begunMs > giveUpMs && failures >= FEWEST_FAILURES) {
        throw new StoreError(
          "STORE_UNAVAILABLE",
          `the ${request.store} bucket has not answered for ${Math.round(giveUpMs / 1000)} s (${request.what}: ${storeError.message}); check it and start again, nothing is lost`,
          storeError.detail,
          { cause: error },
        );
      }
      log.debug("control.retry", { ...request, failures, code: storeError.code });
      await clock.sleep(backoffMs(failures, random, storeError.detail.retryAfterMs), signal);
    }
  }
}
