import type { Clock } from "../core/clock.ts";
import type { StoreRole } from "../core/errors.ts";
import { bareOssRegion, ossEndpoint, type SourceSettings, sourceServiceOf } from "../core/source-service.ts";
import { OssBucketConfiguration } from "./oss/bucket-configuration.ts";
import { OssControl } from "./oss/control.ts";
import { OssDestination, type OssDestinationOptions } from "./oss/destination.ts";
import { OssObjectReader } from "./oss/object-reader.ts";
import { OssSource } from "./oss/source.ts";
import type { ControlStore, CredentialProvider, DestinationStore, SourceStore } from "./ports.ts";
import { RequestMeter } from "./request-meter.ts";
import { S3BucketConfiguration } from "./s3/bucket-configuration.ts";
import type { S3Options } from "./s3/client.ts";
import { S3Source } from "./s3/source.ts";
import type { BucketOptions } from "./service/bucket-options.ts";

/** What all stores of a process share. */
export interface Surroundings {
  readonly clock: Clock;
  readonly meter: RequestMeter;
  /** Time-outs and limits other than the usual ones. */
  readonly transport?: BucketOptions["transport"];
}

export interface SourceOptions extends SourceSettings {
  readonly bucket: string;
  readonly requesterPays?: boolean;
  /** By which an OSS source is reached; `public` where absent. */
  readonly network?: "internal" | "public";
  readonly credentials: CredentialProvider;
}

export interface OssBucketOptions {
  readonly bucket: string;
  /** For instance `cn-hongkong`. */
  readonly region: string;
  /** `internal` is free of charge, and there only from ECS instances of the same region. */
  readonly network: "internal" | "public";
  /** Instead of the endpoint that region and network have. */
  readonly endpoint?: string;
  readonly credentials: CredentialProvider;
}

export interface DestinationOptions extends OssBucketOptions {
  readonly serverSideEncryption?: NonNullable<OssDestinationOptions["serverSideEncryption"]>;
}

/** The three stores of a job. */
export interface OpenStores {
  readonly source: SourceStore;
  readonly destination: DestinationStore;
  readonly control: ControlStore;
  readonly meter: RequestMeter;
  close(): Promise<void>;
}

/** Opens all three; no request is sent before the first call of a store. */
export function openStores(
  options: {
    /** The source's credentials may lie in the control bucket. */
    readonly source: Omit<SourceOptions, "credentials"> & {
      readonly credentials: (control: ControlStore) => CredentialProvider;
    };
    readonly destination: DestinationOptions;
    readonly control: OssBucketOptions;
  },
  surroundings: Omit<Surroundings, "meter">,
): OpenStores {
  const meter = new RequestMeter();
  const control = openControl(options.control, { ...surroundings, meter });
  const credentials = options.source.credentials(control);
  const source = openSource({ ...options.source, credentials }, { ...surroundings, meter });
  const destination = openDestination(options.destination, { ...surroundings, meter });
  return {
    source,
    destination,
    control,
    meter,
    close: async () => {
      await Promise.all([source.close(), destination.close(), control.close()]);
    },
  };
}

/** Source and destination as a check sees them: the stores of a job, and what else there is to ask. */
export interface OpenBuckets {
  readonly source: SourceStore;
  readonly sourceConfiguration: Pick<OssBucketConfiguration, "openUploads">;
  readonly destination: DestinationStore;
  readonly destinationConfiguration: OssBucketConfiguration;
  /** Reads at the destination as the application does. */
  readonly reader: OssObjectReader;
  close(): Promise<void>;
}

/** Opens source and destination for a check; no request is sent before the first call. */
export function openBuckets(
  options: { readonly source: SourceOptions; readonly destination: DestinationOptions },
  surroundings: Surroundings,
): OpenBuckets {
  const oss = { ...shared("destination", surroundings), ...ossBucket(options.destination) };
  const source = sourceBucket(options.source, surroundings);
  const buckets = {
    source: openSource(options.source, surroundings),
    sourceConfiguration:
      options.source.kind === "oss" ? new OssBucketConfiguration(source) : new S3BucketConfiguration(source),
    destination: openDestination(options.destination, surroundings),
    destinationConfiguration: new OssBucketConfiguration(oss),
    reader: new OssObjectReader(oss),
  };
  return {
    ...buckets,
    close: async () => {
      await Promise.all(Object.values(buckets).map((bucket) => bucket.close()));
    },
  };
}

/** Opens what a source bucket of S3 is set up to do. */
export function openS3Configuration(
  options: SourceOptions,
  surroundings: Surroundings,
): S3BucketConfiguration {
  return new S3BucketConfiguration(sourceBucket(options, surroundings));
}

function openSource(options: SourceOptions, surroundings: Surroundings): SourceStore {
  const bucket = sourceBucket(options, surroundings);
  return options.kind === "oss" ? new OssSource(bucket) : new S3Source(bucket);
}

function sourceBucket(options: SourceOptions, surroundings: Surroundings): S3Options {
  const { bucket, credentials, requesterPays = false } = options;
  const service = sourceServiceOf(options, options.network);
  const { endpoint, signingRegion: region, listVersion, encodesListings, listsRestoreStatus } = service;
  const common = { ...shared("source", surroundings), bucket, region, endpoint, credentials, requesterPays };
  // A bucket name with dots does not match the service's certificate as a host name.
  const pathStyle = service.pathStyle || (bucket.includes(".") && endpoint.startsWith("https:"));
  return { ...common, pathStyle, listVersion, encodesListings, listsRestoreStatus };
}

function openDestination(options: DestinationOptions, surroundings: Surroundings): DestinationStore {
  const { serverSideEncryption } = options;
  return new OssDestination({
    ...shared("destination", surroundings),
    ...ossBucket(options),
    ...(serverSideEncryption === undefined ? {} : { serverSideEncryption }),
  });
}

export function openControl(options: OssBucketOptions, surroundings: Surroundings): ControlStore {
  return new OssControl({ ...shared("control", surroundings), ...ossBucket(options) });
}

function shared(
  store: StoreRole,
  { clock, meter, transport }: Surroundings,
): Pick<BucketOptions, "store" | "clock" | "onRequest" | "transport"> {
  return {
    store,
    clock,
    onRequest: (operation) => meter.count(store, operation),
    ...(transport === undefined ? {} : { transport }),
  };
}

function ossBucket(
  options: OssBucketOptions,
): Pick<BucketOptions, "bucket" | "region" | "endpoint" | "credentials"> {
  const { bucket, network, credentials } = options;
  return {
    bucket,
    region: bareOssRegion(options.region),
    endpoint: options.endpoint ?? ossEndpoint(options.region, network),
    credentials,
  };
}
