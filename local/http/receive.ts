import { setTimeout as sleep } from "node:timers/promises";
import { faultOf } from "../faults.ts";
import { ConnectionLost, type Exchange, headerOf, ServiceError } from "./exchange.ts";

const MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;

/** A client that sends nothing for so long gets 400 RequestTimeout. */
export const BODY_IDLE_TIMEOUT_MS = 30_000;

/**
 * The request's body as it arrives, no faster than the client's limit lets it. Throws ConnectionLost when the
 * client goes away before its end.
 */
export async function* requestBody(exchange: Exchange): AsyncGenerator<Buffer, void, undefined> {
  const { request, count, faults, limit } = exchange;
  const corrupt = faultOf(faults, "corrupt-request") !== undefined;
  const trickle = faultOf(faults, "trickle");
  let isFirst = true;
  let timedOut = false;
  const idle = setTimeout(() => {
    timedOut = true;
    request.destroy();
  }, BODY_IDLE_TIMEOUT_MS).unref();
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      idle.refresh();
      count.receivedBytes += chunk.length;
      if (isFirst && corrupt) chunk[chunk.length >> 1] = (chunk[chunk.length >> 1] ?? 0) ^ 1;
      isFirst = false;
      if (trickle !== undefined) {
        await sleep((chunk.length / trickle.bytesPerSecond) * 1000, undefined, { signal: exchange.closing });
      }
      const waitMs = limit?.book(chunk.length) ?? 0;
      if (waitMs > 2) await sleep(waitMs, undefined, { signal: exchange.closing });
      yield chunk;
    }
  } catch (error) {
    throw new ConnectionLost(timedOut ? new Error("The body stalled") : error);
  } finally {
    clearTimeout(idle);
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

/** The length the request states, or undefined for a chunked body; 411 when it does neither. */
export function statedLength(exchange: Exchange, missing: () => ServiceError): number | undefined {
  const stated = headerOf(exchange, "content-length");
  if (stated !== undefined) return Number(stated);
  if (headerOf(exchange, "transfer-encoding") === undefined) throw missing();
  return undefined;
}
