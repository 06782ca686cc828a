import type { Clock, Random } from "../../core/clock.ts";
import { StoreError } from "../../core/errors.ts";
import type { CredentialProvider } from "../ports.ts";
import { RefreshingCredentials } from "./refreshing.ts";

/**
 * The source's keys as every AWS tool finds them: environment, shared files, SSO, web identity, container or
 * instance role. CREDENTIALS_INVALID when the chain finds none. The SDK is loaded at the first call.
 */
export function awsDefaultChain(options: {
  readonly region: string;
  readonly clock: Clock;
  readonly random: Random;
}): CredentialProvider {
  return new RefreshingCredentials({
    ...options,
    load: async () => {
      const { S3Client } = await import("@aws-sdk/client-s3");
      // A new client each time: a client keeps what it has found, even after the service refused it.
      const client = new S3Client({ region: options.region });
      try {
        const found = await client.config.credentials();
        return {
          accessKeyId: found.accessKeyId,
          accessKeySecret: found.secretAccessKey,
          ...(found.sessionToken === undefined ? {} : { sessionToken: found.sessionToken }),
          ...(found.expiration === undefined ? {} : { expiresAtMs: found.expiration.getTime() }),
        };
      } catch (error) {
        const what =
          "no credentials for the source: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile";
        throw new StoreError("CREDENTIALS_INVALID", what, { store: "source" }, { cause: error });
      } finally {
        client.destroy();
      }
    },
  });
}
