import { tallyOf, type ObjectRecord } from "../core/outcome.ts";
import { encodeJson } from "../core/protocol/codec.ts";
import type { CompletionMarker } from "../core/protocol/completion-marker.ts";
import { encodeLedger } from "../core/protocol/ledger.ts";
import type { Partition } from "../core/protocol/partition.ts";
import type { Split } from "../core/protocol/split.ts";
import type { JobContext } from "./job-context.ts";

/**
 * Writes the ledger, then the completion marker that names it. `startedAtMs` is when the work on it began. Resolves
 * to the marker, or to undefined when somebody else completed the partition first, whose word then stands.
 */
export async function completePartition(
  context: JobContext,
  workerId: string,
  partition: Partition,
  epoch: number,
  split: Split | undefined,
  records: readonly ObjectRecord[],
  startedAtMs: number,
  signal: AbortSignal,
): Promise<CompletionMarker | undefined> {
  const { keys, control, clock, log } = context;
  const { partitionId, range } = partition;
  const completedAtMs = clock.nowMs();
  const ledger = encodeLedger(records);
  const ledgerKey = keys.ledger(partitionId, epoch);
  await control.put(ledgerKey, ledger.body, signal);
  const completionMarker: CompletionMarker = {
    partitionId,
    epoch,
    workerId,
    range,
    cut: split?.cut ?? null,
    children: split?.children ?? [],
    tally: tallyOf(records),
    ledger: { key: ledgerKey, sha256: ledger.sha256, lines: ledger.lines },
    startedAtMs,
    completedAtMs,
  };
  const result = await control.createOnce(keys.done(partitionId), encodeJson(completionMarker), signal);
  if (result === "exists") {
    log.warn("partition.conflict", { partitionId, epoch });
    return undefined;
  }
  const { tally } = completionMarker;
  log.info("partition.completed", { partitionId, epoch, ...tally.outcomes, copiedBytes: tally.copiedBytes });
  return completionMarker;
}
