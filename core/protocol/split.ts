import { z } from "zod";
import { childSchema } from "./partition.ts";

/**
 * `splits/<partitionId>.json` — where the rest of a partition was cut off. Written create-only by its holder
 * before it copies anything, so that a successor after a crash keeps `(after, cut]` and leaves the children alone.
 * The own part and the children tile the partition's range.
 */
export const splitSchema = z.strictObject({
  partitionId: z.string(),
  epoch: z.int().min(1),
  /** Last key of the holder's own part, inclusive. */
  cut: z.string(),
  children: z.array(childSchema).min(1),
});

export type Split = z.infer<typeof splitSchema>;
