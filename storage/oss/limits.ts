import type { DestinationLimits } from "../ports.ts";

const KIB = 1024;
const GIB = 1024 ** 3;

/** OSS's documented limits ("Limits", "Object naming conventions", "Multipart upload", "Manage object metadata"). */
export const OSS_LIMITS: DestinationLimits = {
  maxKeyBytes: 1023,
  maxPutBytes: 5 * GIB,
  /** 48.8 TB: 10,000 parts of 5 GiB. */
  maxObjectBytes: 10_000 * 5 * GIB,
  minPartBytes: 100 * KIB,
  maxPartBytes: 5 * GIB,
  maxParts: 10_000,
  maxUserMetadataBytes: 8 * KIB,
};
