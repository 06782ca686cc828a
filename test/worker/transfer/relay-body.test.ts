import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc64Xz } from "../../../core/crc64.ts";
import type { ChunkRoom, ChunkSink, SourceBody } from "../../../storage/ports.ts";
import { relayBody } from "../../../worker/transfer/relay-body.ts";
import { patternBytes } from "../../contract/bytes.ts";

const BLOCK_BYTES = 1_000;
/** As a connection does: so much is under way already when a sink becomes busy. */
const MOST_QUEUED_BYTES = 700;

interface Scenario {
  readonly sizeBytes: number;
  readonly chunkSizes: readonly number[];
  /** How many turns of the event loop each chunk needs to come, and each write to be done; over and over. */
  readonly readTurns: readonly number[];
  readonly writeTurns: readonly number[];
  readonly asksForRoom: boolean;
}

const scenarios: fc.Arbitrary<Scenario> = fc.record({
  sizeBytes: fc.nat(9_000),
  chunkSizes: fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 9 }),
  readTurns: fc.array(fc.nat(2), { minLength: 1, maxLength: 5 }),
  writeTurns: fc.array(fc.nat(6), { minLength: 1, maxLength: 5 }),
  asksForRoom: fc.boolean(),
});

describe("relayBody", () => {
  it("passes every byte on in order, in blocks that stay as they are until they are written", async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        const bytes = patternBytes(scenario.sizeBytes);
        const written: Buffer[] = [];
        let writes = 0;
        const relay = relayBody(new SlowBody(bytes, scenario), bytes.length, blocks(), {});

        await relay.writeBody(async (block) => {
          const before = Buffer.from(block);
          await turns(scenario.writeTurns, writes++);
          expect(before.equals(block)).toBe(true);
          written.push(before);
        });

        expect(Buffer.concat(written).equals(bytes)).toBe(true);
        expect(relay.crc64).toBe(crc64Xz.update(0n, bytes));
      }),
    );
  });

  it("has most bytes read into the block that is sent, though writing is slow", async () => {
    const bytes = patternBytes(50_000);
    const scenario = {
      sizeBytes: bytes.length,
      chunkSizes: [160],
      readTurns: [0],
      writeTurns: [20],
      asksForRoom: true,
    };
    const body = new SlowBody(bytes, scenario);

    await relayBody(body, bytes.length, blocks(), {}).writeBody(() => turns([20], 0));

    expect(body.bytesInRoom).toBeGreaterThan(0.9 * bytes.length);
  });
});

function blocks(): [Buffer, Buffer] {
  return [Buffer.alloc(BLOCK_BYTES), Buffer.alloc(BLOCK_BYTES)];
}

async function turns(counts: readonly number[], index: number): Promise<void> {
  for (let left = counts[index % counts.length] ?? 0; left > 0; left--) await new Promise(setImmediate);
}

/** A body whose chunks come whether the sink is idle or not, as they do from a connection. */
class SlowBody implements Pick<SourceBody, "read"> {
  bytesInRoom = 0;
  readonly #bytes: Buffer;
  readonly #scenario: Scenario;
  #offset = 0;
  #chunks = 0;
  #queue: Uint8Array[] = [];
  #busy = false;

  constructor(bytes: Buffer, scenario: Scenario) {
    this.#bytes = bytes;
    this.#scenario = scenario;
  }

  async read(sink: ChunkSink, room?: ChunkRoom): Promise<void> {
    const { chunkSizes, readTurns, asksForRoom } = this.#scenario;
    const deliver = async (): Promise<void> => {
      if (this.#busy) return;
      this.#busy = true;
      for (let chunk = this.#queue.shift(); chunk !== undefined; chunk = this.#queue.shift())
        await sink(chunk);
      this.#busy = false;
    };
    const delivered: Promise<void>[] = [];
    while (this.#offset < this.#bytes.length) {
      // Asked for when the chunk before has come, as a connection does.
      const memory = asksForRoom ? room?.(this.#queuedBytes()) : undefined;
      await turns(readTurns, this.#chunks);
      const size = chunkSizes[this.#chunks++ % chunkSizes.length] ?? 1;
      this.#queue.push(this.#next(size, memory));
      delivered.push(deliver());
      while (this.#queuedBytes() >= MOST_QUEUED_BYTES) await new Promise(setImmediate);
    }
    await Promise.all(delivered);
    while (this.#busy) await new Promise(setImmediate);
  }

  /** The next chunk, in memory where there is some. */
  #next(size: number, memory: Uint8Array | undefined): Uint8Array {
    const isRoom = memory !== undefined && memory.length > 0;
    const end = this.#offset + (isRoom ? Math.min(size, memory.length) : size);
    const chunk = this.#bytes.subarray(this.#offset, end);
    this.#offset += chunk.length;
    if (!isRoom) return Buffer.from(chunk);
    this.bytesInRoom += chunk.length;
    memory.set(chunk);
    return memory.subarray(0, chunk.length);
  }

  #queuedBytes(): number {
    return this.#queue.reduce((sum, chunk) => sum + chunk.length, 0);
  }
}
