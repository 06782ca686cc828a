import type { KeyRange } from "../core/key-range.ts";
import { compareKeys } from "../core/object-key.ts";
import type { JobSpec } from "../core/protocol/job.ts";
import type { JobWork } from "../core/protocol/job-work.ts";
import type { SourceStore } from "../storage/ports.ts";
import { chooseSplitPoints } from "./choose-split-points.ts";
import { storePages } from "./list-store.ts";
import type { RetryDeps } from "./retry-store.ts";

export type Sample = NonNullable<Extract<JobWork, { readonly kind: "copy" }>["sample"]>;

export interface SampleDeps extends RetryDeps {
  readonly source: Pick<SourceStore, "list">;
}

/** From how many places of the key space a sample is taken, where it has so many. */
const PLACES = 16;

/**
 * Chooses a pilot's objects: from several places all over the key space about as many each, together as many objects
 * and bytes as asked for, or a little more. Resolves to ranges in key order that hold at least one object each.
 */
export async function chooseSample(
  spec: JobSpec,
  sample: Sample,
  deps: SampleDeps,
  signal: AbortSignal,
): Promise<readonly KeyRange[]> {
  const listed = { role: "source", store: deps.source } as const;
  const pages = (startAfter: string, maxKeys: number): ReturnType<typeof storePages> =>
    storePages(
      listed,
      deps,
      { prefix: spec.srcPrefix, maxKeys, ...(startAfter === "" ? {} : { startAfter }) },
      signal,
    );
  const firstAfter = async (boundary: string): Promise<string | undefined> => {
    for await (const page of pages(boundary, 1)) {
      const [object] = page.objects;
      if (object !== undefined) return object.key;
    }
    return undefined;
  };
  const boundaries = await chooseSplitPoints("", PLACES, firstAfter);
  const edges = ["", ...boundaries];
  const { objects = Infinity, bytes = Infinity } = sample;
  let objectsLeft = objects;
  let bytesLeft = bytes;
  const ranges: KeyRange[] = [];
  for (const [index, after] of edges.entries()) {
    // What a place does not have is left to those that follow.
    const places = edges.length - index;
    const most = { objects: Math.ceil(objectsLeft / places), bytes: bytesLeft / places };
    const taken = await take(after, edges[index + 1], most);
    objectsLeft -= taken.objects;
    bytesLeft -= taken.bytes;
    if (taken.last !== undefined) ranges.push({ after, upTo: taken.last });
    if (objectsLeft <= 0 || bytesLeft <= 0) break;
  }
  return ranges;

  async function take(
    after: string,
    upTo: string | undefined,
    most: { readonly objects: number; readonly bytes: number },
  ): Promise<{ readonly objects: number; readonly bytes: number; readonly last: string | undefined }> {
    let taken = 0;
    let takenBytes = 0;
    let last: string | undefined;
    for await (const page of pages(after, 1_000)) {
      for (const { key, sizeBytes } of page.objects) {
        const isBeyond = upTo !== undefined && compareKeys(key, upTo) > 0;
        if (isBeyond || taken >= most.objects || takenBytes >= most.bytes) {
          return { objects: taken, bytes: takenBytes, last };
        }
        taken++;
        takenBytes += sizeBytes;
        last = key;
      }
    }
    return { objects: taken, bytes: takenBytes, last };
  }
}
