import { randomBytes } from "node:crypto";
import type { AccessKeys } from "../credentials.ts";
import { faultOf } from "../faults.ts";
import { type Exchange, headerOf } from "../http/exchange.ts";
import type { BodyStore } from "../store/bodies.ts";
import type { Bucket, StoredObject } from "../store/bucket.ts";
import type { Key } from "../store/keys.ts";
import type { ServiceTimes } from "../times.ts";
import { ossErrors } from "./errors.ts";
import { checkKey } from "./rules.ts";

/** What every operation of the OSS service works on. */
export interface OssContext {
  readonly region: string;
  readonly keys: AccessKeys;
  readonly buckets: Map<string, Bucket>;
  readonly bodies: BodyStore;
  readonly times: ServiceTimes;
  readonly createBucket: (name: string) => Bucket;
}

export function bucketOf(context: OssContext, exchange: Exchange): Bucket {
  const bucket = context.buckets.get(exchange.bucket ?? "");
  if (bucket === undefined) throw ossErrors.noSuchBucket();
  if (bucket.region !== context.region) throw ossErrors.wrongEndpoint(`oss-${bucket.region}.aliyuncs.com`);
  return bucket;
}

export function keyOfObject(exchange: Exchange): Key {
  const { key = "" } = exchange;
  checkKey(key);
  return key;
}

/**
 * Refuses to overwrite when asked to, on a bucket that never was versioned. On any other bucket the header has
 * no effect, and OSS says nothing about it ("PutObject", x-oss-forbid-overwrite).
 */
export function forbidOverwrite(exchange: Exchange, bucket: Bucket, key: Key, ec: string): void {
  if (headerOf(exchange, "x-oss-forbid-overwrite")?.toLowerCase() !== "true") return;
  if (faultOf(exchange.faults, "forget-create-only") !== undefined) return;
  if (bucket.versioning === "never" && bucket.get(key) !== undefined) throw ossErrors.fileAlreadyExists(ec);
}

/** The version id that a write to the bucket gets, if any. */
export function newVersionId(bucket: Bucket): string | undefined {
  if (bucket.versioning === "never") return undefined;
  return bucket.versioning === "Suspended" ? "null" : `CAEQ${randomBytes(24).toString("base64url")}`;
}

export function versionHeader(versionId: string | undefined): Record<string, string> {
  return versionId === undefined ? {} : { "x-oss-version-id": versionId };
}

/** The object that the request names. */
export function storedObject(context: OssContext, exchange: Exchange): StoredObject {
  const object = bucketOf(context, exchange).get(keyOfObject(exchange));
  if (object === undefined) throw ossErrors.noSuchKey();
  return object;
}
