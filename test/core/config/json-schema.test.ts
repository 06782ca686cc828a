import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { migrationJsonSchema } from "../../../core/config/json-schema.ts";

test("the published schema is the one that files are checked against; node scripts/write-schema.ts writes it", async () => {
  const file = new URL("../../../schema/migration.schema.json", import.meta.url);

  const published: unknown = JSON.parse(await readFile(file, "utf8"));

  expect(published).toEqual(migrationJsonSchema());
});
