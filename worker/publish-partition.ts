import { encodeJson } from "../core/protocol/codec.ts";
import type { Partition } from "../core/protocol/partition.ts";
import type { SpanPartition } from "../core/protocol/span-partition.ts";
import { newPartitionId, type JobContext } from "./job-context.ts";

/** Enters a partition into the manifest under an id of its own and resolves to the id. */
export async function publishPartition(
  context: JobContext,
  partition: Omit<Partition, "partitionId"> | Omit<SpanPartition, "partitionId">,
  signal: AbortSignal,
): Promise<string> {
  for (;;) {
    const partitionId = newPartitionId(context.random);
    const key = context.keys.manifest(partitionId);
    const entry = encodeJson({ partitionId, ...partition });
    // Among a million random ids of 48 bits two may well be the same.
    if ((await context.control.createOnce(key, entry, signal)) === "created") return partitionId;
  }
}
