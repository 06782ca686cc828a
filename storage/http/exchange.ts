import { StoreError, type StoreErrorCode, type StoreRole } from "../../core/errors.ts";
import type { ChunkRoom, ChunkSink, RequestBody } from "../ports.ts";
import { watchAbort } from "./abort-watch.ts";
import { BodyLengthError, BodySender } from "./body-sender.ts";
import { type Connection, ConnectionLostError, type ConnectionUser } from "./connection.ts";
import { givePiece, PIECE_BYTES, takePiece } from "./pieces.ts";
import type { Progress } from "./progress.ts";
import { formatRequestHead, UnsendableRequestError } from "./request-head.ts";
import { ResponseBody } from "./response-body.ts";
import { type ResponseHead, ResponseParser } from "./response-parser.ts";

/** A request as it goes on the wire. */
export interface HttpRequest {
  /** The service's name of the operation, for counting and for messages. */
  readonly operation: string;
  readonly method: "GET" | "HEAD" | "PUT" | "POST" | "DELETE";
  /** Path and query, percent-encoded; sent exactly so. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: RequestBody | undefined;
  /** Length of `body`; needed where it is a writer. */
  readonly sizeBytes?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The answer. Exactly one of `read`, `readAll` and `discard` must be called, also where the body is empty. */
export interface HttpResponse extends ResponseHead {
  /** Gives the body to `sink`; resolves after its last byte, rejects with NETWORK or TIMEOUT when it ends short. */
  read(sink: ChunkSink, room?: ChunkRoom): Promise<void>;
  /** The whole body; BAD_RESPONSE when it is larger than `maxBytes`. */
  readAll(maxBytes: number): Promise<Buffer>;
  /** Gives the body up and closes the connection unless everything has been received. */
  discard(): void;
}

/** Large bodies leave in slices of this size: what TLS has encrypted stays in memory until the kernel takes it. */
const SLICE_BYTES = 2 * PIECE_BYTES;

const ANSWERED_EARLY = "the service answered before the end of the body";

/** The service has answered before it had the whole request; there is no use in sending more. */
class AnsweredEarlyError extends Error {}

/** One request and its response on one connection. */
export class Exchange implements ConnectionUser {
  readonly progress: Progress;
  readonly #connection: Connection;
  readonly #request: HttpRequest;
  readonly #host: string;
  readonly #store: StoreRole;
  readonly #ended: (reusable: boolean) => void;
  readonly #parser: ResponseParser;
  readonly #answer = Promise.withResolvers<HttpResponse>();
  readonly #body: ResponseBody;
  #sender: BodySender | undefined;
  /** The whole request is with the socket. Over TLS the answer may come before the last write reports back. */
  #handedOver = false;
  /** The last write has reported back. */
  #sent = false;
  #confirmed = false;
  #over = false;
  #unwatch: (() => void) | undefined;

