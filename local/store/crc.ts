/**
 * Reflected cyclic redundancy checks with initial value and final XOR of all ones: CRC-64/XZ, which OSS calls
 * `crc64ecma`, CRC-64/NVME, which S3 calls `crc64nvme`, and CRC-32C.
 */
export interface Crc {
  /** The state before the first byte. */
  start(): CrcState;
  update(state: CrcState, bytes: Uint8Array): void;
  /** The check value of everything the state has seen. */
  value(state: CrcState): bigint;
  /** The check value of A followed by B from those of A and of B. */
  combine(a: bigint, b: bigint, sizeBytesOfB: number): bigint;
}

/** A running CRC as two halves of 32 bits. */
interface CrcState {
  high: number;
  low: number;
}

export const CRC64_XZ: Crc = createCrc(0xc96c_5795_d787_0f42n, 64);
export const CRC64_NVME: Crc = createCrc(0x9a6c_9329_ac4b_c9b5n, 64);
export const CRC32C: Crc = createCrc(0x82f6_3b78n, 32);
/** For `combine`; over bytes `zlib.crc32` is the faster one. */
export const CRC32: Crc = createCrc(0xedb8_8320n, 32);

/** The check value of one piece. */
export function crcOf(crc: Crc, bytes: Uint8Array): bigint {
  const state = crc.start();
  crc.update(state, bytes);
  return crc.value(state);
}

function createCrc(polynomial: bigint, width: 32 | 64): Crc {
  const { low, high } = slicingTables(polynomial);
  return {
    start: () => ({ high: width === 64 ? -1 : 0, low: -1 }),
    update: (state, bytes) => {
      updateSliced(state, bytes, low, high);
    },
    value: (state) => {
      const lowBits = BigInt(~state.low >>> 0);
      return width === 32 ? lowBits : (BigInt(~state.high >>> 0) << 32n) | lowBits;
    },
    combine: (a, b, sizeBytesOfB) => combine(polynomial, width, a, b, sizeBytesOfB),
  };
}

/** Table k, entry i: the register after byte i and k zero bytes; eight tables take eight bytes a step. */
function slicingTables(polynomial: bigint): { low: Int32Array; high: Int32Array } {
  const low = new Int32Array(8 * 256);
  const high = new Int32Array(8 * 256);
  const first: bigint[] = [];
  for (let byte = 0; byte < 256; byte++) {
    let register = BigInt(byte);
    for (let bit = 0; bit < 8; bit++) {
      register = (register & 1n) === 1n ? (register >> 1n) ^ polynomial : register >> 1n;
    }
    first.push(register);
  }
  for (let byte = 0; byte < 256; byte++) {
    let register = first[byte] ?? 0n;
    for (let table = 0; table < 8; table++) {
      low[table * 256 + byte] = Number(BigInt.asIntN(32, register));
      high[table * 256 + byte] = Number(BigInt.asIntN(32, register >> 32n));
      register = (first[Number(register & 0xffn)] ?? 0n) ^ (register >> 8n);
    }
  }
  return { low, high };
}

function updateSliced(state: CrcState, bytes: Uint8Array, lowTable: Int32Array, highTable: Int32Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (table: Int32Array, index: number): number => table[index] ?? 0;
  let { low, high } = state;
  let offset = 0;
  for (const end = bytes.length - 7; offset < end; offset += 8) {
    const x = low ^ view.getInt32(offset, true);
    const y = high ^ view.getInt32(offset + 4, true);
    const i0 = 1792 + (x & 255);
    const i1 = 1536 + ((x >>> 8) & 255);
    const i2 = 1280 + ((x >>> 16) & 255);
    const i3 = 1024 + (x >>> 24);
    const i4 = 768 + (y & 255);
    const i5 = 512 + ((y >>> 8) & 255);
    const i6 = 256 + ((y >>> 16) & 255);
    const i7 = y >>> 24;
    low =
      at(lowTable, i0) ^
      at(lowTable, i1) ^
      at(lowTable, i2) ^
      at(lowTable, i3) ^
      at(lowTable, i4) ^
      at(lowTable, i5) ^
      at(lowTable, i6) ^
      at(lowTable, i7);
    high =
      at(highTable, i0) ^
      at(highTable, i1) ^
      at(highTable, i2) ^
      at(highTable, i3) ^
      at(highTable, i4) ^
      at(highTable, i5) ^
      at(highTable, i6) ^
      at(highTable, i7);
  }
  for (; offset < bytes.length; offset++) {
    const index = (low ^ view.getUint8(offset)) & 255;
    low = at(lowTable, index) ^ ((low >>> 8) | (high << 24));
    high = at(highTable, index) ^ (high >>> 8);
  }
  state.low = low;
  state.high = high;
}

/** Multiplies A's register by x^(8·size), modulo the polynomial; the top bit is the coefficient of x^0. */
function combine(polynomial: bigint, width: number, a: bigint, b: bigint, sizeBytesOfB: number): bigint {
  const topBit = BigInt(width - 1);
  const multiply = (left: bigint, right: bigint): bigint => {
    let product = 0n;
    let factor = right;
    for (let bit = topBit; bit >= 0n; bit--) {
      if (((left >> bit) & 1n) === 1n) product ^= factor;
      factor = (factor & 1n) === 1n ? (factor >> 1n) ^ polynomial : factor >> 1n;
    }
    return product;
  };
  let shifted = a;
  let power = 1n << (topBit - 8n);
  for (let size = BigInt(sizeBytesOfB); size > 0n; size >>= 1n) {
    if ((size & 1n) === 1n) shifted = multiply(shifted, power);
    power = multiply(power, power);
  }
  return shifted ^ b;
}
