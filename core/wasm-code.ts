/** WebAssembly, byte by byte: as many instructions as `crc64-wasm.ts` needs, and the module around them. */

/** Instructions, in the order of the stack machine. */
export type Code = readonly number[];

export const I32 = 0x7f;
export const I64 = 0x7e;

const OP = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  localGet: 0x20,
  localSet: 0x21,
  i64Load: 0x29,
  i64Load8U: 0x31,
  i64Store: 0x37,
  i32Const: 0x41,
  i64Const: 0x42,
  i32GeU: 0x4f,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32And: 0x71,
  i32Shl: 0x74,
  i32ShrU: 0x76,
  i64Xor: 0x85,
  i64ShrU: 0x88,
  i32WrapI64: 0xa7,
} as const;

const MEMORY_COPY = [0xfc, 10, 0, 0];
const MEMORY_FILL = [0xfc, 11, 0];
const V128_LOAD = [0xfd, 0];
const V128_STORE = [0xfd, 11];
const V128_XOR = [0xfd, 81];

/** "\0asm", version 1. */
const PREAMBLE = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const NO_RESULT = 0x40;

/** A module that works in the memory it imports as `env.memory`, and exports one function as `name`. */
export function wasmModule(
  name: string,
  definition: {
    readonly parameters: readonly number[];
    readonly result: number;
    /** Types of the locals that follow the parameters, and how many of each. */
    readonly locals: readonly (readonly [count: number, type: number])[];
    readonly body: Code;
  },
): Uint8Array<ArrayBuffer> {
  const { parameters, result, locals, body } = definition;
  const signature = [0x60, ...vector(parameters.map((type) => [type])), ...vector([[result]])];
  return Uint8Array.from([
    ...PREAMBLE,
    ...section(1, vector([signature])),
    ...section(2, vector([[...text("env"), ...text("memory"), 0x02, 0x00, 0x01]])),
    ...section(3, vector([[0]])),
    ...section(7, vector([[...text(name), 0x00, 0x00]])),
    ...section(10, vector([sized([...vector(locals), ...body, OP.end])])),
  ]);
}

/** if (condition) body */
export function when(condition: Code, body: readonly Code[]): Code {
  return [...condition, OP.if, NO_RESULT, ...body.flat(), OP.end];
}

/** while (a < b) body */
export function whileBelow(a: Code, b: Code, body: readonly Code[]): Code {
  const leaveAtEnd = [...a, ...b, OP.i32GeU, OP.brIf, 1];
  const loop = [OP.loop, NO_RESULT, ...leaveAtEnd, ...body.flat(), OP.br, 0, OP.end];
  return [OP.block, NO_RESULT, ...loop, OP.end];
}

export const get = (local: number): Code => [OP.localGet, local];
export const set = (local: number, value: Code): Code => [...value, OP.localSet, local];
export const i32 = (value: number): Code => [OP.i32Const, ...signed(value)];
export const i64 = (value: number): Code => [OP.i64Const, ...signed(value)];
export const i32Add = (a: Code, b: Code): Code => [...a, ...b, OP.i32Add];
export const i32Sub = (a: Code, b: Code): Code => [...a, ...b, OP.i32Sub];
export const i32And = (a: Code, b: Code): Code => [...a, ...b, OP.i32And];
export const i32Shl = (a: Code, b: Code): Code => [...a, ...b, OP.i32Shl];
export const i32ShrU = (a: Code, b: Code): Code => [...a, ...b, OP.i32ShrU];
export const i32GeU = (a: Code, b: Code): Code => [...a, ...b, OP.i32GeU];
export const i64Xor = (a: Code, b: Code): Code => [...a, ...b, OP.i64Xor];
export const i64ShrU = (a: Code, b: Code): Code => [...a, ...b, OP.i64ShrU];
export const i32Wrap = (a: Code): Code => [...a, OP.i32WrapI64];
/** 64 bits from `address` plus `offset`; no alignment promised, here and below. */
export const load = (address: Code, offset = 0): Code => [...address, OP.i64Load, 0, ...unsigned(offset)];
export const store = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  OP.i64Store,
  0,
  ...unsigned(offset),
];
export const loadByte = (address: Code): Code => [...address, OP.i64Load8U, 0, 0];
/** 128 bits. */
export const loadVector = (address: Code, offset: number): Code => [
  ...address,
  ...V128_LOAD,
  0,
  ...unsigned(offset),
];
export const storeVector = (address: Code, value: Code, offset: number): Code => [
  ...address,
  ...value,
  ...V128_STORE,
  0,
  ...unsigned(offset),
];
export const xorVector = (a: Code, b: Code): Code => [...a, ...b, ...V128_XOR];
export const copyMemory = (to: Code, from: Code, length: Code): Code => [
  ...to,
  ...from,
  ...length,
  ...MEMORY_COPY,
];

export const fillMemory = (at: Code, byte: Code, length: Code): Code => [
  ...at,
  ...byte,
  ...length,
  ...MEMORY_FILL,
];

function section(id: number, content: readonly number[]): number[] {
  return [id, ...sized(content)];
}

function sized(content: readonly number[]): number[] {
  return [...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(name: string): number[] {
  return sized([...Buffer.from(name, "utf8")]);
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
