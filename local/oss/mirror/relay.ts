import { PassThrough, type Readable } from "node:stream";
import { writeAll } from "../../http/write.ts";

/** So much stays here until the object is stored: a short object that turns out wrong is an error, not a torn body. */
const HELD_BACK_BYTES = 256 * 1024;

/**
 * Stores what an origin sends, and passes it on meanwhile. Resolves to what the reader gets once the first of it
 * is due; rejects when storing fails before that, and breaks the reader's stream when it fails later. The end is
 * passed on when the object is stored, and not before. A reader that goes away does not keep it from being stored.
 */
export function relay(
  chunks: AsyncIterable<Buffer>,
  store: (chunks: AsyncIterable<Buffer>) => Promise<void>,
): Promise<Readable> {
  const reader = new PassThrough();
  // Somebody may have stopped reading by the time it breaks.
  reader.on("error", () => {});
  return new Promise((resolve, reject) => {
    const held: Buffer[] = [];
    let heldBytes = 0;
    const passing = async function* passing(): AsyncGenerator<Buffer, void, undefined> {
      for await (const chunk of chunks) {
        held.push(chunk);
        heldBytes += chunk.length;
        for (
          let [first] = held;
          first !== undefined && heldBytes - first.length >= HELD_BACK_BYTES;
          [first] = held
        ) {
          held.shift();
          heldBytes -= first.length;
          resolve(reader);
          await writeAll(reader, first);
        }
        yield chunk;
      }
    };
    store(passing()).then(
      async () => {
        resolve(reader);
        for (const chunk of held) await writeAll(reader, chunk);
        reader.end();
      },
      (error: Error) => {
        reject(error);
        reader.destroy(error);
      },
    );
  });
}
