import type { StoreRole } from "../core/errors.ts";

/** How many requests went to each store, by the service's names of the operations. */
export type RequestCounts = Readonly<Record<StoreRole, Readonly<Record<string, number>>>>;

/** Counts the requests that were really sent, retries included. */
export class RequestMeter {
  readonly #counts: Record<StoreRole, Record<string, number>> = { source: {}, destination: {}, control: {} };

  count(store: StoreRole, operation: string): void {
    const counts = this.#counts[store];
    counts[operation] = (counts[operation] ?? 0) + 1;
  }

  counts(): RequestCounts {
    return structuredClone(this.#counts);
  }

  total(store: StoreRole): number {
    return Object.values(this.#counts[store]).reduce((sum, count) => sum + count, 0);
  }
}
