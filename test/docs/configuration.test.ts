import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { configurationPage } from "../../scripts/configuration-page.ts";

test("docs/configuration.md is what `npm run docs` writes from the worker's own table", () => {
  expect(readFileSync("docs/configuration.md", "utf8")).toBe(configurationPage());
});
