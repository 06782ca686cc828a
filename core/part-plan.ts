const MIB = 1024 * 1024;

/** Below the service's 10,000 parts, so that a size that was rounded never lands above them. */
const MOST_PARTS = 9000;

/** What a destination can hold, as far as the sizes of puts and parts go. */
export interface SizeLimits {
  readonly maxPutBytes: number;
  readonly maxObjectBytes: number;
  readonly minPartBytes: number;
  readonly maxPartBytes: number;
  readonly maxParts: number;
}

/** Where one way of copying ends and the next begins. */
export interface SizeThresholds {
  /** Objects up to this size are held in memory whole. */
  readonly bufferedUpToBytes: number;
  /** Objects up to this size are streamed into one request. */
  readonly streamedUpToBytes: number;
  /** Smallest part of a multipart upload. */
  readonly partSizeBytes: number;
}

export const DEFAULT_THRESHOLDS: SizeThresholds = {
  bufferedUpToBytes: MIB,
  streamedUpToBytes: 64 * MIB,
  partSizeBytes: 32 * MIB,
};

/**
 * How an object of one size is copied.
 *
 * - buffered: read whole, then one put
 * - streamed: read into one put as it comes
 * - multipart: `partCount` parts of `partSizeBytes` each, the last one as long as what is left
 * - too-large: the destination cannot hold it
 */
export type TransferPlan =
  | { readonly kind: "buffered" }
  | { readonly kind: "streamed" }
  | { readonly kind: "multipart"; readonly partSizeBytes: number; readonly partCount: number }
  | { readonly kind: "too-large" };

/** Plans the copy of an object of this size; no put or part of the plan breaks a limit. */
export function planTransfer(
  sizeBytes: number,
  limits: SizeLimits,
  thresholds: SizeThresholds,
): TransferPlan {
  if (sizeBytes > limits.maxObjectBytes) return { kind: "too-large" };
  if (sizeBytes <= Math.min(thresholds.bufferedUpToBytes, limits.maxPutBytes)) return { kind: "buffered" };
  if (sizeBytes <= Math.min(thresholds.streamedUpToBytes, limits.maxPutBytes)) return { kind: "streamed" };
  const partSizeBytes = partSizeFor(sizeBytes, limits, thresholds.partSizeBytes);
  const partCount = Math.ceil(sizeBytes / partSizeBytes);
  return partCount > limits.maxParts
    ? { kind: "too-large" }
    : { kind: "multipart", partSizeBytes, partCount };
}

/** The inclusive byte range of part `partNumber`, counted from 1. */
export function partRange(
  partNumber: number,
  partSizeBytes: number,
  sizeBytes: number,
): { readonly start: number; readonly end: number } {
  const start = (partNumber - 1) * partSizeBytes;
  return { start, end: Math.min(start + partSizeBytes, sizeBytes) - 1 };
}

function partSizeFor(sizeBytes: number, limits: SizeLimits, configuredBytes: number): number {
  const spread = Math.ceil(sizeBytes / Math.min(MOST_PARTS, limits.maxParts));
  const rounded = Math.ceil(spread / MIB) * MIB;
  const wanted = Math.max(configuredBytes, spread > configuredBytes ? rounded : 0, limits.minPartBytes);
  return Math.min(wanted, limits.maxPartBytes);
}
