import { allocateForCrc64 } from "../../core/crc64.ts";
import { Arena, SMALLEST_BUFFER_BYTES } from "./arena.ts";

/** Buffers that are lent out together. */
export interface Loan<Sizes extends readonly number[]> {
  /** One for each size, at least as long as asked for. */
  readonly buffers: { readonly [Index in keyof Sizes]: Buffer };
  /** Takes the memory back, for the next one: nobody may hold any of it any more. */
  giveBack(): void;
}

interface Waiter {
  readonly sizesBytes: readonly number[];
  readonly start: (buffers: readonly Buffer[]) => void;
}

/**
 * All memory that object bodies pass through. Never more than `capacityBytes` are lent out or kept, so memory is
 * bounded by configuration, whatever the sizes and the number of objects. Buffers are reused, by powers of two:
 * fresh ones at this rate would make the garbage collector the busiest part of the program. They lie where their
 * CRC-64 is computed without a copy.
 */
export class BufferPool {
  readonly #capacityBytes: number;
  readonly #arena: Arena;
  /** Given back and not joined again yet, by size: most loans are of a size that was lent before. */
  readonly #kept = new Map<number, Buffer[]>();
  readonly #waiting = new Set<Waiter>();
  #lentBytes = 0;

  constructor(capacityBytes: number) {
    this.#capacityBytes = capacityBytes;
    this.#arena = new Arena(allocateForCrc64(capacityBytes));
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
    const sizes = sizesBytes.map(roundedUp);
    const atOnce = this.#waiting.size > 0 ? undefined : this.#takeAll(sizes);
    const buffers = atOnce ?? (await this.#wait(sizes, signal));
    let lent = true;
    return {
      buffers: buffers as unknown as Loan<Sizes>["buffers"],
      giveBack: () => {
        if (!lent) return;
        lent = false;
        for (const buffer of buffers) this.#keep(buffer);
        this.#startWaiting();
      },
    };
  }

  #wait(sizesBytes: readonly number[], signal: AbortSignal): Promise<readonly Buffer[]> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        this.#waiting.delete(waiter);
        reject(signal.reason as Error);
        this.#startWaiting();
      };
      const waiter: Waiter = {
        sizesBytes,
        start: (buffers) => {
          signal.removeEventListener("abort", onAbort);
          resolve(buffers);
        },
      };
      this.#waiting.add(waiter);
      signal.addEventListener("abort", onAbort, { once: true });
    });
  }

  #startWaiting(): void {
    for (const waiter of this.#waiting) {
      const buffers = this.#takeAll(waiter.sizesBytes);
      if (buffers === undefined) return;
      this.#waiting.delete(waiter);
      waiter.start(buffers);
    }
  }

  /** All of the buffers or none. */
  #takeAll(sizesBytes: readonly number[]): readonly Buffer[] | undefined {
    const isFirst = this.#lentBytes === 0;
    const wantedBytes = sizesBytes.reduce((sum, size) => sum + size, 0);
    if (!isFirst && this.#lentBytes + wantedBytes > this.#capacityBytes) return undefined;
    const buffers: Buffer[] = [];
    for (const size of sizesBytes) {
      const buffer = this.#take(size) ?? (isFirst ? Buffer.allocUnsafeSlow(size) : undefined);
      if (buffer === undefined) {
        for (const taken of buffers) this.#keep(taken);
        return undefined;
      }
      this.#lentBytes += size;
      buffers.push(buffer);
    }
    return buffers;
  }

  #take(size: number): Buffer | undefined {
    const kept = this.#kept.get(size)?.pop() ?? this.#arena.take(size);
    if (kept !== undefined) return kept;
    for (const buffers of this.#kept.values()) {
      for (const buffer of buffers.splice(0)) this.#arena.giveBack(buffer);
    }
    return this.#arena.take(size);
  }

  #keep(buffer: Buffer): void {
    this.#lentBytes -= buffer.length;
    if (!this.#arena.owns(buffer)) return;
    const kept = this.#kept.get(buffer.length);
    if (kept === undefined) this.#kept.set(buffer.length, [buffer]);
    else kept.push(buffer);
  }
}

function roundedUp(sizeBytes: number): number {
  let size = SMALLEST_BUFFER_BYTES;
  while (size < sizeBytes) size *= 2;
  return size;
}
