import { systemClock } from "../../../core/clock.ts";
import type { LocalCloud } from "../../../local/cloud.ts";
import { keyOf } from "../../../local/store/keys.ts";
import { staticCredentials } from "../../../storage/credentials/static.ts";
import type { S3Options } from "../../../storage/s3/client.ts";
import type { BucketOptions } from "../../../storage/service/bucket-options.ts";
import type { StoredContent } from "../../contract/destination-store.ts";

/** Options of an OSS driver for a bucket of the local cloud. */
export function ossOptions(
  cloud: LocalCloud,
  bucket: string,
  options: Partial<BucketOptions> = {},
): BucketOptions {
  return {
    store: "destination",
    endpoint: cloud.oss.endpoint,
    region: cloud.oss.region,
    bucket,
    credentials: staticCredentials(cloud.oss.accessKey),
    clock: systemClock,
    ...options,
  };
}

/** Options of the S3 driver for a bucket of the local cloud. */
export function s3Options(cloud: LocalCloud, bucket: string, options: Partial<S3Options> = {}): S3Options {
  return {
    store: "source",
    endpoint: cloud.s3.endpoint,
    region: cloud.s3.region,
    bucket,
    credentials: staticCredentials(cloud.s3.accessKey),
    clock: systemClock,
    ...options,
  };
}

/** What a bucket of the local OSS holds, past its API. */
export function storedContent(cloud: LocalCloud, bucket: string, key: string): StoredContent | undefined {
  const object = cloud.oss.bucket(bucket).get(keyOf(key));
  if (object === undefined) return undefined;
  return {
    bytes: cloud.oss.readObject(bucket, key) ?? Buffer.alloc(0),
    metadata: { headers: object.contentHeaders, user: object.userMetadata },
    tags: fromBytes(object.tags),
    storageClass: object.storageClass,
  };
}

/** The local cloud keeps text as bytes, one per character. */
export function toBytes(texts: Readonly<Record<string, string>>): Record<string, string> {
  return mapTexts(texts, (text) => Buffer.from(text, "utf8").toString("latin1"));
}

function fromBytes(texts: Readonly<Record<string, string>>): Record<string, string> {
  return mapTexts(texts, (text) => Buffer.from(text, "latin1").toString("utf8"));
}

function mapTexts(
  texts: Readonly<Record<string, string>>,
  change: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, value]) => [change(name), change(value)]));
}
