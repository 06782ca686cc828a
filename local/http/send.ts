import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { faultOf } from "../faults.ts";
import type { BodyStore } from "../store/bodies.ts";
import type { Answer, Exchange, StoredRange, StreamedBody } from "./exchange.ts";
import { writeAll } from "./write.ts";

/** Bodies up to this size leave in one write. */
const MAX_WHOLE_BYTES = 256 * 1024;
const MAX_WRITE_BYTES = 64 * 1024;
const TRICKLE_STEP_MS = 50;

/** Writes the answer, with the faults that befall answers and no faster than the client's limit. */
export async function sendAnswer(
  exchange: Exchange,
  response: ServerResponse,
  answer: Answer,
  bodies: BodyStore,
): Promise<void> {
  const sizeBytes = bodySize(answer.body);
  response.sendDate = false;
  const headers: Record<string, string | number> = { date: exchange.clock.dateHeader(), ...answer.headers };
  // A HEAD answer states the length of what GET would send; it sets the header itself.
  if (answer.status !== 204 && answer.status !== 304 && sizeBytes !== undefined) {
    headers["content-length"] ??= sizeBytes;
  }
  const stall = faultOf(exchange.faults, "stall");
  if (stall !== undefined && stall.afterBytes === undefined) {
    await sleep(stall.ms, undefined, { signal: exchange.closing });
  }
  response.writeHead(answer.status, headers);
  const { body = "" } = answer;
  exchange.count.sentBytes += sizeBytes ?? 0;
  if (isStreamed(body) || sizeBytes === undefined) {
    await sendInPieces(exchange, response, body, bodies, sizeBytes ?? Infinity);
  } else if (sizeBytes === 0 || exchange.method === "HEAD") response.end();
  else if (sizeBytes <= MAX_WHOLE_BYTES && exchange.limit === undefined && exchange.faults.length === 0) {
    response.end(wholeBody(body, bodies));
  } else await sendInPieces(exchange, response, body, bodies, sizeBytes);
}

async function sendInPieces(
  exchange: Exchange,
  response: ServerResponse,
  body: NonNullable<Answer["body"]>,
  bodies: BodyStore,
  sizeBytes: number,
): Promise<void> {
  const { faults, limit, closing } = exchange;
  const truncate = faultOf(faults, "truncate-response");
  const corrupt = faultOf(faults, "corrupt-response") !== undefined;
  const stall = faultOf(faults, "stall");
  const trickle = faultOf(faults, "trickle");
  const cutAt =
    truncate === undefined ? sizeBytes : Math.min(truncate.afterBytes ?? sizeBytes >> 1, sizeBytes - 1);
  const stops = [cutAt, ...(stall?.afterBytes === undefined ? [] : [stall.afterBytes])];
  const step =
    trickle === undefined
      ? MAX_WRITE_BYTES
      : Math.max(1, Math.floor((trickle.bytesPerSecond * TRICKLE_STEP_MS) / 1000));
  let sent = 0;
  for await (const chunk of piecesOf(body, bodies)) {
    for (let offset = 0; offset < chunk.length && sent < cutAt;) {
      if (sent === stall?.afterBytes) await sleep(stall.ms, undefined, { signal: closing });
      const position = sent;
      const untilStop = Math.min(...stops.filter((stop) => stop > position).map((stop) => stop - position));
      const piece = chunk.subarray(offset, offset + Math.min(step, untilStop));
      const waitMs = limit?.book(piece.length) ?? 0;
      if (waitMs > 2) await sleep(waitMs, undefined, { signal: closing });
      await writeAll(response, corrupt && sent === 0 ? withOneWrongBit(piece) : piece);
      if (trickle !== undefined) await sleep(TRICKLE_STEP_MS, undefined, { signal: closing });
      offset += piece.length;
      sent += piece.length;
    }
    if (response.destroyed || sent >= cutAt) break;
  }
  if (truncate === undefined) response.end();
  else response.socket?.destroySoon();
}

function bodySize(body: Answer["body"] = ""): number | undefined {
  if (typeof body === "string") return body.length;
  return isStreamed(body) ? body.sizeBytes : body.end - body.start;
}

function isStreamed(body: NonNullable<Answer["body"]>): body is StreamedBody {
  return typeof body !== "string" && "chunks" in body;
}

function wholeBody(body: string | StoredRange, bodies: BodyStore): Buffer {
  return typeof body === "string"
    ? Buffer.from(body, "latin1")
    : bodies.readWhole(body.stored, body.start, body.end);
}

async function* piecesOf(
  body: NonNullable<Answer["body"]>,
  bodies: BodyStore,
): AsyncGenerator<Buffer, void, undefined> {
  if (typeof body === "string") yield Buffer.from(body, "latin1");
  else if (isStreamed(body)) yield* body.chunks;
  else yield* bodies.read(body.stored, body.start, body.end);
}

function withOneWrongBit(piece: Buffer): Buffer {
  const copy = Buffer.from(piece);
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
}
