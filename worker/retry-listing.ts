import { FerryError, storeErrorOf } from "../core/errors.ts";
import type { JobContext } from "./job-context.ts";

const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 30_000;
const GIVE_UP_MS = 600_000;

/**
 * Sends a listing of the source again after throttling, 5xx and lost connections, with full jitter;
 * STORE_UNAVAILABLE after ten minutes. A range that cannot be listed is never taken for an empty one.
 */
export async function retryListing<Answer>(
  context: Pick<JobContext, "clock" | "random" | "log">,
  send: () => Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  const { clock, random, log } = context;
  const begunMs = clock.monotonicMs();
  for (let attempt = 0; ; attempt++) {
    try {
      signal.throwIfAborted();
      return await send();
    } catch (error) {
      const storeError = storeErrorOf(error);
      if (storeError === undefined || !storeError.retryable) throw error;
      if (clock.monotonicMs() - begunMs > GIVE_UP_MS) {
        throw new FerryError(
          "STORE_UNAVAILABLE",
          `the source has not answered a listing for ${GIVE_UP_MS / 60_000} minutes: ${storeError.message}`,
          { cause: error },
        );
      }
      log.debug("control.retry", { what: "list source", attempt, code: storeError.code });
      await clock.sleep(random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt), signal);
    }
  }
}
