import { Command } from "commander";
import type { VariableName } from "../../core/protocol/environment.ts";
import { awsDefaultChain } from "../../storage/credentials/aws-default-chain.ts";
import { findBucketRegion } from "../../storage/s3/region.ts";
import { runJob, RUN_DEFAULTS } from "../run-job.ts";
import { ALL_VARIABLES, settingsFrom, settingsOptions } from "../settings-options.ts";
import type { CliSurroundings } from "../surroundings.ts";

/** `oss-ferry run`: the whole job, or a share of it, by one worker on this machine. */
export function runCommand(surroundings: CliSurroundings): Command {
  const command = new Command("run")
    .description(
      "Migrate with one worker on this machine, with the engine and the protocol of the fleet. Start it on " +
        "several machines with the same job id to share the work; start it again to go on after an interruption.",
    )
    .option("--log <file>", "append the worker's JSON log to this file")
    .addHelpText(
      "after",
      `
Every option can be set as an environment variable instead: --source-bucket is OSS_FERRY_SOURCE_BUCKET.
Credentials come from the environment only: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY (or anything else the AWS
tools accept), or OSS_FERRY_SOURCE_ACCESS_KEY_ID, OSS_FERRY_SOURCE_ACCESS_KEY_SECRET for the source, ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET for OSS.`,
    );
  for (const option of settingsOptions(ALL_VARIABLES, RUN_DEFAULTS)) command.addOption(option);
  return command.action(async (options: Readonly<Record<string, string>>) => {
    const region = await findSourceRegion(options, surroundings);
    await runJob(settingsFrom({ ...region, ...options }, RUN_DEFAULTS, surroundings), options, surroundings);
  });
}

/** Asks AWS where the bucket lives when nobody said so; nothing where AWS does not tell. */
async function findSourceRegion(
  options: Readonly<Record<string, string>>,
  { environment, clock, random }: CliSurroundings,
): Promise<{ readonly sourceRegion?: string }> {
  const said = (option: string, variable: VariableName): string | undefined =>
    options[option] ?? environment[variable];
  const bucket = said("sourceBucket", "OSS_FERRY_SOURCE_BUCKET");
  const isAws =
    said("sourceEndpoint", "OSS_FERRY_SOURCE_ENDPOINT") === undefined &&
    said("sourcePreset", "OSS_FERRY_SOURCE_PRESET") === undefined &&
    said("sourceKind", "OSS_FERRY_SOURCE_KIND") !== "oss";
  if (bucket === undefined || !isAws || said("sourceRegion", "OSS_FERRY_SOURCE_REGION") !== undefined)
    return {};
  const credentials = awsDefaultChain({ region: "us-east-1", clock, random });
  const region = await findBucketRegion({ bucket, credentials, signal: AbortSignal.timeout(15_000) }).catch(
    () => undefined,
  );
  return region === undefined ? {} : { sourceRegion: region };
}
