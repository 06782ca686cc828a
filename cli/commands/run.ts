import { Command } from "commander";
import { findSourceRegion, WITH_SOURCE_REGION } from "../find-source-region.ts";
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
Every setting can be an environment variable instead: --source-bucket is OSS_FERRY_SOURCE_BUCKET.
Keys come from the environment only. For the source: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or anything else the
AWS tools accept, or OSS_FERRY_SOURCE_ACCESS_KEY_ID and OSS_FERRY_SOURCE_ACCESS_KEY_SECRET. For OSS:
ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET.

Examples:
  oss-ferry run --job-id photos-1 --source-bucket photos --source-region ap-northeast-1 \\
    --destination-bucket photos-oss --destination-region cn-hongkong --control-bucket photos-ferry
  oss-ferry run … --src-prefix 2024/ --dest-prefix archive/2024/ --exclude '**/*.tmp' --max-size '5 GB' --tags`,
    );
  for (const option of settingsOptions(ALL_VARIABLES, RUN_DEFAULTS, WITH_SOURCE_REGION))
    command.addOption(option);
  return command.action(async (options: Readonly<Record<string, string>>) => {
    const region = await findSourceRegion(options, surroundings);
    await runJob(settingsFrom({ ...region, ...options }, RUN_DEFAULTS, surroundings), options, surroundings);
  });
}
