import type { Clock, Random } from "../../core/clock.ts";
import type { StoreRole } from "../../core/errors.ts";
import type { Log } from "../../core/log.ts";
import type { ControlStore, DestinationStore, SourceStore } from "../../storage/ports.ts";
import type { CopyScope } from "../copy-engine.ts";
import type { BufferPool } from "./buffer-pool.ts";
import type { TransferOptions } from "./options.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { StoreHealth } from "./store-health.ts";
import type { TransferSlots } from "./transfer-slots.ts";

/** The part of the control bucket that transfers need; plain or with retries of its own. */
export type UploadRecords = Pick<ControlStore, "get" | "put" | "delete">;

/** What happened since the engine began; the source of its figures. */
export interface Counters {
  copiedObjects: number;
  failedObjects: number;
  finishedObjects: number;
  transferredBytes: number;
  copiedBytes: number;
  retries: number;
  throttled: number;
  sourceRequests: number;
  destinationRequests: number;
}

/** What all transfers of one engine share. */
export interface TransferContext {
  /** Both stores count their requests, report to `health`, and the source paces bytes. */
  readonly source: SourceStore;
  readonly destination: DestinationStore;
  readonly control: UploadRecords;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly options: TransferOptions;
  readonly counters: Counters;
  readonly memory: BufferPool;
  readonly slots: TransferSlots;
  readonly rate: RateLimit;
  health(store: StoreRole): StoreHealth;
  /** Whether the destination's ETag of a put is the MD5 of its bytes; false once it has been seen to be something else. */
  destinationEtagIsMd5: boolean;
}

/** One object on its way through the engine. */
export interface ObjectRun {
  readonly context: TransferContext;
  readonly scope: Pick<CopyScope, "partitionId" | "epoch" | "sharing">;
  /** Aborts with the batch. */
  readonly signal: AbortSignal;
}
