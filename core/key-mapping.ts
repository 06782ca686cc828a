import { isUtf8Key, keySizeBytes } from "./object-key.ts";
import type { RecordCode } from "./record-codes.ts";

export interface KeyMapping {
  /** Taken off the front of the source's key. */
  readonly srcPrefix: string;
  /** Put in its place. */
  readonly destPrefix: string;
  readonly maxKeyBytes: number;
}

export type MappedKey =
  | { readonly ok: true; readonly key: string }
  | {
      readonly ok: false;
      readonly code: Extract<RecordCode, `KEY_${string}`>;
      readonly detail: string;
    };

/**
 * The destination's key for a key of the source, or why there is none. Nothing but the prefix ever differs
 * between the two: a key that OSS cannot hold is a failure, not a similar key.
 * OSS's rules: UTF-8, 1 to 1,023 bytes, no leading slash or backslash ("Object naming conventions").
 */
export function mapKey(sourceKey: string, mapping: KeyMapping): MappedKey {
  if (!sourceKey.startsWith(mapping.srcPrefix)) {
    return {
      ok: false,
      code: "KEY_OUTSIDE_PREFIX",
      detail: `the key does not begin with ${mapping.srcPrefix}`,
    };
  }
  const key = mapping.destPrefix + sourceKey.slice(mapping.srcPrefix.length);
  if (key === "") return { ok: false, code: "KEY_EMPTY", detail: "the key is the source prefix itself" };
  if (key.startsWith("/") || key.startsWith("\\")) {
    return { ok: false, code: "KEY_LEADING_SLASH", detail: `the key would begin with ${key.slice(0, 1)}` };
  }
  if (!isUtf8Key(key)) return { ok: false, code: "KEY_NOT_UTF8", detail: "the key is not valid UTF-8" };
  const sizeBytes = keySizeBytes(key);
  if (sizeBytes > mapping.maxKeyBytes) {
    return {
      ok: false,
      code: "KEY_TOO_LONG",
      detail: `the key would have ${sizeBytes} bytes, ${mapping.maxKeyBytes} are allowed`,
    };
  }
  return { ok: true, key };
}
