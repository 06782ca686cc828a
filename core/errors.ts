/**
 * Errors that people and callers act on. Callers branch on `code`, never on the text; the text says what is
 * wrong, where, and what to do about it in one line; `cause` keeps what lay beneath.
 */
export class FerryError<Code extends string = string> extends Error {
  readonly code: Code;

  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/**
 * What a store can answer besides success.
 *
 * - NOT_FOUND: the object is not there (and nothing else is meant: only this may become `vanished`)
 * - BUCKET_NOT_FOUND: the bucket is not there
 * - ALREADY_EXISTS: a create-only write found an object of that name
 * - PRECONDITION_FAILED: the object is no longer the one asked for (If-Match)
 * - NO_SUCH_UPLOAD: the multipart upload is completed, aborted or never was
 * - ARCHIVED: the object must be restored before it can be read
 * - ACCESS_DENIED: the credentials are good but may not do this
 * - CREDENTIALS_INVALID, CREDENTIALS_EXPIRED: unknown key or wrong signature; a session that has ended
 * - CLOCK_SKEWED: this machine's clock is more than the service tolerates away from its own
 * - WRONG_REGION: the bucket lives in another region than the one configured
 * - THROTTLED: slow down (503 SlowDown, QPS and bandwidth limits, 429)
 * - SERVICE_ERROR: any other 5xx
 * - NETWORK: the connection failed before a whole answer arrived; the request may or may not have taken effect
 * - TIMEOUT: no byte for too long, or too few bytes for too long; may or may not have taken effect
 * - CHECKSUM_MISMATCH: the bytes that arrived are not the bytes that were sent
 * - BAD_RESPONSE: an answer that this driver cannot understand
 * - VERSIONED: a write to the control bucket was answered with a version id
 * - INVALID_REQUEST: any other 4xx; `serviceCode` says which
 * - STORE_UNAVAILABLE: no success from the store for so long that waiting is pointless; said by callers, never by drivers
 */
export type StoreErrorCode =
  | "NOT_FOUND"
  | "BUCKET_NOT_FOUND"
  | "ALREADY_EXISTS"
  | "PRECONDITION_FAILED"
  | "NO_SUCH_UPLOAD"
  | "ARCHIVED"
  | "ACCESS_DENIED"
  | "CREDENTIALS_INVALID"
  | "CREDENTIALS_EXPIRED"
  | "CLOCK_SKEWED"
  | "WRONG_REGION"
  | "THROTTLED"
  | "SERVICE_ERROR"
  | "NETWORK"
  | "TIMEOUT"
  | "CHECKSUM_MISMATCH"
  | "BAD_RESPONSE"
  | "VERSIONED"
  | "INVALID_REQUEST"
  | "STORE_UNAVAILABLE";

/** Which of the three buckets an error comes from. */
export type StoreRole = "source" | "destination" | "control";

/** What the service said about a failed request, as far as it said anything. */
export interface StoreErrorDetail {
  readonly store: StoreRole;
  readonly status?: number;
  /** The service's own code, for instance `FileAlreadyExists`. */
  readonly serviceCode?: string;
  /** OSS's finer code, for instance `0026-00000002`. */
  readonly ec?: string;
  readonly requestId?: string;
  /** How long the service asks to wait before the next try (`Retry-After`). */
  readonly retryAfterMs?: number;
}

const RETRYABLE: ReadonlySet<StoreErrorCode> = new Set<StoreErrorCode>([
  "THROTTLED",
  "SERVICE_ERROR",
  "NETWORK",
  "TIMEOUT",
  "CHECKSUM_MISMATCH",
  "CREDENTIALS_EXPIRED",
  "BAD_RESPONSE",
]);

const FATAL: ReadonlySet<StoreErrorCode> = new Set<StoreErrorCode>([
  "BUCKET_NOT_FOUND",
  "CREDENTIALS_INVALID",
  "CREDENTIALS_EXPIRED",
  "CLOCK_SKEWED",
  "WRONG_REGION",
  "VERSIONED",
  "STORE_UNAVAILABLE",
]);

/** A request to a store that did not succeed. Drivers translate; retry, skip and give-up are decided above them. */
export class StoreError extends FerryError<StoreErrorCode> {
  readonly detail: StoreErrorDetail;

  constructor(code: StoreErrorCode, message: string, detail: StoreErrorDetail, options?: ErrorOptions) {
    super(code, message, options);
    this.detail = detail;
  }

  /** Whether the same request may succeed when it is sent again. */
  get retryable(): boolean {
    return RETRYABLE.has(this.code);
  }

  /** Whether every further request to this store would fail as well, so that no single object is to blame. */
  get fatal(): boolean {
    return FATAL.has(this.code);
  }
}

/** `error` as a `StoreError` with this code, or undefined. */
export function storeErrorOf(error: unknown, code?: StoreErrorCode): StoreError | undefined {
  return error instanceof StoreError && (code === undefined || error.code === code) ? error : undefined;
}
