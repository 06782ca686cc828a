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
 * sending. While blocks wait to be written, or to be reported as written, others are being filled; no more than
 * these (two at least, of one length) are ever held. The last block is held back until `check` has had its say, so
 * that a body that the source disowns is never stored.
 *
 * A body that is not `sizeBytes` long ends in NETWORK.
 */
export function relayBody(
  body: Pick<SourceBody, "read">,
  sizeBytes: number,
  blocks: readonly [Buffer, Buffer, ...Buffer[]],
  { digest, check }: RelayChecks,
): Relay {
  const [first, ...free] = blocks;
  let filling: Buffer = first;
  let filledBytes = 0;
  let readBytes = 0;
  let crc64 = 0n;
  let ended: Promise<void> | undefined;
  /** Whether part of a chunk still waits for a block. */
  let isCrossing = false;
  /** Writes under way or waiting for the one before; each frees a block. A failure is thrown where it is awaited next. */
  const writing: Promise<void>[] = [];

  function takeFilled(): Buffer {
    const block = filling.subarray(0, filledBytes);
    filledBytes = 0;
    crc64 = crc64Xz.update(crc64, block);
    digest?.update(block);
    return block;
  }

  async function writeAfter(before: Promise<void> | undefined, block: Buffer, write: Write): Promise<void> {
    await before;
    await write(block);
    free.push(block);
    void writing.shift();
  }

  /**
   * Has the filled block written and goes on with another one. If that is the last, a promise until one more is free:
   * the next time there must be one, and what comes meanwhile has room in the last.
   */
  function passBlock(write: Write): Promise<void> | void {
    const written = writeAfter(writing.at(-1), takeFilled(), write);
    written.catch(() => undefined);
    writing.push(written);
    const next = free.pop();
    if (next === undefined) throw new Error("a chunk came before there was a free block");
    filling = next;
    if (free.length === 0) return writing[0];
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
      if (filledBytes === filling.length && !isLast) await passBlock(write);
    }
    isCrossing = false;
  }

  function accept(chunk: Uint8Array, write: Write): Promise<void> | void {
    readBytes += chunk.length;
    if (filledBytes + chunk.length > filling.length) return acceptAcrossBlocks(chunk, write);
    placeChunk(chunk, filling, filledBytes);
    filledBytes += chunk.length;
    if (filledBytes === filling.length && readBytes < sizeBytes) return passBlock(write);
  }

  function room(aheadBytes: number): Uint8Array | undefined {
    return isCrossing ? undefined : filling.subarray(filledBytes + aheadBytes);
  }

  async function passOn(write: Write): Promise<void> {
    await body.read((chunk) => accept(chunk, write), room);
    if (readBytes !== sizeBytes) throw lengthDiffers(readBytes, sizeBytes);
    await writing.at(-1);
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
