import type { PartSpan } from "./protocol/shared-upload.ts";

/** More spans than this share one object out no better, and each costs some requests. */
const MOST_SPANS = 256;

/** Spans for each worker, so that fast and slow ones finish together; and for those that join later. */
const SPANS_PER_WORKER = 4;
const FEWEST_WORKERS = 4;

/**
 * Cuts the parts 1 to `partCount` of a huge object into spans of nearly equal length, in order: enough for the
 * fleet, each of at least `leastSpanBytes` where there are two or more.
 */
export function cutIntoSpans(options: {
  readonly partCount: number;
  readonly partSizeBytes: number;
  readonly leastSpanBytes: number;
  readonly workers: number;
}): PartSpan[] {
  const { partCount, partSizeBytes, leastSpanBytes, workers } = options;
  const leastParts = Math.ceil(leastSpanBytes / partSizeBytes);
  const wanted = Math.min(MOST_SPANS, SPANS_PER_WORKER * Math.max(FEWEST_WORKERS, workers));
  const count = Math.max(1, Math.min(wanted, Math.floor(partCount / leastParts)));
  const edge = (index: number): number => Math.round((partCount * index) / count);
  return Array.from({ length: count }, (_, index) => ({ first: edge(index) + 1, last: edge(index + 1) }));
}
