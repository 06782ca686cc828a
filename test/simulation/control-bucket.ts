import { StoreError } from "../../core/errors.ts";
import type { ControlStore } from "../../storage/ports.ts";
import type { VirtualTime } from "./virtual-time.ts";

interface Stored {
  readonly body: Buffer;
  readonly lastModifiedMs: number;
}

/** The control bucket's content, by folder, so that listing one folder does not touch the others. */
export class ControlBucket {
  readonly #time: VirtualTime;
  /** Told of every write before it happens. */
  onPut: (key: string, body: Uint8Array) => void = () => undefined;
  readonly #folders = new Map<
    string,
    { readonly objects: Map<string, Stored>; sorted: string[] | undefined }
  >();

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  /** The service's time: whole seconds. */
  get serverDateMs(): number {
    return Math.floor(this.#time.clock().nowMs() / 1000) * 1000;
  }

  get(key: string): Stored | undefined {
    return this.#folder(key).objects.get(key);
  }

  put(key: string, body: Uint8Array): void {
    this.onPut(key, body);
    const folder = this.#folder(key);
    if (!folder.objects.has(key)) folder.sorted = undefined;
    folder.objects.set(key, { body: Buffer.from(body), lastModifiedMs: this.serverDateMs });
  }

  delete(key: string): void {
    const folder = this.#folder(key);
    if (folder.objects.delete(key)) folder.sorted = undefined;
  }

  /** Keys of a folder in order; `prefix` must end with a slash. */
  keys(prefix: string): readonly string[] {
    const folder = this.#folder(prefix);
    folder.sorted ??= [...folder.objects.keys()].sort();
    return folder.sorted;
  }

  #folder(key: string): { readonly objects: Map<string, Stored>; sorted: string[] | undefined } {
    const name = key.slice(0, key.lastIndexOf("/") + 1);
    let folder = this.#folders.get(name);
    if (folder === undefined) {
      folder = { objects: new Map(), sorted: undefined };
      this.#folders.set(name, folder);
    }
    return folder;
  }
}

/** How one request goes: it takes effect or not, and its answer arrives or not. */
export type RequestFate = "answered" | "lost-before" | "lost-after" | "throttled";

/** One request under way. */
interface Passage {
  readonly fate: RequestFate;
  /** Waits as long as the answer takes. */
  arrive(): Promise<void>;
}

/** What stands between a worker and a store. */
export interface Wire {
  /** Waits as long as the request takes to arrive and says how it will go. */
  depart(operation: string, key: string): Promise<Passage>;
}

/** The control bucket as one worker sees it over its wire. */
export function controlStoreOver(bucket: ControlBucket, wire: Wire): ControlStore {
  async function request<Answer>(
    operation: string,
    key: string,
    signal: AbortSignal | undefined,
    apply: () => Answer,
  ): Promise<Answer> {
    signal?.throwIfAborted();
    return raceAbort(signal, async () => {
      const passage = await wire.depart(operation, key);
      const { fate } = passage;
      const answer = fate === "answered" || fate === "lost-after" ? apply() : undefined;
      await passage.arrive();
      if (fate === "throttled")
        throw new StoreError("THROTTLED", "slow down", { store: "control", status: 503 });
      if (fate !== "answered") throw new StoreError("NETWORK", "connection reset", { store: "control" });
      return answer as Answer;
    });
  }
  return {
    putIfAbsent: (key, body, signal) =>
      request("create", key, signal, () => {
        if (bucket.get(key) !== undefined) return false;
        bucket.put(key, body);
        return true;
      }),
    put: (key, body, signal) => request("put", key, signal, () => bucket.put(key, body)),
    get: (key, signal) =>
      request("get", key, signal, () => {
        const stored = bucket.get(key);
        return stored === undefined ? undefined : { ...stored, serverDateMs: bucket.serverDateMs };
      }),
    list: ({ prefix, startAfter, maxKeys = 1000, signal }) =>
      request("list", prefix, signal, () => {
        const keys = bucket.keys(prefix);
        const from = startAfter === undefined ? 0 : firstAfter(keys, startAfter);
        const entries = keys.slice(from, from + maxKeys).map((key) => ({
          key,
          lastModifiedMs: bucket.get(key)?.lastModifiedMs ?? 0,
        }));
        return { entries, truncated: from + maxKeys < keys.length, serverDateMs: bucket.serverDateMs };
      }),
    delete: (key, signal) => request("delete", key, signal, () => bucket.delete(key)),
    versioning: async () => "never",
    close: async () => undefined,
  };
}

function firstAfter(keys: readonly string[], after: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? "") <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rejects with the signal's reason as soon as it aborts; what is under way goes on unseen, as on a real wire. */
function raceAbort<Answer>(signal: AbortSignal | undefined, send: () => Promise<Answer>): Promise<Answer> {
  if (signal === undefined) return send();
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    signal.addEventListener("abort", onAbort, { once: true });
    send()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", onAbort));
  });
}
