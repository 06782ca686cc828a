import { z } from "zod";
import { decodeJson } from "../core/protocol/codec.ts";
import type { CompletionMarker } from "../core/protocol/completion-marker.ts";
import { partitionSchema, type Partition } from "../core/protocol/partition.ts";
import { spanPartitionSchema, type SpanPartition } from "../core/protocol/span-partition.ts";
import { FerryError } from "../core/errors.ts";
import { completePartition } from "./complete-partition.ts";
import type { CopyEngine } from "./copy-engine.ts";
import type { OwnPart } from "./held-partitions.ts";
import { sharePartsOf, type SharingDeps } from "./huge-object/share-parts.ts";
import { workSpan } from "./huge-object/work-span.ts";
import type { JobContext } from "./job-context.ts";
import { ownPart } from "./own-part.ts";
import { planOf } from "./record-rows.ts";

/** A partition this worker holds. */
export interface HeldPartition {
  readonly partitionId: string;
  readonly epoch: number;
}

/** What the stages of one partition need besides the job. */
export interface PartitionDeps extends SharingDeps {
  readonly workerId: string;
  readonly engine: Pick<CopyEngine, "carryOut" | "sendSpan">;
  /** How many more open partitions the fleet could use: the remainder is then cut early and into that many pieces. */
  readonly openShortage: () => Promise<number>;
  /**
   * Aborts when the lease ends. Until then a completion that is on its way is waited for, drain or no drain:
   * nobody must be told that this worker left while its completion marker may still land.
   */
  readonly leaseSignal: AbortSignal;
  /** Told once, when the own part is known, with the children that were opened for the rest. */
  readonly onListed: (ownPart: OwnPart, openedIds: readonly string[]) => void;
  /** Told for each object that the engine is done with. */
  readonly onFinished: () => void;
}

/**
 * One partition from its claim to its completion marker: list, split, decide, copy and verify, ledger, marker.
 * Resolves to the marker, or to undefined when somebody else had completed the partition, or when it is a span of
 * parts, which has a record of its own kind. Rejects when `signal` aborts or a store is of no use; the partition is
 * then open to others, nothing of it is recorded.
 */
export async function workPartition(
  context: JobContext,
  held: HeldPartition,
  deps: PartitionDeps,
  signal: AbortSignal,
): Promise<CompletionMarker | undefined> {
  const startedAtMs = context.clock.nowMs();
  const partition = await readPartition(context, held.partitionId, signal);
  if ("span" in partition) {
    deps.onListed(NOTHING_LISTED, []);
    await workSpan(context, partition, held.epoch, deps, signal);
    return undefined;
  }
  const { rows, bytes, split } = await ownPart(context, partition, held.epoch, deps.openShortage, signal);
  const plan = planOf(rows);
  context.log.debug("partition.listed", { ...held, objects: rows.length, settled: plan.settled });
  deps.onListed(
    { objects: plan.settled + plan.tasks.length, bytes, settled: plan.settled },
    split?.epoch === held.epoch ? split.children.map((child) => child.partitionId) : [],
  );
  const sharing = sharePartsOf(context, held, deps);
  const scope = { ...held, signal, sharing, onFinished: deps.onFinished };
  const records = plan.records(await deps.engine.carryOut(plan.tasks, scope));
  return completePartition(
    context,
    deps.workerId,
    partition,
    held.epoch,
    split,
    records,
    startedAtMs,
    deps.leaseSignal,
  );
}

const NOTHING_LISTED: OwnPart = { objects: 0, bytes: 0, settled: 0 };

const manifestEntrySchema = z.union([partitionSchema, spanPartitionSchema]);

async function readPartition(
  context: JobContext,
  partitionId: string,
  signal: AbortSignal,
): Promise<Partition | SpanPartition> {
  const key = context.keys.manifest(partitionId);
  const found = await context.control.get(key, signal);
  if (found === undefined) {
    throw new FerryError(
      "CONTROL_OBJECT_MISSING",
      `${key} is missing although partition ${partitionId} is open; somebody deleted from the control bucket`,
    );
  }
  return decodeJson(manifestEntrySchema, key, found.body);
}
