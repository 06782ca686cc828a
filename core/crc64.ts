import {
  compile,
  crc64MemoryOf,
  createCrc64Memory,
  SCRATCH_OFFSET,
  TABLES_BYTES,
  type Update,
} from "./crc64-memory.ts";
import { crc64Module, SLICES } from "./crc64-wasm.ts";

/** Bytes that do not lie in memory for CRCs are copied to some in pieces of at most this many. */
const WINDOW_BYTES = 64 * 1024;
const window = createCrc64Memory(WINDOW_BYTES);

/** A reflected CRC-64 with all-ones start and end, by its reflected polynomial. */
export interface Crc64 {
  /** The CRC of A followed by `bytes`, where `crc` is the CRC of A; 0n is the CRC of nothing. */
  update(crc: bigint, bytes: Uint8Array): bigint;
  /** The CRC of A followed by B from the CRCs of both and the length of B, in constant time. */
  combine(crcA: bigint, crcB: bigint, lengthB: number): bigint;
}

/** CRC-64/XZ, which OSS calls `crc64ecma`; "123456789" gives 0x995dc9bbdf1939fa. */
export const crc64Xz: Crc64 = createCrc64(0xc96c5795d7870f42n, 0, [499, 522, 793, 982, 1303, 1592, 1816]);

/** CRC-64/NVME, S3's default checksum; "123456789" gives 0xae8b14860a799888. */
export const crc64Nvme: Crc64 = createCrc64(
  0x9a6c9329ac4bc9b5n,
  TABLES_BYTES,
  [280, 979, 1172, 1598, 1607, 1645, 1740],
);

/**
 * Zeroed memory for `sizeBytes` bytes that both CRCs look at where they are; bytes elsewhere are copied first. It
 * takes address space, and the kernel's memory only for pages that have been written to.
 */
export function allocateForCrc64(sizeBytes: number): Buffer {
  return createCrc64Memory(sizeBytes).bytes;
}

/** The form that OSS writes and our ledger keeps: decimal. */
export function formatCrc64(crc: bigint): string {
  return crc.toString();
}

/** The form that S3 writes: base64 of the eight bytes, most significant first. */
export function crc64ToBase64(crc: bigint): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(crc);
  return bytes.toString("base64");
}

/** What `crc64ToBase64` made. */
export function crc64FromBase64(base64: string): bigint {
  return Buffer.from(base64, "base64").readBigUInt64BE();
}

/**
 * `tablesOffset`: where in every memory this polynomial's tables are; `distances`: those of a sparse multiple of the
 * polynomial, as `crc64Module` wants them.
 */
function createCrc64(polynomial: bigint, tablesOffset: number, distances: readonly number[]): Crc64 {
  const code = crc64Module({ tablesOffset, scratchOffset: SCRATCH_OFFSET, distances });
  const updateOf = compile(code, tablesOffset, tablesOf(polynomial));
  const updateWindow = updateOf(window.memory);
  const shifts = powersOfX8(polynomial);
  const updates = new WeakMap<ArrayBufferLike, Update>();

  /** Undefined unless the buffer is memory for CRCs. */
  function updateIn(buffer: ArrayBufferLike): Update | undefined {
    const known = updates.get(buffer);
    if (known !== undefined) return known;
    const memory = crc64MemoryOf(buffer);
    if (memory === undefined) return undefined;
    const update = updateOf(memory);
    updates.set(buffer, update);
    return update;
  }

  return {
    update: (crc, bytes) => {
      const inPlace = updateIn(bytes.buffer);
      if (inPlace !== undefined) return BigInt.asUintN(64, inPlace(bytes.byteOffset, bytes.length, crc));
      let result = crc;
      for (let offset = 0; offset < bytes.length; offset += WINDOW_BYTES) {
        const piece = bytes.length <= WINDOW_BYTES ? bytes : bytes.subarray(offset, offset + WINDOW_BYTES);
        window.bytes.set(piece);
        result = BigInt.asUintN(64, updateWindow(window.bytes.byteOffset, piece.length, result));
      }
      return result;
    },
    combine: (crcA, crcB, lengthB) => {
      let shifted = crcA;
      for (let bit = 0, rest = lengthB; rest > 0; bit++, rest = Math.floor(rest / 2)) {
        const power = shifts[bit];
        if (rest % 2 === 1 && power !== undefined) shifted = multiply(shifted, power, polynomial);
      }
      return shifted ^ crcB;
    },
  };
}

/** Table k maps a byte to its contribution when k more bytes follow it. */
function tablesOf(polynomial: bigint): BigUint64Array {
  const tables = new BigUint64Array(SLICES * 256);
  for (let byte = 0; byte < 256; byte++) {
    let entry = BigInt(byte);
    for (let bit = 0; bit < 8; bit++) entry = timesX(entry, polynomial);
    tables[byte] = entry;
  }
  for (let at = 256; at < tables.length; at++) {
    const before = tables[at - 256] ?? 0n;
    tables[at] = (tables[Number(before & 255n)] ?? 0n) ^ (before >> 8n);
  }
  return tables;
}

/** x^8, x^16, x^32, ...: what a CRC is multiplied by when 1, 2, 4, ... zero bytes follow; enough for any safe length. */
function powersOfX8(polynomial: bigint): readonly bigint[] {
  let power = 1n << 55n;
  const powers = [power];
  while (powers.length < 53) {
    power = multiply(power, power, polynomial);
    powers.push(power);
  }
  return powers;
}

/** Product in GF(2)[x] modulo the polynomial; bit 63 is the coefficient of x^0. */
function multiply(a: bigint, b: bigint, polynomial: bigint): bigint {
  let product = 0n;
  let factor = b;
  for (let bit = 63n; bit >= 0n; bit--) {
    if (((a >> bit) & 1n) === 1n) product ^= factor;
    factor = timesX(factor, polynomial);
  }
  return product;
}

function timesX(value: bigint, polynomial: bigint): bigint {
  return (value & 1n) === 1n ? (value >> 1n) ^ polynomial : value >> 1n;
}
