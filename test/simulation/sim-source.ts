import { StoreError } from "../../core/errors.ts";
import { compareKeys } from "../../core/object-key.ts";
import type { ListedObject } from "../../core/object.ts";
import type { SourceStore } from "../../storage/ports.ts";
import type { Wire } from "./control-bucket.ts";

/** A source with fixed content that can be listed; pages may be short, even empty, and still go on. */
export class SimSource {
  readonly #objects: readonly ListedObject[];
  readonly #pageSize: number;
  readonly #shortPage: () => boolean;

  /** `objects` in key order. `shortPage` is asked for every page whether it comes with fewer objects than it could. */
  constructor(objects: readonly ListedObject[], pageSize = 1000, shortPage: () => boolean = () => false) {
    this.#objects = objects;
    this.#pageSize = pageSize;
    this.#shortPage = shortPage;
  }

  /** The source as one worker sees it over its wire. */
  over(wire: Wire): Pick<SourceStore, "list"> {
    return {
      list: async (request) => {
        const fate = await wire.depart("list source");
        await wire.arrive();
        request.signal?.throwIfAborted();
        if (fate === "throttled") throw new StoreError("THROTTLED", "slow down", { store: "source" });
        if (fate !== "answered") throw new StoreError("NETWORK", "connection reset", { store: "source" });
        const after = request.continuationToken ?? request.startAfter;
        const from = after === undefined ? 0 : this.#firstAfter(after);
        const asked = Math.min(request.maxKeys ?? 1000, this.#pageSize);
        const size = this.#shortPage() ? Math.floor(asked / 3) : asked;
        const objects = this.#objects.slice(from, from + size);
        const isLast = from + size >= this.#objects.length;
        const nextToken = objects.at(-1)?.key ?? after ?? "";
        return { objects, serverDateMs: 0, ...(isLast ? {} : { nextToken }) };
      },
    };
  }

  #firstAfter(after: string): number {
    let low = 0;
    let high = this.#objects.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const key = this.#objects[middle]?.key;
      if (key !== undefined && compareKeys(key, after) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
