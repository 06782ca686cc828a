import type { BodyStore } from "./bodies.ts";
import type { Bucket, MultipartUpload, StoredPart } from "./bucket.ts";

/** Uploads under way after the two markers, ordered by key and then by id. */
export function pageOfUploads(
  bucket: Bucket,
  request: {
    readonly prefix: string;
    readonly keyMarker: string;
    readonly idMarker: string;
    readonly maxUploads: number;
  },
): { readonly page: readonly MultipartUpload[]; readonly truncated: boolean } {
  const { prefix, keyMarker, idMarker, maxUploads } = request;
  const later = [...bucket.uploads.values()]
    .filter(({ key, uploadId }) => {
      const afterMarker = key > keyMarker || (key === keyMarker && idMarker !== "" && uploadId > idMarker);
      return key.startsWith(prefix) && afterMarker;
    })
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.uploadId, b.uploadId));
  return { page: later.slice(0, maxUploads), truncated: later.length > maxUploads };
}

/** Parts with a number above `after`, in order of their numbers. */
export function pageOfParts(
  upload: MultipartUpload,
  after: number,
  maxParts: number,
): { readonly page: readonly (readonly [number, StoredPart])[]; readonly truncated: boolean } {
  const later = [...upload.parts].filter(([number]) => number > after).sort(([a], [b]) => a - b);
  return { page: later.slice(0, maxParts), truncated: later.length > maxParts };
}

/** Ends the upload and lets go of its parts. */
export function forgetUpload(bodies: BodyStore, bucket: Bucket, upload: MultipartUpload): void {
  bucket.uploads.delete(upload.uploadId);
  for (const part of upload.parts.values()) bodies.release(part.body);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
