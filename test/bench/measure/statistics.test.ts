import { expect, test } from "vitest";
import { summarize, summarizeRatios } from "../../../bench/measure/statistics.ts";

test("the median of an odd number of values is the middle one, of an even number the mean of the two", () => {
  expect(summarize([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
  expect(summarize([4, 1, 2, 3])).toEqual({ median: 2.5, min: 1, max: 4 });
  expect(summarize([7])).toEqual({ median: 7, min: 7, max: 7 });
});

test("no values have no summary", () => {
  expect(() => summarize([])).toThrow(RangeError);
});

test("ratios are taken pair by pair, so that noise which hits a pair cancels out", () => {
  const quiet = [300, 200] as const;
  const disturbed = [150, 100] as const;

  expect(summarizeRatios([quiet, disturbed])).toEqual({ median: 1.5, min: 1.5, max: 1.5 });
});
