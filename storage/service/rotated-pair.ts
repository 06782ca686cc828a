import type { CredentialProvider, Credentials } from "../ports.ts";

/**
 * Whether the provider has another pair by now: then the refused one was rotated away, and the same request with
 * the new one may succeed. A provider that cannot say leaves the refusal as it is.
 */
export async function hasOtherPair(
  provider: CredentialProvider,
  refused: Credentials,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const current = await provider.get(signal).catch(() => refused);
  return current.accessKeyId !== refused.accessKeyId || current.accessKeySecret !== refused.accessKeySecret;
}