  /** `ended` is told once when the connection is free again, or lost. */
  constructor(
    connection: Connection,
    request: HttpRequest,
    options: {
      readonly host: string;
      readonly store: StoreRole;
      readonly progress: Progress;
      readonly ended: (reusable: boolean) => void;
    },
  ) {
    this.#connection = connection;
    this.#request = request;
    this.#host = options.host;
    this.#store = options.store;
    this.progress = options.progress;
    this.#ended = options.ended;
    this.#body = new ResponseBody(connection, options.progress, (error) => this.#fail(error));
    this.#parser = new ResponseParser(request.method, {
      head: (head) => this.#headReceived(head),
      body: (piece) => this.#body.received(piece, this.#parser.chunked),
    });
  }

  /** Sends the request and resolves with the head of its answer. To be called once. */
  start(): Promise<HttpResponse> {
    const { signal } = this.#request;
    if (signal !== undefined) this.#unwatch = watchAbort(signal, this.#onAbort);
    this.#connection.use(this);
    void this.#send();
    return this.#answer.promise;
  }

  received(chunk: Buffer): void {
    this.progress.moved(chunk.length);
    try {
      this.#parser.feed(chunk);
    } catch (error) {
      this.#fail(this.#error("BAD_RESPONSE", "the answer could not be understood", error));
    }
    if (this.#parser.done) this.#receivedAll();
  }

  room(): Uint8Array | undefined {
    return this.#parser.chunked ? undefined : this.#body.room();
  }

  closed(error: Error | undefined): void {
    if (this.#parser.end()) this.#receivedAll();
    else this.#fail(this.#error("NETWORK", "the connection was lost", error));
  }

  /** Ends the exchange because `what` is taking too long. */
  timeOut(what: string): void {
    this.#fail(this.#error("TIMEOUT", what));
  }

  get #isHandedOver(): boolean {
    return this.#sender === undefined ? this.#handedOver : this.#sender.handedOver;
  }

  readonly #onAbort = (): void => this.#fail(this.#request.signal?.reason);

  async #send(): Promise<void> {
    try {
      const { body } = this.#request;
      this.progress.enter("transfer");
      if (typeof body === "function") await this.#sendWritten(body);
      else await this.#sendWhole(body);
      this.#sent = true;
      if (!this.#body.started) this.progress.enter("answer");
    } catch (error) {
      // After an early answer or a lost connection the body's error is only the echo of it.
      if (!this.#body.started) this.#fail(this.#sendError(error));
    }
  }

  async #sendWhole(body: Uint8Array | undefined): Promise<void> {
    const head = this.#formatHead(body?.length);
    if (body === undefined || body.length === 0) {
      this.#handedOver = true;
      await this.#connection.write(head);
    } else if (head.length + body.length <= PIECE_BYTES) {
      this.#handedOver = true;
      const piece = takePiece();
      const headBytes = piece.write(head, "latin1");
      piece.set(body, headBytes);
      await this.#connection.write(piece.subarray(0, headBytes + body.length));
      givePiece(piece);
    } else {
      await this.#sendSlices(head, body);
    }
  }

  async #sendSlices(head: string, body: Uint8Array): Promise<void> {
    const headSent = this.#connection.write(head);
    for (let offset = 0; offset < body.length; offset += SLICE_BYTES) {
      const slice = body.subarray(offset, offset + SLICE_BYTES);
      this.#handedOver = offset + slice.length === body.length;
      await Promise.all([headSent, this.#connection.write(slice)]);
      if (this.#body.started && !this.#handedOver) throw new AnsweredEarlyError(ANSWERED_EARLY);
      this.progress.moved(slice.length);
    }
  }

  async #sendWritten(body: Exclude<RequestBody, Uint8Array>): Promise<void> {
    const { sizeBytes } = this.#request;
    if (sizeBytes === undefined) throw new UnsendableRequestError("a written body needs its size");
    const sender = new BodySender(this.#connection, sizeBytes, this.progress);
    this.#sender = sender;
    await this.#connection.write(this.#formatHead(sizeBytes));
    this.progress.enter("ours");
    await body((chunk) => sender.write(chunk));
    await sender.finish();
  }

  #formatHead(sizeBytes: number | undefined): string {
    const { method, path, headers } = this.#request;
    const length = sizeBytes ?? (method === "PUT" || method === "POST" ? 0 : undefined);
    return formatRequestHead(method, path, this.#host, {
      "accept-encoding": "identity",
      ...headers,
      ...(length === undefined ? {} : { "content-length": String(length) }),
    });
  }

  #headReceived(head: ResponseHead): void {
    if (!this.#isHandedOver && head.status < 300) {
      this.#fail(this.#error("BAD_RESPONSE", "the service confirmed what it had not yet received"));
      return;
    }
    this.#confirmed = head.status < 300;
    if (!this.#isHandedOver) this.#sender?.stop(new AnsweredEarlyError(ANSWERED_EARLY));
    this.#body.start();
    this.#answer.resolve({
      ...head,
      read: (sink, room) => this.#body.read(sink, room),
      readAll: (maxBytes) => this.#readAll(maxBytes),
      discard: () => this.#discard(),
    });
  }

  async #readAll(maxBytes: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    await this.#body.read((chunk) => {
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes)
        throw this.#error("BAD_RESPONSE", `the answer is larger than ${maxBytes} bytes`);
      chunks.push(Buffer.from(chunk));
    });
    const [only] = chunks;
    return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
  }

  #discard(): void {
    if (!this.#over) this.#connection.destroy();
    this.#end(false);
    this.#body.drop();
  }

  /** The response is here to its last byte; the connection is free, though pieces may still wait for the sink. */
  #receivedAll(): void {
    this.#body.receivedAll();
    this.#end((this.#sent || this.#confirmed) && this.#parser.keepAlive);
  }

  #fail(error: unknown): void {
    if (!this.#over) this.#connection.destroy();
    this.#sender?.stop(
      error instanceof Error ? error : new Error("the request was aborted", { cause: error }),
    );
    this.#answer.reject(error);
    this.#body.fail(error);
    this.#end(false);
  }

  #end(reusable: boolean): void {
    if (this.#over) return;
    this.#over = true;
    this.progress.enter("ours");
    this.#unwatch?.();
    this.#connection.use(undefined);
    this.#ended(reusable);
  }

  #sendError(error: unknown): unknown {
    if (error instanceof UnsendableRequestError || error instanceof BodyLengthError) {
      return this.#error("INVALID_REQUEST", error.message, error);
    }
    if (error instanceof ConnectionLostError) return this.#error("NETWORK", error.message, error.cause);
    return error;
  }

  #error(code: StoreErrorCode, what: string, cause?: unknown): StoreError {
    return transportError(this.#store, code, `${this.#request.operation} on ${this.#host}: ${what}`, cause);
  }
}

/** A StoreError without an answer of the service; the cause's own code says more than its text. */
export function transportError(
  store: StoreRole,
  code: StoreErrorCode,
  what: string,
  cause?: unknown,
): StoreError {
  const reason = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
  return new StoreError(code, `${what}${reason}`, { store }, cause === undefined ? {} : { cause });
}
