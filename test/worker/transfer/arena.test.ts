import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Arena } from "../../../worker/transfer/arena.ts";

const KIB = 1024;

describe("Arena", () => {
  it("cuts buffers until its memory is used up, and no longer", () => {
    const arena = new Arena(Buffer.alloc(16 * KIB));

    expect(arena.take(8 * KIB)).toHaveLength(8 * KIB);
    expect(arena.take(16 * KIB)).toBeUndefined();
    expect(arena.take(8 * KIB)).toHaveLength(8 * KIB);
    expect(arena.take(4 * KIB)).toBeUndefined();
  });

  it("uses memory of any length and place", () => {
    const memory = Buffer.alloc(100 * KIB).subarray(1 * KIB, 95 * KIB);
    const arena = new Arena(memory);

    const sizes = [64, 16, 8, 4].map((kib) => arena.take(kib * KIB)?.length);

    expect(sizes).toEqual([64 * KIB, 16 * KIB, 8 * KIB, 4 * KIB]);
    expect(arena.take(4 * KIB)).toBeUndefined();
  });

  it("knows its own buffers", () => {
    const arena = new Arena(Buffer.alloc(16 * KIB));
    const own = arena.take(4 * KIB);

    expect(own !== undefined && arena.owns(own)).toBe(true);
    expect(arena.owns(Buffer.alloc(4 * KIB))).toBe(false);
  });

  it("never gives the same bytes out twice, and is whole again once all are back", () => {
    const step = fc.record({ kib: fc.constantFrom(4, 8, 16, 32), giveBack: fc.nat() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const arena = new Arena(Buffer.alloc(96 * KIB));
        const out: Buffer[] = [];
        for (const { kib, giveBack } of steps) {
          const buffer = arena.take(kib * KIB);
          if (buffer !== undefined) out.push(buffer);
          else for (const [old] of [out.splice(giveBack % out.length, 1)]) if (old) arena.giveBack(old);
          expectApart(out);
        }
        for (const buffer of out) arena.giveBack(buffer);

        expect(arena.take(64 * KIB)).toHaveLength(64 * KIB);
        expect(arena.take(32 * KIB)).toHaveLength(32 * KIB);
      }),
    );
  });
});

function expectApart(buffers: readonly Buffer[]): void {
  const inOrder = buffers.toSorted((a, b) => a.byteOffset - b.byteOffset);
  for (const [index, buffer] of inOrder.entries()) {
    const next = inOrder[index + 1];
    expect(next === undefined || buffer.byteOffset + buffer.length <= next.byteOffset).toBe(true);
  }
}
