import { readFile } from "node:fs/promises";
import { FerryError } from "../core/errors.ts";
import { EXIT } from "../core/exit-codes.ts";
import type { Migration } from "../core/config/migration-schema.ts";
import { readMigration } from "../core/config/read-migration.ts";
import { CliEnd, type CliSurroundings } from "./surroundings.ts";

/**
 * Reads a `migration.yaml`. Ends the program with one line for each mistake in it. `advice` is what to do where there
 * is no such file.
 */
export async function readMigrationFile(
  file: string,
  { stderr }: Pick<CliSurroundings, "stderr">,
  advice: string,
): Promise<Migration> {
  const read = readMigration(await textOf(file, advice), file);
  if (read.ok) return read.migration;
  for (const problem of read.problems) stderr.write(`${problem}\n`);
  throw new CliEnd(EXIT.usage);
}

async function textOf(file: string, advice: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new FerryError("USAGE", `${file}: cannot be read (${reason}); ${advice}`);
  }
}
