import type { RequestHead } from "./connection.ts";
import { BUCKETS } from "./messages.ts";
import type { Bucket } from "./messages.ts";

/** A request in the terms both dialects share. */
export interface StoreRequest {
  readonly method: string;
  readonly bucket: Bucket;
  /** Empty when the request is about the bucket. */
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, string>;
  readonly bodySizeBytes: number;
  /** The access key id that signed, whether in a header or in the query. */
  readonly client: string;
}

/** Reads path-style (`/bucket/key`) and virtual-hosted (`bucket.host`) requests; undefined for other buckets. */
export function readRequest(head: RequestHead): StoreRequest | undefined {
  const host = head.headers.get("host") ?? "";
  const hosted = BUCKETS.find((bucket) => host.startsWith(`${bucket}.`));
  const path = head.path.slice(1);
  const slash = path.indexOf("/");
  const name = hosted ?? (slash < 0 ? path : path.slice(0, slash));
  const bucket = BUCKETS.find((candidate) => candidate === name);
  if (bucket === undefined) return undefined;
  const encodedKey = hosted !== undefined ? path : slash < 0 ? "" : path.slice(slash + 1);
  const query = parseQuery(head.query);
  return {
    method: head.method,
    bucket,
    key: decode(encodedKey),
    query,
    headers: head.headers,
    bodySizeBytes: head.bodySizeBytes,
    client: clientOf(head.headers.get("authorization") ?? "", query),
  };
}

function clientOf(authorization: string, query: ReadonlyMap<string, string>): string {
  const start = authorization.indexOf("Credential=");
  const credential =
    start < 0
      ? (query.get("X-Amz-Credential") ?? query.get("x-oss-credential") ?? "anonymous")
      : authorization.slice(start + "Credential=".length);
  const slash = credential.indexOf("/");
  return slash < 0 ? credential : credential.slice(0, slash);
}

function parseQuery(text: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  if (text === "") return query;
  for (const pair of text.split("&")) {
    const equals = pair.indexOf("=");
    if (equals < 0) query.set(decode(pair), "");
    else query.set(decode(pair.slice(0, equals)), decode(pair.slice(equals + 1).replaceAll("+", " ")));
  }
  return query;
}

function decode(text: string): string {
  return text.includes("%") ? decodeURIComponent(text) : text;
}
