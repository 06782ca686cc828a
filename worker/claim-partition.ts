import { decodeJson, encodeJson, parseJson } from "../core/protocol/codec.ts";
import { claimSchema, type Claim } from "../core/protocol/claim.ts";
import { heartbeatSchema, isDead } from "../core/protocol/heartbeat.ts";
import { epochOfClaim } from "../core/protocol/keys.ts";
import { randomHex, type JobContext } from "./job-context.ts";

/** What came of an attempt to claim. `held`: a worker that is alive has it, or another was faster. */
export type ClaimResult =
  | { readonly kind: "won"; readonly epoch: number }
  | { readonly kind: "held" }
  | { readonly kind: "done" };

/**
 * Tries to claim a partition for `workerId`. Safe under any interleaving of workers: for each epoch the store's
 * create-only write lets one of them win, and epoch n+1 is only tried over a holder of n that is dead by the
 * store's own clock. Costs one request when the partition is new.
 */
export async function claimPartition(
  context: JobContext,
  workerId: string,
  partitionId: string,
  signal: AbortSignal,
): Promise<ClaimResult> {
  if (await createClaim(context, workerId, partitionId, 1, signal)) return { kind: "won", epoch: 1 };
  return takeOver(context, workerId, partitionId, signal);
}

/** As `claimPartition`, for a partition that was claimed before. */
async function takeOver(
  context: JobContext,
  workerId: string,
  partitionId: string,
  signal: AbortSignal,
): Promise<ClaimResult> {
  const { keys, control } = context;
  const holder = await latestClaim(context, partitionId, signal);
  if (holder === undefined) return { kind: "held" };
  if ((await control.get(keys.done(partitionId), signal)) !== undefined) return { kind: "done" };
  if (!(await isHolderDead(context, holder.workerId, signal))) return { kind: "held" };
  const epoch = holder.epoch + 1;
  if (!(await createClaim(context, workerId, partitionId, epoch, signal))) return { kind: "held" };
  context.log.info("partition.taken-over", { partitionId, epoch, from: holder.workerId });
  // The dead holder may have completed it between our look and our claim.
  return (await control.get(keys.done(partitionId), signal)) === undefined
    ? { kind: "won", epoch }
    : { kind: "done" };
}

/** The claim with the highest epoch, or undefined when the partition was never claimed. */
export async function latestClaim(
  context: JobContext,
  partitionId: string,
  signal: AbortSignal,
): Promise<Claim | undefined> {
  const { keys, control } = context;
  let latest: string | undefined;
  let truncated = true;
  while (truncated) {
    const page = await control.list(
      { prefix: keys.claimsPrefix(partitionId), ...(latest === undefined ? {} : { startAfter: latest }) },
      signal,
    );
    latest = page.entries.findLast((entry) => epochOfClaim(entry.key) !== undefined)?.key ?? latest;
    truncated = page.truncated && page.entries.length > 0;
  }
  if (latest === undefined) return undefined;
  const found = await control.get(latest, signal);
  return found === undefined ? undefined : decodeJson(claimSchema, latest, found.body);
}

/** Whether this worker is dead by the store's clock. A worker without a heartbeat is: it sends one before it claims. */
export async function isHolderDead(
  context: JobContext,
  workerId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const key = context.keys.worker(workerId);
  const found = await context.control.get(key, signal);
  if (found === undefined) return true;
  // A heartbeat that cannot be read still shows by its age whether its worker lives.
  const heartbeat = parseJson(heartbeatSchema, found.body);
  const state = heartbeat.ok ? heartbeat.value.state : undefined;
  return isDead({ ...found, state, leaseMs: context.job.leaseMs });
}

async function createClaim(
  context: JobContext,
  workerId: string,
  partitionId: string,
  epoch: number,
  signal: AbortSignal,
): Promise<boolean> {
  const claim: Claim = { partitionId, epoch, workerId, nonce: randomHex(context.random, 16) };
  const key = context.keys.claim(partitionId, epoch);
  return (await context.control.createOnce(key, encodeJson(claim), signal)) === "created";
}
