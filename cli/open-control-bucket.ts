import type { Settings } from "../core/protocol/environment.ts";
import { ALIBABA_VARIABLES, environmentCredentials } from "../storage/credentials/static.ts";
import { openControl } from "../storage/open-stores.ts";
import type { ControlStore } from "../storage/ports.ts";
import { RequestMeter } from "../storage/request-meter.ts";
import type { CliSurroundings } from "./surroundings.ts";

/** Opens the control bucket that the settings name, with the keys of the environment. Whoever opens it closes it. */
export function openControlBucket(
  settings: Settings,
  { environment, clock }: Pick<CliSurroundings, "environment" | "clock">,
): ControlStore {
  const { OSS_FERRY_OSS_ENDPOINT: endpoint } = settings;
  return openControl(
    {
      bucket: settings.OSS_FERRY_CONTROL_BUCKET,
      region: settings.OSS_FERRY_DESTINATION_REGION,
      network: settings.OSS_FERRY_OSS_NETWORK,
      ...(endpoint === undefined ? {} : { endpoint }),
      credentials: environmentCredentials(environment, ALIBABA_VARIABLES),
    },
    { clock, meter: new RequestMeter() },
  );
}
