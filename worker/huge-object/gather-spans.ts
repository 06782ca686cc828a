import { decodeJson } from "../../core/protocol/codec.ts";
import type { UploadedPart } from "../../core/protocol/multipart-record.ts";
import type { UploadSharing } from "../../core/protocol/shared-upload.ts";
import { spanCompletionSchema, type SpanCompletion } from "../../core/protocol/span-partition.ts";
import type { JobContext } from "../job-context.ts";
import { workPollMs } from "../keep-watch.ts";
import { isOfThePartition } from "../partition-trouble.ts";
import type { SharingDeps } from "./share-parts.ts";

/** How many spans one look is about, so that its cost does not grow with the object. */
const LOOKED_AT = 4;

/**
 * Waits until every span is completed, and works on those that nobody alive holds: hints are not needed for it,
 * so the object's end depends on no other worker. Ends early when the upload is of no use any more, and does not
 * wait for spans that cannot be worked on.
 */
export async function gatherSpans(
  context: JobContext,
  sharing: UploadSharing,
  workOn: SharingDeps["workOn"],
  onParts: (parts: readonly UploadedPart[]) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { clock, random, job } = context;
  const pending = shuffled(
    sharing.spans.map((span) => span.partitionId),
    random,
  );
  while (pending.length > 0) {
    let wasVain = true;
    for (const partitionId of pending.splice(0, LOOKED_AT)) {
      const look = await lookAfter(context, partitionId, workOn, signal);
      if (look === "held") {
        pending.push(partitionId);
        continue;
      }
      wasVain = false;
      if (look === "unusable") continue;
      await onParts(look.parts);
      if (look.outcome === "changed" || look.outcome === "over") return;
    }
    if (wasVain) await clock.sleep(workPollMs(job.leaseMs) * (0.5 + random() / 2), signal);
  }
}

/** The span's completion, where need be after having worked on it. */
async function lookAfter(
  context: JobContext,
  partitionId: string,
  workOn: SharingDeps["workOn"],
  signal: AbortSignal,
): Promise<SpanCompletion | "held" | "unusable"> {
  try {
    const completion = await findCompletion(context, partitionId, signal);
    if (completion !== undefined) return completion;
    if (!(await workOn(partitionId))) return "held";
    signal.throwIfAborted();
    return (await findCompletion(context, partitionId, signal)) ?? "unusable";
  } catch (error) {
    if (!isOfThePartition(error)) throw error;
    return "unusable";
  }
}

async function findCompletion(
  context: JobContext,
  partitionId: string,
  signal: AbortSignal,
): Promise<SpanCompletion | undefined> {
  const key = context.keys.done(partitionId);
  const found = await context.control.get(key, signal);
  return found === undefined ? undefined : decodeJson(spanCompletionSchema, key, found.body);
}

/** In random order, so that the workers that look for spans do not all run for the same one. */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const pool = [...items];
  for (let last = pool.length - 1; last > 0; last--) {
    const index = Math.floor(random() * (last + 1));
    [pool[index], pool[last]] = [pool[last] as Item, pool[index] as Item];
  }
  return pool;
}
