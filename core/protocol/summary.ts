import { z } from "zod";
import { tallySchema } from "./tally-schema.ts";

/**
 * `summary.json` — the job is complete: from the roots every partition has a completion marker, the ranges tile
 * the key space, and every tally adds up. Written create-only by whichever worker proves it first.
 */
export const summarySchema = z.strictObject({
  jobId: z.string(),
  partitions: z.int().min(1),
  tally: tallySchema,
  /** T1 of job.json, in the source's clock. */
  startedAtSourceMs: z.number(),
  /** When the proof was finished, by the clock of the worker that made it. */
  completedAtMs: z.number(),
  provedBy: z.string(),
});

export type Summary = z.infer<typeof summarySchema>;

/** From T1 to the proof: by the clock of the worker that made it and the source's, so as wrong as these differ. */
export function tookMs({
  startedAtSourceMs,
  completedAtMs,
}: Pick<Summary, "startedAtSourceMs" | "completedAtMs">): number {
  return Math.max(0, completedAtMs - startedAtSourceMs);
}
