import { z } from "zod";

const positive = z.number().positive();
const price = z.number().min(0).optional();

export const limits = z
  .strictObject({
    ecsRegionMbit: positive
      .default(5_000)
      .describe("Into all pay-by-traffic instances of the region and account together, Mbit/s."),
    ossUploadMbit: positive
      .optional()
      .describe("Uploads to OSS, all buckets of the account in the region, Mbit/s; default: as documented."),
    ossRequestsPerSecond: positive.default(10_000).describe("Requests to OSS, all buckets of the account."),
    sourceMbit: positive.optional().describe("What the source or the way from it gives, Mbit/s."),
    sourceRequestsPerSecond: positive.optional().describe("Requests that the source answers."),
  })
  .describe("What `oss-ferry estimate` reckons with. Raise them when the clouds have raised them for you.");

export const prices = z
  .strictObject({
    currency: z.string().min(1).max(8).optional().describe("What the prices are in, for instance `USD`."),
    instanceHour: price.describe("One instance with its disk and address, an hour."),
    sourceEgressGB: price.describe("Traffic out of the source, a GB; the average of its tiers."),
    sourceGets10000: price.describe("10,000 GETs at the source."),
    sourceLists10000: price.describe("10,000 LISTs at the source."),
    ossPuts10000: price.describe(
      "10,000 PUTs at OSS; initiating and completing uploads and LIST count as such.",
    ),
  })
  .describe("For `oss-ferry estimate`. No price is built in; where one is missing, the quantity is shown.");

export type Prices = z.infer<typeof prices>;
