import type { ControlListPage, ControlObject, ControlStore } from "../storage/ports.ts";
import { retryStore, type RetryDeps } from "./retry-store.ts";

/** The control bucket as the protocol uses it: every method tries again as `retryStore` does. */
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

export interface ReliableControlDeps extends RetryDeps {
  /**
   * Called before every single attempt; may throw. A worker's lease stands here, so that nothing is written by
   * one who was suspended in the middle of a retry and does not know yet that it counts as dead.
   */
  readonly guard?: () => void;
}

export function reliableControl(control: ControlStore, deps: ReliableControlDeps): ReliableControl {
  const retrying = <Answer>(
    what: string,
    signal: AbortSignal,
    send: () => Promise<Answer>,
  ): Promise<Answer> =>
    retryStore({ store: "control", what }, deps, signal, () => {
      deps.guard?.();
      return send();
    });

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
