import { z } from "zod";
import { exactlyOne } from "./exactly-one.ts";
import { durationText, sizeText } from "./quantity.ts";
import { ossPrefix, prefix, text } from "./texts.ts";

const bandwidth = z
  .strictObject({
    internetMaxBandwidthOut: z
      .int()
      .min(1)
      .max(100, "must be at most 100; for more use eipBandwidth, up to 200")
      .optional()
      .describe(
        "Public IP address with this many Mbit/s. Above 10 it also lifts inbound, which is what a migration needs.",
      ),
    eipBandwidth: z
      .int()
      .min(1)
      .max(200, "must be at most 200, the most of a pay-by-traffic EIP")
      .optional()
      .describe("Elastic IP address with this many Mbit/s instead."),
  })
  .check(exactlyOne(["internetMaxBandwidthOut"], ["eipBandwidth"], "internetMaxBandwidthOut or eipBandwidth"))
  .describe("How each instance reaches the source, in Mbit/s; billed by outbound traffic.");

const spot = z
  .strictObject({
    priceLimit: z
      .number()
      .positive()
      .optional()
      .describe("Highest price per hour; without one, the market price is paid."),
    protectedHours: z
      .int()
      .min(0)
      .max(1)
      .default(1)
      .describe("Hours in which the instance is not taken away: 0 or 1."),
  })
  .describe("Spot instances. One that is taken away is made again by the next deploy; no work is lost.");

const utcTime = z.iso.datetime({ precision: 0, error: "must be a UTC time such as 2026-12-24T18:00:00Z" });

const autoReleaseTime = utcTime.describe(
  "The cloud releases the fleet at this time, whatever happens; at least 30 minutes after the deployment.",
);

const instanceType = z
  .string()
  .regex(/^ecs\.[a-z0-9-]+\.[a-z0-9]+$/u, "must be an ECS instance type, for instance ecs.c7.large")
  .regex(/^ecs\.(?![a-z]+\d+[ry]\.)/u, "is an Arm instance type; the worker's runtime is for x86-64");

const sample = z
  .strictObject({
    objects: z
      .int()
      .min(1)
      .optional()
      .describe("Ends after about this many objects from all over the bucket…"),
    size: sizeText.optional().describe("…or this much, whichever comes first."),
  })
  .refine(({ objects, size }) => objects !== undefined || size !== undefined, "needs objects, size or both")
  .describe("Of `pilot`: how much is enough to measure.");

const repeat = z
  .strictObject({
    every: durationText.describe(
      "From the beginning of one round to that of the next, for instance `1 h`; at once when a round takes longer.",
    ),
    until: utcTime.optional().describe("No round begins after this time…"),
    smallEnough: z
      .int()
      .min(0)
      .optional()
      .describe(
        "…nor after a round that copied at most so many objects. Without either, until it is destroyed.",
      ),
  })
  .describe("Of `delta-…`: the same fleet goes through round after round, each based on the one before it.");

export const phase = z
  .strictObject({
    workers: z.int().min(1).max(1000).optional().describe("Number of instances."),
    volume: sizeText.optional().describe("Or: how much there is to copy, for instance `500 TB`…"),
    days: z.number().positive().max(365).optional().describe("…in how many days…"),
    mbitPerInstance: z
      .number()
      .positive()
      .optional()
      .describe("…at how many Mbit/s per instance, as the pilot measured it; default: the bandwidth."),
    instanceType: instanceType.optional().describe("Other than `instances.type`."),
    bandwidth: bandwidth.optional().describe("Other than `instances.bandwidth`."),
    spot: z
      .union([spot, z.literal(false)])
      .optional()
      .describe("Other than `instances.spot`; `false` for none."),
    autoReleaseTime: autoReleaseTime.optional(),
    srcPrefix: prefix.optional().describe("Other than `srcPrefix`, for instance the pilot's sample."),
    destPrefix: ossPrefix.optional().describe("Other than `destPrefix`."),
    base: text
      .optional()
      .describe(
        "Of `delta-…` and `audit`: the earlier phase it is compared with; default of a delta: the last full copy or delta before it.",
      ),
    sample: sample.optional(),
    repeat: repeat.optional(),
    content: z
      .boolean()
      .optional()
      .describe(
        "Of `audit`: whether the source's bytes are read where the listings cannot tell whether they are the same; default `false`.",
      ),
  })
  .check(exactlyOne(["workers"], ["volume", "days"], "workers, or volume with days"))
  .describe("A fleet and its job.");

export const instances = z
  .strictObject({
    type: instanceType.describe(
      "ECS instance type with x86-64, for instance `ecs.c7.large`; the network is what counts.",
    ),
    image: z
      .string()
      .regex(
        /^(?:m-[a-z0-9]+|[\w-]+\.vhd)$/u,
        "must be the id of one image, such as aliyun_3_x64_20G_alibase_20260615.vhd or m-…, not a family or a pattern",
      )
      .describe("Image with cloud-init, systemd and Python 3, by its id: another one replaces the fleet."),
    systemDiskGB: z.int().min(20).max(2048).default(40).describe("Nothing but the system is on it."),
    bandwidth,
    spot: spot.optional(),
    autoReleaseTime: autoReleaseTime.optional(),
  })
  .describe("What the fleets are made of.");
