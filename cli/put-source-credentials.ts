import type { Clock } from "../core/clock.ts";
import { FerryError } from "../core/errors.ts";
import { encodeJson } from "../core/protocol/codec.ts";
import {
  SOURCE_CREDENTIALS_KEY,
  SOURCE_VARIABLES,
  type SourceCredentials,
  sourceCredentialsSchema,
} from "../core/protocol/source-credentials.ts";
import { AWS_VARIABLES } from "../storage/credentials/static.ts";
import type { ControlStore } from "../storage/ports.ts";

/**
 * Puts the source's key pair, from variables of its own or else from those of the AWS tools, where the workers' roles alone can read
 * it. Replaces the pair that is there; workers take it up by themselves. CONFIGURATION_INVALID when the environment
 * holds none. What it resolves to says which pair it was and may be shown.
 */
export async function putSourceCredentials(
  control: Pick<ControlStore, "put">,
  environment: Readonly<Record<string, string | undefined>>,
  clock: Pick<Clock, "nowMs">,
  signal?: AbortSignal,
): Promise<Pick<SourceCredentials, "accessKeyId" | "setAt">> {
  const names = (environment[SOURCE_VARIABLES.accessKeyId] ?? "") === "" ? AWS_VARIABLES : SOURCE_VARIABLES;
  const sessionToken = environment[names.sessionToken] ?? "";
  const parsed = sourceCredentialsSchema.safeParse({
    format: 1,
    accessKeyId: environment[names.accessKeyId],
    accessKeySecret: environment[names.accessKeySecret],
    ...(sessionToken === "" ? {} : { sessionToken }),
    setAt: new Date(clock.nowMs()).toISOString(),
  });
  if (!parsed.success) {
    throw new FerryError(
      "CONFIGURATION_INVALID",
      "no key pair for the source: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN, if it is temporary), or OSS_FERRY_SOURCE_ACCESS_KEY_ID and OSS_FERRY_SOURCE_ACCESS_KEY_SECRET",
    );
  }
  await control.put(SOURCE_CREDENTIALS_KEY, encodeJson(parsed.data), signal);
  return { accessKeyId: parsed.data.accessKeyId, setAt: parsed.data.setAt };
}
