import { z } from "zod";
import { isJobId } from "./keys.ts";

const jobId = z.string().refine(isJobId, "1 to 128 letters, digits, _ or -");
const baseJobId = jobId;

/**
 * What a job does with each key.
 *
 * - copy: what the source holds goes to the destination; `sample` stops a pilot after so much
 * - delta: a three-way merge of the base's ledgers with both buckets (core/merge); may be a round of several
 * - redrive: tries again what failed in the base; everything else is carried over from its ledgers
 * - prune: deletes at the destination what the base found gone at the source, if it is still as we put it
 * - audit: compares both buckets and changes nothing; with a base it knows what the application did
 *
 * A base is a complete job of the same buckets, prefixes and filters. Jobs with a base follow its partitions and
 * write ledgers as complete as its own, so that the next job needs this one alone.
 */
export const jobWorkSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("copy"),
    sample: z
      .strictObject({ objects: z.int().min(1).optional(), bytes: z.int().min(1).optional() })
      .optional(),
  }),
  z.strictObject({
    kind: z.literal("delta"),
    baseJobId,
    /** Present when the delta repeats: `of` names the first round, which is number 1. */
    round: z.strictObject({ of: jobId, number: z.int().min(1) }).optional(),
  }),
  z.strictObject({ kind: z.literal("redrive"), baseJobId }),
  z.strictObject({ kind: z.literal("prune"), baseJobId, mostDeletes: z.int().min(0) }),
  z.strictObject({
    kind: z.literal("audit"),
    baseJobId: baseJobId.optional(),
    /** Whether the bytes are read and compared where the listings cannot tell. */
    content: z.boolean(),
  }),
]);

export type JobWork = z.infer<typeof jobWorkSchema>;

export const JOB_KINDS = ["copy", "delta", "redrive", "prune", "audit"] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** Which keys of the source a job is about; the others are recorded as skipped. All that is given must hold. */
export const objectFilterSchema = z.strictObject({
  /** Globs, of which one must match the key behind the source prefix; none: every key. */
  include: z.array(z.string().min(1)).default([]),
  /** Globs, of which none may match. */
  exclude: z.array(z.string().min(1)).default([]),
  minSizeBytes: z.int().min(0).optional(),
  maxSizeBytes: z.int().min(0).optional(),
  /** By the source's Last-Modified, which for a multipart object is when its upload began. */
  modifiedSinceMs: z.number().optional(),
  modifiedBeforeMs: z.number().optional(),
});

export type ObjectFilter = z.infer<typeof objectFilterSchema>;

/** What a copy without a base does with keys that the destination has already. */
export const OVERWRITE_POLICIES = ["never", "if-different", "if-newer", "always"] as const;
export type OverwritePolicy = (typeof OVERWRITE_POLICIES)[number];
