import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateForCrc64, crc64Nvme, crc64ToBase64, crc64Xz, formatCrc64 } from "../../core/crc64.ts";
import { crc64Of } from "../../storage/memory/crc64.ts";

const CHECK = Buffer.from("123456789");

describe("CRC-64", () => {
  it("gives the catalogued check values", () => {
    expect(crc64Xz.update(0n, CHECK)).toBe(0x995dc9bbdf1939fan);
    expect(crc64Nvme.update(0n, CHECK)).toBe(0xae8b14860a799888n);
  });

  it("is written as OSS and S3 write it", () => {
    expect(formatCrc64(crc64Xz.update(0n, CHECK))).toBe("11051210869376104954");
    expect(crc64ToBase64(crc64Nvme.update(0n, CHECK))).toBe("rosUhgp5mIg=");
  });

  it("of nothing is zero", () => {
    expect(crc64Xz.update(0n, Buffer.alloc(0))).toBe(0n);
  });

  it("agrees with the definition", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(crc64Xz.update(0n, bytes)).toBe(crc64Of(bytes));
      }),
    );
  });

  it("agrees with the definition where long inputs are shortened first", () => {
    fc.assert(
      fc.property(
        fc.nat(9_000),
        fc.nat(),
        fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
        (length, seed, before) => {
          const bytes = scrambled(length, seed);

          expect(crc64Xz.update(before, bytes)).toBe(crc64Xz.combine(before, crc64Of(bytes), length));
        },
      ),
    );
  });

  it("looks at bytes in its own memory where they are, and leaves them as they are", () => {
    const memory = allocateForCrc64(70_000);
    fc.assert(
      fc.property(fc.nat(300), fc.nat(60_000), fc.nat(), (offset, length, seed) => {
        const bytes = scrambled(length, seed);
        memory.fill(0xaa);
        memory.set(bytes, offset);
        const before = Buffer.from(memory);

        expect(crc64Xz.update(0n, memory.subarray(offset, offset + length))).toBe(crc64Of(bytes));
        expect(crc64Nvme.update(0n, memory.subarray(offset, offset + length))).toBe(
          crc64Nvme.update(0n, bytes),
        );
        expect(memory.equals(before)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("agrees with the definition on a body larger than its window", () => {
    const bytes = Buffer.alloc(1_000_003, "any bytes will do");

    expect(crc64Xz.update(0n, bytes)).toBe(crc64Of(bytes));
  });

  const polynomials = [
    ["XZ", crc64Xz],
    ["NVME", crc64Nvme],
  ] as const;
  for (const [name, crc64] of polynomials) {
    it(`${name} does not depend on how the bytes are cut into chunks`, () => {
      fc.assert(
        fc.property(fc.array(fc.uint8Array({ maxLength: 100 }), { maxLength: 8 }), (chunks) => {
          const inPieces = chunks.reduce((crc, chunk) => crc64.update(crc, chunk), 0n);

          expect(inPieces).toBe(crc64.update(0n, Buffer.concat(chunks)));
        }),
      );
    });

    it(`${name} of a long input is that of its short pieces`, () => {
      fc.assert(
        fc.property(fc.integer({ min: 3_000, max: 20_000 }), fc.nat(), (length, seed) => {
          const bytes = scrambled(length, seed);
          let inPieces = 0n;
          for (let at = 0; at < length; at += 1_000) {
            inPieces = crc64.update(inPieces, bytes.subarray(at, at + 1_000));
          }

          expect(crc64.update(0n, bytes)).toBe(inPieces);
        }),
      );
    });

    it(`${name} of a whole follows from the CRCs of two parts and the length of the second`, () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 500 }), fc.uint8Array({ maxLength: 500 }), (a, b) => {
          const combined = crc64.combine(crc64.update(0n, a), crc64.update(0n, b), b.length);

          expect(combined).toBe(crc64.update(0n, Buffer.concat([a, b])));
        }),
      );
    });
  }

  it("combines lengths beyond 32 bits", () => {
    // Three ways to the same whole: A, then two lengths of zeros, in one step or in two.
    const a = crc64Xz.update(0n, CHECK);
    const zerosOf = (length: number): bigint => {
      let crc = 0n;
      let power = crc64Xz.update(0n, Buffer.alloc(1));
      for (let size = 1; size <= length; size *= 2) {
        if (Math.floor(length / size) % 2 === 1) crc = crc64Xz.combine(crc, power, size);
        power = crc64Xz.combine(power, power, size);
      }
      return crc;
    };
    const first = 5 * 1024 ** 3;
    const second = 3 * 1024 ** 4 + 1;

    const inTwoSteps = crc64Xz.combine(crc64Xz.combine(a, zerosOf(first), first), zerosOf(second), second);

    expect(crc64Xz.combine(a, zerosOf(first + second), first + second)).toBe(inTwoSteps);
  });
});

/** Bytes without a pattern. */
function scrambled(length: number, seed: number): Buffer {
  let state = seed;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    }),
  );
}
