import type { Clock, Random } from "../../core/clock.ts";
import type { StoreRole } from "../../core/errors.ts";
import type { Log } from "../../core/log.ts";
import type { ObjectRecord } from "../../core/outcome.ts";
import type { DestinationStore, SourceStore } from "../../storage/ports.ts";
import type { PartSpan, SharedUpload } from "../../core/protocol/shared-upload.ts";
import type {
  CopyEngine,
  CopyScope,
  ObjectTask,
  SpanResult,
  TransferFigures,
  TransferLimits,
} from "../copy-engine.ts";
import { Batch, type BatchTask } from "./batch.ts";
import { BufferPool } from "./buffer-pool.ts";
import { copyObject } from "./copy-object.ts";
import { FinishPace } from "./finish-pace.ts";
import { meterDestination, meterSource } from "./metered-stores.ts";
import type { TransferOptions } from "./options.ts";
import { RateLimit } from "./rate-limit.ts";
import { sendSpan } from "./send-span.ts";
import { StoreHealth } from "./store-health.ts";
import type { Counters, TransferContext, UploadRecords } from "./transfer-context.ts";
import { TransferSlots } from "./transfer-slots.ts";

export interface CopyEngineDeps {
  readonly source: SourceStore;
  readonly destination: DestinationStore;
  /** For the records of open multipart uploads. */
  readonly control: UploadRecords;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly options: TransferOptions;
}

/** An engine over these stores. It has no timers and nothing to close; the stores belong to the caller. */
export function createCopyEngine(deps: CopyEngineDeps): CopyEngine {
  return new TransferEngine(deps);
}

/** Somebody who will get more objects within `leadMs`. */
interface Hungry {
  readonly leadMs: number;
  readonly feed: () => void;
}

class TransferEngine implements CopyEngine {
  readonly #context: TransferContext;
  /** Batches with objects to start, oldest first: a partition that is finished is one that cannot be lost any more. */
  readonly #batches = new Set<Batch>();
  readonly #hungry = new Set<Hungry>();
  readonly #pace: FinishPace;
  #starting = false;

  constructor(deps: CopyEngineDeps) {
    this.#context = createContext(deps);
    this.#pace = new FinishPace(deps.clock);
  }

  async carryOut(tasks: readonly ObjectTask[], scope: CopyScope): Promise<ObjectRecord[]> {
    scope.signal.throwIfAborted();
    if (tasks.length === 0) return [];
    const batch = new Batch(tasks, scope);
    this.#batches.add(batch);
    void this.#startTasks();
    try {
      return await batch.records;
    } finally {
      this.#batches.delete(batch);
      this.#feedHungry();
    }
  }

  async sendSpan(upload: SharedUpload, span: PartSpan, scope: CopyScope): Promise<SpanResult> {
    const { slots } = this.#context;
    await slots.acquire(scope.signal);
    try {
      return await sendSpan(upload, span, { context: this.#context, scope, signal: scope.signal });
    } finally {
      slots.release();
      this.#feedHungry();
    }
  }

  whenHungry(leadMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const onAbort = (): void => {
        this.#hungry.delete(hungry);
        reject(signal.reason as Error);
      };
      const feed = (): void => {
        this.#hungry.delete(hungry);
        signal.removeEventListener("abort", onAbort);
        resolve();
      };
      const hungry = { leadMs, feed };
      this.#hungry.add(hungry);
      signal.addEventListener("abort", onAbort, { once: true });
      this.#feedHungry();
    });
  }

  setLimits(limits: TransferLimits): void {
    this.#context.rate.set(limits);
    this.#feedHungry();
  }

  figures(): TransferFigures {
    const { counters, slots } = this.#context;
    return {
      finishedObjects: counters.finishedObjects,
      copiedObjects: counters.copiedObjects,
      failedObjects: counters.failedObjects,
      transferredBytes: counters.transferredBytes,
      copiedBytes: counters.copiedBytes,
      retries: counters.retries,
      throttled: counters.throttled,
      activeTransfers: slots.active,
      slots: slots.limit,
      requests: { source: counters.sourceRequests, destination: counters.destinationRequests },
    };
  }

  /** Starts objects as slots become free; one such loop runs at a time. */
  async #startTasks(): Promise<void> {
    if (this.#starting) return;
    this.#starting = true;
    const { slots } = this.#context;
    while (this.#queued() > 0) {
      await slots.acquire();
      const task = this.#nextTask();
      if (task === undefined) slots.release();
      else void this.#runTask(task);
      this.#feedHungry();
    }
    this.#starting = false;
  }

  /** Does one task in the slot that was taken for it. Never rejects. */
  async #runTask({ batch, index, task, unfinished: before }: BatchTask): Promise<void> {
    const { counters, slots, log } = this.#context;
    try {
      const run = { context: this.#context, scope: batch.scope, signal: batch.signal };
      const { record, unfinished } = await copyObject(task, run, before);
      if (unfinished === undefined) {
        counters.finishedObjects++;
        this.#pace.finished();
        batch.scope.onFinished?.();
        if (record.outcome === "copied") {
          counters.copiedObjects++;
          counters.copiedBytes += record.sizeBytes;
        } else if (record.outcome === "failed") {
          counters.failedObjects++;
          log.warn("object.failed", { key: record.key, code: record.code, detail: record.detail });
        }
      }
      batch.finish(index, record, unfinished);
    } catch (error) {
      batch.fail(error);
    } finally {
      slots.release();
      void this.#startTasks();
      this.#feedHungry();
    }
  }

  #nextTask(): BatchTask | undefined {
    for (const batch of this.#batches) {
      const task = batch.next();
      if (task !== undefined) return task;
    }
    return undefined;
  }

  #queued(): number {
    let queued = 0;
    for (const batch of this.#batches) queued += batch.queued;
    return queued;
  }

  #feedHungry(): void {
    const { slots, memory, rate } = this.#context;
    if (this.#hungry.size === 0 || rate.paused || memory.waiting > 0) return;
    const spare = this.#queued() - slots.free;
    for (const { leadMs, feed } of this.#hungry) {
      if (spare < this.#pace.within(leadMs)) feed();
    }
  }
}

function createContext(deps: CopyEngineDeps): TransferContext {
  const { clock, random, log, options, control } = deps;
  const counters: Counters = {
    copiedObjects: 0,
    failedObjects: 0,
    finishedObjects: 0,
    transferredBytes: 0,
    copiedBytes: 0,
    retries: 0,
    throttled: 0,
    sourceRequests: 0,
    destinationRequests: 0,
  };
  const rate = new RateLimit(clock);
  const progress = (): { bytes: number; objects: number } => ({
    bytes: counters.transferredBytes,
    objects: counters.finishedObjects,
  });
  const memory = new BufferPool(options.maxBytesInFlight);
  const heldUp = (): boolean => rate.holding || memory.waiting > 0;
  const slots = new TransferSlots({ clock, log, maxSlots: options.maxSlots, progress, heldUp });
  const healthOf = (store: StoreRole): StoreHealth => new StoreHealth({ store, clock, log });
  const health = {
    source: healthOf("source"),
    destination: healthOf("destination"),
    control: healthOf("control"),
  };
  const onDelayed = (): void => {
    counters.throttled++;
    slots.throttled();
  };
  return {
    source: meterSource(deps.source, { counters, rate, health: health.source, onDelayed }),
    destination: meterDestination(deps.destination, {
      counters,
      rate,
      health: health.destination,
      onDelayed,
    }),
    control,
    clock,
    random,
    log,
    options,
    counters,
    memory,
    slots,
    rate,
    health: (store) => health[store],
    destinationEtagIsMd5: true,
  };
}
