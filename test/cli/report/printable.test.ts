import { expect, test } from "vitest";
import { printable, shortened } from "../../../cli/report/printable.ts";

test("what cannot be shown is told by its number, and nothing is lost", () => {
  expect(printable("a\nb\\c\u202ed 😀")).toBe("a\\u000ab\\\\c\\u202ed 😀");
});

test("a long key is shown by both of its ends and its length", () => {
  expect(shortened("x".repeat(40), 40)).toBe("x".repeat(40));
  expect(shortened(`${"a".repeat(500)}${"😀".repeat(600)}`, 40)).toBe(
    `${"a".repeat(30)}…${"😀".repeat(10)} (1,100 characters)`,
  );
});
