import type { ListedObject } from "../core/object.ts";
import { decodeJson } from "../core/protocol/codec.ts";
import type { CompletionMarker } from "../core/protocol/completion-marker.ts";
import { partitionSchema, type Partition } from "../core/protocol/partition.ts";
import type { Split } from "../core/protocol/split.ts";
import { FerryError } from "../core/errors.ts";
import { completePartition } from "./complete-partition.ts";
import type { CopyEngine } from "./copy-engine.ts";
import type { JobContext } from "./job-context.ts";
import { listPartition, type PartitionListing } from "./list-partition.ts";
import { findSplit, openUnclaimedChildren, splitPartition } from "./split-partition.ts";

/** A partition this worker holds. */
export interface HeldPartition {
  readonly partitionId: string;
  readonly epoch: number;
}

/** What the stages of one partition need besides the job. */
export interface PartitionDeps {
  readonly workerId: string;
  readonly engine: Pick<CopyEngine, "copyObjects">;
  /** How many more open partitions the fleet could use: the remainder is then cut early and into that many pieces. */
  readonly openShortage: () => Promise<number>;
  /**
   * Aborts when the lease ends. Until then a completion that is on its way is waited for, drain or no drain:
   * nobody must be told that this worker left while its completion marker may still land.
   */
  readonly leaseSignal: AbortSignal;
  /** Told once, when the own part is known: its objects, and the children that were opened for the rest. */
  readonly onListed: (objects: readonly ListedObject[], openedIds: readonly string[]) => void;
}

/** An early cut gives the rest of the range away after this many objects: one page of a listing. */
const EARLY_CUT_OBJECTS = 1_000;

/** Into how many pieces a remainder is cut at most; more hands divide the pieces again. */
const MOST_PIECES = 16;

/**
 * One partition from its claim to its completion marker: list, split, copy and verify, ledger, marker. Resolves
 * to the marker, or to undefined when somebody else had completed the partition. Rejects when `signal` aborts
 * or a store is of no use; the partition is then open to others, nothing of it is recorded.
 */
export async function workPartition(
  context: JobContext,
  held: HeldPartition,
  deps: PartitionDeps,
  signal: AbortSignal,
): Promise<CompletionMarker | undefined> {
  const partition = await readPartition(context, held.partitionId, signal);
  const { objects, split } = await ownPart(context, partition, held.epoch, deps, signal);
  context.log.debug("partition.listed", { ...held, objects: objects.length });
  deps.onListed(objects, split?.epoch === held.epoch ? split.children.map((child) => child.partitionId) : []);
  const records = await deps.engine.copyObjects(objects, { ...held, signal });
  return completePartition(context, deps.workerId, partition, held.epoch, split, records, deps.leaseSignal);
}

async function readPartition(
  context: JobContext,
  partitionId: string,
  signal: AbortSignal,
): Promise<Partition> {
  const key = context.keys.manifest(partitionId);
  const found = await context.control.get(key, signal);
  if (found === undefined) {
    throw new FerryError(
      "CONTROL_OBJECT_MISSING",
      `${key} is missing although partition ${partitionId} is open; somebody deleted from the control bucket`,
    );
  }
  return decodeJson(partitionSchema, key, found.body);
}

/** The objects this holder answers for, and the split that gave the rest away. */
async function ownPart(
  context: JobContext,
  partition: Partition,
  epoch: number,
  deps: PartitionDeps,
  signal: AbortSignal,
): Promise<{ readonly objects: readonly ListedObject[]; readonly split: Split | undefined }> {
  // Only a predecessor can have recorded a split, so the first holder need not ask.
  const inherited = epoch === 1 ? undefined : await findSplit(context, partition.partitionId, signal);
  if (inherited !== undefined) {
    await openUnclaimedChildren(context, inherited, signal);
    return { objects: await listUpTo(context, partition, inherited.cut, signal), split: inherited };
  }
  const shortage = await deps.openShortage();
  const { taskObjectCountLimit, taskObjectSizeLimit } = context.job.spec;
  const objectLimit = shortage > 0 ? Math.min(EARLY_CUT_OBJECTS, taskObjectCountLimit) : taskObjectCountLimit;
  const limits = { objects: objectLimit, bytes: taskObjectSizeLimit };
  const listing: PartitionListing = await listPartition(context, partition.range, limits, signal);
  const last = listing.objects.at(-1);
  if (listing.exhausted || last === undefined) return { objects: listing.objects, split: undefined };

  const pieces = Math.min(MOST_PIECES, shortage + 1);
  const split = await splitPartition(context, partition, epoch, last.key, pieces, signal);
  if (split.cut === last.key) return { objects: listing.objects, split };
  return { objects: await listUpTo(context, partition, split.cut, signal), split };
}

/** Everything of the partition up to a recorded cut, however much that is: the cut was chosen within the limits. */
async function listUpTo(
  context: JobContext,
  partition: Partition,
  cut: string,
  signal: AbortSignal,
): Promise<readonly ListedObject[]> {
  const range = { after: partition.range.after, upTo: cut };
  const unlimited = { objects: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER };
  return (await listPartition(context, range, unlimited, signal)).objects;
}
