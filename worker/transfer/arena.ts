/** Sizes of buffers are powers of two from here on. */
export const SMALLEST_BUFFER_BYTES = 4096;

/**
 * One piece of memory that buffers are cut from. A buffer that is given back is joined with its neighbours again, so
 * that once all are back, there is as much room in one piece as at the beginning (a "buddy" allocator).
 */
export class Arena {
  readonly #memory: Buffer;
  /** Offsets of what is free, by its size. */
  readonly #free = new Map<number, Set<number>>();

  /** Uses what of `memory` is a multiple of the smallest buffer. */
  constructor(memory: Buffer) {
    this.#memory = memory;
    let offset = 0;
    for (let size = 2 ** 40; size >= SMALLEST_BUFFER_BYTES; size /= 2) {
      // From large to small, every piece begins at a multiple of its size.
      if (offset + size > memory.length) continue;
      this.#addFree(offset, size);
      offset += size;
    }
  }

  /** Whether the buffer was cut from here. */
  owns(buffer: Buffer): boolean {
    return buffer.buffer === this.#memory.buffer;
  }

  /** A buffer of exactly this size, a power of two; undefined where there is no room for it in one piece. */
  take(sizeBytes: number): Buffer | undefined {
    const offset = this.#cut(sizeBytes);
    return offset === undefined ? undefined : this.#memory.subarray(offset, offset + sizeBytes);
  }

  /** Takes a buffer back that `take` gave. */
  giveBack(buffer: Buffer): void {
    let offset = buffer.byteOffset - this.#memory.byteOffset;
    let size = buffer.length;
    while (this.#free.get(size)?.delete(neighbourOf(offset, size)) === true) {
      offset = Math.min(offset, neighbourOf(offset, size));
      size *= 2;
    }
    this.#addFree(offset, size);
  }

  /** From the smallest piece that is large enough, so that large ones stay whole. */
  #cut(sizeBytes: number): number | undefined {
    for (let size = sizeBytes; size <= this.#memory.length; size *= 2) {
      const pieces = this.#free.get(size);
      const [offset] = pieces ?? [];
      if (pieces === undefined || offset === undefined) continue;
      pieces.delete(offset);
      for (let half = size / 2; half >= sizeBytes; half /= 2) this.#addFree(offset + half, half);
      return offset;
    }
    return undefined;
  }

  #addFree(offset: number, size: number): void {
    const pieces = this.#free.get(size);
    if (pieces === undefined) this.#free.set(size, new Set([offset]));
    else pieces.add(offset);
  }
}

/** The other half of the piece of twice the size; a memory may need more bits than `^` works with. */
function neighbourOf(offset: number, size: number): number {
  return (offset / size) % 2 === 0 ? offset + size : offset - size;
}
