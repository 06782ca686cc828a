import type { Partition } from "../core/protocol/partition.ts";
import type { Split } from "../core/protocol/split.ts";
import type { BaseRecords } from "./base-partition.ts";
import { followBase } from "./follow-base.ts";
import type { JobContext } from "./job-context.ts";
import { listPartition, type PartitionListing } from "./list-partition.ts";
import { findSplit, openUnclaimedChildren, recordSplit, splitPartition } from "./split-partition.ts";

/** An early cut gives the rest of the range away after this many objects: one page of a listing. */
const EARLY_CUT_OBJECTS = 1_000;

/** Into how many pieces a remainder is cut at most; more hands divide the pieces again. */
const MOST_PIECES = 16;

/** A partition of a base has grown by less than this, or its new keys are given away. */
const GROWTH = 2;

const UNLIMITED = { objects: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER };

/** The rows that a holder answers for, and the split that gave the rest away. */
export interface OwnRows extends Pick<PartitionListing, "rows" | "bytes"> {
  readonly split: Split | undefined;
}

/**
 * Lists a partition, splits it where it goes on beyond the limits, and resolves to what is left to its holder. A
 * successor gets the part that the first recorded split left.
 */
export async function ownPart(
  context: JobContext,
  partition: Partition,
  epoch: number,
  openShortage: () => Promise<number>,
  signal: AbortSignal,
): Promise<OwnRows> {
  // Only a predecessor can have recorded a split, so the first holder need not ask.
  const inherited = epoch === 1 ? undefined : await findSplit(context, partition.partitionId, signal);
  if (inherited !== undefined) await openUnclaimedChildren(context, inherited, signal);

  const base = await followBase(context, partition, signal);
  if (base?.follows !== undefined) {
    const split = inherited ?? (await recordSplit(context, partition, epoch, base.cut, base.follows, signal));
    return { ...(await listUpTo(context, partition, split.cut, undefined, signal)), split };
  }
  if (inherited !== undefined) {
    return {
      ...(await listUpTo(context, partition, inherited.cut, base?.records, signal)),
      split: inherited,
    };
  }
  return listAndSplit(context, partition, epoch, base?.records, openShortage, signal);
}

async function listAndSplit(
  context: JobContext,
  partition: Partition,
  epoch: number,
  base: BaseRecords | undefined,
  openShortage: () => Promise<number>,
  signal: AbortSignal,
): Promise<OwnRows> {
  const { taskObjectCountLimit, taskObjectSizeLimit } = context.job.spec;
  const shortage = await openShortage();
  const early = shortage > 0 ? Math.min(EARLY_CUT_OBJECTS, taskObjectCountLimit) : taskObjectCountLimit;
  const limits =
    base === undefined
      ? { objects: early, bytes: taskObjectSizeLimit }
      : { objects: Math.max(base.records.length * GROWTH, early), bytes: UNLIMITED.bytes };
  const { rows, bytes, exhausted } = await listPartition(context, partition.range, base, limits, signal);
  const last = rows.at(-1);
  if (exhausted || last === undefined) return { rows, bytes, split: undefined };

  const pieces = Math.min(MOST_PIECES, shortage + 1);
  const split = await splitPartition(context, partition, epoch, last.key, pieces, signal);
  if (split.cut === last.key) return { rows, bytes, split };
  return { ...(await listUpTo(context, partition, split.cut, base, signal)), split };
}

/** Everything of the partition up to a recorded cut, however much that is: the cut was chosen within the limits. */
async function listUpTo(
  context: JobContext,
  partition: Partition,
  cut: string,
  base: BaseRecords | undefined,
  signal: AbortSignal,
): Promise<Pick<PartitionListing, "rows" | "bytes">> {
  const { after } = partition.range;
  if (cut === (after ?? "")) return { rows: [], bytes: 0 };
  return listPartition(context, { after, upTo: cut }, base, UNLIMITED, signal);
}
