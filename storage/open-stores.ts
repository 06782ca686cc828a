import type { Clock } from "../core/clock.ts";
import type { StoreRole } from "../core/errors.ts";
import { OssControl } from "./oss/control.ts";
import { OssDestination, type OssDestinationOptions } from "./oss/destination.ts";
import type { ControlStore, CredentialProvider, DestinationStore, SourceStore } from "./ports.ts";
import { RequestMeter } from "./request-meter.ts";
import { S3Source } from "./s3/source.ts";
import type { BucketOptions } from "./service/bucket-options.ts";

/** What all stores of a process share. */
export interface Surroundings {
  readonly clock: Clock;
  readonly meter: RequestMeter;
  /** Time-outs and limits other than the usual ones. */
  readonly transport?: BucketOptions["transport"];
}

export interface SourceOptions {
  readonly bucket: string;
  readonly region: string;
  /** The address of a service other than AWS. */
  readonly endpoint?: string;
  readonly pathStyle?: boolean;
  readonly requesterPays?: boolean;
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

function openSource(options: SourceOptions, surroundings: Surroundings): SourceStore {
  const endpoint = options.endpoint ?? awsEndpoint(options.region);
  return new S3Source({
    ...common("source", surroundings),
    bucket: options.bucket,
    region: options.region,
    endpoint,
    credentials: options.credentials,
    // A bucket name with dots does not match the service's certificate as a host name.
    pathStyle: options.pathStyle === true || (options.bucket.includes(".") && endpoint.startsWith("https:")),
    requesterPays: options.requesterPays === true,
  });
}

function openDestination(options: DestinationOptions, surroundings: Surroundings): DestinationStore {
  const { serverSideEncryption } = options;
  return new OssDestination({
    ...common("destination", surroundings),
    ...ossBucket(options),
    ...(serverSideEncryption === undefined ? {} : { serverSideEncryption }),
  });
}

export function openControl(options: OssBucketOptions, surroundings: Surroundings): ControlStore {
  return new OssControl({ ...common("control", surroundings), ...ossBucket(options) });
}

function common(
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
  const region = options.region.replace(/^oss-/u, "");
  const suffix = network === "internal" ? "-internal" : "";
  return {
    bucket,
    region,
    endpoint: options.endpoint ?? `https://oss-${region}${suffix}.aliyuncs.com`,
    credentials,
  };
}

function awsEndpoint(region: string): string {
  return `https://s3.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;
}
