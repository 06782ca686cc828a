import type { WriteCondition } from "../../core/merge/row.ts";
import { silentLog } from "../../core/log.ts";
import type { ListedObject } from "../../core/object.ts";
import type { ObjectRecord } from "../../core/outcome.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { MemoryBucket } from "../../storage/memory/bucket.ts";
import { MemoryControl } from "../../storage/memory/control.ts";
import { MemoryDestination } from "../../storage/memory/destination.ts";
import { MemorySource } from "../../storage/memory/source.ts";
import type { CopyEngine, ObjectTask } from "../../worker/copy-engine.ts";
import { createCopyEngine } from "../../worker/transfer/engine.ts";
import { DEFAULT_TRANSFER_OPTIONS, type TransferOptions } from "../../worker/transfer/options.ts";
import { FakeClock } from "./fake-clock.ts";
import { FaultScript, faultyDestination, faultySource, type Fault } from "./faulty-stores.ts";

/** Sizes small enough that every way of copying is exercised with a few kilobytes. */
export const SMALL_BYTES = 1_000;
export const STREAMED_BYTES = 20_000;
export const PART_BYTES = 16_000;
export const MULTIPART_BYTES = 3 * PART_BYTES + 5_000;

const PARTITION_ID = "00000000000a";

/** Three buckets in memory, a clock that is moved by hand, faults, and an engine between them. */
export class TransferWorld {
  readonly clock = new FakeClock();
  readonly source = new MemoryBucket(this.clock);
  readonly destination = new MemoryBucket(this.clock);
  readonly control = new MemoryBucket(this.clock);
  readonly destinationStore = new MemoryDestination(this.destination, { minPartBytes: 1_000 });
  readonly script: FaultScript;
  readonly options: TransferOptions;
  readonly keys = jobKeys("job-1");
  engine: CopyEngine;

  constructor(
    given: { readonly faults?: readonly Fault[]; readonly options?: Partial<TransferOptions> } = {},
  ) {
    this.script = new FaultScript(given.faults ?? []);
    this.options = {
      ...DEFAULT_TRANSFER_OPTIONS,
      thresholds: {
        bufferedUpToBytes: 2 * SMALL_BYTES,
        streamedUpToBytes: 2 * STREAMED_BYTES,
        partSizeBytes: PART_BYTES,
      },
      blockBytes: 4096,
      keys: this.keys,
      ...given.options,
    };
    this.engine = this.newEngine();
  }

  /** Another engine over the same stores, as a worker has that takes over. */
  newEngine(): CopyEngine {
    return createCopyEngine({
      source: faultySource(new MemorySource(this.source), this.script),
      destination: faultyDestination(this.destinationStore, this.script),
      control: new MemoryControl(this.control),
      clock: this.clock,
      random: () => 0.5,
      log: silentLog,
      options: this.options,
    });
  }

  /** Puts an object of this size into the source; its bytes depend on key and size. */
  given(key: string, sizeBytes: number, options: Parameters<MemoryBucket["put"]>[2] = {}): Buffer {
    const bytes = bytesOf(key, sizeBytes);
    this.source.put(key, bytes, options);
    return bytes;
  }

  /** The source as it is listed now. */
  listed(): readonly ListedObject[] {
    return this.source.list({}).objects;
  }

  /** Begins to copy what is listed now, or `objects`. */
  start(objects = this.listed(), signal = new AbortController().signal, epoch = 1): Promise<ObjectRecord[]> {
    return this.engine.carryOut(
      objects.map((object) => copyOf(object)),
      { partitionId: PARTITION_ID, epoch, signal },
    );
  }

  /** Copies what is listed now, or `objects`, however long it takes. */
  async copy(objects = this.listed(), epoch = 1): Promise<ObjectRecord[]> {
    return this.clock.runUntilSettled(this.start(objects, undefined, epoch));
  }

  /** The destination's bytes under this key. */
  copyOf(key: string): Buffer | undefined {
    return this.destination.objects.get(key)?.bytes;
  }

  /** Names of all objects in the control bucket. */
  controlKeys(): string[] {
    return this.control.list({}).objects.map(({ key }) => key);
  }
}

/** The task of copying this object, whatever the destination holds. */
export function copyOf(object: ListedObject, condition: WriteCondition = { kind: "any" }): ObjectTask {
  return { kind: "copy", object, condition };
}

/** Bytes that differ for every key and size. */
export function bytesOf(key: string, sizeBytes: number): Buffer {
  return Buffer.alloc(sizeBytes, `${key}:${sizeBytes};`);
}
