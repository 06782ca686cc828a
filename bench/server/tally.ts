import { BUCKETS } from "./messages.ts";
import type { Bucket, ServerReport } from "./messages.ts";

const MAX_PROBLEMS = 5;

/** Counts what happens during one scenario. */
export class Tally {
  readonly #requests: Record<Bucket, Record<string, number>> = { source: {}, destination: {}, control: {} };
  readonly #sourceBytesByClient: Record<string, number> = {};
  readonly #problems: string[] = [];
  #firstRequestMs: number | undefined;
  #lastWriteMs: number | undefined;
  #lastListMs: number | undefined;
  #lastRequestMs: number | undefined;
  /** The last write or listing. */
  #lastWorkMs: number | undefined;
  #cpuAtFirstRequest = process.cpuUsage();
  #cpuAtLastWorkMicros = 0;
  #listedKeys = 0;
  #storedObjects = 0;
  #storedBytes = 0;

  countRequest(bucket: Bucket, operation: string): void {
    this.#lastRequestMs = performance.now();
    if (this.#firstRequestMs === undefined) {
      this.#firstRequestMs = this.#lastRequestMs;
      this.#cpuAtFirstRequest = process.cpuUsage();
    }
    const operations = this.#requests[bucket];
    operations[operation] = (operations[operation] ?? 0) + 1;
  }

  countSourceBytes(client: string, bytes: number): void {
    this.#sourceBytesByClient[client] = (this.#sourceBytesByClient[client] ?? 0) + bytes;
  }

  countListedKeys(keys: number): void {
    this.#listedKeys += keys;
    this.#lastListMs = this.#noteWork();
  }

  /** An object is whole in the destination; `isNew` unless it was before. */
  countStored(bytes: number, isNew: boolean): void {
    this.#lastWriteMs = this.#noteWork();
    if (!isNew) return;
    this.#storedObjects++;
    this.#storedBytes += bytes;
  }

  noteProblem(problem: string): void {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(problem);
  }

  report(): ServerReport {
    const workSeconds = this.#secondsUntil(this.#lastWorkMs);
    return {
      requests: Object.fromEntries(
        BUCKETS.map((bucket) => [bucket, { ...this.#requests[bucket] }]),
      ) as ServerReport["requests"],
      storedObjects: this.#storedObjects,
      storedBytes: this.#storedBytes,
      transferSeconds: this.#secondsUntil(this.#lastWriteMs),
      activeSeconds: this.#secondsUntil(this.#lastRequestMs),
      listingSeconds: this.#secondsUntil(this.#lastListMs),
      listedKeys: this.#listedKeys,
      serverBusyShare: workSeconds === 0 ? 0 : this.#cpuAtLastWorkMicros / 1e6 / workSeconds,
      sourceBytesByClient: { ...this.#sourceBytesByClient },
      problems: [...this.#problems],
    };
  }

  #noteWork(): number {
    this.#lastWorkMs = performance.now();
    const used = process.cpuUsage(this.#cpuAtFirstRequest);
    this.#cpuAtLastWorkMicros = used.user + used.system;
    return this.#lastWorkMs;
  }

  #secondsUntil(endMs: number | undefined): number {
    return endMs === undefined || this.#firstRequestMs === undefined
      ? 0
      : (endMs - this.#firstRequestMs) / 1_000;
  }
}
