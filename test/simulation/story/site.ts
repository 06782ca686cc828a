import type { Clock } from "../../../core/clock.ts";
import { MemoryBucket, type MemoryObject, type MemoryObjectOptions } from "../../../storage/memory/bucket.ts";

/**
 * Who changed a key.
 *
 * - application: the users' own program
 * - mirror: a back-to-source rule, at the destination
 * - ferry: a worker
 * - nobody: it was so from the beginning
 */
export type Author = "application" | "mirror" | "ferry" | "nobody";

/** What a key held from one step of the story on. */
export interface Version {
  readonly step: number;
  /** Undefined where it held nothing. */
  readonly object: MemoryObject | undefined;
  readonly author: Author;
}

/** Counts what happens, in order: finer than time, of which much happens at once. */
export interface Steps {
  now: number;
}

/** A bucket of the story that remembers everything its keys ever held. What others than workers do goes through here. */
export class Site {
  readonly bucket: MemoryBucket;
  /** Told what a worker has just done to a key, and what the key held before. */
  onFerry: (key: string, before: Version, after: Version) => void = () => undefined;
  readonly #steps: Steps;
  readonly #past = new Map<string, Version[]>();
  #author: Author = "ferry";

  constructor(clock: Pick<Clock, "nowMs">, steps: Steps) {
    this.#steps = steps;
    this.bucket = new NoticingBucket(clock, (key) => this.#note(key));
  }

  put(author: Author, key: string, bytes: Uint8Array, options: MemoryObjectOptions = {}): void {
    this.#as(author, () => this.bucket.put(key, bytes, options));
  }

  delete(author: Author, key: string): void {
    if (this.bucket.objects.delete(key)) this.#as(author, () => this.#note(key));
  }

  /** A worker deletes a key. */
  ferryDeleted(key: string): void {
    if (this.now(key).object !== undefined) this.#note(key);
  }

  /** What the key holds now. */
  now(key: string): Version {
    return this.#past.get(key)?.at(-1) ?? NOTHING_YET;
  }

  /** Everything that the key ever held. */
  ever(key: string): readonly Version[] {
    return [NOTHING_YET, ...(this.#past.get(key) ?? [])];
  }

  /** Everything that the key held at one moment or another between two steps. */
  during(key: string, from: number, to: number): readonly Version[] {
    const past = this.ever(key).filter(({ step }) => step <= to);
    return past.slice(past.findLastIndex(({ step }) => step <= from));
  }

  /** Every key that ever held something. */
  keys(): Iterable<string> {
    return this.#past.keys();
  }

  #as(author: Author, change: () => void): void {
    this.#author = author;
    change();
    this.#author = "ferry";
  }

  #note(key: string): void {
    const before = this.now(key);
    const after = {
      step: ++this.#steps.now,
      object: this.bucket.objects.get(key),
      author: this.#author,
    };
    const past = this.#past.get(key);
    if (past === undefined) this.#past.set(key, [after]);
    else past.push(after);
    if (after.author === "ferry") this.onFerry(key, before, after);
  }
}

const NOTHING_YET: Version = { step: 0, object: undefined, author: "nobody" };

/** A bucket that tells of every object that it stores. */
class NoticingBucket extends MemoryBucket {
  readonly #onPut: (key: string) => void;

  constructor(clock: Pick<Clock, "nowMs">, onPut: (key: string) => void) {
    super(clock);
    this.#onPut = onPut;
  }

  override put(key: string, bytes: Uint8Array, options: MemoryObjectOptions = {}): MemoryObject {
    const object = super.put(key, bytes, options);
    this.#onPut(key);
    return object;
  }
}

/** Whether both versions are objects with the same bytes. */
export function holdSame(a: Version, b: Version): boolean {
  return a.object !== undefined && b.object !== undefined && a.object.bytes.equals(b.object.bytes);
}
