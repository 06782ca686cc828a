import { FerryError, storeErrorOf } from "../core/errors.ts";
import type { Clock, Random } from "../core/clock.ts";
import type { Log } from "../core/log.ts";
import type { ControlListPage, ControlObject, ControlStore } from "../storage/ports.ts";

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5_000;

/**
 * The control bucket as the protocol uses it: every method tries again after throttling, 5xx and lost
 * connections, with full jitter, until `giveUpMs` have passed without success (STORE_UNAVAILABLE) or `signal`
 * aborts. Any other error is passed on at once.
 */
export interface ReliableControl {
  /**
   * Creates the object unless one of that name exists. Says `created` too when an earlier attempt of this very
   * call succeeded and only its answer was lost, so `body` must be unique to the caller (workers put a nonce or
   * their id and epoch into it).
   */
  createOnce(key: string, body: Uint8Array, signal: AbortSignal): Promise<"created" | "exists">;
  put(key: string, body: Uint8Array, signal: AbortSignal): Promise<void>;
  get(key: string, signal: AbortSignal): Promise<ControlObject | undefined>;
  list(
    request: { readonly prefix: string; readonly startAfter?: string; readonly maxKeys?: number },
    signal: AbortSignal,
  ): Promise<ControlListPage>;
  delete(key: string, signal: AbortSignal): Promise<void>;
  versioning(signal: AbortSignal): ReturnType<ControlStore["versioning"]>;
}

export interface ReliableControlDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly giveUpMs: number;
  /**
   * Called before every single attempt; may throw. A worker's lease stands here, so that nothing is written by
   * one who was suspended in the middle of a retry and does not know yet that it counts as dead.
   */
  readonly guard?: () => void;
}

export function reliableControl(control: ControlStore, deps: ReliableControlDeps): ReliableControl {
  const { clock, random, log, giveUpMs, guard } = deps;

  async function retrying<Answer>(
    what: string,
    signal: AbortSignal,
    send: () => Promise<Answer>,
  ): Promise<Answer> {
    const begunMs = clock.monotonicMs();
    for (let attempt = 0; ; attempt++) {
      try {
        signal.throwIfAborted();
        guard?.();
        return await send();
      } catch (error) {
        const storeError = storeErrorOf(error);
        if (storeError === undefined || !storeError.retryable) throw error;
        if (clock.monotonicMs() - begunMs > giveUpMs) {
          throw new FerryError(
            "STORE_UNAVAILABLE",
            `the control bucket has not answered for ${Math.round(giveUpMs / 1000)} s (${what}: ${storeError.message}); check it and start the worker again, nothing is lost`,
            { cause: error },
          );
        }
        log.debug("control.retry", { what, attempt, code: storeError.code });
        const ceilingMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
        await clock.sleep(random() * ceilingMs, signal);
      }
    }
  }

  return {
    async createOnce(key, body, signal) {
      let answerLost = false;
      const created = await retrying(`create ${key}`, signal, async () => {
        try {
          return await control.putIfAbsent(key, body, signal);
        } catch (error) {
          answerLost = true;
          throw error;
        }
      });
      if (created) return "created";
      if (!answerLost) return "exists";
      const found = await retrying(`get ${key}`, signal, () => control.get(key, signal));
      return found !== undefined && found.body.equals(body) ? "created" : "exists";
    },
    put: (key, body, signal) => retrying(`put ${key}`, signal, () => control.put(key, body, signal)),
    get: (key, signal) => retrying(`get ${key}`, signal, () => control.get(key, signal)),
    list: (request, signal) =>
      retrying(`list ${request.prefix}`, signal, () => control.list({ ...request, signal })),
    delete: (key, signal) => retrying(`delete ${key}`, signal, () => control.delete(key, signal)),
    versioning: (signal) => retrying("get versioning", signal, () => control.versioning(signal)),
  };
}
