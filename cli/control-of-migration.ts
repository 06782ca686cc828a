import { existsSync } from "node:fs";
import { Option } from "commander";
import type { VariableName } from "../core/protocol/environment.ts";
import { readMigrationFile } from "./read-migration-file.ts";
import { optionKey } from "./settings-options.ts";
import type { CliSurroundings } from "./surroundings.ts";

/** As `cdktf` reads it. */
const USUAL_FILE = "migration.yaml";

/** The file that `--config` or FERRY_CONFIG names, or else the usual one. */
export function migrationFile(
  options: Readonly<Record<string, unknown>>,
  { environment }: Pick<CliSurroundings, "environment">,
): string {
  const { config } = options;
  return typeof config === "string" ? config : (environment["FERRY_CONFIG"] ?? USUAL_FILE);
}

/** Where a control bucket is, for the options that say so. */
export const OF_MIGRATION: Readonly<Partial<Record<VariableName, string>>> = {
  OSS_FERRY_CONTROL_BUCKET: " (default: as the migration.yaml says)",
  OSS_FERRY_DESTINATION_REGION: " (default: as the migration.yaml says)",
};

/** The option of commands that need no more of a migration than its control bucket. */
export function configOption(): Option {
  return new Option(
    "--config <file>",
    `the migration.yaml to find the control bucket by (default: FERRY_CONFIG, or ${USUAL_FILE} if it is there)`,
  );
}

/**
 * Where the control bucket is as a `migration.yaml` says: for whoever neither types it nor has it in the environment.
 * Ends the program with one line for each mistake in the file.
 */
export async function controlOfMigration(
  options: Readonly<Record<string, unknown>>,
  surroundings: CliSurroundings,
): Promise<Readonly<Partial<Record<VariableName, string>>>> {
  const { environment } = surroundings;
  if (options["config"] === undefined) {
    const isSaid = [options[optionKey("OSS_FERRY_CONTROL_BUCKET")], environment["OSS_FERRY_CONTROL_BUCKET"]];
    if (isSaid.some((bucket) => bucket !== undefined && bucket !== "")) return {};
    if (environment["FERRY_CONFIG"] === undefined && !existsSync(USUAL_FILE)) return {};
  }
  const file = migrationFile(options, surroundings);
  const migration = await readMigrationFile(file, surroundings, "name one that is there with --config");
  return {
    OSS_FERRY_CONTROL_BUCKET: migration.control.bucket,
    OSS_FERRY_DESTINATION_REGION: migration.region,
  };
}
