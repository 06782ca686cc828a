/** Puts a chunk of a body at its place in `memory`, unless it was read into that place (`ChunkRoom`). */
export function placeChunk(chunk: Uint8Array, memory: Uint8Array, offset: number): void {
  if (chunk.buffer === memory.buffer && chunk.byteOffset === memory.byteOffset + offset) return;
  memory.set(chunk, offset);
}
