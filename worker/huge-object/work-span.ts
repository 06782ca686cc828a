import { encodeJson } from "../../core/protocol/codec.ts";
import type { SpanCompletion, SpanPartition } from "../../core/protocol/span-partition.ts";
import type { CopyEngine, SpanResult } from "../copy-engine.ts";
import type { JobContext } from "../job-context.ts";

/**
 * One span from its claim to its completion record. A span whose object is through already is recorded as over,
 * so that no hint of it troubles anybody again. Rejects as `workPartition` does.
 */
export async function workSpan(
  context: JobContext,
  partition: SpanPartition,
  epoch: number,
  deps: {
    readonly workerId: string;
    readonly engine: Pick<CopyEngine, "sendSpan">;
    readonly leaseSignal: AbortSignal;
  },
  signal: AbortSignal,
): Promise<void> {
  const { keys, control, log } = context;
  const { partitionId, parentId, upload, span } = partition;
  const isOver = (await control.get(keys.done(parentId), signal)) !== undefined;
  const result = isOver ? OVER : await deps.engine.sendSpan(upload, span, { partitionId, epoch, signal });
  const completion: SpanCompletion = { partitionId, epoch, workerId: deps.workerId, ...result };
  const written = await control.createOnce(keys.done(partitionId), encodeJson(completion), deps.leaseSignal);
  if (written === "exists") {
    log.warn("partition.conflict", { partitionId, epoch });
    return;
  }
  const { outcome, parts, detail } = completion;
  log.info("span.completed", { partitionId, epoch, key: upload.key, outcome, parts: parts.length, detail });
}

const OVER: SpanResult = { outcome: "over", detail: "the object's partition is complete", parts: [] };
