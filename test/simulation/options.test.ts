import { describe, expect, it } from "vitest";
import { readOptions, UsageError } from "./options.ts";

describe("the simulation's command line", () => {
  it.for([
    { args: [], what: "protocol", first: 1, last: 1_000 },
    { args: ["--from", "11", "--seeds", "5"], what: "protocol", first: 11, last: 15 },
    { args: ["--story", "--seed", "7"], what: "story", first: 7, last: 7 },
    { args: ["--scale"], what: "scale", first: 1, last: 1_000 },
  ])("means with $args the $what from seed $first to $last", ({ args, what, first, last }) => {
    expect(readOptions(args)).toMatchObject({ what, first, last });
  });

  it.for([
    { args: ["--bogus"], problem: "--bogus" },
    { args: ["--seeds", "x"], problem: "--seeds x: a whole number" },
    { args: ["--seed", "0"], problem: "--seed 0: a whole number" },
    { args: ["--scale", "--story"], problem: "two simulations" },
  ])("is refused with $args by name", ({ args, problem }) => {
    expect(() => readOptions(args)).toThrow(UsageError);
    expect(() => readOptions(args)).toThrow(problem);
  });
});
