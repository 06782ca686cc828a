import { isHolderDead, latestClaim } from "./claim-partition.ts";
import type { JobContext } from "./job-context.ts";

/**
 * Puts up the hint that this partition may be claimed, unless it is complete or a living worker holds it. The
 * hint alone decides nothing: doing so twice, or too late, is harmless.
 */
export async function reopenIfOrphaned(
  context: JobContext,
  partitionId: string,
  signal: AbortSignal,
): Promise<void> {
  const { keys, control } = context;
  const claim = await latestClaim(context, partitionId, signal);
  if (claim === undefined) {
    // Most that nobody claimed yet are simply waiting.
    if ((await control.get(keys.open(partitionId), signal)) !== undefined) return;
  } else {
    if (!(await isHolderDead(context, claim.workerId, signal))) return;
    if ((await control.get(keys.done(partitionId), signal)) !== undefined) return;
  }
  await reopen(context, partitionId, signal);
}

/** Puts up the hint that this partition may be claimed. */
export async function reopen(context: JobContext, partitionId: string, signal: AbortSignal): Promise<void> {
  await context.control.put(context.keys.open(partitionId), Buffer.alloc(0), signal);
  context.log.info("partition.reopened", { partitionId });
}
