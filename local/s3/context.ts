import type { AccessKeys } from "../credentials.ts";
import { type Exchange, headerOf } from "../http/exchange.ts";
import type { BodyStore } from "../store/bodies.ts";
import type { Bucket, StoredObject } from "../store/bucket.ts";
import type { Key } from "../store/keys.ts";
import type { ServiceTimes } from "../times.ts";
import { s3Errors } from "./errors.ts";
import type { Signature } from "./signature-v4.ts";

/** What every operation of the S3 service works on. */
export interface S3Context {
  /** The region whose endpoint this service is. */
  readonly region: string;
  readonly keys: AccessKeys;
  readonly buckets: Map<string, Bucket>;
  readonly bodies: BodyStore;
  readonly times: ServiceTimes;
  readonly createBucket: (name: string, region: string) => Bucket;
}

/** A request whose signature has been verified. */
export interface SignedExchange extends Exchange {
  readonly signature: Signature;
}

const MAX_KEY_BYTES = 1024;
const LOCATION_FREE = new Set(["GetBucketLocation", "ListBuckets", "CreateBucket"]);

/**
 * S3 is regional. A request signed for another region than the bucket's is refused with the right one; one
 * signed for this endpoint's region but about a bucket elsewhere is sent there. A client that follows and
 * signs for the bucket's region is served here, as if this were that region's endpoint.
 */
export function checkRegion(context: S3Context, exchange: Exchange, signedFor: string): void {
  if (LOCATION_FREE.has(exchange.operation)) return;
  const region = context.buckets.get(exchange.bucket ?? "")?.region ?? context.region;
  if (signedFor === region) return;
  if (signedFor === context.region) throw s3Errors.permanentRedirect(exchange.bucket ?? "", region);
  throw s3Errors.authorizationHeaderMalformed(
    `The authorization header is malformed; the region '${signedFor}' is wrong; expecting '${region}'`,
    region,
  );
}

export function bucketOf(context: S3Context, exchange: Exchange): Bucket {
  const bucket = context.buckets.get(exchange.bucket ?? "");
  if (bucket === undefined) throw s3Errors.noSuchBucket();
  if (bucket.requesterPays && headerOf(exchange, "x-amz-request-payer") !== "requester") {
    throw s3Errors.accessDenied();
  }
  return bucket;
}

/** Any 1 to 1,024 bytes. */
export function keyOfObject(exchange: Exchange): Key {
  const { key = "" } = exchange;
  if (key.length > MAX_KEY_BYTES) throw s3Errors.keyTooLong();
  return key;
}

/** The object that the request names. */
export function storedObject(context: S3Context, exchange: Exchange): StoredObject {
  const object = bucketOf(context, exchange).get(keyOfObject(exchange));
  if (object === undefined) throw s3Errors.noSuchKey();
  return object;
}
