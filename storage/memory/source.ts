import { StoreError } from "../../core/errors.ts";
import type { ObjectTags } from "../../core/object.ts";
import type { ListPage, ListRequest, SourceBody, SourceObject, SourceStore } from "../ports.ts";
import { ARCHIVED_CLASSES, type MemoryBucket, type MemoryObject } from "./bucket.ts";

const CHUNK_BYTES = 64 * 1024;

/** A memory bucket as a source: what `SourceStore` means, in code. */
export class MemorySource implements SourceStore {
  readonly #bucket: MemoryBucket;

  constructor(bucket: MemoryBucket) {
    this.#bucket = bucket;
  }

  async list(request: ListRequest): Promise<ListPage> {
    request.signal?.throwIfAborted();
    return this.#bucket.list(request);
  }

  async open(request: Parameters<SourceStore["open"]>[0]): Promise<SourceBody> {
    request.signal?.throwIfAborted();
    const object = this.#find(request.key);
    if (object.etag !== request.ifMatch) {
      throw new StoreError("PRECONDITION_FAILED", "the object is no longer the one listed", {
        store: "source",
        status: 412,
      });
    }
    if (ARCHIVED_CLASSES.has(object.storageClass) && object.restore !== "restored") {
      throw new StoreError("ARCHIVED", `the object is archived as ${object.storageClass}`, {
        store: "source",
        status: 403,
        serviceCode: "InvalidObjectState",
      });
    }
    const { range, signal } = request;
    const bytes = range === undefined ? object.bytes : object.bytes.subarray(range.start, range.end + 1);
    return {
      ...describe(object),
      bodySizeBytes: bytes.length,
      read: async (sink) => {
        for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) {
          signal?.throwIfAborted();
          await sink(bytes.subarray(offset, offset + CHUNK_BYTES));
        }
      },
      discard: () => undefined,
    };
  }

  async stat(request: Parameters<SourceStore["stat"]>[0]): Promise<SourceObject> {
    request.signal?.throwIfAborted();
    return describe(this.#find(request.key));
  }

  /** Begins a restore, which ends when somebody puts the object as restored. */
  async restore(request: Parameters<SourceStore["restore"]>[0]): ReturnType<SourceStore["restore"]> {
    request.signal?.throwIfAborted();
    const object = this.#find(request.key);
    if (!ARCHIVED_CLASSES.has(object.storageClass)) {
      const what = `objects of class ${object.storageClass} are not restored`;
      throw new StoreError("INVALID_REQUEST", what, { store: "source", status: 403 });
    }
    const restore = object.restore ?? "restoring";
    this.#bucket.objects.set(request.key, { ...object, restore });
    return restore;
  }

  async tags(request: Parameters<SourceStore["tags"]>[0]): Promise<ObjectTags> {
    request.signal?.throwIfAborted();
    return this.#find(request.key).tags;
  }

  async close(): Promise<void> {}

  #find(key: string): MemoryObject {
    const object = this.#bucket.objects.get(key);
    if (object === undefined) {
      throw new StoreError("NOT_FOUND", "the object does not exist", {
        store: "source",
        status: 404,
        serviceCode: "NoSuchKey",
      });
    }
    return object;
  }
}

function describe(object: MemoryObject): SourceObject {
  return {
    sizeBytes: object.bytes.length,
    etag: object.etag,
    lastModifiedMs: object.lastModifiedMs,
    storageClass: object.storageClass,
    metadata: object.metadata,
    missingMetadata: object.missingMetadata,
    tagCount: Object.keys(object.tags).length,
    etagMayBeMd5: /^[0-9a-f]{32}$/iu.test(object.etag),
    ...(object.checksums === undefined ? {} : { checksums: object.checksums }),
  };
}
