/**
 * CRC-64/XZ by its definition, one byte at a time. The reference drivers stand on it so that they share no code
 * with the fast implementation that the copy engine is checked by.
 */
const POLYNOMIAL = 0xc96c5795d7870f42n;
const ALL_ONES = 0xffffffffffffffffn;

const TABLE = buildTable();

/** CRC-64/XZ of `bytes`; `crc64Of("123456789")` is 0x995dc9bbdf1939fa. */
export function crc64Of(bytes: Uint8Array): bigint {
  let high = 0xffffffff;
  let low = 0xffffffff;
  for (const byte of bytes) {
    const index = ((low ^ byte) & 0xff) * 2;
    low = ((low >>> 8) | (high << 24)) ^ (TABLE[index + 1] ?? 0);
    high = (high >>> 8) ^ (TABLE[index] ?? 0);
  }
  return ((BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)) ^ ALL_ONES;
}

/** High and low halves of the 256 entries, in turn. */
function buildTable(): Uint32Array {
  const table = new Uint32Array(512);
  for (let byte = 0; byte < 256; byte++) {
    let entry = BigInt(byte);
    for (let bit = 0; bit < 8; bit++) entry = (entry & 1n) === 1n ? (entry >> 1n) ^ POLYNOMIAL : entry >> 1n;
    table[byte * 2] = Number(entry >> 32n);
    table[byte * 2 + 1] = Number(entry & 0xffffffffn);
  }
  return table;
}
