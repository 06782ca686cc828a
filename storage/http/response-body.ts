import type { ChunkRoom, ChunkSink } from "../ports.ts";
import type { Connection } from "./connection.ts";
import type { Progress } from "./progress.ts";

interface Piece {
  readonly bytes: Buffer;
  /** Gives the memory back. */
  readonly release: () => void;
}

/** Hands the pieces of one response body to a sink, in order, one at a time, without copying them where it can. */
export class ResponseBody {
  readonly #connection: Connection;
  readonly #progress: Progress;
  readonly #fail: (error: unknown) => void;
  readonly #queue: Piece[] = [];
  readonly #settled = Promise.withResolvers<void>();
  #queuedBytes = 0;
  #sink: ChunkSink | undefined;
  #room: ChunkRoom | undefined;
  #sinkBusy = false;
  #started = false;
  #complete = false;
  #closed = false;

  /** `fail` is told of an error of the sink; it must come back as a call of `fail` here. */
  constructor(connection: Connection, progress: Progress, fail: (error: unknown) => void) {
    this.#connection = connection;
    this.#progress = progress;
    this.#fail = fail;
    this.#settled.promise.catch(() => undefined);
  }

  /** Whether the head has arrived. */
  get started(): boolean {
    return this.#started;
  }

  start(): void {
    this.#started = true;
    this.#progress.enter("ours");
  }

  read(sink: ChunkSink, room?: ChunkRoom): Promise<void> {
    this.#sink = sink;
    this.#room = room;
    this.#drain();
    return this.#settled.promise;
  }

  /** A piece came. `shared` says that more pieces may lie in the same chunk of the connection. */
  received(bytes: Buffer, shared: boolean): void {
    if (this.#closed) return;
    if (this.#sink !== undefined && !this.#sinkBusy) {
      this.#deliver(bytes);
      return;
    }
    const piece = shared
      ? { bytes: Buffer.from(bytes), release: () => undefined }
      : { bytes, release: this.#connection.keepChunk() };
    this.#queue.push(piece);
    this.#queuedBytes += bytes.length;
    // What comes from now on was under way already.
    this.#connection.pause();
  }

  /** Where the sink wants the next piece, if it comes as it goes on the wire. */
  room(): Uint8Array | undefined {
    const isReading = this.#sink !== undefined && !this.#complete && !this.#closed;
    return isReading ? this.#room?.(this.#queuedBytes) : undefined;
  }

  /** No more pieces will come, and the connection is not ours any more. */
  receivedAll(): void {
    if (this.#complete) return;
    this.#complete = true;
    this.#connection.resume();
    if (this.#sink !== undefined && !this.#sinkBusy) this.#drain();
  }

  fail(error: unknown): void {
    this.#settled.reject(error);
    this.drop();
  }

  drop(): void {
    this.#closed = true;
    for (const piece of this.#queue.splice(0)) piece.release();
  }

  #drain(): void {
    while (!this.#sinkBusy && !this.#closed) {
      const piece = this.#queue.shift();
      if (piece === undefined) break;
      this.#queuedBytes -= piece.bytes.length;
      this.#deliver(piece.bytes, piece.release);
    }
    if (this.#sinkBusy || this.#closed) return;
    if (this.#complete) {
      this.#settled.resolve();
    } else {
      this.#connection.resume();
      this.#progress.enter("transfer");
    }
  }

  #deliver(bytes: Buffer, release?: () => void): void {
    try {
      const taken = this.#sink?.(bytes);
      if (taken === undefined) release?.();
      else void this.#awaitSink(taken, release ?? this.#connection.keepChunk());
    } catch (error) {
      release?.();
      this.#fail(error);
    }
  }

  /** The sink may use the piece until its promise settles; what comes meanwhile is queued. */
  async #awaitSink(taken: Promise<void>, release: () => void): Promise<void> {
    this.#sinkBusy = true;
    this.#progress.enter("ours");
    try {
      await taken;
      this.#sinkBusy = false;
      this.#drain();
    } catch (error) {
      this.#fail(error);
    } finally {
      release();
    }
  }
}
