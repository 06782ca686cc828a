import {
  compareKeys,
  HIGHEST_CHARACTER as HIGHEST,
  keySizeBytes,
  LONGEST_START_BYTES,
} from "../core/object-key.ts";

/**
 * Chooses where to cut the keys after `cut` into up to `pieces` ranges, each of which held a key when it was
 * looked at. Resolves to the boundaries between them, increasing and after `cut`, whatever the source answers
 * meanwhile: none when there is nothing to divide.
 *
 * Only keys that were really seen are used: `nextAfter(boundary)` is a listing of one key. First the longest
 * prefix that all remaining keys share is found by bisection over the first of them, then the remaining keys are
 * divided by the character that follows it. Costs about log2(length of that key) + pieces listings.
 */
export async function chooseSplitPoints(
  cut: string,
  pieces: number,
  nextAfter: (boundary: string) => Promise<string | undefined>,
): Promise<readonly string[]> {
  if (pieces < 2) return [];
  const first = await nextAfter(cut);
  if (first === undefined || !mayBeDivided(first)) return [];
  const characters = Array.from(first);
  const upperEdge = (length: number): string => characters.slice(0, length).join("") + HIGHEST;

  // Smallest length for which a key lies beyond everything that begins with that much of the first one.
  let beyond: { readonly length: number; readonly key: string } | undefined;
  let low = 1;
  let high = characters.length;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const key = await nextAfter(upperEdge(middle));
    if (key === undefined) {
      low = middle + 1;
    } else {
      beyond = { length: middle, key };
      high = middle - 1;
    }
  }
  if (beyond === undefined) return [];

  const boundaries = [upperEdge(beyond.length)];
  let key = beyond.key;
  while (boundaries.length < pieces - 1 && mayBeDivided(key)) {
    const boundary = Array.from(key).slice(0, beyond.length).join("") + HIGHEST;
    // A source that changes while it is probed may answer out of order; the ranges must not be.
    if (compareKeys(boundary, boundaries.at(-1) ?? cut) <= 0) break;
    const next = await nextAfter(boundary);
    if (next === undefined) break;
    boundaries.push(boundary);
    key = next;
  }
  return boundaries;
}

/** Whether a boundary made of the beginning of this key surely lies after the key and may be sent. */
function mayBeDivided(key: string): boolean {
  return key.isWellFormed() && !key.includes(HIGHEST) && keySizeBytes(key) <= LONGEST_START_BYTES;
}
