import { Command } from "commander";
import { FerryError } from "../../core/errors.ts";
import type { VariableName } from "../../core/protocol/environment.ts";
import type { JobKind } from "../../core/protocol/job-work.ts";
import { configOption, controlOfMigration, OF_MIGRATION } from "../control-of-migration.ts";
import { BUCKET_VARIABLES, controlSettings } from "../control-command.ts";
import { openControlBucket } from "../open-control-bucket.ts";
import { readJob } from "../read-job.ts";
import { runJob, RUN_DEFAULTS } from "../run-job.ts";
import { SETTINGS_OF_JOB, settingsOfJob } from "../settings-of-job.ts";
import { ALL_VARIABLES, optionKey, settingsFrom, settingsOptions } from "../settings-options.ts";
import type { CliSurroundings } from "../surroundings.ts";

interface BasedJob {
  readonly kind: Exclude<JobKind, "copy">;
  readonly description: string;
  /** Settings that only this kind has. */
  readonly own: readonly VariableName[];
  readonly example: string;
}

const BASED_JOBS: readonly BasedJob[] = [
  {
    kind: "delta",
    description:
      "Copy what changed since another job: a three-way merge of what that one put there, the source and the " +
      "destination. What somebody else wrote or deleted at the destination is kept so. With --round-every-seconds it is " +
      "repeated, each round a job based on the one before it.",
    own: ["OSS_FERRY_ROUND_EVERY_SECONDS", "OSS_FERRY_ROUNDS_UNTIL", "OSS_FERRY_ROUND_SMALL_ENOUGH"],
    example: "oss-ferry delta --job-id photos-delta-1 --base-job-id photos-full",
  },
  {
    kind: "redrive",
    description: "Try again what failed in another job, and nothing else.",
    own: [],
    example: "oss-ferry redrive --job-id photos-full-again --base-job-id photos-full",
  },
  {
    kind: "prune",
    description:
      "Delete at the destination what a delta found gone at the source, if both ends are still so. Begins only " +
      "when that delta found at most --most-deletes such keys.",
    own: ["OSS_FERRY_MOST_DELETES"],
    example: "oss-ferry prune --job-id photos-prune --base-job-id photos-delta-1 --most-deletes 200",
  },
  {
    kind: "audit",
    description:
      "Compare both buckets key by key and change nothing. With a base it tells what the application did at the " +
      "destination from what is wrong there; without one it needs the options of `run` that say where the buckets are.",
    own: ["OSS_FERRY_AUDIT_CONTENT"],
    example: "oss-ferry audit --job-id photos-audit --base-job-id photos-delta-final",
  },
];

/** Settings that the base's job record has already, or that are another kind's. */
const NOT_ASKED: ReadonlySet<VariableName> = new Set<VariableName>([
  "OSS_FERRY_JOB_KIND",
  "OSS_FERRY_OVERWRITE",
  "OSS_FERRY_SAMPLE_OBJECTS",
  "OSS_FERRY_SAMPLE_BYTES",
  "OSS_FERRY_ROUND_EVERY_SECONDS",
  "OSS_FERRY_ROUNDS_UNTIL",
  "OSS_FERRY_ROUND_SMALL_ENOUGH",
  "OSS_FERRY_MOST_DELETES",
  "OSS_FERRY_AUDIT_CONTENT",
]);

/**
 * `oss-ferry delta`, `redrive`, `prune` and `audit`: jobs that are based on another one. Buckets, prefixes, filters and
 * the rest are the base's unless an option says otherwise.
 */
export function basedJobCommands(surroundings: CliSurroundings): readonly Command[] {
  return BASED_JOBS.map((job) => basedJobCommand(job, surroundings));
}

function basedJobCommand(
  { kind, description, own, example }: BasedJob,
  surroundings: CliSurroundings,
): Command {
  const names = ALL_VARIABLES.filter((name) => !NOT_ASKED.has(name) || own.includes(name));
  const command = new Command(kind)
    .description(description)
    .addOption(configOption())
    .option("--log <file>", "append the worker's JSON log to this file")
    .addHelpText(
      "after",
      `
Buckets, prefixes and filters are the base job's. A fleet does the same as a phase of migration.yaml.

Examples:
  ${example} \\
    --control-bucket photos-ferry --destination-region cn-hongkong
  ${example}
                                               where there is a migration.yaml, or the environment says the rest`,
    );
  const notes = notesOf(kind);
  for (const option of settingsOptions(names, RUN_DEFAULTS, { notes, grouped: true }))
    command.addOption(option);
  return command.action(async (options: Readonly<Record<string, string>>) => {
    const ofMigration = await controlOfMigration(options, surroundings);
    const ofBase = await settingsOfBase(kind, options, surroundings);
    const defaults = { ...RUN_DEFAULTS, ...ofMigration, ...ofBase };
    await runJob(settingsFrom({ ...options, jobKind: kind }, defaults, surroundings), options, surroundings);
  });
}

/** What the help says of settings that the base has: that nobody need say them again. */
function notesOf(kind: JobKind): Readonly<Partial<Record<VariableName, string>>> {
  const note = kind === "audit" ? " (default: the base's, if there is one)" : " (default: the base's)";
  const ofBase = Object.fromEntries(SETTINGS_OF_JOB.map((name) => [name, note]));
  const base = kind === "audit" ? {} : { OSS_FERRY_BASE_JOB_ID: " (required)" };
  return { ...ofBase, ...base, ...OF_MIGRATION };
}

/** The settings of the base, read from its record. Where no base is named, that is what the settings then find wrong. */
async function settingsOfBase(
  kind: JobKind,
  options: Readonly<Record<string, string>>,
  surroundings: CliSurroundings,
): Promise<Readonly<Partial<Record<VariableName, string>>>> {
  const baseJobId = options["baseJobId"] ?? surroundings.environment["OSS_FERRY_BASE_JOB_ID"] ?? "";
  if (baseJobId === "") return kind === "audit" ? {} : OF_NO_BASE;
  const where = Object.fromEntries(Object.entries(options).filter(([name]) => BUCKET_OPTIONS.has(name)));
  const settings = await controlSettings(where, "bucket", surroundings);
  const control = openControlBucket(settings, surroundings);
  try {
    const record = await readJob(control, baseJobId, AbortSignal.timeout(READ_TIMEOUT_MS));
    return settingsOfJob(record.spec);
  } catch (error) {
    if (!(error instanceof FerryError) || error.code !== "JOB_UNKNOWN") throw error;
    throw new FerryError("BASE_UNKNOWN", `there is no job ${baseJobId} to base this one on; check the id`, {
      cause: error,
    });
  } finally {
    await control.close();
  }
}

const READ_TIMEOUT_MS = 60_000;

/** What the base would say: it, and not these, is what is missing. */
const OF_NO_BASE: Readonly<Partial<Record<VariableName, string>>> = {
  OSS_FERRY_SOURCE_BUCKET: "unused",
  OSS_FERRY_SOURCE_REGION: "unused",
  OSS_FERRY_DESTINATION_BUCKET: "unused",
};

const BUCKET_OPTIONS: ReadonlySet<string> = new Set(["config", ...BUCKET_VARIABLES.map(optionKey)]);
