import { z } from "zod";
import { childSchema, keyRangeSchema } from "./partition.ts";
import { tallySchema } from "./tally-schema.ts";

/** Where a partition's ledger lies and what it must contain. */
const ledgerReferenceSchema = z.strictObject({
  key: z.string(),
  /** SHA-256 of the object's bytes, hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  lines: z.int().min(0),
});

/**
 * `done/<partitionId>.json` — the completion marker: proof that every key of `range` up to `cut` has an outcome
 * in the ledger, and that the rest of the range belongs to `children`. Written create-only by the holder after
 * its ledger; the first one stands.
 */
export const completionMarkerSchema = z.strictObject({
  partitionId: z.string(),
  epoch: z.int().min(1),
  workerId: z.string(),
  range: keyRangeSchema,
  /** Last key of the own part, inclusive; null when the partition was not split and the own part is all of it. */
  cut: z.string().nullable(),
  children: z.array(childSchema),
  tally: tallySchema,
  ledger: ledgerReferenceSchema,
  /**
   * When the holder began with the partition and when it had an outcome for every key, by its own clock: for people
   * alone, nothing is decided by them. Absent in those of older workers.
   */
  startedAtMs: z.number().min(0).optional(),
  completedAtMs: z.number().min(0).optional(),
});

export type CompletionMarker = z.infer<typeof completionMarkerSchema>;
