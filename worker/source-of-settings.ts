import type { Settings } from "../core/protocol/environment.ts";
import { bareOssRegion, type SourceSettings } from "../core/source-service.ts";

/** Where the source is, as far as the settings say so. */
export function sourceSettingsOf(settings: Settings): SourceSettings {
  return {
    kind: settings.OSS_FERRY_SOURCE_KIND,
    preset: settings.OSS_FERRY_SOURCE_PRESET,
    region: settings.OSS_FERRY_SOURCE_REGION,
    endpoint: settings.OSS_FERRY_SOURCE_ENDPOINT,
    pathStyle: settings.OSS_FERRY_SOURCE_PATH_STYLE,
    etag: settings.OSS_FERRY_SOURCE_ETAG,
  };
}

/** The network of the destination reaches an OSS source of the same region too; any other is reached in public. */
export function sourceNetwork(settings: Settings): "internal" | "public" {
  const isSameRegion =
    bareOssRegion(settings.OSS_FERRY_SOURCE_REGION) === bareOssRegion(settings.OSS_FERRY_DESTINATION_REGION);
  return isSameRegion ? settings.OSS_FERRY_OSS_NETWORK : "public";
}
