/** Writes schema/migration.schema.json, what editors know of `migration.yaml`. A test fails when it is out of date. */
import { writeFile } from "node:fs/promises";
import { migrationJsonSchema } from "../core/config/json-schema.ts";

const file = new URL("../schema/migration.schema.json", import.meta.url);
await writeFile(file, `${JSON.stringify(migrationJsonSchema(), undefined, 2)}\n`);
