/**
 * Writes what is made of the schema of `migration.yaml`: schema/migration.schema.json for editors and
 * docs/migration.md for people. A test fails when they are out of date.
 */
import { writeFileSync } from "node:fs";
import { migrationJsonSchema } from "../core/config/json-schema.ts";
import { migrationPage } from "./migration-page.ts";

writeFileSync("schema/migration.schema.json", `${JSON.stringify(migrationJsonSchema(), undefined, 2)}\n`);
writeFileSync("docs/migration.md", migrationPage());
