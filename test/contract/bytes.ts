import type { SourceBody } from "../../storage/ports.ts";

/** Bytes that are the same at every run and differ at every place, so that a swap or a gap shows. */
export function patternBytes(sizeBytes: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(sizeBytes);
  let state = seed;
  for (let offset = 0; offset < sizeBytes; offset++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[offset] = state >>> 24;
  }
  return bytes;
}

/** The whole body. */
export async function readBody(body: SourceBody): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await body.read((chunk) => {
    chunks.push(Buffer.from(chunk));
  });
  return Buffer.concat(chunks);
}
