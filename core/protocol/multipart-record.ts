import { createHash } from "node:crypto";
import { z } from "zod";
import { keyToBytes } from "../object-key.ts";

const crc64Schema = z.string().regex(/^\d{1,20}$/u);

/** A part that the holder read, sent and saw stored with the CRC-64 of the bytes it had read. */
export const uploadedPartSchema = z.strictObject({
  n: z.int().min(1),
  etag: z.string(),
  /** CRC-64/XZ, decimal. */
  crc64: crc64Schema,
  /** CRC-64/NVME, decimal; where the source states the whole object's, so that it can be checked at the end. */
  crc64nvme: crc64Schema.optional(),
});

/**
 * `uploads/<partitionId>/<epoch>/<name>.json` — a multipart upload that the holder of that epoch began and has not
 * completed yet; written by that holder alone, again and again as parts are finished, deleted after Complete. A
 * successor resumes the upload only on the strength of this record: for the same version of the source, with the
 * same part size, and reusing only parts that the destination lists exactly as they are named here.
 */
export const multipartRecordSchema = z.strictObject({
  key: z.string(),
  destinationKey: z.string(),
  uploadId: z.string().min(1),
  sourceEtag: z.string(),
  sizeBytes: z.int().min(1),
  partSizeBytes: z.int().min(1),
  parts: z.array(uploadedPartSchema),
});

export type UploadedPart = z.infer<typeof uploadedPartSchema>;
export type MultipartRecord = z.infer<typeof multipartRecordSchema>;

/** The record's name within its partition and epoch: a digest, as keys may hold anything and be long. */
export function uploadRecordName(sourceKey: string): string {
  return createHash("sha256").update(keyToBytes(sourceKey)).digest("hex").slice(0, 32);
}
