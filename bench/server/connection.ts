/**
 * HTTP/1.1 over one TLS connection, cut down to what storage clients send: no pipelining, no chunked request
 * bodies. `node:http` costs several times as much per request, which would make the server the bottleneck.
 */
import type { TLSSocket } from "node:tls";
import type { Pacer } from "./pacer.ts";
import { BLOCK_BYTES, content } from "./synthetic-objects.ts";

const MAX_HEAD_BYTES = 32_768;
const HEAD_END = Buffer.from("\r\n\r\n");
const SEND_BYTES = 262_144;
const PACED_SEND_BYTES = 32_768;
/** Up to this size head and body leave in one write. */
const SINGLE_WRITE_BYTES = 131_072;

export interface RequestHead {
  readonly method: string;
  /** As sent, still percent-encoded. */
  readonly path: string;
  /** Without the question mark; empty when there is none. */
  readonly query: string;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly bodySizeBytes: number;
}

export interface Reply {
  /** For instance `200 OK`. */
  readonly status: string;
  /** Whole lines, each ended with CR LF; without Date and Content-Length. */
  readonly headers: string;
  readonly contentLength: number;
  /** Nothing for HEAD. */
  readonly body?: Buffer | { readonly start: number };
}

/** What the connection needs to know before the body of a request arrives. */
export interface Exchange {
  /** Whether `reply` wants the body; it is counted and dropped otherwise. */
  readonly keepBody: boolean;
  readonly latencyMs: number;
  readonly sending?: Pacer | undefined;
  /** Called when the body is complete. */
  reply(body: Buffer): Reply;
}

export type Router = (head: RequestHead) => Exchange;

/** Answers the requests of one connection until the client closes it. */
export class Connection {
  readonly #socket: TLSSocket;
  readonly #route: Router;
  #head: Buffer = Buffer.alloc(0);
  #exchange: Exchange | undefined;
  #bodyRest = 0;
  #body: Buffer[] = [];

  constructor(socket: TLSSocket, route: Router) {
    this.#socket = socket;
    this.#route = route;
    socket.on("data", (chunk: Buffer) => this.#receive(chunk));
    // A client that goes away in the middle is its own business.
    socket.on("error", () => socket.destroy());
  }

  #receive(chunk: Buffer): void {
    if (this.#exchange === undefined) {
      this.#receiveHead(chunk);
      return;
    }
    this.#receiveBody(this.#exchange, chunk);
  }

  #receiveHead(chunk: Buffer): void {
    const bytes = this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk]);
    const end = bytes.indexOf(HEAD_END);
    if (end < 0) {
      this.#head = bytes;
      if (bytes.length > MAX_HEAD_BYTES) this.#socket.destroy();
      return;
    }
    this.#head = Buffer.alloc(0);
    const head = parseHead(bytes.toString("latin1", 0, end));
    const exchange = this.#route(head);
    this.#exchange = exchange;
    this.#bodyRest = head.bodySizeBytes;
    this.#body = [];
    if (head.headers.get("expect")?.toLowerCase() === "100-continue")
      this.#socket.write("HTTP/1.1 100 Continue\r\n\r\n");
    const rest = bytes.subarray(end + HEAD_END.length);
    if (rest.length > 0 || this.#bodyRest === 0) this.#receiveBody(exchange, rest);
  }

  #receiveBody(exchange: Exchange, chunk: Buffer): void {
    if (chunk.length > this.#bodyRest) {
      // Pipelined requests, or a body longer than announced: no client we serve does that.
      this.#socket.destroy();
      return;
    }
    this.#bodyRest -= chunk.length;
    if (exchange.keepBody) this.#body.push(chunk);
    if (this.#bodyRest > 0) return;
    if (exchange.latencyMs > 0) setTimeout(() => this.#answer(exchange), exchange.latencyMs);
    else this.#answer(exchange);
  }

  #answer(exchange: Exchange): void {
    const reply = exchange.reply(Buffer.concat(this.#body));
    this.#body = [];
    const head = headOf(reply);
    const { body, contentLength } = reply;
    if (body === undefined) {
      this.#exchange = undefined;
      this.#socket.write(head, "latin1");
    } else if (Buffer.isBuffer(body)) {
      this.#exchange = undefined;
      this.#socket.write(joined(head, body));
    } else if (contentLength <= SINGLE_WRITE_BYTES && exchange.sending === undefined) {
      const offset = body.start % BLOCK_BYTES;
      this.#exchange = undefined;
      this.#socket.write(smallObject(head, offset, contentLength));
    } else {
      this.#socket.write(head, "latin1");
      this.#send(body.start, contentLength, exchange.sending);
    }
  }

  /** Sends `sizeBytes` bytes of content from `start` on, as fast as the client takes them and the pacer allows. */
  #send(start: number, sizeBytes: number, pacer: Pacer | undefined): void {
    const socket = this.#socket;
    const end = start + sizeBytes;
    let position = start;
    const proceed = (): void => {
      while (position < end && !socket.destroyed) {
        if (socket.writableNeedDrain) {
          socket.once("drain", proceed);
          return;
        }
        const offset = position % content.length;
        const limit = pacer === undefined ? SEND_BYTES : PACED_SEND_BYTES;
        const size = Math.min(end - position, limit, content.length - offset);
        position += size;
        if (position === end) this.#exchange = undefined;
        socket.write(content.subarray(offset, offset + size));
        const waitMs = pacer?.reserve(size, performance.now()) ?? 0;
        if (waitMs >= 1) {
          setTimeout(proceed, waitMs);
          return;
        }
      }
    };
    proceed();
  }
}

function parseHead(text: string): RequestHead {
  const lines = text.split("\r\n");
  const [method = "", target = ""] = (lines[0] ?? "").split(" ");
  const headers = new Map<string, string>();
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] ?? "";
    const colon = line.indexOf(":");
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  const question = target.indexOf("?");
  return {
    method,
    path: question < 0 ? target : target.slice(0, question),
    query: question < 0 ? "" : target.slice(question + 1),
    headers,
    bodySizeBytes: Number(headers.get("content-length") ?? 0),
  };
}

let date = "";
let dateUntilMs = 0;

function headOf(reply: Reply): string {
  const nowMs = Date.now();
  if (nowMs >= dateUntilMs) {
    date = new Date(nowMs).toUTCString();
    dateUntilMs = nowMs - (nowMs % 1_000) + 1_000;
  }
  return `HTTP/1.1 ${reply.status}\r\nDate: ${date}\r\nContent-Length: ${reply.contentLength}\r\n${reply.headers}\r\n`;
}

let lastSmallObject: { readonly head: string; readonly offset: number; readonly bytes: Buffer } | undefined;

/** Head and body in one buffer; the same one again until the second or the object's size changes. */
function smallObject(head: string, offset: number, sizeBytes: number): Buffer {
  if (lastSmallObject?.head === head && lastSmallObject.offset === offset) return lastSmallObject.bytes;
  const bytes = joined(head, content.subarray(offset, offset + sizeBytes));
  lastSmallObject = { head, offset, bytes };
  return bytes;
}

function joined(head: string, body: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(head.length + body.length);
  bytes.write(head, "latin1");
  bytes.set(body, head.length);
  return bytes;
}
