import type { BodyStore, StoredBody } from "./bodies.ts";
import type { Key } from "./keys.ts";
import type { Restoration } from "./restoration.ts";
import { SortedKeys } from "./sorted-keys.ts";

/** What a writer says about an object besides its bytes. Values are bytes, one per character. */
export interface ObjectAttributes {
  /** `content-type`, `cache-control`, `content-disposition`, `content-encoding`, `content-language`, `expires`. */
  readonly contentHeaders: Readonly<Record<string, string>>;
  /** User metadata by lower-case name, without the service's prefix. */
  readonly userMetadata: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly storageClass: string;
  /** Encryption headers to repeat in every answer about the object. */
  readonly encryption: Readonly<Record<string, string>>;
}

export interface StoredObject extends ObjectAttributes {
  readonly body: StoredBody;
  /** Without the quotes. */
  readonly etag: string;
  readonly lastModifiedMs: number;
  readonly kind: "Normal" | "Multipart" | "Appendable";
  /** CRC-64/XZ of the body, where the service knows it. */
  readonly crc64?: bigint;
  /** Checksums of the body as S3 keeps them. */
  readonly checksums?: StoredChecksums;
  readonly versionId?: string;
  /** Of an archived object: since somebody has asked for it. */
  readonly restoration?: Restoration;
  /** OSS only: it was fetched from an origin when somebody asked for it. */
  readonly mirrored?: boolean;
  /** User metadata that no header can carry. */
  readonly missingMetadata?: number;
}

/** What a copy takes over: not how the source came here, nor that it can be read for some days. */
export function copied({
  mirrored: _mirrored,
  restoration: _restoration,
  ...kept
}: StoredObject): StoredObject {
  return kept;
}

export interface StoredChecksums {
  readonly type: "FULL_OBJECT" | "COMPOSITE";
  /** Base64, with `-N` behind a composite one, by algorithm as in the header's name: `crc32`, `crc64nvme`. */
  readonly values: Readonly<Record<string, string>>;
}

export interface StoredPart {
  readonly body: StoredBody;
  readonly etag: string;
  readonly md5: Buffer;
  readonly crc64?: bigint;
  readonly checksum?: string;
  readonly lastModifiedMs: number;
}

export interface MultipartUpload {
  readonly uploadId: string;
  readonly key: Key;
  readonly attributes: ObjectAttributes;
  readonly initiatedMs: number;
  readonly parts: Map<number, StoredPart>;
  /** S3 only: which checksum the parts carry and how they become the object's. */
  readonly checksum?: { readonly algorithm: string; readonly type: "FULL_OBJECT" | "COMPOSITE" };
}

export interface BucketOptions {
  readonly region: string;
  readonly createdMs: number;
  /** S3: who reads pays, and must say so. */
  readonly requesterPays?: boolean;
}

interface Change {
  readonly atMs: number;
  readonly key: Key;
  readonly before: StoredObject | undefined;
}

const MAX_REMEMBERED_CHANGES = 20_000;

/** One bucket: objects in key order, uploads under way, and what changed lately (for stale listings). */
export class Bucket {
  readonly name: string;
  readonly region: string;
  readonly createdMs: number;
  readonly requesterPays: boolean;
  versioning: "never" | "Enabled" | "Suspended" = "never";
  /**
   * What has been set on the bucket besides its versioning, by the subresource's name (`encryption`, `website`,
   * `policy`), as the account's resources name their attributes.
   */
  readonly settings: Map<string, unknown> = new Map();
  readonly uploads: Map<string, MultipartUpload> = new Map();
  readonly #objects = new Map<Key, StoredObject>();
  readonly #keys = new SortedKeys();
  readonly #bodies: BodyStore;
  #changes: Change[] = [];

  constructor(name: string, options: BucketOptions, bodies: BodyStore) {
    this.name = name;
    this.region = options.region;
    this.createdMs = options.createdMs;
    this.requesterPays = options.requesterPays ?? false;
    this.#bodies = bodies;
  }

  get objectCount(): number {
    return this.#objects.size;
  }

  get(key: Key): StoredObject | undefined {
    return this.#objects.get(key);
  }

  /** Puts the object in place of the one that may be there. The bucket takes over the object's hold on its body. */
  set(key: Key, object: StoredObject): void {
    const before = this.#objects.get(key);
    this.#remember(key, before);
    this.#objects.set(key, object);
    if (before === undefined) this.#keys.add(key);
    else if (before.body !== object.body) this.#bodies.release(before.body);
  }

  delete(key: Key): boolean {
    const before = this.#objects.get(key);
    if (before === undefined) return false;
    this.#remember(key, before);
    this.#objects.delete(key);
    this.#keys.delete(key);
    this.#bodies.release(before.body);
    return true;
  }

  /** Objects at or after `first` in key order, as they are, or as they were at `asOfMs` by the machine's clock. */
  *objectsFrom(first: Key, asOfMs?: number): Generator<readonly [Key, StoredObject], void, undefined> {
    const past = asOfMs === undefined ? undefined : this.#stateAt(asOfMs);
    const gone =
      past === undefined
        ? []
        : [...past.keys()].filter((key) => key >= first && !this.#objects.has(key)).sort(byteOrder);
    let nextGone = 0;
    const then = (key: Key): StoredObject | undefined =>
      past?.has(key) === true ? past.get(key) : this.#objects.get(key);
    for (const key of this.#keys.from(first)) {
      for (; nextGone < gone.length && (gone[nextGone] ?? "") < key; nextGone++) {
        const object = then(gone[nextGone] ?? "");
        if (object !== undefined) yield [gone[nextGone] ?? "", object];
      }
      const object = then(key);
      if (object !== undefined) yield [key, object];
    }
    for (const key of gone.slice(nextGone)) {
      const object = then(key);
      if (object !== undefined) yield [key, object];
    }
  }

  /** What the keys that have changed after `timeMs` held then. */
  #stateAt(timeMs: number): Map<Key, StoredObject | undefined> {
    const past = new Map<Key, StoredObject | undefined>();
    for (let index = this.#changes.length - 1; index >= 0; index--) {
      const change = this.#changes[index];
      if (change === undefined || change.atMs <= timeMs) break;
      past.set(change.key, change.before);
    }
    return past;
  }

  #remember(key: Key, object: StoredObject | undefined): void {
    // Listings need the size only; the bytes themselves may go.
    const before = object && { ...object, body: { sizeBytes: object.body.sizeBytes, segments: [] } };
    this.#changes.push({ atMs: Date.now(), key, before });
    if (this.#changes.length > 2 * MAX_REMEMBERED_CHANGES) {
      this.#changes = this.#changes.slice(-MAX_REMEMBERED_CHANGES);
    }
  }
}

function byteOrder(a: Key, b: Key): number {
  return a < b ? -1 : Number(a > b);
}
