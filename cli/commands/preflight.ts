import { Command } from "commander";
import { fleetsOf } from "../../core/config/fleet.ts";
import type { Migration } from "../../core/config/migration-schema.ts";
import { workerEnvironment } from "../../core/config/worker-environment.ts";
import { EXIT } from "../../core/exit-codes.ts";
import type { VariableName } from "../../core/protocol/environment.ts";
import { exitCodeFor, type NamedFinding } from "../checks/finding.ts";
import { findingJson, findingLines } from "../checks/print-findings.ts";
import { findSourceRegion } from "../find-source-region.ts";
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
that are put are deleted again, also after Ctrl+C; at the source nothing is written. Exit code 0: nothing fails.

Examples:
  oss-ferry preflight migration.yaml
  oss-ferry preflight --source-bucket photos --destination-bucket photos-oss --destination-region cn-hongkong \\
    --control-bucket photos-control --tags true
  oss-ferry preflight migration.yaml --json`;

type PreflightOptions = Readonly<Record<string, unknown>> & { readonly json?: true };

/** `oss-ferry preflight`: whether a migration could begin. */
export function preflightCommand(surroundings: CliSurroundings): Command {
  const command = new Command("preflight")
    .description(
      "Try what a migration needs before there is one: keys, each permission, regions, versioning, clocks, quotas, " +
        "and an object there and back. One line for each: pass, warn or fail, and what to do.",
    )
    .argument("[migration.yaml]", "take the settings from this file; options go before it")
    .option("--json", "print the findings as one JSON object")
    .addHelpText("after", HELP);
  for (const option of settingsOptions(ALL_VARIABLES, DEFAULTS)) command.addOption(option);
  return command.action(async (file: string | undefined, options: PreflightOptions) => {
    const migration =
      file === undefined
        ? undefined
        : await readMigrationFile(file, surroundings, "name one that is there, or give options instead");
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

/** The settings of the phase that copies everything, or else of the first. */
function settingsOf(migration: Migration | undefined): Readonly<Record<string, string>> {
  if (migration === undefined) return {};
  const fleets = fleetsOf(migration);
  const fleet = fleets.find(({ phase }) => phase === "full") ?? fleets[0];
  return fleet === undefined ? {} : workerEnvironment(migration, fleet, "preflight");
}
