/** What speaks at the source: S3 and everything like it, or OSS. */
export const SOURCE_KINDS = ["s3", "oss"] as const;
type SourceKind = (typeof SOURCE_KINDS)[number];

/** Services that speak S3 in their own way, by the names that OssImport has for them. */
export const SOURCE_PRESETS = ["qiniu", "bos", "ks3", "cos", "youpai"] as const;
export type SourcePreset = (typeof SOURCE_PRESETS)[number];

/** Where the source is, as far as somebody said so. */
export interface SourceSettings {
  /** S3 where absent. */
  readonly kind?: SourceKind;
  readonly preset?: SourcePreset | undefined;
  readonly region: string;
  readonly endpoint?: string | undefined;
  readonly pathStyle?: boolean | undefined;
  readonly etag?: "md5" | "opaque" | undefined;
}

/** How to speak to a service. */
export interface SourceService {
  readonly endpoint: string;
  /** The region that signatures name. */
  readonly signingRegion: string;
  /** Whether the bucket goes into the path instead of the host name. */
  readonly pathStyle: boolean;
  /** Whether single-part ETags are MD5s of the bytes. */
  readonly etag: "md5" | "opaque";
  /** 1: markers, which every service that speaks S3 has; 2: tokens. */
  readonly listVersion: 1 | 2;
  /** Whether keys are asked for percent-encoded: XML cannot carry control characters, but not everybody encodes. */
  readonly encodesListings: boolean;
  /** Whether listings say which archived objects are restored. */
  readonly listsRestoreStatus: boolean;
}

/** What a preset says; docs/sources.md has where it is from and what nobody could confirm. */
interface Preset extends Pick<SourceService, "pathStyle" | "listVersion" | "encodesListings"> {
  readonly endpointOf: (region: string) => string;
  /** The region's own name where absent. */
  readonly signingRegionOf?: (region: string) => string;
}

/** Only AWS and OSS promise that an ETag is an MD5. */
const PRESETS: Readonly<Record<SourcePreset, Preset>> = {
  qiniu: {
    endpointOf: (region) => `https://s3.${region}.qiniucs.com`,
    pathStyle: true,
    listVersion: 2,
    encodesListings: false,
  },
  bos: {
    endpointOf: (region) => `https://s3.${region}.bcebos.com`,
    pathStyle: false,
    listVersion: 1,
    encodesListings: true,
  },
  ks3: {
    endpointOf: (region) => `https://ks3-${region}.ksyuncs.com`,
    signingRegionOf: (region) => region.replace(/^.*-/u, "").toUpperCase(),
    pathStyle: false,
    listVersion: 1,
    encodesListings: true,
  },
  cos: {
    endpointOf: (region) => `https://cos.${region}.myqcloud.com`,
    pathStyle: false,
    listVersion: 1,
    encodesListings: true,
  },
  youpai: {
    endpointOf: () => "https://s3.api.upyun.com",
    signingRegionOf: () => "us-east-1",
    pathStyle: true,
    listVersion: 1,
    encodesListings: true,
  },
};

/** Also its private endpoints. */
const AWS_HOST = /^https?:\/\/[^/]*\.amazonaws\.com(?:\.cn)?(?:[:/]|$)/u;

/**
 * How to speak to the source. What was said wins over what the preset says; with an endpoint of their own, people
 * also know the region that it wants in signatures. `network` is the one that an OSS source of the same region is
 * reached by.
 */
export function sourceServiceOf(
  settings: SourceSettings,
  network: "internal" | "public" = "public",
): SourceService {
  const { kind = "s3", preset, region, endpoint, pathStyle, etag } = settings;
  if (kind === "oss") {
    return {
      endpoint: endpoint ?? ossEndpoint(region, network),
      signingRegion: region,
      pathStyle: false,
      etag: etag ?? "md5",
      listVersion: 2,
      encodesListings: true,
      listsRestoreStatus: true,
    };
  }
  if (preset === undefined) {
    return {
      endpoint: endpoint ?? awsEndpoint(region),
      signingRegion: region,
      pathStyle: pathStyle ?? false,
      etag: etag ?? "md5",
      listVersion: 2,
      encodesListings: true,
      listsRestoreStatus: endpoint === undefined || AWS_HOST.test(endpoint),
    };
  }
  const { endpointOf, signingRegionOf = (name) => name, ...dialect } = PRESETS[preset];
  return {
    ...dialect,
    endpoint: endpoint ?? endpointOf(region),
    signingRegion: endpoint === undefined ? signingRegionOf(region) : region,
    pathStyle: pathStyle ?? dialect.pathStyle,
    etag: etag ?? "opaque",
    listsRestoreStatus: false,
  };
}

/** `internal` is free of charge, and there only from ECS instances of the same region. */
export function ossEndpoint(region: string, network: "internal" | "public"): string {
  const suffix = network === "internal" ? "-internal" : "";
  return `https://oss-${bareOssRegion(region)}${suffix}.aliyuncs.com`;
}

/** OSS names its regions with and without `oss-`. */
export function bareOssRegion(region: string): string {
  return region.replace(/^oss-/u, "");
}

function awsEndpoint(region: string): string {
  return `https://s3.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;
}
