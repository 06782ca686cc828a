import type { Clock, Random } from "../../core/clock.ts";
import { FerryError } from "../../core/errors.ts";
import { decodeJson } from "../../core/protocol/codec.ts";
import { SOURCE_CREDENTIALS_KEY, sourceCredentialsSchema } from "../../core/protocol/source-credentials.ts";
import type { ControlStore, CredentialProvider } from "../ports.ts";
import { RefreshingCredentials } from "./refreshing.ts";

/** A pair without an end of its own is read again this often, so that a rotated one is taken up without a restart. */
const TRUSTED_FOR_MS = 15 * 60_000;

/**
 * The source's key pair from the control bucket, where `oss-ferry credentials set` puts it. CREDENTIALS_MISSING
 * when nobody has put one there yet.
 */
export function controlObjectCredentials(
  control: Pick<ControlStore, "get">,
  deps: { readonly clock: Clock; readonly random: Random },
): CredentialProvider {
  const { clock } = deps;
  return new RefreshingCredentials({
    ...deps,
    load: async () => {
      const found = await control.get(SOURCE_CREDENTIALS_KEY);
      if (found === undefined) {
        throw new FerryError(
          "CREDENTIALS_MISSING",
          "the control bucket holds no keys for the source; put them there with oss-ferry credentials set",
        );
      }
      const stored = decodeJson(sourceCredentialsSchema, SOURCE_CREDENTIALS_KEY, found.body);
      const trustedUntilMs = clock.nowMs() + TRUSTED_FOR_MS;
      return {
        accessKeyId: stored.accessKeyId,
        accessKeySecret: stored.accessKeySecret,
        ...(stored.sessionToken === undefined ? {} : { sessionToken: stored.sessionToken }),
        expiresAtMs: Math.min(trustedUntilMs, Date.parse(stored.expiresAt ?? "") || trustedUntilMs),
      };
    },
  });
}
