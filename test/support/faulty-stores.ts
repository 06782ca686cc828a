import { StoreError, type StoreErrorCode, type StoreRole } from "../../core/errors.ts";
import type {
  BodyWriter,
  DestinationStore,
  RequestBody,
  SourceBody,
  SourceStore,
} from "../../storage/ports.ts";

/**
 * What happens to a call.
 *
 * - fail: it fails and nothing was done
 * - lose-answer: it is done, and fails
 * - corrupt: a byte of the body is another one; the stores themselves do not notice
 * - truncate: the body breaks off
 * - wrong-checksum: it is done, and the service answers with another checksum
 * - delay: it is done, and the service says that it held the request back
 * - hang: it stands until it is aborted
 * - after: something else happens first
 */
export type Effect =
  | { readonly kind: "fail"; readonly code: StoreErrorCode; readonly retryAfterMs?: number }
  | { readonly kind: "lose-answer" }
  | { readonly kind: "corrupt" }
  | { readonly kind: "truncate"; readonly atBytes: number }
  | { readonly kind: "wrong-checksum" }
  | { readonly kind: "delay" }
  | { readonly kind: "hang" }
  | { readonly kind: "after"; readonly event: () => void };

export interface Fault {
  /** For instance `source.open` or `destination.put`. */
  readonly on: string;
  /** Only calls for this key. */
  readonly key?: string;
  /** How many calls it hits; default one. */
  readonly times?: number;
  /** How many calls it lets pass first. */
  readonly skip?: number;
  readonly effect: Effect;
}

/** Faults as data, in the order in which they are looked at, and a list of every call that was made. */
export class FaultScript {
  readonly calls: string[] = [];
  readonly #faults: { readonly fault: Fault; skip: number; left: number }[];

  constructor(faults: readonly Fault[]) {
    this.#faults = faults.map((fault) => ({ fault, skip: fault.skip ?? 0, left: fault.times ?? 1 }));
  }

  /** How many calls of this name were made, for any key or for one. */
  count(on: string, key?: string): number {
    return this.calls.filter((call) =>
      key === undefined ? call.startsWith(`${on} `) : call === `${on} ${key}`,
    ).length;
  }

  /** Notes a call and tells what is to happen to it. */
  take(on: string, key: string): Effect | undefined {
    this.calls.push(`${on} ${key}`);
    for (const entry of this.#faults) {
      const { fault } = entry;
      if (fault.on !== on || (fault.key !== undefined && fault.key !== key) || entry.left === 0) continue;
      if (entry.skip > 0) {
        entry.skip--;
        continue;
      }
      entry.left--;
      return fault.effect;
    }
    return undefined;
  }
}

/** `store` with the faults of `script`. */
export function faultySource(store: SourceStore, script: FaultScript): SourceStore {
  return {
    list: (request) =>
      call(script, "source", "list", request.prefix ?? "", request, () => store.list(request)),
    stat: (request) => call(script, "source", "stat", request.key, request, () => store.stat(request)),
    restore: (request) =>
      call(script, "source", "restore", request.key, request, () => store.restore(request)),
    tags: (request) => call(script, "source", "tags", request.key, request, () => store.tags(request)),
    open: (request) =>
      call(script, "source", "open", request.key, request, async (effect) =>
        withFaultyBody(await store.open(request), effect, request.signal),
      ),
    close: () => store.close(),
  };
}

/** `store` with the faults of `script`. */
export function faultyDestination(store: DestinationStore, script: FaultScript): DestinationStore {
  type Request = { readonly key: string; readonly signal?: AbortSignal };
  const plain = <Answer>(name: string, request: Request, send: () => Promise<Answer>): Promise<Answer> =>
    call(script, "destination", name, request.key, request, send);
  return {
    limits: store.limits,
    put: (request) =>
      call(script, "destination", "put", request.key, request, (effect) =>
        store.put({ ...request, body: faultyRequestBody(request.body, effect) }),
      ),
    putPart: (request) =>
      call(script, "destination", "putPart", request.key, request, (effect) =>
        store.putPart({ ...request, body: faultyRequestBody(request.body, effect) }),
      ),
    createUpload: (request) => plain("createUpload", request, () => store.createUpload(request)),
    listParts: (request) => plain("listParts", request, () => store.listParts(request)),
    completeUpload: (request) => plain("completeUpload", request, () => store.completeUpload(request)),
    abortUpload: (request) => plain("abortUpload", request, () => store.abortUpload(request)),
    stat: (request) => plain("stat", request, () => store.stat(request)),
    delete: (request) => plain("delete", request, () => store.delete(request)),
    list: (request) => store.list(request),
    close: () => store.close(),
  };
}

async function call<Answer>(
  script: FaultScript,
  store: StoreRole,
  name: string,
  key: string,
  request: { readonly signal?: AbortSignal },
  send: (effect: Effect | undefined) => Promise<Answer>,
): Promise<Answer> {
  request.signal?.throwIfAborted();
  const effect = script.take(`${store}.${name}`, key);
  switch (effect?.kind) {
    case "fail": {
      const { code, retryAfterMs } = effect;
      throw new StoreError(code, "as scripted", {
        store,
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      });
    }
    case "lose-answer":
      await send(effect);
      throw new StoreError("NETWORK", "the answer was lost, as scripted", { store });
    case "wrong-checksum":
      return { ...(await send(effect)), crc64: 1n };
    case "delay":
      return { ...(await send(effect)), qosDelayMs: 50 };
    case "hang":
      return untilAborted(request.signal);
    case "after":
      effect.event();
      return send(undefined);
    case "corrupt":
    case "truncate":
    case undefined:
      return send(effect);
  }
}

function withFaultyBody(body: SourceBody, effect: Effect | undefined, signal?: AbortSignal): SourceBody {
  if (effect?.kind !== "corrupt" && effect?.kind !== "truncate") return body;
  return {
    ...body,
    read: async (sink) => {
      let passedBytes = 0;
      await body.read(async (chunk) => {
        signal?.throwIfAborted();
        if (effect.kind === "truncate" && passedBytes + chunk.length > effect.atBytes) {
          await sink(chunk.subarray(0, effect.atBytes - passedBytes));
          throw new StoreError("NETWORK", "the body broke off, as scripted", { store: "source" });
        }
        await sink(effect.kind === "corrupt" ? withOtherFirstByte(chunk) : chunk);
        passedBytes += chunk.length;
      });
    },
  };
}

function faultyRequestBody(body: RequestBody, effect: Effect | undefined): RequestBody {
  if (effect?.kind !== "corrupt") return body;
  if (body instanceof Uint8Array) return withOtherFirstByte(body);
  const writer: BodyWriter = (write) => body((chunk) => write(withOtherFirstByte(chunk)));
  return writer;
}

function withOtherFirstByte(chunk: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(chunk);
  copy[0] = (copy[0] ?? 0) ^ 0xff;
  return copy;
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}
