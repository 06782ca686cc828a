import { SortedMap } from "../../storage/memory/sorted-map.ts";
import type { ControlListPage, ControlStore } from "../../storage/ports.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** Text of ASCII takes a third of the memory of a buffer, and pins no other's memory. */
interface Entry {
  readonly key: string;
  lastModifiedMs: number;
  text: string;
}

/**
 * A control bucket for millions of objects, without faults. It forgets what nobody may ask for any more once a
 * partition is complete, and counts every request by operation and kind of object.
 */
export class ScaleBucket {
  conflicts = 0;
  peakPerSecond = 0;
  peakCreatesPerSecond = 0;
  readonly #time: VirtualTime;
  readonly #latencyMs: number;
  /** What is listed, in order; everything else is only ever asked for by its key. */
  readonly #listed = new SortedMap<Entry>();
  /** All heartbeats in order, while they are no more than a page: they are listed far more often than they come and go. */
  #heartbeats: Entry[] | undefined;
  readonly #others = new Map<string, Entry>();
  readonly #counts: Record<string, Record<string, number>> = {};
  #second = -1;
  #inSecond = 0;
  #createsInSecond = 0;

  constructor(time: VirtualTime, latencyMs: number) {
    this.#time = time;
    this.#latencyMs = latencyMs;
  }

  /** Requests by operation and kind of object, the most frequent first. */
  get requests(): [name: string, count: number][] {
    return Object.entries(this.#counts)
      .flatMap(([operation, kinds]) =>
        Object.entries(kinds).map(([kind, count]): [string, number] => [`${operation} ${kind}`, count]),
      )
      .toSorted(([, a], [, b]) => b - a);
  }

  /** The bucket as every worker sees it. */
  store(): ControlStore {
    const request = async <Answer>(
      operation: string,
      key: string,
      signal: AbortSignal | undefined,
      apply: () => Answer,
    ): Promise<Answer> => {
      signal?.throwIfAborted();
      await this.#time.delay(this.#latencyMs);
      this.#count(operation, key);
      return apply();
    };
    return {
      putIfAbsent: (key, body, signal) =>
        request("create", key, signal, () => {
          if (this.#find(key) !== undefined) {
            if (key.includes("/claims/")) this.conflicts++;
            return false;
          }
          this.#put(key, body);
          return true;
        }),
      put: (key, body, signal) => request("put", key, signal, () => this.#put(key, body)),
      get: (key, signal) =>
        request("get", key, signal, () => {
          const entry = this.#find(key);
          if (entry === undefined) return undefined;
          const { text, lastModifiedMs } = entry;
          return { body: Buffer.from(text, "latin1"), lastModifiedMs, serverDateMs: this.#serverDateMs };
        }),
      list: ({ prefix, startAfter, maxKeys, signal }) =>
        request("list", prefix, signal, () => this.#list(prefix, startAfter ?? prefix, maxKeys ?? 1000)),
      delete: (key, signal) =>
        request("delete", key, signal, () => void (this.#listed.delete(key) || this.#others.delete(key))),
      versioning: async () => "never",
      close: async () => undefined,
    };
  }

  get #serverDateMs(): number {
    return Math.floor(this.#time.nowMs / 1000) * 1000;
  }

  #find(key: string): Entry | undefined {
    return isListed(key) ? this.#listed.get(key) : this.#others.get(key);
  }

  #put(key: string, body: Uint8Array): void {
    // Nobody reads a ledger while the job runs; that it was written is all that counts here.
    if (key.includes("/ledger/")) return;
    const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString("latin1");
    const known = isListed(key) ? this.#listed.get(key) : undefined;
    if (known !== undefined) {
      known.lastModifiedMs = this.#serverDateMs;
      known.text = text;
      return;
    }
    const entry = { key, lastModifiedMs: this.#serverDateMs, text };
    if (!isListed(key)) this.#others.set(key, entry);
    else this.#listed.set(key, entry);
    if (key.includes("/workers/")) this.#heartbeats = undefined;
    const done = /^(.*)\/done\/(.*)\.json$/u.exec(key);
    if (done === null) return;
    for (const folder of ["manifest", "splits"]) this.#others.delete(`${done[1]}/${folder}/${done[2]}.json`);
  }

  #list(prefix: string, from: string, maxKeys: number): ControlListPage {
    const entries: Entry[] = [];
    const page = (truncated: boolean): ControlListPage => ({
      entries,
      truncated,
      serverDateMs: this.#serverDateMs,
    });
    if (!isListed(prefix)) {
      for (let epoch = 1; ; epoch++) {
        const entry = this.#others.get(`${prefix}${String(epoch).padStart(6, "0")}`);
        if (entry === undefined) return page(false);
        if (entry.key > from) entries.push(entry);
      }
    }
    const isAllHeartbeats = from === prefix && prefix.endsWith("/workers/");
    if (isAllHeartbeats && this.#heartbeats !== undefined) {
      return { entries: this.#heartbeats, truncated: false, serverDateMs: this.#serverDateMs };
    }
    for (const [key, entry] of this.#listed.entriesFrom(from)) {
      if (key === from) continue;
      if (!key.startsWith(prefix)) break;
      if (entries.length === maxKeys) return page(true);
      entries.push(entry);
    }
    if (isAllHeartbeats) this.#heartbeats = entries;
    return page(false);
  }

  #count(operation: string, key: string): void {
    const kind = kindOf(key);
    const ofKind = (this.#counts[operation] ??= {});
    ofKind[kind] = (ofKind[kind] ?? 0) + 1;
    const second = Math.floor(this.#time.nowMs / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#inSecond = 0;
      this.#createsInSecond = 0;
    }
    this.peakPerSecond = Math.max(this.peakPerSecond, ++this.#inSecond);
    if (operation === "create") {
      this.peakCreatesPerSecond = Math.max(this.peakCreatesPerSecond, ++this.#createsInSecond);
    }
  }
}

/** The folder below the job's root, or the name of an object that lies there. */
function kindOf(key: string): string {
  const from = key.indexOf("/", "jobs/".length) + 1;
  const to = key.indexOf("/", from);
  return to === -1 ? key.slice(from) : key.slice(from, to);
}

function isListed(key: string): boolean {
  return key.includes("/open/") || key.includes("/workers/");
}
