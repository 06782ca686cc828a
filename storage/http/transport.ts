import type { Clock } from "../../core/clock.ts";
import type { StoreError, StoreRole } from "../../core/errors.ts";
import { Bag, type Slot } from "./bag.ts";
import type { Connection } from "./connection.ts";
import { ConnectError, ConnectionPool } from "./connection-pool.ts";
import { Exchange, type HttpRequest, type HttpResponse, transportError } from "./exchange.ts";
import { Progress, type ProgressLimits } from "./progress.ts";

export type { HttpRequest, HttpResponse } from "./exchange.ts";

/** How one store's requests travel. */
export interface TransportOptions extends ProgressLimits {
  readonly store: StoreRole;
  /** Scheme, host and port; no path. */
  readonly origin: string;
  readonly maxConnections: number;
  readonly connectTimeoutMs: number;
  readonly keepAliveMs: number;
  readonly clock: Clock;
  /** PEM certificates to trust instead of the well-known ones. */
  readonly ca?: string;
  /** Told of every request that is sent. */
  readonly onRequest?: (operation: string) => void;
}

/** Time-outs and limits that fit a store at the other end of a continent. */
export const TRANSPORT_DEFAULTS = {
  maxConnections: 256,
  connectTimeoutMs: 10_000,
  idleTimeoutMs: 60_000,
  keepAliveMs: 4_000,
  minimumRate: { bytesPerSecond: 10_000, windowMs: 60_000 },
} as const;

/** Time-outs are looked after this often in the shortest of them. */
const CHECKS_PER_TIMEOUT = 8;
const MAX_CHECK_INTERVAL_MS = 1_000;

/**
 * Raw HTTP/1.1 requests to one origin over keep-alive connections. What it is given goes out as it is: no path
 * is normalised, no body decoded, no redirect followed, nothing retried.
 *
 * Written on sockets because a body's sender must know when its bytes have left, must keep the last of them back
 * and must hear of an early answer, which no client tells; and because reading into memory of our own makes streams
 * cheaper; bench/transport.ts measures it beside node:https.
 */
export class HttpTransport {
  readonly #options: TransportOptions;
  readonly #host: string;
  readonly #pool: ConnectionPool;
  readonly #active = new Bag<Exchange>();
  #watch: AbortController | undefined;

  constructor(options: TransportOptions) {
    const url = new URL(options.origin);
    const tls = url.protocol === "https:";
    this.#options = options;
    this.#host = url.host;
    this.#pool = new ConnectionPool({
      ...options,
      target: {
        host: url.hostname.replace(/^\[|\]$/gu, ""),
        port: url.port === "" ? (tls ? 443 : 80) : Number(url.port),
        tls,
        ...(options.ca === undefined ? {} : { ca: options.ca }),
      },
    });
  }

  /** Host and port as the Host header carries them. */
  get host(): string {
    return this.#host;
  }

  /**
   * Sends the request and resolves with the head of the answer, whatever its status. Rejects with a StoreError:
   * NETWORK or TIMEOUT when no whole head came, BAD_RESPONSE when it was not HTTP, INVALID_REQUEST when the
   * request cannot be sent or its body is not of the announced size; or with the body's own error; or with the
   * signal's reason. A request that failed, or was answered before it was sent, never leaves a whole body behind.
   */
  async request(request: HttpRequest): Promise<HttpResponse> {
    request.signal?.throwIfAborted();
    const connection = await this.#acquire(request);
    if (request.signal?.aborted === true) {
      this.#pool.release(connection, true);
      throw request.signal.reason;
    }
    this.#options.onRequest?.(request.operation);
    const exchange: Exchange = new Exchange(connection, request, {
      host: this.#host,
      store: this.#options.store,
      progress: new Progress(this.#options.clock),
      ended: (reusable) => this.#ended(slot, connection, reusable),
    });
    const slot = this.#active.add(exchange);
    this.#startWatch();
    return exchange.start();
  }

  /** Closes idle connections now, the others when their exchange ends. */
  close(): void {
    this.#pool.close();
  }

  async #acquire(request: HttpRequest): Promise<Connection> {
    try {
      return await this.#pool.acquire(request.signal);
    } catch (error) {
      throw error instanceof ConnectError ? this.#connectError(request, error) : error;
    }
  }

  #connectError(request: HttpRequest, error: ConnectError): StoreError {
    const code = error.timedOut ? "TIMEOUT" : "NETWORK";
    const what = `${request.operation} on ${this.#host}: ${error.message}`;
    return transportError(this.#options.store, code, what, error.cause);
  }

  #ended(slot: Slot<Exchange>, connection: Connection, reusable: boolean): void {
    this.#active.remove(slot);
    if (this.#active.size === 0) {
      this.#watch?.abort();
      this.#watch = undefined;
    }
    this.#pool.release(connection, reusable);
  }

  #startWatch(): void {
    if (this.#watch !== undefined) return;
    this.#watch = new AbortController();
    this.#watchTimeouts(this.#watch.signal).catch(() => undefined);
  }

  /** One loop for all requests instead of a timer for each. */
  async #watchTimeouts(signal: AbortSignal): Promise<void> {
    const { clock, idleTimeoutMs, minimumRate } = this.#options;
    const shortestMs = Math.min(idleTimeoutMs, minimumRate?.windowMs ?? Infinity);
    const intervalMs = Math.min(shortestMs / CHECKS_PER_TIMEOUT, MAX_CHECK_INTERVAL_MS);
    for (;;) {
      await clock.sleep(intervalMs, signal);
      for (const exchange of this.#active.items()) this.#checkTimeouts(exchange);
    }
  }

  #checkTimeouts(exchange: Exchange): void {
    switch (exchange.progress.check(this.#options)) {
      case "idle":
        exchange.timeOut(`no byte moved for ${this.#options.idleTimeoutMs} ms`);
        break;
      case "slow":
        exchange.timeOut(`less than ${this.#options.minimumRate?.bytesPerSecond ?? 0} bytes/s got through`);
        break;
      case undefined:
        break;
    }
  }
}
