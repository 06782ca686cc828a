import type { ListedObject } from "../../core/object.ts";
import type { ListPage, SourceStore } from "../../storage/ports.ts";
import type { VirtualTime } from "./virtual-time.ts";

const DIGITS = 9;

/** A source of any number of objects that are computed when they are listed. */
export class ScaleSource implements Pick<SourceStore, "list"> {
  listings = 0;
  readonly #time: VirtualTime;
  readonly #objects: number;
  readonly #options: { readonly pageSize: number; readonly latencyMs: number; readonly meanBytes: number };

  constructor(
    time: VirtualTime,
    objects: number,
    options: { readonly pageSize: number; readonly latencyMs: number; readonly meanBytes: number },
  ) {
    this.#time = time;
    this.#objects = objects;
    this.#options = options;
  }

  async list(request: Parameters<SourceStore["list"]>[0]): Promise<ListPage> {
    request.signal?.throwIfAborted();
    await this.#time.delay(this.#options.latencyMs);
    this.listings++;
    const from = this.#firstAfter(request.continuationToken ?? request.startAfter);
    const size = Math.min(request.maxKeys ?? 1000, this.#options.pageSize, this.#objects - from);
    const objects = Array.from({ length: size }, (_, offset) => this.object(from + offset));
    const last = objects.at(-1);
    const goesOn = last !== undefined && from + size < this.#objects;
    return { objects, serverDateMs: 0, ...(goesOn ? { nextToken: last.key } : {}) };
  }

  object(index: number): ListedObject {
    return {
      key: keyOf(index),
      sizeBytes: Math.floor(2 * this.#options.meanBytes * fractionOf(index)),
      etag: "",
      lastModifiedMs: 0,
      storageClass: "STANDARD",
    };
  }

  #firstAfter(after: string | undefined): number {
    if (after === undefined) return 0;
    let low = 0;
    let high = this.#objects;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (keyOf(middle) <= after) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function keyOf(index: number): string {
  return `archive/${String(index).padStart(DIGITS, "0")}`;
}

/** A number in [0, 1) that looks random and belongs to this index (the finisher of MurmurHash3). */
function fractionOf(index: number): number {
  let mixed = Math.imul(index ^ (index >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
