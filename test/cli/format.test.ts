import { expect, test } from "vitest";
import { counted } from "../../cli/format.ts";

test("one thing is told in the singular, all other counts in the plural", () => {
  expect([0, 1, 2, 1_234].map((count) => counted(count, "worker"))).toEqual([
    "0 workers",
    "1 worker",
    "2 workers",
    "1,234 workers",
  ]);
});
