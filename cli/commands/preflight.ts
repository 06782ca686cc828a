import { Command } from "commander";
import { fleetsOf } from "../../core/config/fleet.ts";
import type { Migration } from "../../core/config/migration-schema.ts";
import { workerEnvironment } from "../../core/config/worker-environment.ts";
import { EXIT } from "../../core/exit-codes.ts";
import type { VariableName } from "../../core/protocol/environment.ts";
import { exitCodeFor, type NamedFinding } from "../checks/finding.ts";
import { findingJson, findingLines } from "../checks/print-findings.ts";
import { migrationFile } from "../control-of-migration.ts";
import { findSourceRegion, WITH_SOURCE_REGION } from "../find-source-region.ts";
import { openPreflight } from "../preflight/open-preflight.ts";
import { runPreflight } from "../preflight/run-preflight.ts";
import { readMigrationFile } from "../read-migration-file.ts";
import { RUN_DEFAULTS } from "../run-job.ts";
import { ALL_VARIABLES, settingsFrom, settingsOptions } from "../settings-options.ts";
import { CliEnd, type CliSurroundings } from "../surroundings.ts";

/** Whoever prepares a migration has keys, and is rarely inside Alibaba Cloud. */
const DEFAULTS: Readonly<Partial<Record<VariableName, string>>> = {
  ...RUN_DEFAULTS,
  OSS_FERRY_JOB_ID: "preflight",
  OSS_FERRY_SOURCE_CREDENTIALS: "environment",
};

const HELP = `
Tried with the keys in the environment, as for run: not with the roles of the fleets, which do not exist yet. Objects
that are put are deleted again, also after Ctrl+C; at the source nothing is written. Nothing else is changed.

Examples:
  oss-ferry preflight                                       with the migration.yaml that is here
  oss-ferry preflight --source-bucket photos --destination-bucket photos-oss --destination-region cn-hongkong \\
    --control-bucket photos-control --tags
  oss-ferry preflight --config migration.yaml --json

Exit codes: 0 nothing fails; else that of what fails: 4 refused, 5 a bucket cannot be used, 7 no answer.`;

type PreflightOptions = Readonly<Record<string, unknown>> & { readonly json?: true };

/** `oss-ferry preflight`: whether a migration could begin. */
export function preflightCommand(surroundings: CliSurroundings): Command {
  const command = new Command("preflight")
    .description(
      "Try what a migration needs before there is one: keys, each permission, regions, versioning, clocks, quotas, " +
        "and an object there and back. One line for each: pass, warn or fail, and what to do.",
    )
    .option(
      "--config <file>",
      "a migration.yaml to take the settings from; an option prevails over it (default, without --source-bucket: FERRY_CONFIG or migration.yaml)",
    )
    .option("--json", "print the findings as one JSON object")
    .addHelpText("after", HELP);
  for (const option of settingsOptions(ALL_VARIABLES, DEFAULTS, WITH_SOURCE_REGION))
    command.addOption(option);
  return command.action(async (options: PreflightOptions) => {
    const migration = await migrationOf(options, surroundings);
    const defaults = { ...settingsOf(migration), ...DEFAULTS };
    const region = migration === undefined ? await findSourceRegion(options, surroundings) : {};
    const settings = settingsFrom({ ...region, ...options }, defaults, surroundings);
    const findings: NamedFinding[] = [];
    await openPreflight(settings, migration, surroundings, async (context, signal) => {
      for await (const finding of runPreflight(context, signal)) findings.push(finding);
    });
    const exitCode = exitCodeFor(findings);
    surroundings.stdout.write(
      options.json === true
        ? `${JSON.stringify({ ok: exitCode === EXIT.complete, checks: findings.map(findingJson) })}\n`
        : `${findingLines(findings).join("\n")}\n`,
    );
    if (exitCode !== EXIT.complete) throw new CliEnd(exitCode);
  });
}

/** The migration that is meant: none where the options or the environment name a source of their own. */
async function migrationOf(
  options: PreflightOptions,
  surroundings: CliSurroundings,
): Promise<Migration | undefined> {
  const source = options["sourceBucket"] ?? surroundings.environment["OSS_FERRY_SOURCE_BUCKET"] ?? "";
  if (options["config"] === undefined && source !== "") return undefined;
  const file = migrationFile(options, surroundings);
  return readMigrationFile(file, surroundings, "name a migration.yaml with --config, or use --source-bucket");
}

/** The settings of the phase that copies everything, or else of the first. */
function settingsOf(migration: Migration | undefined): Readonly<Record<string, string>> {
  if (migration === undefined) return {};
  const fleets = fleetsOf(migration);
  const fleet = fleets.find(({ phase }) => phase === "full") ?? fleets[0];
  return fleet === undefined ? {} : workerEnvironment(migration, fleet, "preflight");
}
