import type { Clock } from "../../core/clock.ts";
import { Connection, type ConnectionUser, type Target } from "./connection.ts";

export interface PoolOptions {
  readonly target: Target;
  readonly maxConnections: number;
  /** Time for name lookup, TCP and TLS together. */
  readonly connectTimeoutMs: number;
  /** A connection idle for longer is not used again; to be less than the time after which the service closes it. */
  readonly keepAliveMs: number;
  readonly clock: Clock;
}

/** No connection could be made. */
export class ConnectError extends Error {
  readonly timedOut: boolean;

  constructor(message: string, timedOut: boolean, options?: ErrorOptions) {
    super(message, options);
    this.timedOut = timedOut;
  }
}

interface Waiter {
  readonly take: (connection: Connection | undefined) => void;
}

interface Idle {
  readonly connection: Connection;
  readonly sinceMs: number;
}

/** Keep-alive connections to one target, at most `maxConnections` of them; requests beyond wait in turn. */
export class ConnectionPool {
  readonly #options: PoolOptions;
  /** The most recently used last: it is the one to use next, so that the others can age and go. */
  #idle: Idle[] = [];
  readonly #waiters: Waiter[] = [];
  #open = 0;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** A connection for one exchange, to be given back with `release`. Rejects with ConnectError or the signal's reason. */
  async acquire(signal?: AbortSignal): Promise<Connection> {
    const idle = this.#takeIdle();
    if (idle !== undefined) return idle;
    if (this.#open >= this.#options.maxConnections) {
      const handedOver = await this.#waitForTurn(signal);
      if (handedOver !== undefined) return handedOver;
    } else {
      this.#open++;
    }
    try {
      return await this.#connect(signal);
    } catch (error) {
      this.#freePlace();
      throw error;
    }
  }

  release(connection: Connection, reusable: boolean): void {
    if (!reusable || connection.closed || this.#closed) {
      connection.destroy();
      this.#freePlace();
      return;
    }
    const waiter = this.#waiters.shift();
    if (waiter === undefined) this.#keepIdle(connection);
    else waiter.take(connection);
  }

  /** Closes idle connections now and the others when they are released. */
  close(): void {
    this.#closed = true;
    for (const { connection } of this.#idle.splice(0)) connection.destroy();
  }

  #keepIdle(connection: Connection): void {
    const user: ConnectionUser = {
      // A service that talks unasked cannot be trusted to answer the next question.
      received: () => connection.destroy(),
      closed: () => {
        this.#idle = this.#idle.filter((idle) => idle.connection !== connection);
        this.#freePlace();
      },
    };
    connection.use(user);
    this.#idle.push({ connection, sinceMs: this.#options.clock.monotonicMs() });
    this.#closeStale();
  }

  #takeIdle(): Connection | undefined {
    this.#closeStale();
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.connection.closed) continue;
      idle.connection.use(undefined);
      return idle.connection;
    }
    return undefined;
  }

  /** Stale ones are destroyed; their `closed` then frees the place. */
  #closeStale(): void {
    const oldestMs = this.#options.clock.monotonicMs() - this.#options.keepAliveMs;
    while ((this.#idle[0]?.sinceMs ?? Infinity) < oldestMs) this.#idle.shift()?.connection.destroy();
  }

  #freePlace(): void {
    const waiter = this.#waiters.shift();
    if (waiter === undefined) this.#open--;
    else waiter.take(undefined);
  }

  /** Resolves with a connection, or with undefined when there is room to open one. */
  #waitForTurn(signal?: AbortSignal): Promise<Connection | undefined> {
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
        reject(signal?.reason as Error);
      };
      const waiter: Waiter = {
        take: (connection) => {
          signal?.removeEventListener("abort", onAbort);
          resolve(connection);
        },
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#waiters.push(waiter);
    });
  }

  async #connect(signal?: AbortSignal): Promise<Connection> {
    signal?.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const connection = new Connection(this.#options.target, (error) => {
      if (error === undefined) resolve();
      else reject(new ConnectError("could not connect", false, { cause: error }));
    });
    const timer = new AbortController();
    const onAbort = (): void => reject(signal?.reason);
    signal?.addEventListener("abort", onAbort, { once: true });
    this.#options.clock.sleep(this.#options.connectTimeoutMs, timer.signal).then(
      () => reject(new ConnectError("could not connect in time", true)),
      () => undefined,
    );
    try {
      await promise;
      return connection;
    } catch (error) {
      connection.destroy();
      throw error;
    } finally {
      timer.abort();
      signal?.removeEventListener("abort", onAbort);
    }
  }
}
