import { encodeJson } from "../../core/protocol/codec.ts";
import { sharingName, type PartSpan, type SharedUpload } from "../../core/protocol/shared-upload.ts";
import type { SpanCompletion } from "../../core/protocol/span-partition.ts";
import { ROOT, type ProtocolWorld } from "./protocol-world.ts";

/** The upload of an object of sixteen parts, one hundred bytes each. */
export const UPLOAD: SharedUpload = {
  key: "huge",
  destinationKey: "huge",
  uploadId: "upload-1",
  sourceEtag: "etag",
  sizeBytes: 1_600,
  partSizeBytes: 100,
};

/** A job in which objects are huge from 400 bytes on. */
export const HUGE_SPEC = { hugeObjectSizeBytes: 400 };

/** Where the cut of `UPLOAD` is recorded. */
export function sharingKey(world: ProtocolWorld): string {
  return world.context.keys.sharing(ROOT, sharingName(UPLOAD.uploadId));
}

/** Stores the completion record of a span, as its holder would. */
export function completeSpan(
  world: ProtocolWorld,
  partitionId: string,
  { first, last }: PartSpan,
  outcome: SpanCompletion["outcome"] = "stored",
): void {
  const parts = Array.from({ length: last - first + 1 }, (_, index) => ({
    n: first + index,
    etag: `etag-${first + index}`,
    crc64: "1",
  }));
  const completion: SpanCompletion = { partitionId, epoch: 1, workerId: "other", outcome, parts };
  world.bucket.put(world.context.keys.done(partitionId), encodeJson(completion));
}
