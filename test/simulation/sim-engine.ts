import type { Clock } from "../../core/clock.ts";
import type { ListedObject } from "../../core/object.ts";
import type { ObjectRecord } from "../../core/outcome.ts";
import type { CopyEngine, CopyScope, ObjectTask, TransferFigures } from "../../worker/copy-engine.ts";

/** Who is copying a partition, as far as the simulation can see. */
export interface Copier {
  readonly name: string;
  readonly isRunning: boolean;
}

/** What was copied, and whether two workers ever copied one partition at the same time. */
export class Destination {
  readonly copies = new Map<string, number>();
  readonly overlaps: string[] = [];
  readonly #copying = new Map<string, Copier>();

  begin(partitionId: string, copier: Copier): void {
    const other = this.#copying.get(partitionId);
    if (other !== undefined && other !== copier && other.isRunning) {
      this.overlaps.push(`${partitionId}: ${other.name} and ${copier.name}`);
    }
    this.#copying.set(partitionId, copier);
  }

  end(partitionId: string, copier: Copier): void {
    if (this.#copying.get(partitionId) === copier) this.#copying.delete(partitionId);
  }

  store(key: string): void {
    this.copies.set(key, (this.copies.get(key) ?? 0) + 1);
  }
}

/** Objects that cannot be copied, so that failures are among the outcomes. */
const FAILING = /fail$/u;

interface SimEngineDeps {
  readonly worker: Copier;
  readonly clock: Clock;
  readonly destination: Destination;
  readonly bytesPerSecond: number;
}

/** A copy engine that takes as long as the bytes need and keeps the engine's promises about signals. */
export class SimEngine implements CopyEngine {
  readonly #deps: SimEngineDeps;
  #batches = 0;
  #wakeHungry: (() => void)[] = [];
  #copiedObjects = 0;
  #copiedBytes = 0;

  constructor(deps: SimEngineDeps) {
    this.#deps = deps;
  }

  async carryOut(tasks: readonly ObjectTask[], scope: CopyScope): Promise<ObjectRecord[]> {
    const { worker, destination } = this.#deps;
    destination.begin(scope.partitionId, worker);
    this.#batches++;
    try {
      return await this.#copyAll(
        tasks.map(({ object }) => object),
        scope.signal,
      );
    } finally {
      this.#batches--;
      for (const wake of this.#wakeHungry.splice(0)) wake();
      destination.end(scope.partitionId, worker);
    }
  }

  async #copyAll(objects: readonly ListedObject[], signal: AbortSignal): Promise<ObjectRecord[]> {
    const { clock, destination, bytesPerSecond } = this.#deps;
    const bytes = objects.reduce((sum, object) => sum + object.sizeBytes, 0);
    // Half the time before the objects arrive and half after, so that a crash may fall on either side.
    await clock.sleep((bytes / bytesPerSecond) * 500, signal);
    for (const object of objects) destination.store(object.key);
    await clock.sleep((bytes / bytesPerSecond) * 500, signal);
    this.#copiedObjects += objects.length;
    this.#copiedBytes += bytes;
    return objects.map((object) => ({
      key: object.key,
      sizeBytes: object.sizeBytes,
      sourceEtag: object.etag,
      sourceLastModifiedMs: object.lastModifiedMs,
      ...(FAILING.test(object.key)
        ? { outcome: "failed" as const, code: "CHECKSUM_MISMATCH" }
        : { outcome: "copied" as const, destinationEtag: object.etag }),
    }));
  }

  async whenHungry(signal: AbortSignal): Promise<void> {
    if (this.#batches === 0) return;
    await new Promise<void>((resolve, reject) => {
      this.#wakeHungry.push(resolve);
      signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    });
  }

  setLimits(): void {}

  figures(): TransferFigures {
    return {
      finishedObjects: this.#copiedObjects,
      copiedObjects: this.#copiedObjects,
      failedObjects: 0,
      transferredBytes: this.#copiedBytes,
      copiedBytes: this.#copiedBytes,
      retries: 0,
      throttled: 0,
      activeTransfers: this.#batches,
      slots: 1,
      requests: { source: 0, destination: 0 },
    };
  }
}
