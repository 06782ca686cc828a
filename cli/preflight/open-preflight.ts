import { fleetsOf } from "../../core/config/fleet.ts";
import type { Migration } from "../../core/config/migration-schema.ts";
import { EXIT } from "../../core/exit-codes.ts";
import type { Settings } from "../../core/protocol/environment.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { controlObjectCredentials } from "../../storage/credentials/control-object.ts";
import { EcsMetadata } from "../../storage/credentials/ecs-metadata.ts";
import { EcsRoleCredentials } from "../../storage/credentials/ecs-role.ts";
import { environmentSourceCredentials } from "../../storage/credentials/environment-source.ts";
import { ALIBABA_VARIABLES, environmentCredentials } from "../../storage/credentials/static.ts";
import { openBuckets, openControl } from "../../storage/open-stores.ts";
import type { ControlStore, CredentialProvider } from "../../storage/ports.ts";
import { RequestMeter } from "../../storage/request-meter.ts";
import { randomHex } from "../../worker/job-context.ts";
import { destinationOptionsOf, sourceOptionsOf } from "../bucket-options.ts";
import { CliEnd, type CliSurroundings } from "../surroundings.ts";
import type { PreflightContext } from "./context.ts";

/** Opens what is to be tried, calls `act` and closes everything; SIGINT and SIGTERM abort its signal. */
export async function openPreflight(
  settings: Settings,
  migration: Migration | undefined,
  surroundings: CliSurroundings,
  act: (context: PreflightContext, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const { environment, clock, random, onSignal } = surroundings;
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const)
    onSignal(name, () => stop.abort(new CliEnd(EXIT.drained)));
  const shared = { clock, meter: new RequestMeter() };
  const metadata =
    settings.OSS_FERRY_OSS_CREDENTIALS === "ecs"
      ? new EcsMetadata({ endpoint: settings.OSS_FERRY_METADATA_ENDPOINT, clock })
      : undefined;
  const oss =
    metadata === undefined
      ? whenAsked(() => environmentCredentials(environment, ALIBABA_VARIABLES))
      : new EcsRoleCredentials({ metadata, clock, random });
  const destination = destinationOptionsOf(settings, oss);
  const control = openControl({ ...destination, bucket: settings.OSS_FERRY_CONTROL_BUCKET }, shared);
  const source = sourceOptionsOf(settings, sourceCredentials(settings, control, surroundings));
  const buckets = openBuckets({ source, destination }, shared);
  const nonce = randomHex(random, 16);
  const destPrefix = settings.OSS_FERRY_DEST_PREFIX;
  const context: PreflightContext = {
    buckets,
    control,
    srcPrefix: settings.OSS_FERRY_SRC_PREFIX,
    destPrefix,
    tags: settings.OSS_FERRY_TAGS,
    allowEmpty: settings.OSS_FERRY_ALLOW_EMPTY,
    canary: {
      control: jobKeys(settings.OSS_FERRY_JOB_ID).selfTest(nonce),
      destination: `${destPrefix.replace(/^[/\\]+/u, "")}oss-ferry-preflight-${nonce}`,
    },
    created: {
      control: migration?.control.existing === false,
      destination: migration?.destination.existing === false,
    },
    fleets: migration === undefined ? [] : fleetsOf(migration),
    clock,
    random,
  };
  try {
    await act(context, stop.signal);
  } finally {
    await Promise.all([buckets.close(), control.close(), metadata?.close()]);
  }
}

function sourceCredentials(
  settings: Settings,
  control: ControlStore,
  surroundings: CliSurroundings,
): CredentialProvider {
  return settings.OSS_FERRY_SOURCE_CREDENTIALS === "control"
    ? controlObjectCredentials(control, surroundings)
    : whenAsked(() =>
        environmentSourceCredentials({
          ...surroundings,
          kind: settings.OSS_FERRY_SOURCE_KIND,
          region: settings.OSS_FERRY_SOURCE_REGION,
        }),
      );
}

/** Credentials that are missing are a finding about the bucket that needs them. */
function whenAsked(open: () => CredentialProvider): CredentialProvider {
  let opened: CredentialProvider | undefined;
  return {
    get: async (signal) => (opened ??= open()).get(signal),
    reject: (refused) => opened?.reject(refused),
  };
}
