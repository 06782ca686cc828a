import { DEFAULT_THRESHOLDS } from "../part-plan.ts";

/** Requests of a whole migration, as far as they grow with it. */
export interface Requests {
  readonly sourceGets: number;
  readonly sourceLists: number;
  /** PUTs of objects or parts, and one to begin and one to complete each multipart upload. */
  readonly ossPuts: number;
}

const LIST_PAGE = 1_000;

/** How many requests as many objects take when each has the average size. */
export function countRequests(objects: number, volumeBytes: number): Requests {
  const size = objects === 0 ? 0 : volumeBytes / objects;
  const isMultipart = size > DEFAULT_THRESHOLDS.streamedUpToBytes;
  const pieces = isMultipart ? Math.ceil(size / DEFAULT_THRESHOLDS.partSizeBytes) : 1;
  return {
    sourceGets: objects * pieces,
    sourceLists: Math.ceil(objects / LIST_PAGE),
    ossPuts: objects * (isMultipart ? pieces + 2 : 1),
  };
}
