import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutIntoSpans } from "../../core/part-spans.ts";

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

const spansOf = (sizeBytes: number, partSizeBytes: number, workers: number): number =>
  cutIntoSpans({
    partCount: Math.ceil(sizeBytes / partSizeBytes),
    partSizeBytes,
    leastSpanBytes: GIB,
    workers,
  }).length;

describe("cutIntoSpans", () => {
  it.for([
    ["no span is smaller than asked for", 16 * GIB, 32 * MIB, 100, 16],
    ["a small fleet gets spans enough for workers that join later", 1024 * GIB, 117 * MIB, 1, 16],
    ["a larger one gets some for each worker", 1024 * GIB, 117 * MIB, 40, 160],
    ["a huge one gets no more than are worth their requests", 1024 * GIB, 117 * MIB, 1_000, 256],
    ["what is smaller than a span is one", 200 * MIB, 32 * MIB, 10, 1],
  ] as const)("%s", ([, sizeBytes, partSizeBytes, workers, spans]) => {
    expect(spansOf(sizeBytes, partSizeBytes, workers)).toBe(spans);
  });

  it("gives every part to one span, in order, and as many to each but for one", () => {
    const anyCut = fc.record({
      partCount: fc.integer({ min: 1, max: 10_000 }),
      partSizeBytes: fc.integer({ min: 1, max: 5 * GIB }),
      leastSpanBytes: fc.integer({ min: 1, max: 5 * GIB }),
      workers: fc.integer({ min: 1, max: 1_000 }),
    });
    fc.assert(
      fc.property(anyCut, (options) => {
        const spans = cutIntoSpans(options);
        let next = 1;
        for (const { first, last } of spans) {
          expect(first).toBe(next);
          next = last + 1;
        }
        expect(next).toBe(options.partCount + 1);
        const lengths = spans.map(({ first, last }) => last - first + 1);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
