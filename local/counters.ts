/** How many requests of one kind came to one bucket, and how they ended. */
export interface RequestCount {
  readonly service: "oss" | "s3";
  /** Empty for requests that are about no bucket. */
  readonly bucket: string;
  readonly operation: string;
  requests: number;
  /** Answers by HTTP status; 0 for requests that got none. */
  readonly statuses: Record<number, number>;
  receivedBytes: number;
  sentBytes: number;
}

/** Counts requests by service, bucket and operation. */
export class RequestCounters {
  readonly #counts = new Map<string, RequestCount>();

  of(service: "oss" | "s3", bucket: string, operation: string): RequestCount {
    const name = `${service}/${bucket}/${operation}`;
    let count = this.#counts.get(name);
    if (count === undefined) {
      count = { service, bucket, operation, requests: 0, statuses: {}, receivedBytes: 0, sentBytes: 0 };
      this.#counts.set(name, count);
    }
    return count;
  }

  list(): readonly RequestCount[] {
    return structuredClone([...this.#counts.values()]);
  }

  /** The number of requests that fit; what is absent fits everything. */
  requests(filter: Partial<Pick<RequestCount, "service" | "bucket" | "operation">> = {}): number {
    return [...this.#counts.values()]
      .filter(
        (count) =>
          (filter.service ?? count.service) === count.service &&
          (filter.bucket ?? count.bucket) === count.bucket &&
          (filter.operation ?? count.operation) === count.operation,
      )
      .reduce((sum, count) => sum + count.requests, 0);
  }

  reset(): void {
    this.#counts.clear();
  }
}
