/**
 * CRC-64/XZ, the checksum OSS answers as `x-oss-hash-crc64ecma` (check value of "123456789":
 * 11051210869376104954). The server shares no code with the client whose checksums it answers.
 */

const POLYNOMIAL = 0xc96c5795d7870f42n;
const ALL_ONES = 0xffffffffffffffffn;
const TOP_BIT = 1n << 63n;

const tableLow = new Uint32Array(256);
const tableHigh = new Uint32Array(256);
for (let byte = 0; byte < 256; byte++) {
  let value = BigInt(byte);
  for (let bit = 0; bit < 8; bit++) value = (value & 1n) === 1n ? (value >> 1n) ^ POLYNOMIAL : value >> 1n;
  tableLow[byte] = Number(value & 0xffffffffn);
  tableHigh[byte] = Number(value >> 32n);
}

/** The CRC of these bytes. */
export function crc64(bytes: Uint8Array): bigint {
  let low = -1;
  let high = -1;
  for (let i = 0; i < bytes.length; i++) {
    const index = (low ^ (bytes[i] ?? 0)) & 0xff;
    low = ((low >>> 8) | (high << 24)) ^ (tableLow[index] ?? 0);
    high = (high >>> 8) ^ (tableHigh[index] ?? 0);
  }
  return ((BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)) ^ ALL_ONES;
}

/** The CRC of `first` followed by `second`, from the CRCs of both and the length of `second`. */
export function combineCrc64(first: bigint, second: bigint, secondSizeBytes: number): bigint {
  let shifted = first;
  let factor = TOP_BIT >> 8n;
  for (let rest = secondSizeBytes; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) shifted = multiply(shifted, factor);
    factor = multiply(factor, factor);
  }
  return shifted ^ second;
}

/** The CRC of `count` copies, one after the other, of bytes whose CRC and length are given. */
export function repeatCrc64(crc: bigint, sizeBytes: number, count: number): bigint {
  let result = 0n;
  let power = crc;
  let powerSizeBytes = sizeBytes;
  for (let rest = count; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = combineCrc64(result, power, powerSizeBytes);
    power = combineCrc64(power, power, powerSizeBytes);
    powerSizeBytes *= 2;
  }
  return result;
}

/** Product of two polynomials modulo the CRC's, bits reflected: the top bit is x^0. */
function multiply(a: bigint, b: bigint): bigint {
  let product = 0n;
  let factor = b;
  for (let bit = TOP_BIT; bit > 0n; bit >>= 1n) {
    if ((a & bit) !== 0n) product ^= factor;
    factor = (factor & 1n) === 1n ? (factor >> 1n) ^ POLYNOMIAL : factor >> 1n;
  }
  return product;
}
