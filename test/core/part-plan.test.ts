import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DEFAULT_THRESHOLDS,
  partRange,
  planTransfer,
  type SizeLimits,
  type SizeThresholds,
  type TransferPlan,
} from "../../core/part-plan.ts";
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

  it("plans for the largest object that OSS can hold", () => {
    expect(planTransfer(OSS_LIMITS.maxObjectBytes, OSS_LIMITS, DEFAULT_THRESHOLDS)).toEqual({
      kind: "multipart",
      partSizeBytes: OSS_LIMITS.maxPartBytes,
      partCount: OSS_LIMITS.maxParts,
    });
  });

  it("starts with multipart where one put may not be so large", () => {
    const limits = { ...OSS_LIMITS, maxPutBytes: 2 * MIB };

    expect(planTransfer(3 * MIB, limits, DEFAULT_THRESHOLDS)).toMatchObject({ kind: "multipart" });
  });

  it("never breaks a limit, and the parts tile the object", () => {
    fc.assert(
      fc.property(fc.nat(60 * TIB), anyLimits(), anyThresholds(), (sizeBytes, limits, thresholds) => {
        const plan = planTransfer(sizeBytes, limits, thresholds);

        expect(brokenRules(plan, sizeBytes, limits, thresholds)).toEqual([]);
      }),
    );
  });
});

function brokenRules(
  plan: TransferPlan,
  sizeBytes: number,
  limits: SizeLimits,
  thresholds: SizeThresholds,
): string[] {
  const rules: Record<string, boolean> = {};
  if (plan.kind === "buffered") rules["small enough for memory"] = sizeBytes <= thresholds.bufferedUpToBytes;
  if (plan.kind === "buffered" || plan.kind === "streamed") {
    rules["small enough for one put"] = sizeBytes <= limits.maxPutBytes;
  }
  if (plan.kind === "too-large") {
    const most = Math.min(limits.maxObjectBytes, limits.maxParts * limits.maxPartBytes);
    rules["refused only beyond the limits"] = sizeBytes > most;
  }
  if (plan.kind === "multipart") {
    const { partSizeBytes, partCount } = plan;
    rules["parts large enough"] = partSizeBytes >= limits.minPartBytes;
    rules["parts small enough"] = partSizeBytes <= limits.maxPartBytes;
    rules["few enough parts"] = partCount <= limits.maxParts;
    const last = partRange(partCount, partSizeBytes, sizeBytes);
    rules["last part has bytes"] = last.start <= last.end;
    rules["parts end with the object"] = last.end === sizeBytes - 1;
    const middle = Math.ceil(partCount / 2);
    const tiles = partRange(middle, partSizeBytes, sizeBytes).end + 1;
    rules["parts adjoin"] = tiles === Math.min(sizeBytes, middle * partSizeBytes);
    rules["parts begin with the object"] = partRange(1, partSizeBytes, sizeBytes).start === 0;
  }
  return Object.keys(rules).filter((rule) => rules[rule] === false);
}

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

function anyThresholds(): fc.Arbitrary<SizeThresholds> {
  return fc.record({
    bufferedUpToBytes: fc.nat(2 * MIB),
    streamedUpToBytes: fc.nat(200 * MIB),
    partSizeBytes: fc.integer({ min: 1, max: 200 * MIB }),
  });
}
