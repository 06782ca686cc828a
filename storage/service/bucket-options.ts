import type { Clock } from "../../core/clock.ts";
import type { StoreRole } from "../../core/errors.ts";
import type { TransportOptions } from "../http/transport.ts";
import type { CredentialProvider } from "../ports.ts";

/** What every driver needs to reach its bucket. */
export interface BucketOptions {
  readonly store: StoreRole;
  /** `https://host[:port]`; https where no scheme is given. */
  readonly endpoint: string;
  /** The region that signatures name. */
  readonly region: string;
  readonly bucket: string;
  readonly credentials: CredentialProvider;
  readonly clock: Clock;
  /** Told of every request that is sent, by the service's name of the operation. */
  readonly onRequest?: (operation: string) => void;
  /** Time-outs and limits that differ from TRANSPORT_DEFAULTS. */
  readonly transport?: Partial<
    Pick<
      TransportOptions,
      "maxConnections" | "connectTimeoutMs" | "idleTimeoutMs" | "minimumRate" | "keepAliveMs" | "ca"
    >
  >;
}

/** Where a bucket is addressed: the origin to connect to and what comes before the key in the path. */
export interface BucketAddress {
  readonly origin: string;
  readonly basePath: string;
}

/**
 * `bucket.host` in virtual-host style, `host/bucket` in path style. IP addresses and `localhost` have no names
 * below them and are always addressed in path style. Throws TypeError when the endpoint is not a URL.
 */
export function bucketAddress(endpoint: string, bucket: string, forcePathStyle = false): BucketAddress {
  const url = new URL(/^https?:\/\//u.test(endpoint) ? endpoint : `https://${endpoint}`);
  const isBareHost = /^(?:\d+\.){3}\d+$|^\[|^localhost$/u.test(url.hostname);
  if (forcePathStyle || isBareHost) return { origin: url.origin, basePath: `/${bucket}/` };
  return { origin: `${url.protocol}//${bucket}.${url.host}`, basePath: "/" };
}
