import type { Decision, Settlement } from "../core/merge/row.ts";
import type { ListedObject } from "../core/object.ts";
import type { ObjectRecord } from "../core/outcome.ts";
import type { UploadedPart } from "../core/protocol/multipart-record.ts";
import type { PartSpan, SharedUpload } from "../core/protocol/shared-upload.ts";
import type { SpanCompletion } from "../core/protocol/span-partition.ts";

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
  /** Shares the parts of huge objects with the fleet; absent where none are shared. */
  readonly sharing?: PartSharing;
}

/** How the parts of huge objects are sent by several workers. */
export interface PartSharing {
  /** An object of at least this size is huge. */
  readonly fromBytes: number;
  /**
   * Has the parts of the upload sent by whichever workers come, this one among them, and hands them to `onParts`
   * as spans of them are done. Resolves when nothing is left to wait for; parts that did not come by then are the
   * caller's to send.
   */
  gather(
    upload: SharedUpload,
    onParts: (parts: readonly UploadedPart[]) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
}

/** What came of a span of parts. */
export type SpanResult = Pick<SpanCompletion, "outcome" | "detail" | "parts">;

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
  /**
   * Sends a span of parts of another holder's upload, each pinned to the upload's version and compared with the
   * destination's CRC-64. Neither completes nor aborts the upload. Rejects as `carryOut` does.
   */
  sendSpan(upload: SharedUpload, span: PartSpan, scope: CopyScope): Promise<SpanResult>;
  /** Resolves as soon as the engine could start more objects than it has been given, or will be in `leadMs` from now. */
  whenHungry(leadMs: number, signal: AbortSignal): Promise<void>;
  setLimits(limits: TransferLimits): void;
  figures(): TransferFigures;
}
