const BURST_MS = 20;

/** Bytes per second of one client, shared by all its connections: every transfer books its bytes in one line. */
export class BandwidthLimit {
  bytesPerSecond: number;
  #freeAtMs = 0;

  constructor(bytesPerSecond: number) {
    this.bytesPerSecond = bytesPerSecond;
  }

  /** Books the bytes and returns how many milliseconds to wait before they may pass. */
  book(sizeBytes: number): number {
    const now = performance.now();
    const startMs = Math.max(now - BURST_MS, this.#freeAtMs);
    this.#freeAtMs = startMs + (sizeBytes / this.bytesPerSecond) * 1000;
    return Math.max(0, this.#freeAtMs - now);
  }
}

/** The limits of one service by client, where a client is an access key id. */
export class BandwidthLimits {
  readonly #limits = new Map<string, BandwidthLimit>();

  /** Limits the client, downloads and uploads together; `undefined` lifts the limit. */
  set(client: string, bytesPerSecond: number | undefined): void {
    const known = this.#limits.get(client);
    if (bytesPerSecond === undefined) this.#limits.delete(client);
    else if (known === undefined) this.#limits.set(client, new BandwidthLimit(bytesPerSecond));
    else known.bytesPerSecond = bytesPerSecond;
  }

  of(client: string | undefined): BandwidthLimit | undefined {
    return client === undefined ? undefined : this.#limits.get(client);
  }
}
