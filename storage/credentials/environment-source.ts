import type { Clock, Random } from "../../core/clock.ts";
import { SOURCE_VARIABLES } from "../../core/protocol/source-credentials.ts";
import type { CredentialProvider } from "../ports.ts";
import { awsDefaultChain } from "./aws-default-chain.ts";
import {
  ALIBABA_VARIABLES,
  AWS_VARIABLES,
  type CredentialVariables,
  environmentCredentials,
} from "./static.ts";

/**
 * The source's keys as the machine has them. The SDK's chain is only asked where the environment does not simply hold
 * a pair: loading it costs memory. A bucket of OSS without a pair of its own is one of the destination's account.
 */
export function environmentSourceCredentials(options: {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly kind: "s3" | "oss";
  readonly region: string;
  readonly clock: Clock;
  readonly random: Random;
}): CredentialProvider {
  const { environment, kind, region, clock, random } = options;
  const holds = (names: CredentialVariables): boolean => (environment[names.accessKeyId] ?? "") !== "";
  if (holds(SOURCE_VARIABLES)) return environmentCredentials(environment, SOURCE_VARIABLES);
  if (kind === "oss") return environmentCredentials(environment, ALIBABA_VARIABLES);
  return holds(AWS_VARIABLES)
    ? environmentCredentials(environment, AWS_VARIABLES)
    : awsDefaultChain({ region, clock, random });
}
