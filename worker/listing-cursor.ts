import { FerryError } from "../core/errors.ts";
import type { KeyRange } from "../core/key-range.ts";
import { compareKeys, keyBefore } from "../core/object-key.ts";
import type { ListedObject } from "../core/object.ts";
import type { ListRequest } from "../storage/ports.ts";
import { listPage, type ListedStore } from "./list-store.ts";
import type { RetryDeps } from "./retry-store.ts";

/** What part of a bucket a cursor goes over. */
export interface CursorOptions {
  readonly listed: ListedStore;
  /** For messages. */
  readonly bucket: string;
  /** Of the bucket's own keys. */
  readonly prefix: string;
  /** Takes the place of `prefix` in the keys that the cursor shows and in `range`. */
  readonly shownPrefix: string;
  readonly range: KeyRange;
  /** How many objects a page has at most; default 1,000. */
  readonly maxKeys?: number;
}

/**
 * Goes over a bucket's objects in key order, a page at a time, and jumps over what nobody asks for: a key beyond the
 * page is looked up by a new listing from just before it, so that a merge costs one LIST for each thousand keys of
 * the longer side at most, and hardly any for the stretches that only the other side has.
 *
 * SOURCE_UNORDERED or DESTINATION_UNORDERED when the store does not list in UTF-8 byte order or ignores `start-after`.
 */
export class ListingCursor {
  readonly #options: CursorOptions;
  readonly #deps: RetryDeps;
  readonly #signal: AbortSignal;
  #page: readonly ListedObject[] = [];
  #index = 0;
  #token: string | undefined;
  /** The last key that was listed, or where the listing began; keys shown lie after it. */
  #last: string | null;
  #ended: boolean;

  constructor(options: CursorOptions, deps: RetryDeps, signal: AbortSignal) {
    const { range, shownPrefix } = options;
    this.#options = options;
    this.#deps = deps;
    this.#signal = signal;
    this.#last = range.after;
    this.#ended =
      range.after !== null &&
      !range.after.startsWith(shownPrefix) &&
      compareKeys(range.after, shownPrefix) > 0;
  }

  /** Whether `head` is known; otherwise `fill` first. */
  get isReady(): boolean {
    return this.#index < this.#page.length || this.#ended;
  }

  /** The object that the cursor stands on; undefined at the end of the range. Only when `isReady`. */
  get head(): ListedObject | undefined {
    return this.#page[this.#index];
  }

  /** Whether the listing goes on behind `head`, as far as is known without asking. */
  get goesOn(): boolean {
    return this.#index < this.#page.length || (!this.#ended && this.#token !== undefined);
  }

  /** Goes on to the next object. */
  advance(): void {
    this.#index++;
  }

  /** Lists until `head` is known. */
  async fill(): Promise<void> {
    while (!this.isReady) await this.#listOn();
  }

  /** Passes over what lies before `key` as far as this page goes; says whether `head` is now known. */
  passOver(key: string): boolean {
    for (let head = this.head; head !== undefined; head = this.head) {
      if (compareKeys(head.key, key) >= 0) return true;
      this.#index++;
    }
    return this.#ended;
  }

  /** Passes over everything before `key`, which must ascend from call to call. */
  async seek(key: string): Promise<void> {
    while (!this.passOver(key)) {
      // Listing on would show what lies between, which nobody asked for.
      const before = keyBefore(key);
      if (before !== undefined && (this.#last === null || compareKeys(before, this.#last) > 0)) {
        this.#last = before;
        this.#token = undefined;
      }
      await this.#listOn();
    }
  }

  async #listOn(): Promise<void> {
    const page = await listPage(this.#options.listed, this.#deps, this.#request(), this.#signal);
    this.#token = page.nextToken;
    this.#ended = page.nextToken === undefined;
    this.#index = 0;
    this.#page = this.#shown(page.objects);
  }

  #request(): ListRequest {
    const { prefix, maxKeys } = this.#options;
    const page = maxKeys === undefined ? { prefix } : { prefix, maxKeys };
    if (this.#token !== undefined) return { ...page, continuationToken: this.#token };
    const startAfter = this.#startAfter();
    return startAfter === undefined ? page : { ...page, startAfter };
  }

  /** Where to begin in the bucket's own keys; one that does not have the prefix lies before all that have it. */
  #startAfter(): string | undefined {
    const { prefix, shownPrefix } = this.#options;
    if (this.#last === null || this.#last === "") return undefined;
    if (prefix === shownPrefix) return this.#last;
    return this.#last.startsWith(shownPrefix) ? prefix + this.#last.slice(shownPrefix.length) : undefined;
  }

  #shown(objects: readonly ListedObject[]): readonly ListedObject[] {
    const { prefix, shownPrefix, range } = this.#options;
    const page =
      prefix === shownPrefix
        ? objects
        : objects.map((object) => ({ ...object, key: shownPrefix + object.key.slice(prefix.length) }));
    for (const { key } of page) {
      if (this.#last !== null && compareKeys(key, this.#last) <= 0) throw this.#unordered(key);
      this.#last = key;
    }
    const { upTo } = range;
    if (upTo === null || this.#last === null || compareKeys(this.#last, upTo) < 0) return page;
    // Nothing that is asked for can follow.
    this.#ended = true;
    return page.filter(({ key }) => compareKeys(key, upTo) <= 0);
  }

  #unordered(key: string): FerryError {
    const { listed, bucket } = this.#options;
    return new FerryError(
      listed.role === "source" ? "SOURCE_UNORDERED" : "DESTINATION_UNORDERED",
      `${bucket} lists ${JSON.stringify(key)} after ${JSON.stringify(this.#last)}: it does not list in UTF-8 byte order, so key ranges cannot be migrated safely`,
    );
  }
}
