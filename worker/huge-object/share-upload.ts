import { FerryError } from "../../core/errors.ts";
import { cutIntoSpans } from "../../core/part-spans.ts";
import { decodeJson, encodeJson } from "../../core/protocol/codec.ts";
import {
  sharingName,
  uploadSharingSchema,
  type SharedUpload,
  type UploadSharing,
} from "../../core/protocol/shared-upload.ts";
import type { JobContext } from "../job-context.ts";
import { publishPartition } from "../publish-partition.ts";
import type { HeldPartition } from "../work-partition.ts";

/** The smallest huge object is cut into this many spans. */
const SPANS_OF_THE_SMALLEST = 16;

/**
 * Cuts the parts of a huge object's upload into spans and opens them to the fleet. The first cut recorded for an
 * upload stands: whoever comes later gets that one back. Spans are in the manifest before the cut names them, and
 * open to be claimed after it.
 */
export async function shareUpload(
  context: JobContext,
  held: HeldPartition,
  upload: SharedUpload,
  liveWorkers: () => Promise<number>,
  signal: AbortSignal,
): Promise<UploadSharing> {
  const { keys, control, log } = context;
  const key = keys.sharing(held.partitionId, sharingName(upload.uploadId));
  const recorded = await findSharing(context, key, signal);
  if (recorded !== undefined) return reopened(context, recorded, signal);

  const sharing: UploadSharing = {
    partitionId: held.partitionId,
    epoch: held.epoch,
    upload,
    spans: await publishSpans(context, held.partitionId, upload, await liveWorkers(), signal),
  };
  if ((await control.createOnce(key, encodeJson(sharing), signal)) === "exists") {
    const theirs = await findSharing(context, key, signal);
    if (theirs !== undefined) return reopened(context, theirs, signal);
    throw new FerryError(
      "CONTROL_OBJECT_MISSING",
      `${key} exists and cannot be read; it was deleted meanwhile`,
    );
  }
  log.info("upload.shared", { ...held, key: upload.key, spans: sharing.spans.length });
  for (const { partitionId } of sharing.spans) await open(context, partitionId, signal);
  return sharing;
}

async function publishSpans(
  context: JobContext,
  parentId: string,
  upload: SharedUpload,
  workers: number,
  signal: AbortSignal,
): Promise<UploadSharing["spans"]> {
  const { sizeBytes, partSizeBytes } = upload;
  const spans: UploadSharing["spans"] = [];
  const cut = cutIntoSpans({
    partCount: Math.ceil(sizeBytes / partSizeBytes),
    partSizeBytes,
    leastSpanBytes: Math.ceil(context.job.spec.hugeObjectSizeBytes / SPANS_OF_THE_SMALLEST),
    workers,
  });
  for (const span of cut) {
    spans.push({ partitionId: await publishPartition(context, { parentId, upload, span }, signal), span });
  }
  return spans;
}

async function findSharing(
  context: JobContext,
  key: string,
  signal: AbortSignal,
): Promise<UploadSharing | undefined> {
  const found = await context.control.get(key, signal);
  return found === undefined ? undefined : decodeJson(uploadSharingSchema, key, found.body);
}

/** Puts up hints for the spans that nobody claimed yet: their author may have died before it did. */
async function reopened(
  context: JobContext,
  sharing: UploadSharing,
  signal: AbortSignal,
): Promise<UploadSharing> {
  for (const { partitionId } of sharing.spans) {
    const claim = await context.control.get(context.keys.claim(partitionId, 1), signal);
    if (claim === undefined) await open(context, partitionId, signal);
  }
  return sharing;
}

function open(context: JobContext, partitionId: string, signal: AbortSignal): Promise<void> {
  return context.control.put(context.keys.open(partitionId), Buffer.alloc(0), signal);
}
