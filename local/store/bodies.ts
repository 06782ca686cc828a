import { closeSync, openSync, readSync, writeFileSync } from "node:fs";
import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";

/** The bytes of an object: pieces in memory or in files, one after the other. Never changes once made. */
export interface StoredBody {
  readonly sizeBytes: number;
  readonly segments: readonly Segment[];
}

type Segment =
  | { readonly kind: "memory"; readonly bytes: Buffer }
  | { readonly kind: "file"; readonly file: BodyFile; readonly sizeBytes: number };

interface BodyFile {
  readonly path: string | Buffer;
  /** Ours to remove once nothing refers to it any more. */
  readonly owned: boolean;
  references: number;
}

const EMPTY_BODY: StoredBody = { sizeBytes: 0, segments: [] };

const MAX_MEMORY_BYTES = 64 * 1024;
const WRITE_BATCH_BYTES = 512 * 1024;
const READ_CHUNK_BYTES = 256 * 1024;

/**
 * Keeps bodies: up to 64 KiB in memory, larger ones in files below `directory`. Files are counted by reference,
 * so parts become objects and copies without moving a byte, and a body stays readable while it is replaced.
 */
export class BodyStore {
  readonly #directory: string;
  #nextFile = 0;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async open(): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
  }

  /** Stores bytes that are in memory. */
  fromBytes(bytes: Uint8Array): StoredBody {
    if (bytes.length === 0) return EMPTY_BODY;
    const copy = Buffer.from(bytes);
    if (copy.length <= MAX_MEMORY_BYTES) {
      return { sizeBytes: copy.length, segments: [{ kind: "memory", bytes: copy }] };
    }
    const path = this.#newPath();
    writeFileSync(path, copy);
    return fileBody({ path, owned: true, references: 1 }, copy.length);
  }

  /** Stores what comes; when `chunks` throws, nothing stays and the error is passed on. */
  async fromChunks(chunks: AsyncIterable<Buffer>): Promise<StoredBody> {
    let pending: Buffer[] = [];
    let pendingBytes = 0;
    let sizeBytes = 0;
    let handle: FileHandle | undefined;
    const path = this.#newPath();
    const flush = async (): Promise<void> => {
      handle ??= await open(path, "wx");
      if (pending.length > 0) await handle.writev(pending);
      pending = [];
      pendingBytes = 0;
    };
    try {
      for await (const chunk of chunks) {
        pending.push(chunk);
        pendingBytes += chunk.length;
        sizeBytes += chunk.length;
        if (pendingBytes >= WRITE_BATCH_BYTES) await flush();
      }
      if (handle === undefined && sizeBytes <= MAX_MEMORY_BYTES)
        return this.fromBytes(Buffer.concat(pending));
      await flush();
      return fileBody({ path, owned: true, references: 1 }, sizeBytes);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await handle?.close();
    }
  }

  /** A body that is a file of someone else's, which must not change; it is never removed. */
  fromFile(path: string | Buffer, sizeBytes: number): StoredBody {
    return sizeBytes === 0 ? EMPTY_BODY : fileBody({ path, owned: false, references: 1 }, sizeBytes);
  }

  /** One body of several, which may be released afterwards. */
  join(bodies: readonly StoredBody[]): StoredBody {
    const segments = bodies.flatMap((body) => body.segments);
    const joined = { sizeBytes: bodies.reduce((sum, body) => sum + body.sizeBytes, 0), segments };
    this.retain(joined);
    return joined;
  }

  retain(body: StoredBody): void {
    for (const segment of body.segments) if (segment.kind === "file") segment.file.references++;
  }

  release(body: StoredBody): void {
    for (const segment of body.segments) {
      if (segment.kind === "memory") continue;
      segment.file.references--;
      if (segment.file.references === 0 && segment.file.owned) {
        // A leftover file costs only space, and the whole directory goes at the end.
        rm(segment.file.path as string, { force: true }).catch(() => undefined);
      }
    }
  }

  /** The bytes `start` to `end`, exclusive, in one piece; for short ranges. */
  readWhole(body: StoredBody, start: number, end: number): Buffer {
    const pieces = slicesOf(body, start, end).map(({ segment, from, to }) =>
      segment.kind === "memory"
        ? segment.bytes.subarray(from, to)
        : readFileRange(segment.file.path, from, to),
    );
    return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
  }

  /** The bytes `start` to `end`, exclusive, in chunks; the body is held until the reader is done. */
  async *read(body: StoredBody, start: number, end: number): AsyncGenerator<Buffer, void, undefined> {
    this.retain(body);
    try {
      for (const { segment, from, to } of slicesOf(body, start, end)) {
        if (segment.kind === "memory") yield segment.bytes.subarray(from, to);
        else yield* readFileChunks(segment.file.path, from, to);
      }
    } finally {
      this.release(body);
    }
  }

  #newPath(): string {
    return join(this.#directory, String(this.#nextFile++));
  }
}

function fileBody(file: BodyFile, sizeBytes: number): StoredBody {
  return { sizeBytes, segments: [{ kind: "file", file, sizeBytes }] };
}

function slicesOf(
  body: StoredBody,
  start: number,
  end: number,
): { segment: Segment; from: number; to: number }[] {
  const slices = [];
  let offset = 0;
  for (const segment of body.segments) {
    const size = segment.kind === "memory" ? segment.bytes.length : segment.sizeBytes;
    const from = Math.max(0, start - offset);
    const to = Math.min(size, end - offset);
    if (from < to) slices.push({ segment, from, to });
    offset += size;
  }
  return slices;
}

function readFileRange(path: string | Buffer, from: number, to: number): Buffer {
  const buffer = Buffer.allocUnsafe(to - from);
  const descriptor = openSync(path, "r");
  try {
    let filled = 0;
    while (filled < buffer.length) {
      const count = readSync(descriptor, buffer, filled, buffer.length - filled, from + filled);
      if (count === 0) throw new Error("A stored file is shorter than it was");
      filled += count;
    }
  } finally {
    closeSync(descriptor);
  }
  return buffer;
}

async function* readFileChunks(
  path: string | Buffer,
  from: number,
  to: number,
): AsyncGenerator<Buffer, void, undefined> {
  const handle = await open(path, "r");
  try {
    for (let offset = from; offset < to;) {
      const buffer = Buffer.allocUnsafe(Math.min(READ_CHUNK_BYTES, to - offset));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
      if (bytesRead === 0) throw new Error("A stored file is shorter than it was");
      offset += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
