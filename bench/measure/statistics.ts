/** Median and extremes of repeated measurements; three or five runs carry no finer statistics. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The summary of one value at least. */
export function summarize(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const [min] = sorted;
  const max = sorted.at(-1);
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  const upper = sorted[Math.ceil((sorted.length - 1) / 2)];
  if (min === undefined || max === undefined || lower === undefined || upper === undefined) {
    throw new RangeError("There is nothing to summarize");
  }
  return { median: (lower + upper) / 2, min, max };
}

/**
 * The ratios of measurements taken in pairs, first of the pair by second. Noise that comes and goes hits both
 * of a pair and cancels out, which it would not in a ratio of medians.
 */
export function summarizeRatios(pairs: readonly (readonly [number, number])[]): Summary {
  return summarize(pairs.map(([first, second]) => first / second));
}
