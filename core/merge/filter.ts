import picomatch from "picomatch";
import { FerryError } from "../errors.ts";
import type { ListedObject } from "../object.ts";
import type { ObjectFilter } from "../protocol/job-work.ts";
import type { RecordCode } from "../record-codes.ts";

/** Why an object is not part of the job, or undefined when it is. */
export type FilterTest = (object: ListedObject) => Extract<RecordCode, `FILTERED_${string}`> | undefined;

/** Keys are opaque: a segment may be empty or begin with a dot, and a pattern's slashes are the key's. */
const GLOB_OPTIONS = { dot: true, strictSlashes: true, nonegate: true } as const;

/** The test for this filter; globs see the key behind `srcPrefix`. CONFIGURATION_INVALID for a glob that is none. */
export function compileFilter(filter: ObjectFilter, srcPrefix: string): FilterTest {
  const { minSizeBytes = 0, maxSizeBytes = Infinity } = filter;
  const { modifiedSinceMs = -Infinity, modifiedBeforeMs = Infinity } = filter;
  const isIncluded = filter.include.length === 0 ? () => true : anyOf(filter.include);
  const isExcluded = filter.exclude.length === 0 ? () => false : anyOf(filter.exclude);
  return ({ key, sizeBytes, lastModifiedMs }) => {
    const name = key.slice(srcPrefix.length);
    if (!isIncluded(name) || isExcluded(name)) return "FILTERED_KEY";
    if (sizeBytes < minSizeBytes || sizeBytes > maxSizeBytes) return "FILTERED_SIZE";
    if (lastModifiedMs < modifiedSinceMs || lastModifiedMs >= modifiedBeforeMs) return "FILTERED_TIME";
    return undefined;
  };
}

function anyOf(globs: readonly string[]): (name: string) => boolean {
  const patterns = globs.map((glob) => {
    try {
      return picomatch.makeRe(glob, GLOB_OPTIONS);
    } catch (error) {
      throw new FerryError("CONFIGURATION_INVALID", `${JSON.stringify(glob)} is not a glob; mend it`, {
        cause: error,
      });
    }
  });
  return (name) => patterns.some((pattern) => pattern.test(name));
}
