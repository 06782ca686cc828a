import type { KeyRange } from "../core/key-range.ts";
import { compareKeys } from "../core/object-key.ts";
import type { CompletionMarker } from "../core/protocol/completion-marker.ts";
import type { JobKeys } from "../core/protocol/keys.ts";
import type { Child, Partition } from "../core/protocol/partition.ts";
import { readBaseMarker, readBaseRecords, type BaseRecords } from "./base-partition.ts";
import type { JobContext } from "./job-context.ts";

/** Into how many pieces a partition is cut when its base is; the bases of more pieces than these are cut again. */
const ENOUGH_PIECES = 32;

/** What a partition of a job with a base has to do. */
type Base =
  /** Its base was split: all of it is given away at once. */
  | {
      readonly follows: readonly Piece[];
      /** Nothing lies up to here, for this is where the partition begins. */
      readonly cut: string;
      readonly records?: never;
    }
  /** It is the base's own part, or some of it. */
  | { readonly follows?: never; readonly records: BaseRecords };

/** A child to be, and the base's partition that it goes by. */
type Piece = Omit<Child, "partitionId"> & { readonly basePartitionId: string };

/**
 * The partitions of a job with a base follow the base's: one whose base was split gives everything away before it
 * lists anything, so that work spreads over the fleet as fast as claims are made; the others merge their range with
 * the ledger of the base. The base's own part becomes a piece, and so does each of its children or, where these are
 * few, what became of them: a chain of splits is followed in one step.
 */
export async function followBase(
  context: JobContext,
  { range, basePartitionId }: Partition,
  signal: AbortSignal,
): Promise<Base | undefined> {
  const { control, rules } = context;
  const { baseKeys } = rules;
  if (baseKeys === undefined || basePartitionId === undefined) return undefined;
  const marker = await readBaseMarker(control, baseKeys, basePartitionId, signal);
  if (!isCutAgain(range, marker)) {
    return { records: await readBaseRecords(control, marker, range, signal) };
  }
  const cut = range.after ?? "";
  return { cut, follows: await unfold(context, baseKeys, piecesOf(cut, marker), signal) };
}

/** Replaces pieces whose bases were split by what these gave away, a generation at a time, until there are enough. */
async function unfold(
  { control }: JobContext,
  baseKeys: JobKeys,
  pieces: readonly Piece[],
  signal: AbortSignal,
): Promise<readonly Piece[]> {
  const markers = new Map<string, CompletionMarker>();
  let unfolded = pieces;
  for (;;) {
    const unknown = unfolded.filter(({ basePartitionId }) => !markers.has(basePartitionId));
    if (unknown.length === 0 || unfolded.length >= ENOUGH_PIECES) return unfolded;
    await Promise.all(
      unknown.map(async ({ basePartitionId }) => {
        markers.set(basePartitionId, await readBaseMarker(control, baseKeys, basePartitionId, signal));
      }),
    );
    unfolded = unfolded.flatMap((piece) => {
      const marker = markers.get(piece.basePartitionId);
      if (marker === undefined || !isCutAgain(piece.range, marker)) return [piece];
      return piecesOf(piece.range.after ?? "", marker);
    });
  }
}

type SplitMarker = CompletionMarker & { readonly cut: string };

/** Whether the base was split within this range, which otherwise lies in the base's own part. */
function isCutAgain({ upTo }: KeyRange, marker: CompletionMarker): marker is SplitMarker {
  const { cut, children } = marker;
  return cut !== null && children.length > 0 && (upTo === null || compareKeys(upTo, cut) > 0);
}

/** The base's own part and its children. */
function piecesOf(begin: string, { partitionId, cut, children }: SplitMarker): readonly Piece[] {
  const given = children.map((child) => ({ range: child.range, basePartitionId: child.partitionId }));
  // The own part is empty where the base gave everything away itself.
  return cut === begin
    ? given
    : [{ range: { after: begin, upTo: cut }, basePartitionId: partitionId }, ...given];
}
