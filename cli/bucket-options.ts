import type { Settings } from "../core/protocol/environment.ts";
import type { DestinationOptions, SourceOptions } from "../storage/open-stores.ts";
import type { CredentialProvider } from "../storage/ports.ts";
import { sourceNetwork, sourceSettingsOf } from "../worker/source-of-settings.ts";

/** The source that the settings name. */
export function sourceOptionsOf(settings: Settings, credentials: CredentialProvider): SourceOptions {
  return {
    ...sourceSettingsOf(settings),
    bucket: settings.OSS_FERRY_SOURCE_BUCKET,
    network: sourceNetwork(settings),
    requesterPays: settings.OSS_FERRY_SOURCE_REQUESTER_PAYS,
    credentials,
  };
}

/** The destination that the settings name. */
export function destinationOptionsOf(
  settings: Settings,
  credentials: CredentialProvider,
): DestinationOptions {
  const { OSS_FERRY_OSS_ENDPOINT: endpoint, OSS_FERRY_SERVER_SIDE_ENCRYPTION: algorithm } = settings;
  return {
    bucket: settings.OSS_FERRY_DESTINATION_BUCKET,
    region: settings.OSS_FERRY_DESTINATION_REGION,
    network: settings.OSS_FERRY_OSS_NETWORK,
    ...(endpoint === undefined ? {} : { endpoint }),
    credentials,
    ...(algorithm === undefined ? {} : { serverSideEncryption: { algorithm } }),
  };
}
