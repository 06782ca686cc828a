import { keySizeBytes } from "../core/object-key.ts";

/** Sorts after every key that begins with what stands before it. */
const HIGHEST = "\u{10FFFF}";

/** Longest `start-after` we send. */
const LONGEST_PROBE_BYTES = 1_000;

/**
 * Chooses where to cut the keys after `cut` into up to `pieces` ranges that each hold at least one key now.
 * Resolves to the boundaries between them, in order: none when there is nothing to divide.
 *
 * Only keys that were really seen are used: `nextAfter(boundary)` is a listing of one key. First the longest
 * prefix of `cut` that all remaining keys share is found by bisection, then the remaining keys are divided by
 * the character that follows it. Costs about log2(length of cut) + pieces listings.
 */
export async function chooseSplitPoints(
  cut: string,
  pieces: number,
  nextAfter: (boundary: string) => Promise<string | undefined>,
): Promise<readonly string[]> {
  if (pieces < 2 || !cut.isWellFormed() || keySizeBytes(cut) > LONGEST_PROBE_BYTES) return [];
  const characters = Array.from(cut);
  const upperEdge = (length: number): string => characters.slice(0, length).join("") + HIGHEST;

  // Smallest length for which a key lies beyond everything that begins with that much of `cut`.
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

  const shared = beyond.length - 1;
  const boundaries = [upperEdge(beyond.length)];
  let key: string | undefined = beyond.key;
  while (key?.isWellFormed() === true && boundaries.length < pieces - 1) {
    const boundary =
      Array.from(key)
        .slice(0, shared + 1)
        .join("") + HIGHEST;
    if (keySizeBytes(boundary) > LONGEST_PROBE_BYTES) break;
    key = await nextAfter(boundary);
    if (key !== undefined) boundaries.push(boundary);
  }
  return boundaries;
}
