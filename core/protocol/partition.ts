import { z } from "zod";

/**
 * `manifest/<partitionId>.json` — a partition: a half-open range `(after, upTo]` of the source's keys, the unit
 * of claiming. Written create-only by whoever makes the partition, before anything refers to it; never changes.
 */
export const keyRangeSchema = z.strictObject({
  /** Exclusive; null = from the first key. */
  after: z.string().nullable(),
  /** Inclusive; null = to the last key. */
  upTo: z.string().nullable(),
});

/** In a job with a base: the base's partition whose ledger is the base of this range, or whose children are to follow. */
const basePartitionId = z.string().optional();

export const partitionSchema = z.strictObject({
  partitionId: z.string(),
  range: keyRangeSchema,
  /** The partition whose remainder this is; null for a root. */
  parentId: z.string().nullable(),
  basePartitionId,
});

export type Partition = z.infer<typeof partitionSchema>;

/** A child as its parent's split and completion marker name it. */
export const childSchema = z.strictObject({
  partitionId: z.string(),
  range: keyRangeSchema,
  basePartitionId,
});
export type Child = z.infer<typeof childSchema>;
