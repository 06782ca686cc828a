import { crc64Module, SLICES, TABLE_BYTES } from "./crc64-wasm.ts";

const PAGE_BYTES = 64 * 1024;
/** Bytes go into the module's memory in pieces of at most this many; a block of a transfer is one piece. */
const WINDOW_BYTES = 256 * 1024;
const WINDOW_OFFSET = PAGE_BYTES;
const MEMORY_PAGES = (WINDOW_OFFSET + WINDOW_BYTES) / PAGE_BYTES;

/** A reflected CRC-64 with all-ones start and end, by its reflected polynomial. */
export interface Crc64 {
  /** The CRC of A followed by `bytes`, where `crc` is the CRC of A; 0n is the CRC of nothing. */
  update(crc: bigint, bytes: Uint8Array): bigint;
  /** The CRC of A followed by B from the CRCs of both and the length of B, in constant time. */
  combine(crcA: bigint, crcB: bigint, lengthB: number): bigint;
}

/** CRC-64/XZ, which OSS calls `crc64ecma`; "123456789" gives 0x995dc9bbdf1939fa. */
export const crc64Xz: Crc64 = createCrc64(0xc96c5795d7870f42n, [499, 522, 793, 982, 1303, 1592, 1816]);

/** CRC-64/NVME, S3's default checksum; "123456789" gives 0xae8b14860a799888. */
export const crc64Nvme: Crc64 = createCrc64(0x9a6c9329ac4bc9b5n, [280, 979, 1172, 1598, 1607, 1645, 1740]);

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

/** Node has WebAssembly; the types that the compiler is given do not describe it. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => {
    readonly exports: {
      readonly memory: { readonly buffer: ArrayBuffer };
      readonly update: (at: number, length: number, crc: bigint) => bigint;
    };
  };
}

/** `distances` are those of a sparse multiple of the polynomial, as `crc64Module` wants them. */
function createCrc64(polynomial: bigint, distances: readonly number[]): Crc64 {
  const wasm = (globalThis as unknown as { readonly WebAssembly: WebAssemblyApi }).WebAssembly;
  const instance = new wasm.Instance(new wasm.Module(crc64Module(MEMORY_PAGES, distances)));
  const { memory, update } = instance.exports;
  new BigUint64Array(memory.buffer, 0, (SLICES * TABLE_BYTES) / 8).set(tablesOf(polynomial));
  const window = new Uint8Array(memory.buffer, WINDOW_OFFSET, WINDOW_BYTES);
  const shifts = powersOfX8(polynomial);
  return {
    update: (crc, bytes) => {
      let result = crc;
      for (let offset = 0; offset < bytes.length; offset += WINDOW_BYTES) {
        const piece = bytes.length <= WINDOW_BYTES ? bytes : bytes.subarray(offset, offset + WINDOW_BYTES);
        window.set(piece);
        result = BigInt.asUintN(64, update(WINDOW_OFFSET, piece.length, result));
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
