import type { IncomingMessage } from "node:http";
import type { BandwidthLimit } from "../bandwidth.ts";
import type { ServiceClock } from "../clock.ts";
import type { RequestCount } from "../counters.ts";
import type { Fault } from "../faults.ts";
import type { StoredBody } from "../store/bodies.ts";
import type { Target } from "./target.ts";

/** One request on its way through a service. */
export interface Exchange extends Target {
  readonly service: "oss" | "s3";
  readonly request: IncomingMessage;
  readonly method: string;
  /** As the service's documentation names it. */
  readonly operation: string;
  readonly requestId: string;
  /** The access key id the request claims to be signed with. */
  readonly client: string | undefined;
  readonly faults: readonly Fault[];
  readonly limit: BandwidthLimit | undefined;
  readonly count: RequestCount;
  readonly clock: ServiceClock;
  /** How long the client may send nothing in the middle of a body. */
  readonly bodyIdleTimeoutMs: number;
  /** Aborts when the service closes. */
  readonly closing: AbortSignal;
}

/** What a request is answered with. Text is bytes, one per character. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: string | StoredRange | StreamedBody;
}

/** A part of a stored body, `end` exclusive. */
export interface StoredRange {
  readonly stored: StoredBody;
  readonly start: number;
  readonly end: number;
}

/** A body that is still on its way here. */
export interface StreamedBody {
  readonly chunks: AsyncIterable<Buffer>;
  /** Undefined where nobody has said it: the answer goes out chunked. */
  readonly sizeBytes: number | undefined;
}

/** An error that the service answers with, in the service's own terms. */
export class ServiceError extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: ServiceErrorDetail;

  constructor(status: number, code: string, message: string, detail: ServiceErrorDetail = {}) {
    super(message);
    this.name = "ServiceError";
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}

export interface ServiceErrorDetail {
  /** OSS's finer error code. */
  readonly ec?: string;
  /** Further elements of the error document. */
  readonly elements?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The client went away, or a fault cut the line: nobody is there to answer. */
export class ConnectionLost extends Error {
  constructor() {
    super("The connection is gone");
    this.name = "ConnectionLost";
  }
}

/** The header's value, or undefined. */
export function headerOf(exchange: Pick<Exchange, "request">, name: string): string | undefined {
  const value = exchange.request.headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}
