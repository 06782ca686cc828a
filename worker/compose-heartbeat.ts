import type { Heartbeat } from "../core/protocol/heartbeat.ts";
import type { TransferFigures } from "./copy-engine.ts";
import type { HeldPartitions } from "./held-partitions.ts";
import type { createPaceMeter } from "./measure-pace.ts";

/** A heartbeat's content: what this incarnation holds and has done since `before`. */
export function composeHeartbeat(input: {
  readonly workerId: string;
  readonly startedAtMs: number;
  readonly sentAtMs: number;
  readonly state: Heartbeat["state"];
  readonly held: HeldPartitions;
  /** The engine's figures when the incarnation began, and now. */
  readonly before: TransferFigures;
  readonly now: TransferFigures;
  readonly controlRequests: number;
  readonly residentBytes: number;
  readonly measurePace: ReturnType<typeof createPaceMeter>;
  readonly obeys: Heartbeat["obeys"];
}): Heartbeat {
  const { before, now, held } = input;
  const {
    completed,
    completedPartitions,
    completedTasks,
    inProgress,
    finishedObjects,
    held: names,
  } = held.snapshot();
  const finishedTasks = now.finishedObjects - before.finishedObjects;
  const finishedBytes = now.copiedBytes - before.copiedBytes;
  const transferredBytes = now.transferredBytes - before.transferredBytes;
  const pace = input.measurePace(transferredBytes, finishedObjects);
  return {
    workerId: input.workerId,
    startedAtMs: input.startedAtMs,
    sentAtMs: input.sentAtMs,
    state: input.state,
    held: names,
    completedPartitions,
    completed,
    inProgress: {
      listed: inProgress.listed,
      listedBytes: inProgress.listedBytes,
      finished: inProgress.settled + Math.max(0, finishedTasks - completedTasks),
      finishedBytes: Math.max(0, finishedBytes - completed.copiedBytes),
    },
    transferredBytes,
    activeTransfers: now.activeTransfers,
    slots: now.slots,
    retries: now.retries - before.retries,
    throttled: now.throttled - before.throttled,
    requests: { ...now.requests, control: input.controlRequests },
    residentBytes: input.residentBytes,
    ...(pace === undefined ? {} : { pace }),
    ...(input.obeys === undefined ? {} : { obeys: input.obeys }),
  };
}
