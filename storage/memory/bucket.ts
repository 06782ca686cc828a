import { createHash } from "node:crypto";
import type { Clock } from "../../core/clock.ts";
import { compareKeys } from "../../core/object-key.ts";
import type { ListedObject, ObjectMetadata, ObjectTags } from "../../core/object.ts";
import type { ListPage, ListRequest, SourceChecksums } from "../ports.ts";
import { crc64Of } from "./crc64.ts";
import { SortedMap } from "./sorted-map.ts";

/** Everything a bucket keeps about one object. Replaced as a whole, never changed. */
export interface MemoryObject {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly crc64: bigint;
  readonly lastModifiedMs: number;
  readonly storageClass: string;
  readonly metadata: ObjectMetadata;
  readonly tags: ObjectTags;
  readonly missingMetadata: number;
  /** Whether a back-to-source rule stored it. */
  readonly mirrored?: boolean;
  readonly checksums?: SourceChecksums;
  /** Of an archived object that somebody restores or has restored. */
  readonly restore?: "restoring" | "restored";
}

/** What may be said about an object besides its bytes; the rest follows from the bytes and the clock. */
export type MemoryObjectOptions = Partial<Omit<MemoryObject, "bytes" | "crc64">>;

const LIST_PAGE_SIZE = 1000;
export const ARCHIVED_CLASSES: ReadonlySet<string> = new Set(["GLACIER", "DEEP_ARCHIVE"]);

/** A bucket in memory: the objects in listing order and the service's clock. The memory drivers are views of it. */
export class MemoryBucket {
  readonly objects = new SortedMap<MemoryObject>();
  /** As in OSS, create-only writes overwrite silently unless this is `never`. */
  versioning: "never" | "enabled" | "suspended" = "never";
  readonly #clock: Pick<Clock, "nowMs">;

  constructor(clock: Pick<Clock, "nowMs">) {
    this.#clock = clock;
  }

  /** The service's time, which has whole seconds only. */
  get nowMs(): number {
    return Math.floor(this.#clock.nowMs() / 1000) * 1000;
  }

  /** Stores a copy of `bytes`, in place of any object of that name. */
  put(key: string, bytes: Uint8Array, options: MemoryObjectOptions = {}): MemoryObject {
    const copy = Buffer.from(bytes);
    const object: MemoryObject = {
      etag: md5Hex(copy),
      lastModifiedMs: this.nowMs,
      storageClass: "STANDARD",
      metadata: { headers: {}, user: {} },
      tags: {},
      missingMetadata: 0,
      ...options,
      bytes: copy,
      crc64: crc64Of(copy),
    };
    this.objects.set(key, object);
    return object;
  }

  /** One page in key order; the continuation token is the last key listed. */
  list(request: ListRequest): ListPage {
    const prefix = request.prefix ?? "";
    const after = request.continuationToken ?? request.startAfter;
    const maxKeys = Math.min(request.maxKeys ?? LIST_PAGE_SIZE, LIST_PAGE_SIZE);
    const page: ListedObject[] = [];
    const from = after === undefined || compareKeys(after, prefix) < 0 ? prefix : after;
    for (const [key, object] of this.objects.entriesFrom(from)) {
      if (key === after) continue;
      if (!key.startsWith(prefix)) break;
      const last = page.at(-1);
      if (page.length === maxKeys && last !== undefined) {
        return { objects: page, nextToken: last.key, serverDateMs: this.nowMs };
      }
      page.push({
        key,
        sizeBytes: object.bytes.length,
        etag: object.etag,
        lastModifiedMs: object.lastModifiedMs,
        storageClass: object.storageClass,
        ...(ARCHIVED_CLASSES.has(object.storageClass) ? { archive: object.restore ?? "archived" } : {}),
      });
    }
    return { objects: page, serverDateMs: this.nowMs };
  }
}

export function md5Hex(bytes: Uint8Array): string {
  return createHash("md5").update(bytes).digest("hex");
}
