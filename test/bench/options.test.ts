import { expect, test } from "vitest";
import { UsageError, parseOptions } from "../../bench/options.ts";

const NAMES = ["small", "large"];

test("by default everything runs, three rounds each", () => {
  expect(parseOptions([], NAMES)).toMatchObject({ only: [], quick: false, rounds: 3, pin: true });
});

test("--quick means one round unless --rounds says otherwise", () => {
  expect(parseOptions(["--quick"], NAMES).rounds).toBe(1);
  expect(parseOptions(["--quick", "--rounds", "5"], NAMES).rounds).toBe(5);
});

test("--only takes names in one list or several", () => {
  expect(parseOptions(["--only", "small,large"], NAMES).only).toEqual(["small", "large"]);
  expect(parseOptions(["--only", "small", "--only", "large"], NAMES).only).toEqual(["small", "large"]);
});

test.for([
  [["--only", "huge"], "--only huge: there are small, large"],
  [["--rounds", "0"], "--rounds 0: a whole number from 1 on"],
  [["--rounds", "some"], "--rounds some: a whole number from 1 on"],
  [["--fast"], "--fast"],
] as const)("%j is refused with the reason", ([args, reason]) => {
  expect(() => parseOptions([...args], NAMES)).toThrow(UsageError);
  expect(() => parseOptions([...args], NAMES)).toThrow(reason);
});
