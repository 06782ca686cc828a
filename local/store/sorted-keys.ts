import type { Key } from "./keys.ts";

const MAX_BLOCK_KEYS = 1024;

/** A set of keys kept in byte order: O(log n) to find a place, one short block to shift when it changes. */
export class SortedKeys {
  readonly #blocks: Key[][] = [[]];

  add(key: Key): void {
    const blockIndex = this.#blockOf(key);
    const block = this.#blocks[blockIndex] ?? [];
    const index = lowerBound(block, key);
    if (block[index] === key) return;
    if (index === block.length) block.push(key);
    else block.splice(index, 0, key);
    if (block.length > MAX_BLOCK_KEYS) {
      // Keys mostly arrive in order: a full last block gives little away, so that blocks fill up.
      const isLast = blockIndex === this.#blocks.length - 1;
      const half = block.splice(isLast ? (MAX_BLOCK_KEYS * 7) / 8 : MAX_BLOCK_KEYS / 2);
      this.#blocks.splice(blockIndex + 1, 0, half);
    }
  }

  delete(key: Key): void {
    const blockIndex = this.#blockOf(key);
    const block = this.#blocks[blockIndex] ?? [];
    const index = lowerBound(block, key);
    if (block[index] !== key) return;
    block.splice(index, 1);
    if (block.length === 0 && this.#blocks.length > 1) this.#blocks.splice(blockIndex, 1);
  }

  /** The keys at or after `first`, in order. The set must not change while they are read. */
  *from(first: Key): Generator<Key, void, undefined> {
    let blockIndex = this.#blockOf(first);
    let index = lowerBound(this.#blocks[blockIndex] ?? [], first);
    for (; blockIndex < this.#blocks.length; blockIndex++, index = 0) {
      const block = this.#blocks[blockIndex] ?? [];
      for (; index < block.length; index++) yield block[index] ?? "";
    }
  }

  /** The last block that begins at or before `key`. */
  #blockOf(key: Key): number {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#blocks[middle]?.[0] ?? "") <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function lowerBound(sorted: readonly Key[], key: Key): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? "") < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
