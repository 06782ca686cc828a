import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Throughput, ThroughputOverTime } from "../../../cli/report/throughput.ts";

const anyWork = fc.record({
  startedAtMs: fc.integer({ min: 0, max: 10_000_000 }),
  completedAtMs: fc.integer({ min: 0, max: 10_000_000 }),
  copiedBytes: fc.nat(),
  objects: fc.nat({ max: 10_000 }),
});

type Work = Parameters<ThroughputOverTime["add"]>[0];

function throughputOf(works: readonly Work[]): Throughput {
  const throughput = new ThroughputOverTime();
  for (const work of works) throughput.add(work);
  return throughput.result();
}

describe("throughput over time", () => {
  it("keeps the totals however long it took, in at most 240 points without gaps", () => {
    fc.assert(
      fc.property(fc.array(anyWork, { minLength: 1, maxLength: 40 }), (works) => {
        const { points, widthMs } = throughputOf(works);
        const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
        expect(points.length).toBeLessThanOrEqual(240);
        expect(
          points.every(({ fromMs }, index) => fromMs === (points[0]?.fromMs ?? 0) + index * widthMs),
        ).toBe(true);
        expect(sum(points.map(({ copiedBytes }) => copiedBytes))).toBeCloseTo(
          sum(works.map(({ copiedBytes }) => copiedBytes)),
          -1,
        );
        expect(sum(points.map(({ objects }) => objects))).toBeCloseTo(
          sum(works.map(({ objects }) => objects)),
          3,
        );
      }),
    );
  });

  it("counts a partition evenly over the time that it was worked on", () => {
    const { points } = throughputOf([
      { startedAtMs: 10_500, completedAtMs: 12_500, copiedBytes: 200, objects: 4 },
    ]);
    expect(points).toEqual([
      { fromMs: 10_000, copiedBytes: 50, objects: 1 },
      { fromMs: 11_000, copiedBytes: 100, objects: 2 },
      { fromMs: 12_000, copiedBytes: 50, objects: 1 },
    ]);
  });

  it("counts what took no time at all, or less than none by a clock that was set back", () => {
    const at = 20_000;
    const { points } = throughputOf([
      { startedAtMs: at, completedAtMs: at, copiedBytes: 7, objects: 1 },
      { startedAtMs: at + 9_000, completedAtMs: at, copiedBytes: 3, objects: 1 },
    ]);
    expect(points).toEqual([{ fromMs: at, copiedBytes: 10, objects: 2 }]);
  });

  it("says how many partitions do not tell, and leaves them out", () => {
    expect(throughputOf([{ copiedBytes: 7, objects: 1 }])).toMatchObject({
      points: [],
      untimedPartitions: 1,
    });
  });
});
