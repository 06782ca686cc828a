import { expect, test } from "vitest";
import { combineCrc64, crc64, repeatCrc64 } from "../../../bench/server/crc64.ts";

const CHECK_INPUT = Buffer.from("123456789");

test("the CRC of the check input is the one the specification names", () => {
  expect(crc64(CHECK_INPUT)).toBe(11051210869376104954n);
});

test("the CRC of no bytes is zero", () => {
  expect(crc64(Buffer.alloc(0))).toBe(0n);
});

test("two CRCs combine to the CRC of both pieces in a row", () => {
  const [first, second] = [CHECK_INPUT.subarray(0, 4), CHECK_INPUT.subarray(4)];

  expect(combineCrc64(crc64(first), crc64(second), second.length)).toBe(crc64(CHECK_INPUT));
});

test.for([0, 1, 2, 3, 7, 64, 100])("%d copies of a block have the repeated CRC", (count) => {
  const copies = Buffer.concat(Array.from({ length: count }, () => CHECK_INPUT));

  expect(repeatCrc64(crc64(CHECK_INPUT), CHECK_INPUT.length, count)).toBe(crc64(copies));
});
