import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BodyStore } from "../../../local/store/bodies.ts";

const LARGE_BYTES = 200_000;

let directory: string;
let bodies: BodyStore;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "bodies-"));
  bodies = new BodyStore(directory);
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

describe("stored bodies", () => {
  test("a small body stays in memory, a large one becomes a file", async () => {
    await bodies.fromChunks(chunksOf(Buffer.alloc(1000, 1)));
    expect(await readdir(directory)).toHaveLength(0);
    await bodies.fromChunks(chunksOf(Buffer.alloc(LARGE_BYTES, 1)));
    expect(await readdir(directory)).toHaveLength(1);
  });

  test("joined bodies read as one, from any byte to any other", async () => {
    const first = pattern(LARGE_BYTES);
    const second = pattern(5000);
    const joined = bodies.join([await bodies.fromChunks(chunksOf(first)), bodies.fromBytes(second)]);
    const whole = Buffer.concat([first, second]);
    expect(joined.sizeBytes).toBe(whole.length);
    for (const [start, end] of [
      [0, whole.length],
      [LARGE_BYTES - 10, LARGE_BYTES + 10],
      [LARGE_BYTES + 1, LARGE_BYTES + 2],
      [7, 7],
    ] as const) {
      expect(bodies.readWhole(joined, start, end)).toEqual(whole.subarray(start, end));
      const chunks = [];
      for await (const chunk of bodies.read(joined, start, end)) chunks.push(chunk);
      expect(Buffer.concat(chunks)).toEqual(whole.subarray(start, end));
    }
  });

  test("a body whose source fails leaves nothing behind, and the failure is passed on", async () => {
    const failing = (async function* () {
      yield pattern(600_000);
      throw new Error("the sender is gone");
    })();
    await expect(bodies.fromChunks(failing)).rejects.toThrow("the sender is gone");
    expect(await readdir(directory)).toHaveLength(0);
  });

  test("a file goes when the last body that refers to it is released", async () => {
    const body = await bodies.fromChunks(chunksOf(pattern(LARGE_BYTES)));
    const joined = bodies.join([body]);
    bodies.release(body);
    expect(bodies.readWhole(joined, 0, 3)).toEqual(pattern(LARGE_BYTES).subarray(0, 3));
    bodies.release(joined);
    await vi.waitFor(async () => {
      expect(await readdir(directory)).toHaveLength(0);
    });
  });

  test("a file of someone else's is referred to and never removed", async () => {
    const path = join(directory, "theirs");
    await writeFile(path, "theirs");
    const body = bodies.fromFile(path, 6);
    expect(bodies.readWhole(body, 0, 6).toString()).toBe("theirs");
    bodies.release(body);
    expect(await readdir(directory)).toEqual(["theirs"]);
  });
});

function pattern(sizeBytes: number): Buffer {
  return Buffer.from(Uint8Array.from({ length: sizeBytes }, (_, index) => (index * 31) % 251));
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let offset = 0; offset < bytes.length; offset += 10_000) yield bytes.subarray(offset, offset + 10_000);
}
