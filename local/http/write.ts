import type { Writable } from "node:stream";

/** Writes and waits until there is room for more. Resolves also when the stream is gone: nobody reads any more. */
export async function writeAll(stream: Writable, piece: Buffer): Promise<void> {
  if (stream.destroyed || stream.write(piece)) return;
  await new Promise<void>((resolve) => {
    // A reader that goes away never drains; its `close` ends the wait.
    const done = (): void => {
      stream.off("drain", done);
      stream.off("close", done);
      resolve();
    };
    stream.on("drain", done);
    stream.on("close", done);
  });
}
