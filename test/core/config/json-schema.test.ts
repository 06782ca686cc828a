import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { migrationJsonSchema } from "../../../core/config/json-schema.ts";
import { migrationPage } from "../../../scripts/migration-page.ts";

// `node scripts/write-schema.ts` writes both.

test("the published schema is the one that files are checked against", () => {
  const published: unknown = JSON.parse(readFileSync("schema/migration.schema.json", "utf8"));

  expect(published).toEqual(migrationJsonSchema());
});

test("the page about migration.yaml says what the schema says", () => {
  expect(readFileSync("docs/migration.md", "utf8")).toBe(migrationPage());
});
