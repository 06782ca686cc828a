import {
  type Code,
  copyMemory,
  get,
  I32,
  i32,
  i32Add,
  i32And,
  i32GeU,
  i32Shl,
  i32ShrU,
  i32Sub,
  i32Wrap,
  I64,
  i64,
  i64ShrU,
  i64Xor,
  load,
  loadByte,
  loadVector,
  set,
  store,
  storeVector,
  wasmModule,
  when,
  whileBelow,
  xorVector,
} from "./wasm-code.ts";

/**
 * The WebAssembly module that `crc64.ts` computes with. It exports its memory and
 *
 *     update(at: i32, length: i32, crc: i64): i64
 *
 * which extends the CRC of what came before by the bytes at `at`, and uses their memory up. Whoever instantiates
 * it puts the polynomial's lookup tables at offset 0; the bytes from their end to `at` belong to the module.
 *
 * Long inputs are shortened first. The polynomial has a multiple of eight terms only, x^(8 D) + x^(8 (D - d)) + ...
 * for seven distances d of which D is the greatest. Modulo the polynomial that is nothing, so the CRC stays the same
 * when a byte is taken away and added (XOR) again at the seven places that lie those distances further on. So all
 * but the last D bytes are taken away, sixteen at a time: seven loads, neither a lookup nor a multiplication, in a
 * quarter of the time of a table-driven loop. (The idea is that of "Chorba", arXiv:2412.16398. The multiples were found
 * by looking for eight of the first 4,096 powers of x^8 whose sum is nothing.)
 *
 * What is left goes through slicing-by-16: sixteen bytes are folded by sixteen independent table lookups, which a
 * processor can overlap, where the textbook loop waits for one lookup per byte.
 */
export function crc64Module(memoryPages: number, distances: readonly number[]): Uint8Array<ArrayBuffer> {
  return wasmModule(memoryPages, "update", {
    parameters: [I32, I32, I64],
    result: I64,
    locals: [
      [5, I32],
      [2, I64],
    ],
    body: updateBody(distances),
  });
}

export const SLICES = 16;
/** Bytes of one lookup table: 256 entries of 64 bits. */
export const TABLE_BYTES = 256 * 8;
const VECTOR_BYTES = 16;
/** Where the last bytes that were taken away are kept; zeros follow, for there are none after them. */
const TAKEN_OFFSET = SLICES * TABLE_BYTES;

/** Locals of `update`: its parameters, then its own. */
const AT = 0;
const LENGTH = 1;
const CRC = 2;
const STOP = 3;
const END = 4;
const TAKEN = 5;
const LOW = 6;
const HIGH = 7;
const WORD = 8;
const FOLDED = 9;

function updateBody(distances: readonly number[]): Code {
  const spanBytes = Math.ceil(Math.max(...distances) / VECTOR_BYTES) * VECTOR_BYTES;
  const restBytes = i32Sub(get(STOP), get(AT));
  return [
    set(CRC, i64Xor(get(CRC), i64(-1))),
    set(STOP, i32Add(get(AT), get(LENGTH))),
    when(i32GeU(get(LENGTH), i32(2 * spanBytes)), shorten(spanBytes, distances)),
    set(END, i32Add(get(AT), i32And(restBytes, i32(-SLICES)))),
    whileBelow(get(AT), get(END), [
      setWord(i64Xor(get(CRC), load(get(AT)))),
      set(FOLDED, foldWord(SLICES - 1)),
      setWord(load(get(AT), 8)),
      set(CRC, i64Xor(get(FOLDED), foldWord(SLICES - 9))),
      set(AT, i32Add(get(AT), i32(SLICES))),
    ]),
    whileBelow(get(AT), get(STOP), [
      setWord(i64Xor(get(CRC), loadByte(get(AT)))),
      set(CRC, i64Xor(lookUp(0, 0), i64ShrU(get(CRC), i64(8)))),
      set(AT, i32Add(get(AT), i32(1))),
    ]),
    i64Xor(get(CRC), i64(-1)),
  ].flat();
}

/**
 * Takes away everything from AT on but the last `spanBytes` bytes and up to fifteen more; AT is then where the rest
 * begins. Meanwhile AT runs `spanBytes` behind, so that what was taken away before lies at an offset from it; before
 * the first byte there are zeros.
 */
function shorten(spanBytes: number, distances: readonly number[]): readonly Code[] {
  const takenBytes = i32And(i32Sub(get(LENGTH), i32(spanBytes)), i32(-VECTOR_BYTES));
  const next = (pointer: number): Code => set(pointer, i32Add(get(pointer), i32(VECTOR_BYTES)));
  const addTakenFrom = (pointer: number): Code =>
    storeVector(
      get(AT),
      distances.reduce(
        (sum, distance) => xorVector(sum, loadVector(get(pointer), spanBytes - distance)),
        loadVector(get(AT), spanBytes),
      ),
      spanBytes,
    );
  return [
    store(get(AT), i64Xor(get(CRC), load(get(AT)))),
    set(CRC, i64(0)),
    set(AT, i32Sub(get(AT), i32(spanBytes))),
    set(END, i32Add(get(AT), takenBytes)),
    whileBelow(get(AT), get(END), [addTakenFrom(AT), next(AT)]),
    set(TAKEN, i32(TAKEN_OFFSET)),
    copyMemory(get(TAKEN), get(AT), i32(spanBytes)),
    whileBelow(get(TAKEN), i32(TAKEN_OFFSET + spanBytes), [addTakenFrom(TAKEN), next(AT), next(TAKEN)]),
  ];
}

/** WORD = `value`, and its two halves, from which the bytes are cut. */
function setWord(value: Code): Code {
  const low = set(LOW, i32Wrap(get(WORD)));
  const high = set(HIGH, i32Wrap(i64ShrU(get(WORD), i64(32))));
  return [...set(WORD, value), ...low, ...high];
}

/**
 * XOR of one lookup per byte of WORD, from byte `from` to before byte `to`; byte 0 goes through table `firstTable`,
 * the next ones through those below it. As a tree, not a chain: the next round waits for the result.
 */
function foldWord(firstTable: number, from = 0, to = 8): Code {
  if (to - from === 1) return lookUp(firstTable - from, from);
  const middle = (from + to) / 2;
  return i64Xor(foldWord(firstTable, from, middle), foldWord(firstTable, middle, to));
}

/** Entry of `table` for byte `byte` of WORD. */
function lookUp(table: number, byte: number): Code {
  const half = get(byte < 4 ? LOW : HIGH);
  const bitsBelow = 8 * (byte % 4);
  const entryOffset = bitsBelow === 0 ? i32Shl(half, i32(3)) : i32ShrU(half, i32(bitsBelow - 3));
  return load(i32And(entryOffset, i32(255 * 8)), table * TABLE_BYTES);
}
