import { Command } from "commander";
import { documentedOssUploadMbit } from "../../core/config/documented-limits.ts";
import { limits as limitsSchema } from "../../core/config/estimate-schema.ts";
import { fleetsOf } from "../../core/config/fleet.ts";
import type { Migration, Phase } from "../../core/config/migration-schema.ts";
import { FerryError } from "../../core/errors.ts";
import { estimate, type EstimateInput } from "../../core/estimate/estimate.ts";
import { BUCKET_VARIABLES, controlSettings } from "../control-command.ts";
import { describeEstimate } from "../describe-estimate.ts";
import { migrationFile, OF_MIGRATION } from "../control-of-migration.ts";
import { DEFAULT_OBJECT_MS, readEstimateOptions, type TypedEstimate } from "../estimate-options.ts";
import { measurePilot, type PilotMeasurement } from "../measure-pilot.ts";
import { openControlBucket } from "../open-control-bucket.ts";
import { readMigrationFile } from "../read-migration-file.ts";
import { settingsOptions } from "../settings-options.ts";
import type { CliSurroundings } from "../surroundings.ts";

/** A phase of a `migration.yaml`, with what the whole says about it. */
interface Plan {
  readonly migration: Migration;
  readonly phase: Phase;
  /** The bandwidth of its instances. */
  readonly mbit: number;
}

const EXAMPLES = `
Examples:
  oss-ferry estimate --volume '500 TB' --days 7 --mbps 200       how many instances, and whether they are in time
  oss-ferry estimate --volume '500 TB' --workers 20 --mbps 200 --objects 1000000000
                                                                 how long, with the requests and what they cost
  oss-ferry estimate --objects 50000000 --pilot-job small-pilot  for the migration.yaml that is here, as fast as
                                                                 its pilot was`;

/** `oss-ferry estimate`: how many instances, how long, how much, and what is in the way. */
export function estimateCommand(surroundings: CliSurroundings): Command {
  const command = new Command("estimate")
    .description(
      "Say how many instances a migration needs, how long it takes, what it costs and which limit binds. From " +
        "options, or from a migration.yaml, whose limits and prices it reckons with. Nothing is asked but the " +
        "control bucket, and that only for --pilot-job.",
    )
    .addHelpText("after", EXAMPLES)
    .option("--config <file>", "a migration.yaml (default, without --volume: FERRY_CONFIG or migration.yaml)")
    .option("--phase <name>", "the phase of it that is meant (default: full)")
    .option("--volume <size>", "how much there is to copy, for instance '500 TB'")
    .option("--objects <count>", "how many objects that is; without it, requests are left out")
    .option("--days <days>", "how long it may take")
    .option("--workers <count>", "how many instances there are, instead of as many as the formula says")
    .option("--mbps <mbit>", "Mbit/s of one instance (default: as the phase says)")
    .option(
      "--object-ms <ms>",
      `milliseconds that the requests of one object take (default: ${DEFAULT_OBJECT_MS})`,
    )
    .option("--pilot-job <id>", "a finished job, to take the Mbit/s of one instance from")
    .option("--json", "print everything as one JSON object");
  const defaults = { OSS_FERRY_OSS_NETWORK: "public" };
  for (const option of settingsOptions(BUCKET_VARIABLES, defaults, { notes: OF_MIGRATION })) {
    command.addOption(option.helpGroup("Where the pilot was:"));
  }
  return command.action((typed: TypedEstimate) => show(typed, surroundings));
}

async function show(typed: TypedEstimate, surroundings: CliSurroundings): Promise<void> {
  const options = readEstimateOptions(typed, surroundings);
  const plan = await readPlan(typed, surroundings);
  const pilot = await pilotOf(typed, surroundings);
  const { migration, phase } = plan ?? {};
  const region = regionOf(typed, plan);
  const limits = migration?.limits ?? limitsSchema.parse({});
  const input: EstimateInput = {
    volumeBytes: needed(
      options.volumeBytes ?? phase?.volume,
      "how much there is to copy",
      "--volume '500 TB'",
    ),
    objects: options.objects,
    days: options.days ?? phase?.days,
    workers: options.workers ?? (options.days === undefined ? phase?.workers : undefined),
    mbitPerInstance: needed(
      pilot?.mbitPerInstance ?? options.mbps ?? phase?.mbitPerInstance ?? plan?.mbit,
      "how fast one instance is",
      "--mbps 200 or --pilot-job",
    ),
    transfers: migration?.worker.taskThreadNum ?? 128,
    objectMs: options.objectMs,
    limits: { ...limits, ossUploadMbit: limits.ossUploadMbit ?? documentedOssUploadMbit(region ?? "") },
    prices: migration?.prices ?? {},
  };
  if (input.workers === undefined) needed(input.days, "how long it may take", "--days 7 or --workers");
  const result = estimate(input);
  const context = { input, region, pilot };
  surroundings.stdout.write(
    typed.json === true
      ? `${JSON.stringify({ ...context, estimate: result })}\n`
      : `${describeEstimate(result, context)}\n`,
  );
}

async function readPlan(typed: TypedEstimate, surroundings: CliSurroundings): Promise<Plan | undefined> {
  if (typed.config === undefined && typed.volume !== undefined) return undefined;
  const file = migrationFile(typed, surroundings);
  const migration = await readMigrationFile(
    file,
    surroundings,
    "name a migration.yaml with --config, or use --volume",
  );
  const fleets = fleetsOf(migration);
  const name = typed.phase ?? "full";
  const fleet = fleets.find(({ phase }) => phase === name);
  const phase = migration.phases[name];
  if (fleet === undefined || phase === undefined) {
    const known = fleets.map(({ phase }) => phase).join(", ");
    throw new FerryError("USAGE", `${file} has no phase ${name}; name one of its own with --phase: ${known}`);
  }
  return { migration, phase, mbit: fleet.bandwidth.mbit };
}

async function pilotOf(
  typed: TypedEstimate,
  surroundings: CliSurroundings,
): Promise<PilotMeasurement | undefined> {
  const { pilotJob } = typed;
  if (pilotJob === undefined) return undefined;
  const settings = await controlSettings({ ...typed, jobId: pilotJob }, "job", surroundings);
  const control = openControlBucket(settings, surroundings);
  const stop = new AbortController();
  surroundings.onSignal("SIGINT", () => stop.abort(new Error("interrupted")));
  try {
    return await measurePilot(control, settings.OSS_FERRY_JOB_ID, stop.signal);
  } finally {
    await control.close();
  }
}

function regionOf({ destinationRegion }: TypedEstimate, plan: Plan | undefined): string | undefined {
  return typeof destinationRegion === "string" ? destinationRegion : plan?.migration.region;
}

function needed(value: number | undefined, what: string, option: string): number {
  if (value !== undefined) return value;
  throw new FerryError("USAGE", `nobody says ${what}; use ${option}`);
}
