import type { Decision, Settlement } from "../core/merge/row.ts";
import type { ListedObject } from "../core/object.ts";
import type { ObjectRecord } from "../core/outcome.ts";

/** Something to be done about one object, as it was listed. */
export type ObjectTask = Exclude<Decision, Settlement> & { readonly object: ListedObject };

/** Limits that may change while the engine runs. */
export interface TransferLimits {
  readonly paused: boolean;
  /** This worker's share, source bytes per second; absent = unlimited. */
  readonly bytesPerSecond?: number;
  /** This worker's share of requests per second over source and destination; absent = unlimited. */
  readonly requestsPerSecond?: number;
}

/** Live figures since the engine started; all only ever grow but `activeTransfers` and `slots`. */
export interface TransferFigures {
  /** Tasks that have a record. */
  readonly finishedObjects: number;
  readonly copiedObjects: number;
  readonly failedObjects: number;
  /** Bytes read from the source, retries included. */
  readonly transferredBytes: number;
  readonly copiedBytes: number;
  readonly retries: number;
  readonly throttled: number;
  readonly activeTransfers: number;
  /** How many objects the engine currently lets run at once. */
  readonly slots: number;
  readonly requests: { readonly source: number; readonly destination: number };
}

/** Which partition a batch belongs to; names the records that let a successor resume multipart uploads. */
export interface CopyScope {
  readonly partitionId: string;
  readonly epoch: number;
  readonly signal: AbortSignal;
  /** Told once for each object whose outcome is known. */
  readonly onFinished?: () => void;
}

/**
 * Copies objects. Several batches may run at once and share one pool of transfer slots, so that the tail of
 * one partition and the head of the next fill the line together.
 */
export interface CopyEngine {
  /**
   * Does what each task says and resolves to one record for each, in the order given. A single object's trouble is its record, never a rejection. Rejects only when the scope's signal aborts (nothing
   * of this batch is in flight any more then) or with a fatal StoreError that is nobody object's fault.
   */
  carryOut(tasks: readonly ObjectTask[], scope: CopyScope): Promise<ObjectRecord[]>;
  /** Resolves as soon as the engine could start more objects than it has been given. */
  whenHungry(signal: AbortSignal): Promise<void>;
  setLimits(limits: TransferLimits): void;
  figures(): TransferFigures;
}
