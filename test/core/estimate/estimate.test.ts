import { describe, expect, test } from "vitest";
import { documentedOssUploadMbit } from "../../../core/config/documented-limits.ts";
import { estimate, type Estimate, type EstimateInput } from "../../../core/estimate/estimate.ts";

/** The article's example, with nothing in the way. */
const ARTICLE: EstimateInput = {
  volumeBytes: 500e12,
  objects: 50e6,
  days: 7,
  workers: undefined,
  mbitPerInstance: 200,
  transfers: 128,
  objectMs: 200,
  limits: { ecsRegionMbit: 20_000, ossUploadMbit: 20_000, ossRequestsPerSecond: 10_000 },
  prices: {},
};

const DAY_MS = 86_400_000;

function binding({ limits }: Estimate): readonly string[] {
  return limits.filter(({ binds }) => binds).map(({ name }) => name);
}

test("500 TB in 7 days at 200 Mbit/s are 36 instances, 33.1 exactly, and less than 7 days", () => {
  const result = estimate(ARTICLE);

  expect(result.fleet?.formula).toBe(36);
  expect(result.fleet?.exact).toBeCloseTo(33.07, 2);
  expect(result.fleet?.atEightyPercent).toBeCloseTo(41.34, 2);
  expect(result).toMatchObject({ instances: 36, mbit: 7_200, inTime: true });
  expect(result.durationMs / DAY_MS).toBeCloseTo(6.43, 2);
  expect(binding(result)).toEqual(["instance-bandwidth"]);
});

test("instances that are there are reckoned with instead", () => {
  const result = estimate({ ...ARTICLE, workers: 10 });

  expect(result).toMatchObject({ instances: 10, mbit: 2_000, inTime: false, fleet: { formula: 36 } });
  expect(result.durationMs / DAY_MS).toBeCloseTo(23.15, 2);
});

describe("the limit that binds is", () => {
  const { limits } = ARTICLE;
  const cases: readonly (readonly [string, Partial<EstimateInput>, number])[] = [
    ["ecs-region", { limits: { ...limits, ecsRegionMbit: 5_000 } }, 5_000],
    ["oss-upload", { limits: { ...limits, ossUploadMbit: 2_000 } }, 2_000],
    ["source-bandwidth", { limits: { ...limits, sourceMbit: 1_000 } }, 1_000],
    // 100,000 bytes an object: 10,000 PUTs/s are 8 Gbit/s.
    ["oss-requests", { objects: 5e9, workers: 100, limits: { ...limits } }, 8_000],
    ["source-requests", { objects: 5e9, limits: { ...limits, sourceRequestsPerSecond: 1_001 } }, 800],
    // 640 objects of 10,000 bytes a second and worker.
    ["worker-requests", { objects: 50e9, workers: 10 }, 512],
  ];

  test.each(cases)("%s", (name, change, mbit) => {
    const result = estimate({ ...ARTICLE, ...change });

    expect(binding(result)).toEqual([name]);
    expect(result.mbit).toBeCloseTo(mbit, 6);
  });

  test("both of two that are equally low", () => {
    const both = { ...limits, ecsRegionMbit: 5_000, ossUploadMbit: 5_000 };

    const result = estimate({ ...ARTICLE, limits: both });

    expect(binding(result)).toEqual(["ecs-region", "oss-upload"]);
    expect(result.inTime).toBe(false);
    expect(result.usefulInstances).toBe(25);
  });
});

test("without the number of objects nothing is said about requests", () => {
  const result = estimate({ ...ARTICLE, objects: undefined });

  expect(result.requests).toBeUndefined();
  expect(result.limits.map(({ name }) => name)).toEqual(["instance-bandwidth", "ecs-region", "oss-upload"]);
  expect(result.costs.map(({ setting }) => setting)).toEqual([
    "prices.instanceHour",
    "prices.sourceEgressGB",
  ]);
});

test.each([
  ["small objects", 2_500_000, 10e12, { sourceGets: 2_500_000, sourceLists: 2_500, ossPuts: 2_500_000 }],
  // 100 parts of 32 MiB, and one request to begin and one to complete each.
  ["large objects", 10, 10 * 100 * 32 * 2 ** 20, { sourceGets: 1_000, sourceLists: 1, ossPuts: 1_020 }],
])("requests of %s are counted as they are sent", (_, objects, volumeBytes, requests) => {
  expect(estimate({ ...ARTICLE, objects, volumeBytes }).requests).toEqual(requests);
});

describe("the cost", () => {
  const prices = {
    currency: "XYZ",
    instanceHour: 1,
    sourceEgressGB: 0.1,
    sourceGets10000: 2,
    sourceLists10000: 20,
    ossPuts10000: 3,
  };

  test("is quantity by price, and their sum", () => {
    const result = estimate({ ...ARTICLE, mbitPerInstance: 100, workers: 10, prices });

    expect(result.costs.map(({ amount }) => Math.round(amount ?? -1))).toEqual([
      11_111, // 10 instances for 1,111 hours
      50_000,
      10_000,
      100,
      15_000,
    ]);
    expect(result.total).toBeCloseTo(86_211.11, 2);
  });

  test("has no sum when a price is missing, and says which", () => {
    const result = estimate({ ...ARTICLE, prices: { ...prices, sourceLists10000: undefined } });

    expect(result.total).toBeUndefined();
    expect(result.costs.find(({ amount }) => amount === undefined)).toMatchObject({
      setting: "prices.sourceLists10000",
      quantity: 5,
    });
  });
});

test.each([
  ["cn-shanghai", 20_000],
  ["ap-southeast-1", 20_000],
  ["cn-chengdu", 10_000],
  ["cn-hongkong", 5_000],
  ["eu-central-1", 5_000],
  ["ap-northeast-2", 2_000],
])("OSS in %s takes %d Mbit/s of uploads unless more was agreed on", (region, mbit) => {
  expect(documentedOssUploadMbit(region)).toBe(mbit);
});
