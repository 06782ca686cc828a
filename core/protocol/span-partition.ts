import { z } from "zod";
import { uploadedPartSchema } from "./multipart-record.ts";
import { partSpanSchema, sharedUploadSchema } from "./shared-upload.ts";

/**
 * `manifest/<partitionId>.json` of a span — a span of a huge object's parts as a partition: claimed, held and
 * reopened like any other, but no part of the tree of key ranges, so that the proof never asks for it.
 */
export const spanPartitionSchema = z.strictObject({
  partitionId: z.string(),
  /** The partition that the object belongs to; its holder completes the upload. */
  parentId: z.string(),
  upload: sharedUploadSchema,
  span: partSpanSchema,
});

export type SpanPartition = z.infer<typeof spanPartitionSchema>;

/**
 * How the work on a span ended.
 *
 * - stored: the destination holds all its parts
 * - changed: the source no longer has the version that the upload is of
 * - over: the upload is completed or aborted, or its partition is done
 * - failed: some parts could not be sent; the holder of the object's partition tries them itself
 */
const spanOutcomeSchema = z.enum(["stored", "changed", "over", "failed"]);

/**
 * `done/<partitionId>.json` of a span — its completion record, written create-only by its holder: the parts that
 * are stored, each compared with the destination's CRC-64. The first one stands.
 */
export const spanCompletionSchema = z.strictObject({
  partitionId: z.string(),
  epoch: z.int().min(1),
  workerId: z.string(),
  outcome: spanOutcomeSchema,
  /** Why, in words for people; only where not all parts are stored. */
  detail: z.string().optional(),
  parts: z.array(uploadedPartSchema),
});

export type SpanCompletion = z.infer<typeof spanCompletionSchema>;
