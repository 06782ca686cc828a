import { storeErrorOf } from "../../core/errors.ts";
import type { DestinationStore, SourceStore } from "../../storage/ports.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { StoreHealth } from "./store-health.ts";
import type { Counters } from "./transfer-context.ts";

export interface Meter {
  readonly counters: Counters;
  readonly rate: RateLimit;
  readonly health: StoreHealth;
  /** The service held a request back. */
  readonly onDelayed: () => void;
}

/** The source, with requests and bytes counted, bytes paced and answers reported. */
export function meterSource(store: SourceStore, meter: Meter): SourceStore {
  const { counters, rate } = meter;
  const counted = <Answer>(send: () => Promise<Answer>): Promise<Answer> => {
    counters.sourceRequests++;
    return observed(meter, send);
  };
  return {
    list: (request) => counted(() => store.list(request)),
    stat: (request) => counted(() => store.stat(request)),
    restore: (request) => counted(() => store.restore(request)),
    tags: (request) => counted(() => store.tags(request)),
    close: () => store.close(),
    open: async (request) => {
      const body = await counted(() => store.open(request));
      return {
        ...body,
        discard: () => body.discard(),
        read: (sink, room) => {
          let unpaidBytes = 0;
          const payFirst = async (chunk: Uint8Array, paid: Promise<void>): Promise<void> => {
            unpaidBytes = chunk.length;
            await paid;
            unpaidBytes = 0;
            await sink(chunk);
          };
          return body.read(
            (chunk) => {
              counters.transferredBytes += chunk.length;
              const paid = rate.bookBytes(chunk.length, request.signal);
              return paid === undefined ? sink(chunk) : payFirst(chunk, paid);
            },
            room && ((aheadBytes) => room(aheadBytes + unpaidBytes)),
          );
        },
      };
    },
  };
}

/** The destination, with requests counted and answers reported. */
export function meterDestination(store: DestinationStore, meter: Meter): DestinationStore {
  const counted = <Answer>(send: () => Promise<Answer>): Promise<Answer> => {
    meter.counters.destinationRequests++;
    return observed(meter, send);
  };
  const stored = async <Answer extends { readonly qosDelayMs?: number }>(
    send: () => Promise<Answer>,
  ): Promise<Answer> => {
    const answer = await counted(send);
    if (answer.qosDelayMs !== undefined) meter.onDelayed();
    return answer;
  };
  return {
    limits: store.limits,
    put: (request) => stored(() => store.put(request)),
    putPart: (request) => stored(() => store.putPart(request)),
    completeUpload: (request) => stored(() => store.completeUpload(request)),
    createUpload: (request) => counted(() => store.createUpload(request)),
    listParts: (request) => counted(() => store.listParts(request)),
    abortUpload: (request) => counted(() => store.abortUpload(request)),
    stat: (request) => counted(() => store.stat(request)),
    delete: (request) => counted(() => store.delete(request)),
    list: (request) => counted(() => store.list(request)),
    close: () => store.close(),
  };
}

async function observed<Answer>(meter: Meter, send: () => Promise<Answer>): Promise<Answer> {
  try {
    const answer = await send();
    meter.health.answered();
    return answer;
  } catch (error) {
    // A clear refusal comes from a service that works.
    const storeError = storeErrorOf(error);
    if (storeError !== undefined && !storeError.retryable && !storeError.fatal) meter.health.answered();
    throw error;
  }
}
