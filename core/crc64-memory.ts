import { SCRATCH_BYTES, SLICES, TABLE_BYTES } from "./crc64-wasm.ts";

/** Lookup tables of one polynomial. */
export const TABLES_BYTES = SLICES * TABLE_BYTES;
/** Every memory begins with the tables of both polynomials and the modules' scratch memory. */
export const SCRATCH_OFFSET = 2 * TABLES_BYTES;
const BYTES_OFFSET = SCRATCH_OFFSET + SCRATCH_BYTES;
const PAGE_BYTES = 64 * 1024;

/** Node has WebAssembly; the types that the compiler is given do not describe it. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => WasmMemory;
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: WasmMemory } },
  ) => { readonly exports: { readonly update: Update } };
}

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** What `crc64Module` exports. */
export type Update = (at: number, length: number, crc: bigint) => bigint;

const wasm = (globalThis as unknown as { readonly WebAssembly: WebAssemblyApi }).WebAssembly;

/** Memory that CRCs are computed in. */
export interface Crc64Memory {
  readonly memory: WasmMemory;
  /** What is free for bytes; not the beginning of their ArrayBuffer. */
  readonly bytes: Buffer;
}

const memories = new WeakMap<ArrayBufferLike, WasmMemory>();

/** Zeroed memory with room for `sizeBytes` bytes. */
export function createCrc64Memory(sizeBytes: number): Crc64Memory {
  const pages = Math.ceil((BYTES_OFFSET + sizeBytes) / PAGE_BYTES);
  const memory = new wasm.Memory({ initial: pages, maximum: pages });
  memories.set(memory.buffer, memory);
  return { memory, bytes: Buffer.from(memory.buffer, BYTES_OFFSET, sizeBytes) };
}

/** The memory whose `bytes` lie in this buffer, if there is one. */
export function crc64MemoryOf(buffer: ArrayBufferLike): WasmMemory | undefined {
  return memories.get(buffer);
}

/** Compiles the module and returns a function that gives it to one memory, its tables included. */
export function compile(
  code: Uint8Array,
  tablesOffset: number,
  tables: BigUint64Array,
): (memory: WasmMemory) => Update {
  const module = new wasm.Module(code);
  return (memory) => {
    new BigUint64Array(memory.buffer, tablesOffset, tables.length).set(tables);
    return new wasm.Instance(module, { env: { memory } }).exports.update;
  };
}
