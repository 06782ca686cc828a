import { Command } from "commander";
import { findSourceRegion } from "../find-source-region.ts";
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
