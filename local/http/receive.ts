import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { faultOf } from "../faults.ts";
import { ConnectionLost, type Exchange, headerOf, ServiceError } from "./exchange.ts";

const MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;

/**
 * The request's body as it arrives, no faster than the client's limit lets it. Throws ConnectionLost when the
 * client goes away before its end, and 400 RequestTimeout when it sends nothing for too long.
 */
export async function* requestBody(exchange: Exchange): AsyncGenerator<Buffer, void, undefined> {
  const { request, count, faults, limit, closing } = exchange;
  const corrupt = faultOf(faults, "corrupt-request") !== undefined;
  const trickle = faultOf(faults, "trickle");
  let isFirst = true;
  for await (const chunk of chunksOf(request, exchange.bodyIdleTimeoutMs)) {
    count.receivedBytes += chunk.length;
    if (isFirst && corrupt) chunk[chunk.length >> 1] = (chunk[chunk.length >> 1] ?? 0) ^ 1;
    isFirst = false;
    const trickleMs = trickle === undefined ? 0 : (chunk.length / trickle.bytesPerSecond) * 1000;
    const waitMs = Math.max(trickleMs, limit?.book(chunk.length) ?? 0);
    if (waitMs > 2) await sleep(waitMs, undefined, { signal: closing });
    yield chunk;
  }
}

/** A small document that is the request's body. */
export async function requestDocument(
  exchange: Exchange,
  chunks: AsyncIterable<Buffer> = requestBody(exchange),
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_DOCUMENT_BYTES) {
      throw new ServiceError(400, "EntityTooLarge", "The document is too large.");
    }
    pieces.push(chunk);
  }
  return Buffer.concat(pieces);
}

/** The length the request states, or undefined for a chunked body; throws what `missing` makes when it does neither. */
export function statedLength(exchange: Exchange, missing: () => ServiceError): number | undefined {
  const stated = headerOf(exchange, "content-length");
  if (stated !== undefined) return Number(stated);
  if (headerOf(exchange, "transfer-encoding") === undefined) throw missing();
  return undefined;
}

/** Reads by hand, because leaving a `for await` over the request early would also close the connection. */
async function* chunksOf(
  request: IncomingMessage,
  idleTimeoutMs: number,
): AsyncGenerator<Buffer, void, undefined> {
  const progress: { end?: "complete" | "lost" | "idle"; waiting: boolean; wake: () => void } = {
    waiting: false,
    wake: () => {},
  };
  const endAs = (end: "complete" | "lost" | "idle") => () => {
    progress.end ??= end;
    progress.wake();
  };
  const listeners = {
    readable: () => {
      progress.wake();
    },
    end: endAs("complete"),
    close: endAs("lost"),
    error: endAs("lost"),
  };
  for (const [event, listener] of Object.entries(listeners)) request.on(event, listener);
  // Counts only while we wait: a body that we take in slowly ourselves is nobody's silence.
  const idle = setTimeout(() => {
    if (progress.waiting) endAs("idle")();
  }, idleTimeoutMs);
  try {
    for (;;) {
      const chunk = request.read() as Buffer | null;
      if (chunk !== null) {
        yield chunk;
      } else if (progress.end === undefined) {
        idle.refresh();
        progress.waiting = true;
        await new Promise<void>((resolve) => {
          progress.wake = resolve;
        });
        progress.waiting = false;
      } else if (progress.end === "complete") return;
      else if (progress.end === "lost") throw new ConnectionLost();
      else throw requestTimeout();
    }
  } finally {
    clearTimeout(idle);
    for (const [event, listener] of Object.entries(listeners)) request.off(event, listener);
    // An error may still come; nobody else listens for it.
    request.on("error", () => {});
  }
}

function requestTimeout(): ServiceError {
  const message =
    "Your socket connection to the server was not read from or written to within the timeout period.";
  return new ServiceError(400, "RequestTimeout", message, { headers: { connection: "close" } });
}
