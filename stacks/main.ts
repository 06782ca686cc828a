/**
 * What `cdktf` runs: reads migration.yaml (or the file that FERRY_CONFIG or the first argument names) and
 * synthesises its stacks. Mistakes are one line each, and exit code 2.
 */
import { readFileSync } from "node:fs";
import { FerryError } from "../core/errors.ts";
import { EXIT, exitCodeOf } from "../core/exit-codes.ts";
import { readMigration } from "../core/config/read-migration.ts";
import { addMigration } from "./add-migration.ts";
import { findArtifacts } from "./artifacts.ts";
import { App } from "./cdk.ts";

const file = process.argv[2] ?? process.env["FERRY_CONFIG"] ?? "migration.yaml";

function synthesise(): number {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    console.error(`${file}: cannot be read (${reason}); copy one from examples/, or name it in FERRY_CONFIG`);
    return EXIT.usage;
  }
  const read = readMigration(text, file);
  if (!read.ok) {
    for (const problem of read.problems) console.error(problem);
    return EXIT.usage;
  }
  try {
    const app = new App();
    addMigration(app, read.migration, findArtifacts("."));
    app.synth();
    return 0;
  } catch (error) {
    if (!(error instanceof FerryError)) throw error;
    console.error(error.message);
    return exitCodeOf(error);
  }
}

process.exitCode = synthesise();
