import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { TLSSocket } from "node:tls";
import type { BandwidthLimits } from "../bandwidth.ts";
import type { ServiceClock } from "../clock.ts";
import type { RequestCounters } from "../counters.ts";
import { type Faults, faultOf } from "../faults.ts";
import type { BodyStore } from "../store/bodies.ts";
import { keyText } from "../store/keys.ts";
import { type Answer, ConnectionLost, type Exchange, ServiceError } from "./exchange.ts";
import { sendAnswer } from "./send.ts";
import { parseTarget, type Query, type Target } from "./target.ts";

/** What makes a storage service OSS or S3. */
export interface Dialect {
  readonly service: "oss" | "s3";
  /** Host names of the service itself; see `parseTarget`. */
  readonly serviceHosts: readonly string[];
  /** How many hex digits a request id has. */
  readonly requestIdDigits: number;
  operationOf(request: IncomingMessage, target: Target): string;
  /** The access key id that a request claims, whether or not it turns out to be true. */
  claimedClient(request: IncomingMessage, query: Query): string | undefined;
  /** Verifies the signature and does the work; throws `ServiceError`. */
  handle(exchange: Exchange): Promise<Answer>;
  answerError(error: ServiceError, exchange: Exchange): Answer;
  /** Headers that every answer carries. */
  commonHeaders(exchange: Exchange): Readonly<Record<string, string>>;
  expiredCredentials(): ServiceError;
}

/** Everything around a dialect that both have in common. */
export interface Surroundings {
  readonly bodies: BodyStore;
  readonly clock: ServiceClock;
  readonly faults: Faults;
  readonly limits: BandwidthLimits;
  readonly counters: RequestCounters;
  readonly bodyIdleTimeoutMs: number;
  /** Is told of every request, once it is known how it is answered. */
  readonly onRequest?: ((request: SeenRequest) => void) | undefined;
}

/** A request as it is told to who watches the cloud. */
export interface SeenRequest extends Pick<Exchange, "service" | "operation" | "bucket" | "client"> {
  /** As text. */
  readonly key?: string;
  /** Of listings, as text. */
  readonly prefix?: string;
  /** Whether an object is written with tags. */
  readonly tags: boolean;
  /** Of the answer; 0 when there was none. */
  readonly status: number;
}

export interface TlsMaterial {
  readonly key: string | Buffer;
  readonly cert: string | Buffer;
}

export interface RunningService {
  /** `http://127.0.0.1:port`, or https given a certificate. */
  readonly endpoint: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves a dialect on loopback. */
export async function serve(
  dialect: Dialect,
  surroundings: Surroundings,
  listen: { readonly port?: number; readonly tls?: TlsMaterial },
): Promise<RunningService> {
  const closing = new AbortController();
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    answer(dialect, surroundings, request, response, closing.signal).catch(() => request.socket.destroy());
  };
  const options = { maxHeaderSize: 64 * 1024, keepAliveTimeout: 60_000, requestTimeout: 0, noDelay: true };
  const server =
    listen.tls === undefined
      ? createServer(options, onRequest)
      : createTlsServer({ ...options, ...listen.tls }, onRequest);
  return startListening(server, listen, () => {
    closing.abort();
  });
}

/** Listens on loopback and knows how to stop. */
export async function startListening(
  server: Server,
  listen: { readonly port?: number; readonly tls?: TlsMaterial },
  onClose: () => void,
): Promise<RunningService> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(listen.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `${listen.tls === undefined ? "http" : "https"}://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        onClose();
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function answer(
  dialect: Dialect,
  surroundings: Surroundings,
  request: IncomingMessage,
  response: ServerResponse,
  closing: AbortSignal,
): Promise<void> {
  const exchange = openExchange(dialect, surroundings, request, closing);
  const { faults, count } = exchange;
  count.requests++;
  const latency = faults.reduce((sum, fault) => sum + (fault.kind === "latency" ? fault.ms : 0), 0);
  if (latency > 0) await sleep(latency, undefined, { signal: closing });
  let result: Answer | undefined;
  if (faultOf(faults, "reset-before") === undefined) result = await perform(dialect, exchange);
  if (result === undefined || faultOf(faults, "reset-after") !== undefined) {
    count.statuses[0] = (count.statuses[0] ?? 0) + 1;
    surroundings.onRequest?.(seen(exchange, 0));
    reset(request.socket);
    return;
  }
  count.statuses[result.status] = (count.statuses[result.status] ?? 0) + 1;
  surroundings.onRequest?.(seen(exchange, result.status));
  const headers = { ...dialect.commonHeaders(exchange), ...result.headers };
  await sendAnswer(exchange, response, { ...result, headers }, surroundings.bodies);
}

function seen(exchange: Exchange, status: number): SeenRequest {
  const { service, operation, bucket, client, key, query, request } = exchange;
  const prefix = query.get("prefix");
  return {
    service,
    operation,
    bucket,
    client,
    ...(key !== undefined && { key: keyText(key) }),
    ...(prefix !== undefined && { prefix: keyText(prefix) }),
    tags: request.headers[`x-${service === "oss" ? "oss" : "amz"}-tagging`] !== undefined,
    status,
  };
}

/** RST where the connection is plain TCP; TLS can only be broken off. */
function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

function openExchange(
  dialect: Dialect,
  { clock, faults, limits, counters, bodyIdleTimeoutMs }: Surroundings,
  request: IncomingMessage,
  closing: AbortSignal,
): Exchange {
  const target = parseTarget(request, dialect.serviceHosts);
  const { service } = dialect;
  const method = request.method ?? "GET";
  const operation = dialect.operationOf(request, target);
  const client = dialect.claimedClient(request, target.query);
  const key = target.key === undefined ? undefined : keyText(target.key);
  return {
    ...target,
    service,
    request,
    method,
    operation,
    requestId: newRequestId(dialect.requestIdDigits),
    client,
    faults: faults.befall({ service, method, bucket: target.bucket, key, operation, client }),
    limit: limits.of(client),
    count: counters.of(service, target.bucket ?? "", operation),
    clock,
    bodyIdleTimeoutMs,
    closing,
  };
}

/** Does what the request asks for; undefined when nobody is left to answer. */
async function perform(dialect: Dialect, exchange: Exchange): Promise<Answer | undefined> {
  try {
    const scripted = faultOf(exchange.faults, "error");
    if (scripted !== undefined) {
      const { status, code, message = "Scripted by a fault rule.", qosDelayMs } = scripted;
      throw new ServiceError(status, code, message, {
        ...(qosDelayMs !== undefined && { headers: { "x-oss-qos-delay-time": String(qosDelayMs) } }),
      });
    }
    if (faultOf(exchange.faults, "expired-credentials") !== undefined) throw dialect.expiredCredentials();
    return await dialect.handle(exchange);
  } catch (error) {
    if (error instanceof ServiceError) return dialect.answerError(error, exchange);
    if (error instanceof ConnectionLost || exchange.closing.aborted) return undefined;
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return dialect.answerError(new ServiceError(500, "InternalError", cause), exchange);
  }
}

const requestIdPrefix = randomBytes(16).toString("hex").toUpperCase();
let requestCount = 0;

/** Unique in this process, and hardly found in another one. */
function newRequestId(digits: number): string {
  const count = (requestCount++).toString(16).toUpperCase().padStart(8, "0");
  return requestIdPrefix.slice(0, digits - count.length) + count;
}
