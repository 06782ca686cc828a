import { assert, property, uint8Array } from "fast-check";
import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { CRC32, CRC32C, CRC64_NVME, CRC64_XZ, crcOf } from "../../../local/store/crc.ts";

const CHECK_INPUT = Buffer.from("123456789");

describe("checksums", () => {
  test("CRC-64/XZ gives the check value that Alibaba Cloud documents", () => {
    expect(crcOf(CRC64_XZ, CHECK_INPUT)).toBe(11_051_210_869_376_104_954n);
  });

  test("CRC-64/NVME and CRC-32C give the check values of the CRC catalogue", () => {
    expect(crcOf(CRC64_NVME, CHECK_INPUT)).toBe(0xae8b_1486_0a79_9888n);
    expect(crcOf(CRC32C, CHECK_INPUT)).toBe(0xe306_9283n);
  });

  test("nothing at all has the check value 0", () => {
    expect(crcOf(CRC64_XZ, Buffer.alloc(0))).toBe(0n);
  });

  test("CRC-32 agrees with zlib's", () => {
    assert(
      property(uint8Array({ maxLength: 300 }), (bytes) => {
        expect(crcOf(CRC32, bytes)).toBe(BigInt(crc32(bytes)));
      }),
    );
  });

  for (const [name, crc] of Object.entries({ CRC64_XZ, CRC64_NVME, CRC32, CRC32C })) {
    test(`${name} of two pieces is the same taken in turn, taken together or combined`, () => {
      assert(
        property(uint8Array({ maxLength: 200 }), uint8Array({ maxLength: 200 }), (a, b) => {
          const inTurn = crc.start();
          crc.update(inTurn, a);
          crc.update(inTurn, b);
          const together = crcOf(crc, Buffer.concat([a, b]));
          expect(crc.value(inTurn)).toBe(together);
          expect(crc.combine(crcOf(crc, a), crcOf(crc, b), b.length)).toBe(together);
        }),
      );
    });
  }
});
