import { FerryError } from "../core/errors.ts";
import type { KeyRange } from "../core/key-range.ts";
import { compareKeys } from "../core/object-key.ts";
import type { ListedObject } from "../core/object.ts";
import type { ListPage } from "../storage/ports.ts";
import type { JobContext } from "./job-context.ts";
import { sourcePages } from "./list-source.ts";

/** When to stop listing although the range goes on. */
export interface ListingLimits {
  readonly objects: number;
  readonly bytes: number;
}

/** The own part of a partition: everything from `range.after` up to the last object, or to the range's end. */
export interface PartitionListing {
  readonly objects: readonly ListedObject[];
  /** Whether the range is listed to its end. Otherwise it was cut after the last object. */
  readonly exhausted: boolean;
}

/**
 * Lists a range page by page, at most `limits` and never past the end of the range, in key order.
 *
 * - SOURCE_UNORDERED: the store does not list in UTF-8 byte order or ignores `start-after`; ranges would lose keys
 */
export async function listPartition(
  context: JobContext,
  range: KeyRange,
  limits: ListingLimits,
  signal: AbortSignal,
): Promise<PartitionListing> {
  const objects: ListedObject[] = [];
  let bytes = 0;
  let previous = range.after;
  for await (const page of pages(context, range.after, signal)) {
    for (const object of page.objects) {
      if (previous !== null && compareKeys(object.key, previous) <= 0)
        throw unordered(context, previous, object.key);
      if (range.upTo !== null && compareKeys(object.key, range.upTo) > 0) return { objects, exhausted: true };
      if (
        objects.length >= limits.objects ||
        (objects.length > 0 && bytes + object.sizeBytes > limits.bytes)
      ) {
        return { objects, exhausted: false };
      }
      previous = object.key;
      bytes += object.sizeBytes;
      objects.push(object);
    }
    const isFull = objects.length >= limits.objects || bytes >= limits.bytes;
    if (isFull && page.nextToken !== undefined) return { objects, exhausted: false };
  }
  return { objects, exhausted: true };
}

/** The first object after `after`, or undefined when there is none. */
export async function firstObjectAfter(
  context: JobContext,
  after: string,
  signal: AbortSignal,
): Promise<ListedObject | undefined> {
  for await (const page of pages(context, after, signal, 1)) {
    const [object] = page.objects;
    if (object === undefined) continue;
    if (compareKeys(object.key, after) <= 0) throw unordered(context, after, object.key);
    return object;
  }
  return undefined;
}

/** The job's keys after `after`, page by page. */
function pages(
  context: JobContext,
  after: string | null,
  signal: AbortSignal,
  maxKeys?: number,
): AsyncGenerator<ListPage> {
  const request = {
    prefix: context.job.spec.srcPrefix,
    ...(after === null ? {} : { startAfter: after }),
    ...(maxKeys === undefined ? {} : { maxKeys }),
  };
  return sourcePages(context, request, signal);
}

function unordered(context: JobContext, previous: string, key: string): FerryError {
  return new FerryError(
    "SOURCE_UNORDERED",
    `${context.job.spec.source.bucket} lists ${JSON.stringify(key)} after ${JSON.stringify(previous)}: it does not list in UTF-8 byte order, so key ranges cannot be migrated from it safely`,
  );
}
