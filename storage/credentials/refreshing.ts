import type { Clock, Random } from "../../core/clock.ts";
import type { CredentialProvider, Credentials } from "../ports.ts";

export interface RefreshingOptions {
  /** Fetches the pair that is good now. */
  readonly load: () => Promise<Credentials>;
  readonly clock: Pick<Clock, "nowMs">;
  readonly random: Random;
  /** How long before its end a pair is to be replaced; less for pairs that do not live long. */
  readonly refreshAheadMs?: number;
}

/** ECS has the next pair 30 minutes before the end of the last, and both work until then. */
const DEFAULT_REFRESH_AHEAD_MS = 20 * 60_000;
/** Spreads the refreshes of a fleet that booted together. */
const JITTER = 0.25;
/** After a try that failed, or brought the same pair again. */
const RETRY_AFTER_MS = 30_000;

interface Current {
  readonly credentials: Credentials;
  readonly refreshAtMs: number;
}

/**
 * Credentials that end and are replaced in time. While the old pair is good nobody waits for the new one, and
 * a refresh that fails is tried again later; whoever calls without a good pair shares one fetch with all others.
 */
export class RefreshingCredentials implements CredentialProvider {
  readonly #options: RefreshingOptions;
  #current: Current | undefined;
  #rejected: Credentials | undefined;
  #loading: Promise<Credentials> | undefined;
  #notBeforeMs = 0;

  constructor(options: RefreshingOptions) {
    this.#options = options;
  }

  /** Rejects with the error of `load` when there is no good pair, or with the signal's reason. */
  async get(signal?: AbortSignal): Promise<Credentials> {
    signal?.throwIfAborted();
    const nowMs = this.#options.clock.nowMs();
    const current = this.#current;
    const isGood =
      current !== undefined &&
      current.credentials !== this.#rejected &&
      nowMs < (current.credentials.expiresAtMs ?? Infinity);
    if (!isGood) return orAborted(this.#load(), signal);
    if (nowMs >= current.refreshAtMs && nowMs >= this.#notBeforeMs) this.#load().catch(() => undefined);
    return current.credentials;
  }

  reject(credentials: Credentials): void {
    if (this.#current?.credentials === credentials) this.#rejected = credentials;
  }

  #load(): Promise<Credentials> {
    this.#loading ??= this.#fetch().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #fetch(): Promise<Credentials> {
    const { clock, load } = this.#options;
    this.#notBeforeMs = clock.nowMs() + RETRY_AFTER_MS;
    const credentials = await load();
    this.#current = { credentials, refreshAtMs: this.#refreshAtMs(credentials) };
    return credentials;
  }

  #refreshAtMs({ expiresAtMs = Infinity }: Credentials): number {
    const { clock, random, refreshAheadMs = DEFAULT_REFRESH_AHEAD_MS } = this.#options;
    const lifetimeMs = expiresAtMs - clock.nowMs();
    if (lifetimeMs === Infinity) return Infinity;
    const aheadMs = Math.min(refreshAheadMs, lifetimeMs / 3);
    return expiresAtMs - aheadMs * (1 + JITTER * (2 * random() - 1));
  }
}

/** The promise, but no longer than until the signal aborts; the work behind it goes on for the others. */
function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
