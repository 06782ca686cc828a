import { StoreError, type StoreRole } from "../../../core/errors.ts";
import { MemorySource } from "../../../storage/memory/source.ts";
import type { DestinationStore, SourceStore } from "../../../storage/ports.ts";
import type { Wire } from "../control-bucket.ts";
import { destinationKeyOf, type StoryWorld } from "./story-world.ts";

interface Request {
  readonly key?: string;
  readonly prefix?: string;
  readonly signal?: AbortSignal;
}

/**
 * One request over a wire. It takes effect at one moment, in the middle of its way; one that was called off before
 * that has none.
 */
async function send<Answer>(
  wire: Wire,
  store: StoreRole,
  name: string,
  { key, prefix, signal }: Request,
  apply: () => Promise<Answer>,
): Promise<Answer> {
  signal?.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal?.reason);
  signal?.addEventListener("abort", onAbort, { once: true });
  const way = async (): Promise<Answer> => {
    const passage = await wire.depart(`${store}.${name}`, key ?? prefix ?? "");
    signal?.throwIfAborted();
    const { fate } = passage;
    const isDone = fate === "answered" || fate === "lost-after";
    const answer = isDone ? await settled(apply()) : undefined;
    await passage.arrive();
    if (fate === "throttled") throw new StoreError("THROTTLED", "slow down", { store, status: 503 });
    if (fate !== "answered" || answer === undefined)
      throw new StoreError("NETWORK", "connection reset", { store });
    return answer();
  };
  try {
    return await Promise.race([way(), aborted]);
  } finally {
    signal?.removeEventListener("abort", onAbort);
  }
}

/** How a request ended, to be told once its answer has arrived. */
async function settled<Answer>(work: Promise<Answer>): Promise<() => Answer> {
  try {
    const answer = await work;
    return () => answer;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** The source as one worker sees it. */
export function sourceOver(world: StoryWorld, wire: Wire): SourceStore {
  const store = new MemorySource(world.source.bucket);
  /** A worker that reads first looks at the destination once more before it writes. */
  const reading = (key: string): void => {
    if (world.job !== undefined) world.unlook(destinationKeyOf(world.job.spec, key));
  };
  return {
    list: (request) => send(wire, "source", "list", request, () => store.list(request)),
    open: (request) =>
      send(wire, "source", "open", request, () => {
        reading(request.key);
        return store.open(request);
      }),
    stat: (request) =>
      send(wire, "source", "stat", request, () => {
        reading(request.key);
        return store.stat(request);
      }),
    restore: (request) => send(wire, "source", "restore", request, () => store.restore(request)),
    tags: (request) => send(wire, "source", "tags", request, () => store.tags(request)),
    close: () => store.close(),
  };
}

/** The destination as one worker sees it. */
export function destinationOver(world: StoryWorld, wire: Wire): DestinationStore {
  const store = world.destinationStore;
  const plain = <Answer>(name: string, request: Request, apply: () => Promise<Answer>): Promise<Answer> =>
    send(wire, "destination", name, request, apply);
  const write = <Answer>(
    name: string,
    request: Request & { readonly key: string },
    apply: () => Promise<Answer>,
  ): Promise<Answer> => plain(name, request, () => apply().finally(() => world.unlook(request.key)));
  return {
    limits: store.limits,
    list: (request) => plain("list", request, () => store.list(request)),
    put: (request) => write("put", request, () => store.put(request)),
    createUpload: (request) => plain("createUpload", request, () => store.createUpload(request)),
    putPart: (request) => plain("putPart", request, () => store.putPart(request)),
    listParts: (request) => plain("listParts", request, () => store.listParts(request)),
    completeUpload: (request) => write("completeUpload", request, () => store.completeUpload(request)),
    abortUpload: (request) => plain("abortUpload", request, () => store.abortUpload(request)),
    stat: (request) =>
      plain("stat", request, () => {
        world.look(request.key);
        return store.stat(request);
      }),
    delete: (request) =>
      write("delete", request, () => {
        const deleted = store.delete(request);
        world.destination.ferryDeleted(request.key);
        return deleted;
      }),
    close: () => store.close(),
  };
}
