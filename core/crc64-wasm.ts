import {
  type Code,
  copyMemory,
  fillMemory,
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
 * The WebAssembly module that `crc64.ts` computes with. It imports the memory where the bytes are and exports
 *
 *     update(at: i32, length: i32, crc: i64): i64
 *
 * which extends the CRC of what came before by the bytes at `at`, and leaves them as they are. Whoever instantiates it
 * puts the polynomial's lookup tables at `tablesOffset`; `SCRATCH_BYTES` bytes at `scratchOffset` belong to the module
 * during a call.
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
export function crc64Module(layout: {
  readonly tablesOffset: number;
  readonly scratchOffset: number;
  readonly distances: readonly number[];
}): Uint8Array<ArrayBuffer> {
  return wasmModule("update", {
    parameters: [I32, I32, I64],
    result: I64,
    locals: [
      [5, I32],
      [2, I64],
    ],
    body: updateBody(new Layout(layout.tablesOffset, layout.scratchOffset, layout.distances)),
  });
}

export const SLICES = 16;
/** Bytes of one lookup table: 256 entries of 64 bits. */
export const TABLE_BYTES = 256 * 8;
export const SCRATCH_BYTES = 32 * 1024;

const VECTOR_BYTES = 16;
/** So much is taken away at once; shorter than any distance. */
const STRIDE_BYTES = 4 * VECTOR_BYTES;
/** What was taken away is written down in laps of this length, which a processor's nearest cache holds. */
const LAP_BYTES = 16 * 1024;

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

/** Where in memory what lies. */
class Layout {
  readonly tablesOffset: number;
  readonly distances: readonly number[];
  /** Length of what stays of a long input, in whole strides: the greatest distance. */
  readonly spanBytes: number;
  /** What was taken away: the span before the lap, the lap, and a span of zeros, for nothing follows. */
  readonly takenOffset: number;
  /** Where TAKEN goes back to begin the next lap. */
  readonly lapEnd: number;
  /** What stays of a long input. */
  readonly restOffset: number;

  constructor(tablesOffset: number, scratchOffset: number, distances: readonly number[]) {
    this.tablesOffset = tablesOffset;
    this.distances = distances;
    this.spanBytes = Math.ceil(Math.max(...distances) / STRIDE_BYTES) * STRIDE_BYTES;
    this.takenOffset = scratchOffset;
    this.lapEnd = this.takenOffset + LAP_BYTES;
    this.restOffset = this.lapEnd + 2 * this.spanBytes;
  }
}

function updateBody(layout: Layout): Code {
  const { spanBytes } = layout;
  const restBytes = i32Sub(get(STOP), get(AT));
  return [
    set(CRC, i64Xor(get(CRC), i64(-1))),
    set(STOP, i32Add(get(AT), get(LENGTH))),
    when(i32GeU(get(LENGTH), i32(2 * spanBytes)), shorten(layout)),
    set(END, i32Add(get(AT), i32And(restBytes, i32(-SLICES)))),
    whileBelow(get(AT), get(END), [
      setWord(i64Xor(get(CRC), load(get(AT)))),
      set(FOLDED, foldWord(layout, SLICES - 1)),
      setWord(load(get(AT), 8)),
      set(CRC, i64Xor(get(FOLDED), foldWord(layout, SLICES - 9))),
      set(AT, i32Add(get(AT), i32(SLICES))),
    ]),
    whileBelow(get(AT), get(STOP), [
      setWord(i64Xor(get(CRC), loadByte(get(AT)))),
      set(CRC, i64Xor(lookUp(layout, 0, 0), i64ShrU(get(CRC), i64(8)))),
      set(AT, i32Add(get(AT), i32(1))),
    ]),
    i64Xor(get(CRC), i64(-1)),
  ].flat();
}

/**
 * Takes away everything from AT to STOP but the last `spanBytes` bytes and less than a stride more. What stays of it,
 * with CRC in it, is then at AT to STOP in the scratch memory. TAKEN runs `spanBytes` behind the place where the next
 * bytes that are taken away are written down.
 */
function shorten(layout: Layout): readonly Code[] {
  const { spanBytes, takenOffset, restOffset, lapEnd } = layout;
  const takenBytes = i32And(i32Sub(get(LENGTH), i32(spanBytes)), i32(-STRIDE_BYTES));
  return [
    set(END, i32Add(get(AT), takenBytes)),
    set(TAKEN, i32(takenOffset)),
    fillMemory(get(TAKEN), i32(0), i32(spanBytes)),
    ...takeStride(layout),
    store(i32(takenOffset), i64Xor(get(CRC), load(i32(takenOffset), spanBytes)), spanBytes),
    set(CRC, i64(0)),
    whileBelow(get(AT), get(END), [
      when(i32GeU(get(TAKEN), i32(lapEnd)), [
        copyMemory(i32(takenOffset), get(TAKEN), i32(spanBytes)),
        set(TAKEN, i32(takenOffset)),
      ]),
      ...takeStride(layout),
    ]),
    fillMemory(i32Add(get(TAKEN), i32(spanBytes)), i32(0), i32(spanBytes)),
    set(LENGTH, i32Sub(get(STOP), get(AT))),
    copyMemory(i32(restOffset), get(AT), get(LENGTH)),
    set(AT, i32(restOffset)),
    whileBelow(get(AT), i32(restOffset + spanBytes), [
      storeVector(get(AT), withTaken(layout, 0), 0),
      advance(AT, VECTOR_BYTES),
      advance(TAKEN, VECTOR_BYTES),
    ]),
    set(AT, i32(restOffset)),
    set(STOP, i32Add(get(AT), get(LENGTH))),
  ];
}

/** Takes the next stride away and writes it down; no distance is so short that one of its vectors needs another. */
function takeStride(layout: Layout): readonly Code[] {
  const vectors = STRIDE_BYTES / VECTOR_BYTES;
  const takeVector = (_: unknown, index: number): Code => {
    const offset = index * VECTOR_BYTES;
    return storeVector(get(TAKEN), withTaken(layout, offset), layout.spanBytes + offset);
  };
  return [
    ...Array.from({ length: vectors }, takeVector),
    advance(AT, STRIDE_BYTES),
    advance(TAKEN, STRIDE_BYTES),
  ];
}

/** The vector `offset` bytes from AT, with what was taken away before it added. */
function withTaken({ distances, spanBytes }: Layout, offset: number): Code {
  return distances.reduce(
    (sum, distance) => xorVector(sum, loadVector(get(TAKEN), spanBytes - distance + offset)),
    loadVector(get(AT), offset),
  );
}

function advance(pointer: number, bytes: number): Code {
  return set(pointer, i32Add(get(pointer), i32(bytes)));
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
function foldWord(layout: Layout, firstTable: number, from = 0, to = 8): Code {
  if (to - from === 1) return lookUp(layout, firstTable - from, from);
  const middle = (from + to) / 2;
  return i64Xor(foldWord(layout, firstTable, from, middle), foldWord(layout, firstTable, middle, to));
}

/** Entry of `table` for byte `byte` of WORD. */
function lookUp({ tablesOffset }: Layout, table: number, byte: number): Code {
  const half = get(byte < 4 ? LOW : HIGH);
  const bitsBelow = 8 * (byte % 4);
  const entryOffset = bitsBelow === 0 ? i32Shl(half, i32(3)) : i32ShrU(half, i32(bitsBelow - 3));
  return load(i32And(entryOffset, i32(255 * 8)), tablesOffset + table * TABLE_BYTES);
}
