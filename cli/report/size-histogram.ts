/** Objects of at least `fromBytes` and less than `belowBytes`. */
export interface SizeClass {
  readonly fromBytes: number;
  readonly belowBytes: number;
  readonly objects: number;
  readonly bytes: number;
}

/** How many objects there are of each size: one class for empty ones, then one for each power of two. */
export class SizeHistogram {
  readonly #classes = new Map<number, { objects: number; bytes: number }>();

  add(sizeBytes: number): void {
    const power = sizeBytes < 1 ? 0 : Math.floor(Math.log2(sizeBytes)) + 1;
    const found = this.#classes.get(power) ?? { objects: 0, bytes: 0 };
    found.objects++;
    found.bytes += sizeBytes;
    this.#classes.set(power, found);
  }

  /** From the class of the smallest object to that of the largest, those in between that are empty included. */
  classes(): readonly SizeClass[] {
    const powers = [...this.#classes.keys()];
    const first = Math.min(...powers);
    const count = powers.length === 0 ? 0 : Math.max(...powers) - first + 1;
    return Array.from({ length: count }, (_, index) => {
      const power = first + index;
      const { objects, bytes } = this.#classes.get(power) ?? { objects: 0, bytes: 0 };
      return { fromBytes: power === 0 ? 0 : 2 ** (power - 1), belowBytes: 2 ** power, objects, bytes };
    });
  }
}
