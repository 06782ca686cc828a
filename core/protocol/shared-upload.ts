import { createHash } from "node:crypto";
import { z } from "zod";

/** The multipart upload of one huge object, with everything that whoever sends a part of it must know. */
export const sharedUploadSchema = z.strictObject({
  key: z.string(),
  destinationKey: z.string(),
  uploadId: z.string().min(1),
  /** Parts are read from this version of the source alone. */
  sourceEtag: z.string(),
  sizeBytes: z.int().min(1),
  partSizeBytes: z.int().min(1),
  /** Base64; where the source states the whole object's CRC-64/NVME, parts must come with their own. */
  crc64nvme: z.string().optional(),
});

export type SharedUpload = z.infer<typeof sharedUploadSchema>;

/** Part numbers from `first` to `last`, inclusive. */
export const partSpanSchema = z.strictObject({ first: z.int().min(1), last: z.int().min(1) });
export type PartSpan = z.infer<typeof partSpanSchema>;

/**
 * `shared/<partitionId>/<name>.json` — into which spans the parts of a huge object's upload were cut, each a
 * partition of its own. Written create-only by the holder of the object's partition, after the spans' manifest
 * entries, so that a successor goes on with the same spans.
 */
export const uploadSharingSchema = z.strictObject({
  /** The partition that the object belongs to, and the epoch of the holder that cut the upload. */
  partitionId: z.string(),
  epoch: z.int().min(1),
  upload: sharedUploadSchema,
  spans: z.array(z.strictObject({ partitionId: z.string(), span: partSpanSchema })).min(1),
});

export type UploadSharing = z.infer<typeof uploadSharingSchema>;

/** The sharing's name within its partition: a digest, as upload ids are the service's to shape. */
export function sharingName(uploadId: string): string {
  return createHash("sha256").update(uploadId).digest("hex").slice(0, 32);
}
