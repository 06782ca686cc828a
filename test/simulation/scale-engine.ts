import type { Clock } from "../../core/clock.ts";
import type { ObjectRecord } from "../../core/outcome.ts";
import type { CopyEngine, CopyScope, ObjectTask, TransferFigures } from "../../worker/copy-engine.ts";

/**
 * A line of fixed bandwidth: batches are copied one after the other, and the engine is hungry from the moment on
 * when the last object it was given has begun, or will have in time, as the real one is.
 */
export class ScaleEngine implements CopyEngine {
  /** How long the line was in use. */
  busyMs = 0;
  readonly #clock: Clock;
  readonly #bytesPerMs: number;
  #busyUntilMs = 0;
  #lastBeginsMs = 0;

  constructor(clock: Clock, bytesPerSecond: number) {
    this.#clock = clock;
    this.#bytesPerMs = bytesPerSecond / 1000;
  }

  async carryOut(tasks: readonly ObjectTask[], scope: CopyScope): Promise<ObjectRecord[]> {
    const objects = tasks.map(({ object }) => object);
    const nowMs = this.#clock.monotonicMs();
    const workMs = objects.reduce((sum, object) => sum + object.sizeBytes, 0) / this.#bytesPerMs;
    this.busyMs += workMs;
    this.#busyUntilMs = Math.max(nowMs, this.#busyUntilMs) + workMs;
    this.#lastBeginsMs = this.#busyUntilMs - (objects.at(-1)?.sizeBytes ?? 0) / this.#bytesPerMs;
    await this.#clock.sleep(this.#busyUntilMs - nowMs, scope.signal);
    return objects.map((object) => ({
      key: object.key,
      outcome: "copied",
      sizeBytes: object.sizeBytes,
      sourceEtag: object.etag,
      sourceLastModifiedMs: object.lastModifiedMs,
    }));
  }

  async sendSpan(): Promise<never> {
    throw new Error("no object of this story is huge");
  }

  async whenHungry(leadMs: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const waitMs = this.#lastBeginsMs - leadMs - this.#clock.monotonicMs();
      if (waitMs <= 0) return;
      await this.#clock.sleep(waitMs, signal);
    }
  }

  setLimits(): void {}

  figures(): TransferFigures {
    return {
      finishedObjects: 0,
      copiedObjects: 0,
      failedObjects: 0,
      transferredBytes: 0,
      copiedBytes: 0,
      retries: 0,
      throttled: 0,
      activeTransfers: 0,
      slots: 1,
      requests: { source: 0, destination: 0 },
    };
  }
}
