/**
 * Writes docs/configuration.md from the table that the worker reads its settings by. A test fails when the
 * file is not what this would write.
 */
import { writeFileSync } from "node:fs";
import { configurationPage } from "./configuration-page.ts";

writeFileSync("docs/configuration.md", configurationPage());
