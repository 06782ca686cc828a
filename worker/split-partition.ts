import { FerryError } from "../core/errors.ts";
import { rangeContains } from "../core/key-range.ts";
import { decodeJson, encodeJson } from "../core/protocol/codec.ts";
import type { Child, Partition } from "../core/protocol/partition.ts";
import { splitSchema, type Split } from "../core/protocol/split.ts";
import { chooseSplitPoints } from "./choose-split-points.ts";
import type { JobContext } from "./job-context.ts";
import { firstObjectAfter } from "./list-partition.ts";
import { publishPartition } from "./publish-partition.ts";

/**
 * Cuts a partition off after `cut` and publishes the rest as `pieces` children or fewer; see `recordSplit`.
 */
export async function splitPartition(
  context: JobContext,
  partition: Partition,
  epoch: number,
  cut: string,
  pieces: number,
  signal: AbortSignal,
): Promise<Split> {
  const { upTo } = partition.range;
  const boundaries = await chooseSplitPoints(cut, pieces, async (boundary) => {
    const next = await firstObjectAfter(context, boundary, signal);
    return next !== undefined && rangeContains({ after: null, upTo }, next.key) ? next.key : undefined;
  });
  const edges = [cut, ...boundaries];
  const { basePartitionId } = partition;
  const rests = edges.map((after, index) => ({
    range: { after, upTo: edges[index + 1] ?? upTo },
    ...(basePartitionId === undefined ? {} : { basePartitionId }),
  }));
  return recordSplit(context, partition, epoch, cut, rests, signal);
}

/**
 * Records a split with these children: they are in the manifest before the split names them, and open to be claimed
 * after it. The first split recorded stands: whoever comes later gets that one back.
 */
export async function recordSplit(
  context: JobContext,
  partition: Partition,
  epoch: number,
  cut: string,
  rests: readonly Omit<Child, "partitionId">[],
  signal: AbortSignal,
): Promise<Split> {
  const { keys, control, log } = context;
  const children = await Promise.all(
    rests.map(async (rest): Promise<Child> => {
      const entry = { ...rest, parentId: partition.partitionId };
      return { partitionId: await publishPartition(context, entry, signal), ...rest };
    }),
  );
  const split: Split = { partitionId: partition.partitionId, epoch, cut, children };
  const key = keys.split(partition.partitionId);
  if ((await control.createOnce(key, encodeJson(split), signal)) === "exists") {
    const recorded = await findSplit(context, partition.partitionId, signal);
    if (recorded === undefined) {
      throw new FerryError(
        "CONTROL_OBJECT_MISSING",
        `${key} exists and cannot be read; it was deleted meanwhile`,
      );
    }
    await openUnclaimedChildren(context, recorded, signal);
    return recorded;
  }
  log.info("partition.split", { partitionId: partition.partitionId, epoch, children: children.length });
  await openChildren(context, children, signal);
  return split;
}

/** The split that was recorded for this partition, or undefined. */
export async function findSplit(
  context: JobContext,
  partitionId: string,
  signal: AbortSignal,
): Promise<Split | undefined> {
  const key = context.keys.split(partitionId);
  const found = await context.control.get(key, signal);
  return found === undefined ? undefined : decodeJson(splitSchema, key, found.body);
}

/**
 * Puts up hints for the children that nobody claimed yet, for a split that somebody else recorded: its author
 * may have died between recording it and opening the children.
 */
export async function openUnclaimedChildren(
  context: JobContext,
  split: Split,
  signal: AbortSignal,
): Promise<void> {
  const unclaimed: Child[] = [];
  for (const child of split.children) {
    const claim = await context.control.get(context.keys.claim(child.partitionId, 1), signal);
    if (claim === undefined) unclaimed.push(child);
  }
  await openChildren(context, unclaimed, signal);
}

async function openChildren(
  context: JobContext,
  children: readonly Child[],
  signal: AbortSignal,
): Promise<void> {
  await Promise.all(
    children.map(({ partitionId }) =>
      context.control.put(context.keys.open(partitionId), Buffer.alloc(0), signal),
    ),
  );
}
