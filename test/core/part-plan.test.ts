import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { DEFAULT_THRESHOLDS, partRange, planTransfer, type SizeLimits } from "../../core/part-plan.ts";
import { OSS_LIMITS } from "../../storage/oss/limits.ts";

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;
const TIB = 1024 ** 4;

describe("planTransfer", () => {
  it.for([
    [0, { kind: "buffered" }],
    [MIB, { kind: "buffered" }],
    [MIB + 1, { kind: "streamed" }],
    [64 * MIB, { kind: "streamed" }],
    [64 * MIB + 1, { kind: "multipart", partSizeBytes: 32 * MIB, partCount: 3 }],
    [20 * GIB, { kind: "multipart", partSizeBytes: 32 * MIB, partCount: 640 }],
    [TIB, { kind: "multipart", partSizeBytes: 117 * MIB, partCount: 8963 }],
    [OSS_LIMITS.maxObjectBytes + 1, { kind: "too-large" }],
  ] as const)("copies %d bytes as %o", ([sizeBytes, plan]) => {
    expect(planTransfer(sizeBytes, OSS_LIMITS, DEFAULT_THRESHOLDS)).toEqual(plan);
  });

  test("plans for the largest object that OSS can hold", () => {
    expect(planTransfer(OSS_LIMITS.maxObjectBytes, OSS_LIMITS, DEFAULT_THRESHOLDS)).toEqual({
      kind: "multipart",
      partSizeBytes: OSS_LIMITS.maxPartBytes,
      partCount: OSS_LIMITS.maxParts,
    });
  });

  test("starts with multipart where one put may not be so large", () => {
    const limits = { ...OSS_LIMITS, maxPutBytes: 2 * MIB };

    expect(planTransfer(3 * MIB, limits, DEFAULT_THRESHOLDS)).toMatchObject({ kind: "multipart" });
  });

  test.prop([fc.nat(60 * TIB), anyLimits(), anyThresholds()])(
    "never breaks a limit, and the parts tile the object",
    (sizeBytes, limits, thresholds) => {
      const plan = planTransfer(sizeBytes, limits, thresholds);
      switch (plan.kind) {
        case "buffered":
          expect(sizeBytes).toBeLessThanOrEqual(Math.min(limits.maxPutBytes, thresholds.bufferedUpToBytes));
          break;
        case "streamed":
          expect(sizeBytes).toBeLessThanOrEqual(limits.maxPutBytes);
          break;
        case "too-large":
          expect(sizeBytes).toBeGreaterThan(
            Math.min(limits.maxObjectBytes, limits.maxParts * limits.maxPartBytes),
          );
          break;
        case "multipart": {
          expect(plan.partSizeBytes).toBeGreaterThanOrEqual(limits.minPartBytes);
          expect(plan.partSizeBytes).toBeLessThanOrEqual(limits.maxPartBytes);
          expect(plan.partCount).toBeLessThanOrEqual(limits.maxParts);
          let next = 0;
          for (const partNumber of [1, Math.max(1, plan.partCount - 1), plan.partCount]) {
            const range = partRange(partNumber, plan.partSizeBytes, sizeBytes);
            expect(range.start).toBe((partNumber - 1) * plan.partSizeBytes);
            expect(range.end).toBeGreaterThanOrEqual(range.start);
            next = range.end + 1;
          }
          expect(next).toBe(sizeBytes);
          break;
        }
      }
    },
  );
});

function anyLimits(): fc.Arbitrary<SizeLimits> {
  return fc
    .record({
      maxPutBytes: fc.integer({ min: 1, max: 5 * GIB }),
      minPartBytes: fc.integer({ min: 1, max: 100 * MIB }),
      partRoom: fc.nat(5 * GIB),
      maxParts: fc.integer({ min: 1, max: 20_000 }),
      maxObjectBytes: fc.integer({ min: 1, max: 50 * TIB }),
    })
    .map(({ partRoom, ...limits }) => ({ ...limits, maxPartBytes: limits.minPartBytes + partRoom }));
}

function anyThresholds(): fc.Arbitrary<typeof DEFAULT_THRESHOLDS> {
  return fc.record({
    bufferedUpToBytes: fc.nat(2 * MIB),
    streamedUpToBytes: fc.nat(200 * MIB),
    partSizeBytes: fc.integer({ min: 1, max: 200 * MIB }),
  });
}
