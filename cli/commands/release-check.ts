import { Command } from "commander";
import { latestRound } from "../../worker/find-round.ts";
import { checkRelease } from "../check-release.ts";
import { controlCommand } from "../control-command.ts";
import { createProgressReader } from "../read-progress.ts";
import type { CliSurroundings } from "../surroundings.ts";

const EXAMPLES = `
Examples:
  oss-ferry release-check --job-id small-full --control-bucket my-ferry --destination-region cn-hongkong`;

/** `oss-ferry release-check`: what `cdktf destroy` asks before it takes a fleet down. */
export function releaseCheckCommand(surroundings: CliSurroundings): Command {
  const command = new Command("release-check")
    .description(
      "Say whether the fleet of a job can be released; refuses (exit 4) while it is still working. `cdktf destroy` asks it.",
    )
    .addHelpText("after", EXAMPLES);
  return controlCommand(command, "job", surroundings, async ({ control, settings, signal }) => {
    const jobId = await latestRound(settings.OSS_FERRY_JOB_ID, control, signal);
    await checkRelease(jobId, createProgressReader(control, jobId), surroundings, signal);
  });
}
