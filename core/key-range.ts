import { compareKeys } from "./object-key.ts";

/**
 * A half-open range of the key space, `(after, upTo]`: the form that `start-after` of a listing has. `null`
 * leaves that end open, so `{ after: null, upTo: null }` is every key there is.
 */
export interface KeyRange {
  readonly after: string | null;
  readonly upTo: string | null;
}

export const WHOLE_KEY_SPACE: KeyRange = { after: null, upTo: null };

/** Whether `key` lies in `range`. */
export function rangeContains(range: KeyRange, key: string): boolean {
  return (
    (range.after === null || compareKeys(key, range.after) > 0) &&
    (range.upTo === null || compareKeys(key, range.upTo) <= 0)
  );
}

/** Whether the ranges, in the order given, tile `whole`: no gap, no overlap, the same two ends. */
export function rangesTile(whole: KeyRange, parts: readonly KeyRange[]): boolean {
  let edge = whole.after;
  for (const [index, part] of parts.entries()) {
    if (part.after !== edge) return false;
    const isLast = index === parts.length - 1;
    if (part.upTo === null) return isLast && whole.upTo === null;
    if (part.after !== null && compareKeys(part.upTo, part.after) < 0) return false;
    edge = part.upTo;
  }
  return parts.length > 0 && edge === whole.upTo;
}

/** Whether the ranges, in the order given, follow each other without overlap; there may be gaps. */
export function rangesAscend(ranges: readonly KeyRange[]): boolean {
  return ranges.every(({ after, upTo }, index) => {
    const previous = ranges[index - 1];
    if (previous !== undefined && (previous.upTo === null || after === null)) return false;
    if (previous?.upTo !== undefined && compareKeys(after ?? "", previous.upTo ?? "") < 0) return false;
    return upTo === null || after === null || compareKeys(upTo, after) >= 0;
  });
}
