import { StoreError } from "../../core/errors.ts";
import { crc64Xz } from "../../core/crc64.ts";
import type { BodyWriter, SourceBody } from "../../storage/ports.ts";
import type { Digest } from "./source-word.ts";

/** A body on its way from the source to the destination. */
export interface Relay {
  /** Reads the source's body to its end and writes it; call at most once. */
  readonly writeBody: BodyWriter;
  /** Whether reading has begun; before that the source's body must be discarded by whoever opened it. */
  readonly begun: boolean;
  /** CRC-64/XZ of the bytes that were written. */
  readonly crc64: bigint;
}

/**
 * Passes a body on in blocks: TLS records of 16 KiB become writes of a whole block, which halves the cost of
 * sending. While one block is being written the next is being filled; no more than the two are ever held. The
 * last block is held back until `check` has seen every byte, so that a body the source disowns is never stored.
 *
 * A body that is not `sizeBytes` long ends in NETWORK.
 */
export function relayBody(
  body: SourceBody,
  sizeBytes: number,
  blocks: readonly [Buffer, Buffer],
  digest: Pick<Digest, "update"> | undefined,
  check: () => void,
): Relay {
  let [filling, spare] = blocks;
  let filledBytes = 0;
  let readBytes = 0;
  let crc64 = 0n;
  let begun = false;
  let write: Parameters<BodyWriter>[0] = () => Promise.resolve();
  /** The write under way; it frees `spare`. Its failure is thrown where it is awaited next. */
  let writing: Promise<void> = Promise.resolve();

  function takeFilledBlock(): Buffer {
    const block = filling.subarray(0, filledBytes);
    [filling, spare] = [spare, filling];
    filledBytes = 0;
    crc64 = crc64Xz.update(crc64, block);
    digest?.update(block);
    return block;
  }

  async function sendFilledBlock(): Promise<void> {
    await writing;
    writing = write(takeFilledBlock());
    writing.catch(() => undefined);
  }

  async function acceptAcrossBlocks(chunk: Uint8Array): Promise<void> {
    let rest = chunk;
    while (rest.length > 0) {
      if (filledBytes === filling.length) await sendFilledBlock();
      const piece = rest.subarray(0, filling.length - filledBytes);
      filling.set(piece, filledBytes);
      filledBytes += piece.length;
      rest = rest.subarray(piece.length);
    }
  }

  function accept(chunk: Uint8Array): Promise<void> | void {
    readBytes += chunk.length;
    if (filledBytes + chunk.length > filling.length) return acceptAcrossBlocks(chunk);
    filling.set(chunk, filledBytes);
    filledBytes += chunk.length;
  }

  return {
    get begun() {
      return begun;
    },
    get crc64() {
      return crc64;
    },
    writeBody: async (writeTo) => {
      begun = true;
      write = writeTo;
      await body.read(accept);
      if (readBytes !== sizeBytes) throw lengthDiffers(readBytes, sizeBytes);
      await writing;
      const last = takeFilledBlock();
      check();
      await write(last);
    },
  };
}

/** The error of a body that is not as long as the source said. */
export function lengthDiffers(gotBytes: number, sizeBytes: number): StoreError {
  return new StoreError("NETWORK", `the body had ${gotBytes} bytes instead of ${sizeBytes}`, {
    store: "source",
  });
}
