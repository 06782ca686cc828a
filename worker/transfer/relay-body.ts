import { crc64Xz } from "../../core/crc64.ts";
import { StoreError } from "../../core/errors.ts";
import type { BodyWriter, SourceBody } from "../../storage/ports.ts";
import { placeChunk } from "./place-chunk.ts";

/** What is done with the bytes as they pass. */
export interface RelayChecks {
  /** Sees every byte, in order. */
  readonly digest?: { update(bytes: Uint8Array): void } | undefined;
  /**
   * Called with the CRC-64 when every byte has passed, before the last ones are sent; throws to keep the body from
   * being stored.
   */
  readonly check?: (crc64: bigint) => Promise<void> | void;
}

/** A body on its way from the source to the destination. */
export interface Relay {
  /** Reads the source's body to its end and writes it; call at most once. */
  readonly writeBody: BodyWriter;
  /** Settles with `writeBody`; undefined until that has been called. */
  readonly ended: Promise<void> | undefined;
  /** CRC-64/XZ of the bytes that were written. */
  readonly crc64: bigint;
}

/**
 * Passes a body on in blocks: TLS records of 16 KiB become writes of a whole block, which halves the cost of
 * sending. What is read while one block is being written, since it was under way already, goes into the other one; no
 * more is: a block that is written as soon as it is full is still in the processor's cache, and sockets hold enough for
 * both ends to go on. The last block is held back until `check` has had its say, so that a body that the source disowns
 * is never stored.
 *
 * A body that is not `sizeBytes` long ends in NETWORK.
 */
export function relayBody(
  body: Pick<SourceBody, "read">,
  sizeBytes: number,
  blocks: readonly [Buffer, Buffer],
  { digest, check }: RelayChecks,
): Relay {
  let [filling, other] = blocks;
  let filledBytes = 0;
  let readBytes = 0;
  let crc64 = 0n;
  let ended: Promise<void> | undefined;
  /** Whether part of a chunk still waits for a block. */
  let isCrossing = false;

  /** The filled block, which nobody may change until it is written; the other one is filled next. */
  function takeFilled(): Buffer {
    const block = filling.subarray(0, filledBytes);
    [filling, other] = [other, filling];
    filledBytes = 0;
    crc64 = crc64Xz.update(crc64, block);
    digest?.update(block);
    return block;
  }

  async function acceptAcrossBlocks(chunk: Uint8Array, write: Write): Promise<void> {
    let rest = chunk;
    isCrossing = true;
    while (rest.length > 0) {
      const piece = rest.subarray(0, filling.length - filledBytes);
      filling.set(piece, filledBytes);
      filledBytes += piece.length;
      rest = rest.subarray(piece.length);
      const isLast = rest.length === 0 && readBytes >= sizeBytes;
      if (filledBytes === filling.length && !isLast) await write(takeFilled());
    }
    isCrossing = false;
  }

  function accept(chunk: Uint8Array, write: Write): Promise<void> | void {
    readBytes += chunk.length;
    if (filledBytes + chunk.length > filling.length) return acceptAcrossBlocks(chunk, write);
    placeChunk(chunk, filling, filledBytes);
    filledBytes += chunk.length;
    if (filledBytes === filling.length && readBytes < sizeBytes) return write(takeFilled());
  }

  function room(aheadBytes: number): Uint8Array | undefined {
    return isCrossing ? undefined : filling.subarray(filledBytes + aheadBytes);
  }

  async function passOn(write: Write): Promise<void> {
    await body.read((chunk) => accept(chunk, write), room);
    if (readBytes !== sizeBytes) throw lengthDiffers(readBytes, sizeBytes);
    const last = takeFilled();
    await check?.(crc64);
    await write(last);
  }

  return {
    writeBody: (write) => (ended = passOn(write)),
    get ended() {
      return ended;
    },
    get crc64() {
      return crc64;
    },
  };
}

type Write = Parameters<BodyWriter>[0];

/** The error of a body that is not as long as the source said. */
export function lengthDiffers(gotBytes: number, sizeBytes: number): StoreError {
  return new StoreError("NETWORK", `the body had ${gotBytes} bytes instead of ${sizeBytes}`, {
    store: "source",
  });
}
