import type { ArchivePolicy, RestoreTier } from "../../core/archive.ts";
import { DEFAULT_THRESHOLDS, type SizeThresholds } from "../../core/part-plan.ts";
import type { JobKeys } from "../../core/protocol/keys.ts";

/** What a copy engine is told once. */
export interface TransferOptions {
  /** Where the records of open multipart uploads go. */
  readonly keys: Pick<JobKeys, "upload">;
  /** Taken off the front of every key, and what is put in its place. */
  readonly srcPrefix: string;
  readonly destPrefix: string;
  /** Whether tags are copied: one more request for each object that has some. */
  readonly tags: boolean;
  /** `map`: the class of OSS that comes closest; `bucket`: the destination bucket's own. */
  readonly storageClass: "map" | "bucket";
  /** `fail`: metadata that OSS cannot hold fails the object; `drop`: it is left out and the record says so. */
  readonly unmappableMetadata: "fail" | "drop";
  readonly archived: ArchivePolicy;
  /** For how long restored objects are to stay readable, and how fast they are restored. */
  readonly restoreDays: number;
  readonly restoreTier: RestoreTier;
  /** Whether the source's single-part ETags are MD5s of the bytes. */
  readonly sourceEtag: "md5" | "opaque";
  readonly thresholds: SizeThresholds;
  /** Upper bound of objects and parts under way at once; the engine finds the right number below it. */
  readonly maxSlots: number;
  /** Upper bound of bytes held in memory: whole small objects, and the blocks of streams. */
  readonly maxBytesInFlight: number;
  readonly blockBytes: number;
  /** How many parts of one object may be under way at once. */
  readonly partsAtOnce: number;
  /** How often one object may fail while its store answers otherwise. */
  readonly attempts: number;
  /** After how long without any answer from a store the batch is given up, and nothing recorded as failed. */
  readonly outageGiveUpMs: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_TRANSFER_OPTIONS: Omit<TransferOptions, "keys"> = {
  srcPrefix: "",
  destPrefix: "",
  tags: false,
  storageClass: "map",
  unmappableMetadata: "fail",
  archived: "fail",
  restoreDays: 3,
  restoreTier: "Standard",
  sourceEtag: "md5",
  thresholds: DEFAULT_THRESHOLDS,
  maxSlots: 128,
  maxBytesInFlight: 96 * MIB,
  blockBytes: 256 * 1024,
  partsAtOnce: 8,
  attempts: 8,
  outageGiveUpMs: 600_000,
};
