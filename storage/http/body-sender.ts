import type { Connection } from "./connection.ts";
import { givePiece, PIECE_BYTES, takePiece } from "./pieces.ts";
import type { Progress } from "./progress.ts";

const DONE = Promise.resolve();

/** The body is not of the length that was announced. */
export class BodyLengthError extends Error {}

/**
 * Sends the body of one request in large pieces. What `write` was given may be reused once it has resolved.
 * The last byte leaves only in `finish`: a body that fails at its very end has not been stored.
 */
export class BodySender {
  readonly #connection: Connection;
  readonly #sizeBytes: number;
  readonly #progress: Progress;
  #acceptedBytes = 0;
  #piece: Buffer | undefined;
  #pieceBytes = 0;
  #inFlight: Promise<void> | undefined;
  #stopped: Error | undefined;
  #handedOver = false;

  constructor(connection: Connection, sizeBytes: number, progress: Progress) {
    this.#connection = connection;
    this.#sizeBytes = sizeBytes;
    this.#progress = progress;
  }

  /** Whether the whole body is with the socket, if not yet all on the wire. */
  get handedOver(): boolean {
    return this.#handedOver;
  }

  /** Makes every later `write` reject with `reason`. */
  stop(reason: Error): void {
    this.#stopped ??= reason;
  }

  write(chunk: Uint8Array): Promise<void> {
    const room = PIECE_BYTES - this.#pieceBytes;
    const fits = this.#piece !== undefined && chunk.length <= room && this.#stopped === undefined;
    if (!fits || this.#acceptedBytes + chunk.length > this.#sizeBytes) return this.#writeMore(chunk);
    // Most chunks of a stream end here: copied, and nothing to wait for.
    this.#acceptedBytes += chunk.length;
    this.#collect(chunk);
    return DONE;
  }

  /** Sends what is left and resolves when all of it has left. */
  async finish(): Promise<void> {
    if (this.#stopped !== undefined) throw this.#stopped;
    if (this.#acceptedBytes !== this.#sizeBytes) {
      throw new BodyLengthError(`the body ended after ${this.#acceptedBytes} of ${this.#sizeBytes} bytes`);
    }
    if (this.#pieceBytes > 0) await this.#sendPiece();
    this.#handedOver = true;
    await this.#inFlight;
  }

  async #writeMore(chunk: Uint8Array): Promise<void> {
    if (this.#stopped !== undefined) throw this.#stopped;
    this.#acceptedBytes += chunk.length;
    if (this.#acceptedBytes > this.#sizeBytes) {
      throw new BodyLengthError(`the body has more than the ${this.#sizeBytes} bytes announced`);
    }
    const isLast = this.#acceptedBytes === this.#sizeBytes;
    if (this.#pieceBytes === 0 && !isLast && chunk.length >= PIECE_BYTES / 2) {
      await this.#inFlight;
      await this.#send(chunk);
      return;
    }
    for (let offset = 0; offset < chunk.length;) {
      if (this.#pieceBytes === PIECE_BYTES) await this.#sendPiece();
      offset += this.#collect(chunk.subarray(offset, offset + PIECE_BYTES - this.#pieceBytes));
    }
  }

  #collect(bytes: Uint8Array): number {
    this.#piece ??= takePiece();
    this.#piece.set(bytes, this.#pieceBytes);
    this.#pieceBytes += bytes.length;
    return bytes.length;
  }

  /** Sends the collected piece as soon as the one before has left; the next may be collected meanwhile. */
  async #sendPiece(): Promise<void> {
    await this.#inFlight;
    const piece = this.#piece;
    if (piece === undefined) return;
    const bytes = piece.subarray(0, this.#pieceBytes);
    this.#piece = undefined;
    this.#pieceBytes = 0;
    this.#inFlight = this.#send(bytes).then(() => givePiece(piece));
    // Its failure is met by whoever waits for it next.
    this.#inFlight.catch(() => undefined);
  }

  async #send(bytes: Uint8Array): Promise<void> {
    if (this.#stopped !== undefined) throw this.#stopped;
    this.#progress.enter("transfer");
    await this.#connection.write(bytes);
    this.#progress.moved(bytes.length);
    this.#progress.enter("ours");
  }
}
