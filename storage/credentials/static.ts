import { FerryError } from "../../core/errors.ts";
import type { CredentialProvider, Credentials } from "../ports.ts";

/** The same pair for ever; when the service refuses it, there is no other. */
export function staticCredentials(credentials: Credentials): CredentialProvider {
  return { get: async () => credentials, reject: () => undefined };
}

/** Names of the variables that hold a key pair. */
export interface CredentialVariables {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly sessionToken: string;
}

export const ALIBABA_VARIABLES: CredentialVariables = {
  accessKeyId: "ALIBABA_CLOUD_ACCESS_KEY_ID",
  accessKeySecret: "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
  sessionToken: "ALIBABA_CLOUD_SECURITY_TOKEN",
};

export const AWS_VARIABLES: CredentialVariables = {
  accessKeyId: "AWS_ACCESS_KEY_ID",
  accessKeySecret: "AWS_SECRET_ACCESS_KEY",
  sessionToken: "AWS_SESSION_TOKEN",
};

/** The pair of the environment. Throws CREDENTIALS_MISSING with the names of the variables that are not set. */
export function environmentCredentials(
  environment: Readonly<Record<string, string | undefined>>,
  names: CredentialVariables,
): CredentialProvider {
  const accessKeyId = environment[names.accessKeyId]?.trim() ?? "";
  const accessKeySecret = environment[names.accessKeySecret]?.trim() ?? "";
  const sessionToken = environment[names.sessionToken]?.trim() ?? "";
  const missing = [
    ...(accessKeyId === "" ? [names.accessKeyId] : []),
    ...(accessKeySecret === "" ? [names.accessKeySecret] : []),
  ];
  if (missing.length > 0) {
    throw new FerryError("CREDENTIALS_MISSING", `no credentials: set ${missing.join(" and ")}`);
  }
  return staticCredentials({
    accessKeyId,
    accessKeySecret,
    ...(sessionToken === "" ? {} : { sessionToken }),
  });
}
