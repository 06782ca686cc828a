import { rangeContains } from "../core/key-range.ts";
import { decodeJson, encodeJson } from "../core/protocol/codec.ts";
import type { Child, Partition } from "../core/protocol/partition.ts";
import { splitSchema, type Split } from "../core/protocol/split.ts";
import { chooseSplitPoints } from "./choose-split-points.ts";
import { newPartitionId, type JobContext } from "./job-context.ts";
import { firstObjectAfter } from "./list-partition.ts";

/**
 * Records where the rest of a partition is cut off, and publishes the rest as `pieces` children or fewer.
 * The first split recorded stands: whoever comes later gets that one back, whatever it asked for. Children are in
 * the manifest before the split names them, and open to be claimed after it.
 */
export async function splitPartition(
  context: JobContext,
  partition: Partition,
  epoch: number,
  cut: string,
  pieces: number,
  signal: AbortSignal,
): Promise<Split> {
  const { keys, control, random, log } = context;
  const { upTo } = partition.range;
  const boundaries = await chooseSplitPoints(cut, pieces, async (boundary) => {
    const next = await firstObjectAfter(context, boundary, signal);
    return next !== undefined && rangeContains({ after: null, upTo }, next.key) ? next.key : undefined;
  });
  const edges = [cut, ...boundaries];
  const children: Child[] = edges.map((after, index) => ({
    partitionId: newPartitionId(random),
    range: { after, upTo: edges[index + 1] ?? upTo },
  }));
  for (const child of children) {
    const entry: Partition = { ...child, parentId: partition.partitionId };
    await control.createOnce(keys.manifest(child.partitionId), encodeJson(entry), signal);
  }
  const split: Split = { partitionId: partition.partitionId, epoch, cut, children };
  const key = keys.split(partition.partitionId);
  if ((await control.createOnce(key, encodeJson(split), signal)) === "exists") {
    const recorded = await findSplit(context, partition.partitionId, signal);
    if (recorded !== undefined) return recorded;
  }
  log.info("partition.split", { partitionId: partition.partitionId, epoch, children: children.length });
  await openChildren(context, split, signal);
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

/** Puts up the hints that the children may be claimed. Doing so again is harmless. */
export async function openChildren(context: JobContext, split: Split, signal: AbortSignal): Promise<void> {
  for (const child of split.children) {
    await context.control.put(context.keys.open(child.partitionId), Buffer.alloc(0), signal);
  }
}
