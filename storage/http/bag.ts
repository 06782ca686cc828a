/** One item's place in a bag. */
export interface Slot<Item> {
  readonly item: Item;
  index: number;
}

/**
 * Items in no order, added and removed in constant time without garbage that outlives them: a `Set` with this
 * much coming and going keeps its old tables, and with them finished requests, until a full collection.
 */
export class Bag<Item> {
  readonly #slots: Slot<Item>[] = [];

  get size(): number {
    return this.#slots.length;
  }

  add(item: Item): Slot<Item> {
    const slot = { item, index: this.#slots.length };
    this.#slots.push(slot);
    return slot;
  }

  /** Removes what `add` returned; once. */
  remove(slot: Slot<Item>): void {
    const last = this.#slots.pop();
    if (last === undefined || last === slot) return;
    this.#slots[slot.index] = last;
    last.index = slot.index;
  }

  /** A copy, so that items may be removed while it is looked through. */
  items(): Item[] {
    return this.#slots.map(({ item }) => item);
  }
}
