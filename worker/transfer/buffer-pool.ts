/** Buffers that are lent out together. */
export interface Loan<Sizes extends readonly number[]> {
  /** One for each size, at least as long as asked for. */
  readonly buffers: { readonly [Index in keyof Sizes]: Buffer };
  /**
   * Takes the memory back. `reuse: false` after a failed request: the dying connection may still hold the bytes,
   * and another object's bytes must never reach the wire through it.
   */
  giveBack(options: { readonly reuse: boolean }): void;
}

interface Waiter {
  readonly sizeBytes: number;
  readonly start: () => void;
}

const SMALLEST_CLASS_BYTES = 4096;

/**
 * All memory that object bodies pass through. Never more than `capacityBytes` are lent out or kept, so memory is
 * bounded by configuration, whatever the sizes and the number of objects. Buffers are reused, by powers of two:
 * fresh ones at this rate would make the garbage collector the busiest part of the program.
 */
export class BufferPool {
  readonly #capacityBytes: number;
  readonly #free = new Map<number, Buffer[]>();
  readonly #waiting = new Set<Waiter>();
  #lentBytes = 0;
  #freeBytes = 0;

  constructor(capacityBytes: number) {
    this.#capacityBytes = capacityBytes;
  }

  get lentBytes(): number {
    return this.#lentBytes;
  }

  /** How many loans wait for memory. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /**
   * Lends buffers of these sizes, first come, first served. A loan larger than the whole pool is granted when
   * nothing else is lent. Rejects with the signal's reason when `signal` aborts first.
   */
  async lend<const Sizes extends readonly number[]>(
    sizesBytes: Sizes,
    signal: AbortSignal,
  ): Promise<Loan<Sizes>> {
    const classes = sizesBytes.map(sizeClass);
    const sizeBytes = classes.reduce((sum, size) => sum + size, 0);
    if (this.#waiting.size > 0 || !this.#fits(sizeBytes)) await this.#wait(sizeBytes, signal);
    else this.#lentBytes += sizeBytes;

    const buffers = classes.map((size) => this.#take(size));
    let lent = true;
    return {
      buffers: buffers as unknown as Loan<Sizes>["buffers"],
      giveBack: ({ reuse }) => {
        if (!lent) return;
        lent = false;
        this.#lentBytes -= sizeBytes;
        if (reuse) for (const buffer of buffers) this.#keep(buffer);
        this.#startWaiting();
      },
    };
  }

  #fits(sizeBytes: number): boolean {
    return this.#lentBytes === 0 || this.#lentBytes + sizeBytes <= this.#capacityBytes;
  }

  #wait(sizeBytes: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        this.#waiting.delete(waiter);
        reject(signal.reason as Error);
        this.#startWaiting();
      };
      const waiter: Waiter = {
        sizeBytes,
        start: () => {
          signal.removeEventListener("abort", onAbort);
          resolve();
        },
      };
      this.#waiting.add(waiter);
      signal.addEventListener("abort", onAbort, { once: true });
    });
  }

  #startWaiting(): void {
    for (const waiter of this.#waiting) {
      if (!this.#fits(waiter.sizeBytes)) return;
      this.#waiting.delete(waiter);
      this.#lentBytes += waiter.sizeBytes;
      waiter.start();
    }
  }

  #take(size: number): Buffer {
    const kept = this.#free.get(size)?.pop();
    if (kept !== undefined) {
      this.#freeBytes -= size;
      return kept;
    }
    this.#shrinkToFit();
    return Buffer.allocUnsafeSlow(size);
  }

  #keep(buffer: Buffer): void {
    const free = this.#free.get(buffer.length);
    if (free === undefined) this.#free.set(buffer.length, [buffer]);
    else free.push(buffer);
    this.#freeBytes += buffer.length;
    this.#shrinkToFit();
  }

  /** Lets kept buffers go while they and the lent ones together exceed the capacity. */
  #shrinkToFit(): void {
    for (const [size, buffers] of this.#free) {
      while (this.#lentBytes + this.#freeBytes > this.#capacityBytes && buffers.pop() !== undefined) {
        this.#freeBytes -= size;
      }
    }
  }
}

function sizeClass(sizeBytes: number): number {
  let size = SMALLEST_CLASS_BYTES;
  while (size < sizeBytes) size *= 2;
  return size;
}
