import { expect, it } from "vitest";
import { SizeHistogram, type SizeClass } from "../../../cli/report/size-histogram.ts";

function classesOf(...sizes: readonly number[]): readonly SizeClass[] {
  const histogram = new SizeHistogram();
  for (const size of sizes) histogram.add(size);
  return histogram.classes();
}

it("puts each size into the class of its power of two, and empty objects into one of their own", () => {
  expect(classesOf(0, 1, 2, 3, 8)).toEqual([
    { fromBytes: 0, belowBytes: 1, objects: 1, bytes: 0 },
    { fromBytes: 1, belowBytes: 2, objects: 1, bytes: 1 },
    { fromBytes: 2, belowBytes: 4, objects: 2, bytes: 5 },
    { fromBytes: 4, belowBytes: 8, objects: 0, bytes: 0 },
    { fromBytes: 8, belowBytes: 16, objects: 1, bytes: 8 },
  ]);
});

it("has a class for the largest object that OSS can hold, and none when there are no objects", () => {
  const largest = 48.8e12;
  const [only] = classesOf(largest);
  expect(only?.fromBytes).toBeLessThanOrEqual(largest);
  expect(only?.belowBytes).toBeGreaterThan(largest);
  expect(classesOf()).toEqual([]);
});
