import { expect, test } from "vitest";
import { Pacer } from "../../../bench/server/pacer.ts";

test("a line is busy for as long as its bytes take, one after the other", () => {
  const pacer = new Pacer(1_000_000);

  // The first bytes may use up to 20 ms of credit.
  expect(pacer.reserve(20_000, 1_000)).toBe(0);
  expect(pacer.reserve(50_000, 1_000)).toBe(50);
  expect(pacer.reserve(50_000, 1_000)).toBe(100);
});

test("a line that was idle for long has no more credit than one that was idle for 20 ms", () => {
  const pacer = new Pacer(1_000_000);
  pacer.reserve(20_000, 1_000);

  expect(pacer.reserve(50_000, 60_000)).toBe(30);
});
