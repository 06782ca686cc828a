import { StoreError, type StoreErrorCode, type StoreErrorDetail, type StoreRole } from "../../core/errors.ts";
import type { HttpResponse } from "../http/transport.ts";
import { textOf } from "./xml-text.ts";

/** What a service says when it refuses, as far as it says it. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly ec?: string;
  readonly requestId?: string;
  readonly retryAfterMs?: number;
  /** The region or endpoint that the service names as the right one. */
  readonly rightRegion?: string;
  /** The service's clock when it answered. */
  readonly dateMs?: number;
}

const MAX_ERROR_BYTES = 64 * 1024;
const MAX_MESSAGE_LENGTH = 300;

/** Reads the refusal; a body that cannot be read leaves what the head says. */
export async function readRefusal(response: HttpResponse, headErrorHeader?: string): Promise<Refusal> {
  const { headers, status } = response;
  const body = await response.readAll(MAX_ERROR_BYTES).catch(() => Buffer.alloc(0));
  const inHeader = headErrorHeader === undefined ? undefined : headers[headErrorHeader];
  const xml =
    body.length === 0 && inHeader !== undefined
      ? Buffer.from(inHeader, "base64").toString("latin1")
      : body.toString("latin1");
  return {
    status,
    code: textOf(xml, "Code") ?? "",
    message: textOf(xml, "Message") ?? "",
    ...optional("ec", textOf(xml, "EC") ?? headers["x-oss-ec"]),
    ...optional("requestId", headers["x-oss-request-id"] ?? headers["x-amz-request-id"]),
    ...optional("retryAfterMs", retryAfterMs(headers)),
    ...optional(
      "rightRegion",
      headers["x-amz-bucket-region"] ?? textOf(xml, "Region") ?? textOf(xml, "Endpoint"),
    ),
    ...optional("dateMs", serverDateMs(headers)),
  };
}

/** Where the codes of both services lead; the rest follows from the status. */
const CODES: Readonly<Record<string, StoreErrorCode>> = {
  NoSuchKey: "NOT_FOUND",
  NoSuchBucket: "BUCKET_NOT_FOUND",
  NoSuchUpload: "NO_SUCH_UPLOAD",
  FileAlreadyExists: "ALREADY_EXISTS",
  PreconditionFailed: "PRECONDITION_FAILED",
  InvalidObjectState: "ARCHIVED",
  InvalidAccessKeyId: "CREDENTIALS_INVALID",
  SignatureDoesNotMatch: "CREDENTIALS_INVALID",
  InvalidSecurityToken: "CREDENTIALS_INVALID",
  InvalidToken: "CREDENTIALS_INVALID",
  SecurityTokenExpired: "CREDENTIALS_EXPIRED",
  ExpiredToken: "CREDENTIALS_EXPIRED",
  TokenRefreshRequired: "CREDENTIALS_EXPIRED",
  RequestTimeTooSkewed: "CLOCK_SKEWED",
  PermanentRedirect: "WRONG_REGION",
  TemporaryRedirect: "WRONG_REGION",
  AuthorizationHeaderMalformed: "WRONG_REGION",
  SlowDown: "THROTTLED",
  RequestTimeout: "TIMEOUT",
  IncompleteBody: "NETWORK",
  InvalidDigest: "CHECKSUM_MISMATCH",
  BadDigest: "CHECKSUM_MISMATCH",
  InternalError: "SERVICE_ERROR",
  NotImplemented: "INVALID_REQUEST",
};

/** The code by which callers know the refusal. `subject` tells what a bare 404, as HEAD gets it, is about. */
export function storeErrorCode(refusal: Refusal, subject: "bucket" | "object"): StoreErrorCode {
  const byCode = Object.hasOwn(CODES, refusal.code) ? CODES[refusal.code] : undefined;
  if (byCode !== undefined) return byCode;
  const { status } = refusal;
  if (status === 301 || status === 307) return "WRONG_REGION";
  if (status === 404 && refusal.code === "") return subject === "object" ? "NOT_FOUND" : "BUCKET_NOT_FOUND";
  if (status === 403) return "ACCESS_DENIED";
  if (status === 412) return "PRECONDITION_FAILED";
  if (status === 429 || status === 503) return "THROTTLED";
  if (status === 408) return "TIMEOUT";
  if (status >= 500 || status === 424) return "SERVICE_ERROR";
  return status >= 400 ? "INVALID_REQUEST" : "BAD_RESPONSE";
}

/** What was refused. */
export interface RefusedRequest {
  readonly store: StoreRole;
  readonly bucket: string;
  readonly operation: string;
  /** Must not be repeated to anybody, whatever the service says. */
  readonly secrets: readonly string[];
}

/** The error for callers: one line with the service's own words, or `hint` for them, and what to do about it. */
export function refusalError(
  code: StoreErrorCode,
  refusal: Refusal,
  context: RefusedRequest,
  hint?: string,
): StoreError {
  const said = [String(refusal.status), refusal.code, refusal.ec ?? ""]
    .filter((part) => part !== "")
    .join(" ");
  const words = hint ?? refusal.message;
  const detail: StoreErrorDetail = {
    store: context.store,
    status: refusal.status,
    ...(refusal.code === "" ? {} : { serviceCode: refusal.code }),
    ...optional("ec", refusal.ec),
    ...optional("requestId", refusal.requestId),
    ...optional("retryAfterMs", refusal.retryAfterMs),
  };
  const message = `${context.operation} was answered with ${said}${words === "" ? "" : `: ${words}`}`;
  const advice = ADVICE[code]?.(context);
  const line = oneLine(message, context.secrets);
  return new StoreError(code, advice === undefined ? line : `${line.replace(/\.$/u, "")}; ${advice}`, detail);
}

const ADVICE: Readonly<Partial<Record<StoreErrorCode, (request: RefusedRequest) => string>>> = {
  BUCKET_NOT_FOUND: ({ store, bucket }) =>
    `check the name of the ${store} bucket ${bucket}, its region and endpoint`,
  CREDENTIALS_INVALID: ({ store, bucket }) => `check the access key for the ${store} bucket ${bucket}`,
  CREDENTIALS_EXPIRED: ({ store, bucket }) => `the ${store} bucket ${bucket} needs new credentials`,
  ACCESS_DENIED: ({ store, bucket, operation }) =>
    `allow this access key ${operation} on the ${store} bucket ${bucket}`,
  WRONG_REGION: ({ store }) => `check the region of the ${store} bucket`,
};

/** The service's clock when it answered (`Date`), in ms; undefined where it does not say. */
export function serverDateMs(headers: Readonly<Record<string, string>>): number | undefined {
  const dateMs = Date.parse(headers["date"] ?? "");
  return Number.isNaN(dateMs) ? undefined : dateMs;
}

function oneLine(text: string, secrets: readonly string[]): string {
  let line = text.replaceAll(/\s+/gu, " ");
  for (const secret of secrets) if (secret !== "") line = line.replaceAll(secret, "***");
  return line.slice(0, MAX_MESSAGE_LENGTH);
}

/** `Retry-After` in seconds, or the delay that OSS would like to see. */
function retryAfterMs(headers: Readonly<Record<string, string>>): number | undefined {
  const seconds = headers["retry-after"];
  if (seconds !== undefined && /^\d+$/u.test(seconds)) return Number(seconds) * 1000;
  const delay = headers["x-oss-qos-delay-time"];
  return delay !== undefined && /^\d+$/u.test(delay) ? Number(delay) : undefined;
}

function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [K in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [K in Name]?: Value };
}
