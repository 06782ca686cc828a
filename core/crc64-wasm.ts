/**
 * Writes, byte by byte, the WebAssembly module that `crc64.ts` computes with. It exports its memory and
 *
 *     update(at: i32, length: i32, crc: i64): i64
 *
 * which extends the CRC of what came before by the bytes at `at`. The lookup tables are not part of the module:
 * whoever instantiates it puts those of a polynomial at offset 0, and so one module serves every reflected CRC-64.
 *
 * The loop is slicing-by-16: sixteen bytes are folded by sixteen independent table lookups, which a processor
 * can overlap, where the textbook loop waits for one lookup per byte.
 */

export const SLICES = 16;
/** Bytes of one lookup table: 256 entries of 64 bits. */
export const TABLE_BYTES = 256 * 8;

const OP = {
  block: 0x02,
  loop: 0x03,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  localGet: 0x20,
  localSet: 0x21,
  i64Load: 0x29,
  i64Load8U: 0x31,
  i32Const: 0x41,
  i64Const: 0x42,
  i32GeU: 0x4f,
  i32Add: 0x6a,
  i32And: 0x71,
  i32Shl: 0x74,
  i32ShrU: 0x76,
  i64Xor: 0x85,
  i64ShrU: 0x88,
  i32WrapI64: 0xa7,
} as const;

/** "\0asm", version 1. */
const PREAMBLE = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

const I32 = 0x7f;
const I64 = 0x7e;
const NO_RESULT = 0x40;

/** Locals of `update`: its parameters, then its own. */
const AT = 0;
const LENGTH = 1;
const CRC = 2;
const END = 3;
const LOW = 4;
const HIGH = 5;
const WORD = 6;
const FOLDED = 7;

/** The module's bytes; its memory has `memoryPages` pages of 64 KiB. */
export function crc64Module(memoryPages: number): Uint8Array<ArrayBuffer> {
  const signature = [0x60, ...vector([[I32], [I32], [I64]]), ...vector([[I64]])];
  const ownLocals = [
    [3, I32],
    [2, I64],
  ];
  return Uint8Array.from([
    ...PREAMBLE,
    ...section(1, vector([signature])),
    ...section(3, vector([[0]])),
    ...section(5, vector([[0x00, ...unsigned(memoryPages)]])),
    ...section(7, vector([exported("memory", 0x02), exported("update", 0x00)])),
    ...section(10, vector([sized([...vector(ownLocals), ...updateBody(), OP.end])])),
  ]);
}

/** Instructions, in the order of the stack machine. */
type Code = readonly number[];

function updateBody(): Code {
  const wholeSixteens = i32And(get(LENGTH), i32(-SLICES));
  const rest = i32And(get(LENGTH), i32(SLICES - 1));
  return [
    set(CRC, i64Xor(get(CRC), i64(-1))),
    set(END, i32Add(get(AT), wholeSixteens)),
    whileBelowEnd([
      setWord(i64Xor(get(CRC), load(get(AT), 0))),
      set(FOLDED, foldWord(SLICES - 1)),
      setWord(load(get(AT), 8)),
      set(CRC, i64Xor(get(FOLDED), foldWord(SLICES - 9))),
      set(AT, i32Add(get(AT), i32(SLICES))),
    ]),
    set(END, i32Add(get(END), rest)),
    whileBelowEnd([
      setWord(i64Xor(get(CRC), loadByte(get(AT)))),
      set(CRC, i64Xor(lookUp(0, 0), i64ShrU(get(CRC), i64(8)))),
      set(AT, i32Add(get(AT), i32(1))),
    ]),
    i64Xor(get(CRC), i64(-1)),
  ].flat();
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
  const entryOffset =
    bitsBelow === 0 ? [...half, ...i32(3), OP.i32Shl] : [...half, ...i32(bitsBelow - 3), OP.i32ShrU];
  return load(i32And(entryOffset, i32(255 * 8)), table * TABLE_BYTES);
}

/** while (AT < END) body */
function whileBelowEnd(body: readonly Code[]): Code {
  const leaveAtEnd = [...get(AT), ...get(END), OP.i32GeU, OP.brIf, 1];
  const loop = [OP.loop, NO_RESULT, ...leaveAtEnd, ...body.flat(), OP.br, 0, OP.end];
  return [OP.block, NO_RESULT, ...loop, OP.end];
}

const get = (local: number): Code => [OP.localGet, local];
const set = (local: number, value: Code): Code => [...value, OP.localSet, local];
const i32 = (value: number): Code => [OP.i32Const, ...signed(value)];
const i64 = (value: number): Code => [OP.i64Const, ...signed(value)];
const i32Add = (a: Code, b: Code): Code => [...a, ...b, OP.i32Add];
const i32And = (a: Code, b: Code): Code => [...a, ...b, OP.i32And];
const i64Xor = (a: Code, b: Code): Code => [...a, ...b, OP.i64Xor];
const i64ShrU = (a: Code, b: Code): Code => [...a, ...b, OP.i64ShrU];
const i32Wrap = (a: Code): Code => [...a, OP.i32WrapI64];
/** 64 bits from `address` plus `offset`; no alignment promised. */
const load = (address: Code, offset: number): Code => [...address, OP.i64Load, 0, ...unsigned(offset)];
const loadByte = (address: Code): Code => [...address, OP.i64Load8U, 0, 0];

function section(id: number, content: readonly number[]): number[] {
  return [id, ...sized(content)];
}

function sized(content: readonly number[]): number[] {
  return [...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function exported(name: string, kind: number): number[] {
  return [...sized([...Buffer.from(name, "utf8")]), kind, 0];
}

/** LEB128, as WebAssembly writes every integer. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return [...bytes, rest];
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest < -0x40 || rest > 0x3f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>= 7;
  }
  return [...bytes, rest & 0x7f];
}
