import { compareKeys } from "../../core/object-key.ts";

const MAX_RUN_LENGTH = 512;

/**
 * A map whose keys come out in the order of a bucket listing. Millions of entries are fine: an insertion moves
 * at most one run of keys, and reading on from any key costs one binary search.
 */
export class SortedMap<Value> {
  readonly #values = new Map<string, Value>();
  /** Keys in order, cut into runs; no run is ever empty. */
  readonly #runs: string[][] = [];

  get size(): number {
    return this.#values.size;
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }

  get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: Value): void {
    if (!this.#values.has(key)) this.#insert(key);
    this.#values.set(key, value);
  }

  delete(key: string): boolean {
    if (!this.#values.delete(key)) return false;
    const runIndex = this.#runIndexOf(key);
    const run = this.#runs[runIndex] ?? [];
    run.splice(firstIndexNotBefore(run, key), 1);
    if (run.length === 0) this.#runs.splice(runIndex, 1);
    return true;
  }

  /** Entries from the first key that is not before `key`, in order. */
  *entriesFrom(key: string): Generator<[string, Value]> {
    let index = -1;
    for (let runIndex = this.#runIndexOf(key); runIndex < this.#runs.length; runIndex++) {
      const run = this.#runs[runIndex] ?? [];
      index = index === -1 ? firstIndexNotBefore(run, key) : 0;
      for (; index < run.length; index++) {
        const found = run[index] ?? "";
        yield [found, this.#values.get(found) as Value];
      }
    }
  }

  [Symbol.iterator](): Generator<[string, Value]> {
    return this.entriesFrom("");
  }

  #insert(key: string): void {
    const runIndex = this.#runIndexOf(key);
    const run = this.#runs[runIndex];
    if (run === undefined) {
      this.#runs.push([key]);
      return;
    }
    run.splice(firstIndexNotBefore(run, key), 0, key);
    if (run.length > MAX_RUN_LENGTH) this.#runs.splice(runIndex + 1, 0, run.splice(MAX_RUN_LENGTH / 2));
  }

  /** The last run that begins at or before `key`, or the first run. */
  #runIndexOf(key: string): number {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareKeys(this.#runs[middle]?.[0] ?? "", key) <= 0) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  }
}

function firstIndexNotBefore(run: readonly string[], key: string): number {
  let low = 0;
  let high = run.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareKeys(run[middle] ?? "", key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
