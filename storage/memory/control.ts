import { StoreError } from "../../core/errors.ts";
import type { ControlListPage, ControlObject, ControlStore } from "../ports.ts";
import type { MemoryBucket } from "./bucket.ts";

/** A memory bucket as the control bucket: what `ControlStore` means, in code. */
export class MemoryControl implements ControlStore {
  readonly #bucket: MemoryBucket;

  constructor(bucket: MemoryBucket) {
    this.#bucket = bucket;
  }

  async putIfAbsent(key: string, body: Uint8Array, signal?: AbortSignal): Promise<boolean> {
    signal?.throwIfAborted();
    if (this.#bucket.versioning === "never" && this.#bucket.objects.has(key)) return false;
    await this.put(key, body, signal);
    return true;
  }

  async put(key: string, body: Uint8Array, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.#bucket.put(key, body);
    if (this.#bucket.versioning !== "never") {
      throw new StoreError("VERSIONED", "the control bucket is or was versioned", { store: "control" });
    }
  }

  async get(key: string, signal?: AbortSignal): Promise<ControlObject | undefined> {
    signal?.throwIfAborted();
    const object = this.#bucket.objects.get(key);
    if (object === undefined) return undefined;
    return {
      body: Buffer.from(object.bytes),
      lastModifiedMs: object.lastModifiedMs,
      serverDateMs: this.#bucket.nowMs,
    };
  }

  async list(request: Parameters<ControlStore["list"]>[0]): Promise<ControlListPage> {
    request.signal?.throwIfAborted();
    const page = this.#bucket.list(request);
    return {
      entries: page.objects.map(({ key, lastModifiedMs }) => ({ key, lastModifiedMs })),
      truncated: page.nextToken !== undefined,
      serverDateMs: page.serverDateMs,
    };
  }

  async delete(key: string, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.#bucket.objects.delete(key);
  }

  async versioning(signal?: AbortSignal): Promise<"never" | "enabled" | "suspended" | "unknown"> {
    signal?.throwIfAborted();
    return this.#bucket.versioning;
  }

  async close(): Promise<void> {}
}
