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
  #cpuAtFirstRequest = process.cpuUsage();
  #cpuAtLastWriteMicros = 0;
  #listedKeys = 0;
  #storedObjects = 0;
  #storedBytes = 0;

  countRequest(bucket: Bucket, operation: string): void {
    if (this.#firstRequestMs === undefined) {
      this.#firstRequestMs = performance.now();
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
    this.#lastListMs = performance.now();
  }

  /** An object is whole in the destination; `isNew` unless it was before. */
  countStored(bytes: number, isNew: boolean): void {
    this.#lastWriteMs = performance.now();
    const used = process.cpuUsage(this.#cpuAtFirstRequest);
    this.#cpuAtLastWriteMicros = used.user + used.system;
    if (!isNew) return;
    this.#storedObjects++;
    this.#storedBytes += bytes;
  }

  get storedObjects(): number {
    return this.#storedObjects;
  }

  noteProblem(problem: string): void {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(problem);
  }

  report(): ServerReport {
    const transferSeconds = this.#secondsUntil(this.#lastWriteMs);
    return {
      requests: Object.fromEntries(
        BUCKETS.map((bucket) => [bucket, { ...this.#requests[bucket] }]),
      ) as ServerReport["requests"],
      storedObjects: this.#storedObjects,
      storedBytes: this.#storedBytes,
      transferSeconds,
      listingSeconds: this.#secondsUntil(this.#lastListMs),
      listedKeys: this.#listedKeys,
      serverBusyShare: transferSeconds === 0 ? 0 : this.#cpuAtLastWriteMicros / 1e6 / transferSeconds,
      sourceBytesByClient: { ...this.#sourceBytesByClient },
      problems: [...this.#problems],
    };
  }

  #secondsUntil(endMs: number | undefined): number {
    return endMs === undefined || this.#firstRequestMs === undefined
      ? 0
      : (endMs - this.#firstRequestMs) / 1_000;
  }
}
