import type { Random } from "../../core/clock.ts";
import { StoreError } from "../../core/errors.ts";
import { compareKeys } from "../../core/object-key.ts";
import type { ListedObject } from "../../core/object.ts";
import type { ListPage, ListRequest, SourceStore } from "../../storage/ports.ts";
import type { Wire } from "./control-bucket.ts";

/** An object with the time that it is there; absent times mean always. */
export interface SimObject extends ListedObject {
  readonly appearsAtMs?: number;
  readonly vanishesAtMs?: number;
  /** When it becomes another version; absent means never. */
  readonly changesAtMs?: number;
}

/** How a source answers listings. */
export interface ListingManner {
  /** Objects on a page at most. */
  readonly pageSize: number;
  /** Chance that a page that goes on comes with fewer objects than it could, perhaps with none. */
  readonly shortPages: number;
  /** How old what a listing shows may be; each answer draws its own age. */
  readonly staleMs: number;
}

/** A source that can be listed: objects come and go, and listings are stale and come in odd pages. */
export class SimSource {
  readonly #objects: readonly SimObject[];
  readonly #manner: ListingManner;
  readonly #nowMs: () => number;
  readonly #random: Random;
  #tokens = 0;

  /** `objects` in key order. */
  constructor(objects: readonly SimObject[], manner: ListingManner, nowMs: () => number, random: Random) {
    this.#objects = objects;
    this.#manner = manner;
    this.#nowMs = nowMs;
    this.#random = random;
  }

  /** The source as one worker sees it over its wire. */
  over(wire: Wire): Pick<SourceStore, "list"> {
    return {
      list: async (request) => {
        const passage = await wire.depart("list", "source");
        const { fate } = passage;
        const page = this.#list(request);
        await passage.arrive();
        request.signal?.throwIfAborted();
        if (fate === "throttled") throw new StoreError("THROTTLED", "slow down", { store: "source" });
        if (fate !== "answered") throw new StoreError("NETWORK", "connection reset", { store: "source" });
        return page;
      },
    };
  }

  /** The version of an object that is there now; undefined when there is none. */
  etagNow(key: string): string | undefined {
    const object = this.#objects.find((each) => each.key === key);
    const atMs = this.#nowMs();
    return object === undefined || !isThere(object, atMs) ? undefined : etagAt(object, atMs);
  }

  #list(request: ListRequest): ListPage {
    const { pageSize, shortPages, staleMs } = this.#manner;
    const atMs = this.#nowMs() - this.#random() * staleMs;
    const asked = Math.min(request.maxKeys ?? 1000, pageSize);
    const size = this.#random() < shortPages ? Math.floor(this.#random() * asked) : asked;
    // A token is opaque and never the same twice, as in the services.
    const after = request.continuationToken?.replace(/^\d+ /u, "") ?? request.startAfter ?? "";
    const objects: ListedObject[] = [];
    let index = firstAfter(this.#objects, after);
    for (; index < this.#objects.length && objects.length < size; index++) {
      const object = this.#objects[index];
      if (object !== undefined && isThere(object, atMs))
        objects.push({ ...object, etag: etagAt(object, atMs) });
    }
    const isLast = index >= this.#objects.length;
    const nextToken = `${this.#tokens++} ${objects.at(-1)?.key ?? after}`;
    return { objects, serverDateMs: 0, ...(isLast ? {} : { nextToken }) };
  }
}

function isThere({ appearsAtMs = -Infinity, vanishesAtMs = Infinity }: SimObject, atMs: number): boolean {
  return appearsAtMs <= atMs && atMs < vanishesAtMs;
}

function etagAt({ etag, changesAtMs = Infinity }: SimObject, atMs: number): string {
  return atMs < changesAtMs ? etag : `${etag}-changed`;
}

function firstAfter(objects: readonly SimObject[], after: string): number {
  let low = 0;
  let high = objects.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const key = objects[middle]?.key;
    if (key !== undefined && compareKeys(key, after) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
