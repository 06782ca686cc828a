import type { Clock } from "../../core/clock.ts";
import { StoreError, storeErrorOf } from "../../core/errors.ts";
import { HttpTransport } from "../http/transport.ts";

const TOKEN_SECONDS = 21_600;
const TOKEN_MARGIN_MS = 60_000;
const MAX_VALUE_BYTES = 64 * 1024;

/**
 * The metadata service of the instance this process runs on, in hardened mode: every question carries a token
 * ("View instance metadata" of the ECS guide). It answers within milliseconds or not at all, so time-outs are short.
 */
export class EcsMetadata {
  readonly #transport: HttpTransport;
  readonly #clock: Clock;
  #token: { readonly text: string; readonly staleAtMs: number } | undefined;

  /** `endpoint` is `http://100.100.100.200` on a real instance. */
  constructor(options: { readonly endpoint: string; readonly clock: Clock }) {
    this.#clock = options.clock;
    this.#transport = new HttpTransport({
      store: "control",
      origin: options.endpoint,
      maxConnections: 2,
      connectTimeoutMs: 2_000,
      idleTimeoutMs: 5_000,
      keepAliveMs: 4_000,
      clock: options.clock,
    });
  }

  /**
   * The value at `path` below `/latest/`, or undefined where there is none (yet). Rejects with a StoreError:
   * NETWORK or TIMEOUT when the service is out of reach, INVALID_REQUEST when it refuses.
   */
  async get(path: string, signal?: AbortSignal): Promise<string | undefined> {
    const first = await this.#ask(path, await this.#freshToken(signal), signal);
    if (first.status !== 401 && first.status !== 403) return this.#valueOf(path, first);
    // The token ended before its time, for instance because the machine was suspended.
    this.#token = undefined;
    return this.#valueOf(path, await this.#ask(path, await this.#freshToken(signal), signal));
  }

  async close(): Promise<void> {
    this.#transport.close();
  }

  async #freshToken(signal: AbortSignal | undefined): Promise<string> {
    if (this.#token === undefined || this.#clock.nowMs() >= this.#token.staleAtMs) {
      const askedAtMs = this.#clock.nowMs();
      const response = await this.#transport.request({
        operation: "GetMetadataToken",
        method: "PUT",
        path: "/latest/api/token",
        headers: { "x-aliyun-ecs-metadata-token-ttl-seconds": String(TOKEN_SECONDS) },
        signal,
      });
      const text = (await response.readAll(MAX_VALUE_BYTES)).toString("utf8").trim();
      if (response.status !== 200) throw refused("a token", response.status);
      this.#token = { text, staleAtMs: askedAtMs + TOKEN_SECONDS * 1000 - TOKEN_MARGIN_MS };
    }
    return this.#token.text;
  }

  async #ask(
    path: string,
    token: string,
    signal: AbortSignal | undefined,
  ): Promise<{ readonly status: number; readonly text: string }> {
    const response = await this.#transport.request({
      operation: "GetMetadata",
      method: "GET",
      path: `/latest/${path}`,
      headers: { "x-aliyun-ecs-metadata-token": token },
      signal,
    });
    return { status: response.status, text: (await response.readAll(MAX_VALUE_BYTES)).toString("utf8") };
  }

  #valueOf(path: string, answer: { readonly status: number; readonly text: string }): string | undefined {
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw refused(path, answer.status);
    return answer.text;
  }
}

/** Whether the service could not be asked at all, as happens early in the boot of an instance. */
export function isOutOfReach(error: unknown): boolean {
  return storeErrorOf(error, "NETWORK") !== undefined || storeErrorOf(error, "TIMEOUT") !== undefined;
}

function refused(what: string, status: number): StoreError {
  const code = status >= 500 ? "SERVICE_ERROR" : "INVALID_REQUEST";
  return new StoreError(code, `the ECS metadata service refused ${what} with ${status}`, {
    store: "control",
    status,
  });
}
