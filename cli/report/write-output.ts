import { createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { FerryError } from "../../core/errors.ts";

/** Writes to a stream that stays open; one whose reader went away (`| head`) is no error. */
export async function writeToStream(chunks: AsyncIterable<string>, stream: Writable): Promise<void> {
  try {
    await pipeline(readableOf(chunks), stream, { end: false });
  } catch (error) {
    if (codeOf(error) !== "EPIPE") throw error;
  }
}

/**
 * Writes a file whole or not at all: beside its place first, then renamed, so that whoever reads it finds the old one
 * or the new one. `nonce` names the file on the way. USAGE when it cannot be written there.
 */
export async function writeToFile(chunks: AsyncIterable<string>, file: string, nonce: string): Promise<void> {
  const existing = await stat(file).catch(() => undefined);
  if (existing !== undefined && !existing.isFile()) throw cannotWrite(file, "it is there and no file");
  const partial = `${file}.${nonce}.partial`;
  const handle = await open(partial, "wx").catch((error: unknown) => {
    throw cannotWrite(file, error instanceof Error ? error.message : String(error));
  });
  try {
    await pipeline(readableOf(chunks), createWriteStream(partial, { fd: handle, flush: true }));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw codeOf(error) === undefined ? error : cannotWrite(file, (error as Error).message);
  }
}

/** One chunk at a time: those who write the chunks make them no faster than they are taken. */
function readableOf(chunks: AsyncIterable<string>): Readable {
  return Readable.from(chunks, { highWaterMark: 1 });
}

function cannotWrite(file: string, why: string): FerryError {
  return new FerryError(
    "USAGE",
    `--output ${JSON.stringify(file)}: cannot write there (${why}); name a file that can be written`,
  );
}

/** The code that the operating system gave an error. */
function codeOf(error: unknown): string | undefined {
  const isOfSystem = error instanceof Error && "syscall" in error && "code" in error;
  return isOfSystem && typeof error.code === "string" ? error.code : undefined;
}
