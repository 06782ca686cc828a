import { Command } from "commander";
import { controlCommand } from "../control-command.ts";
import { putSourceCredentials } from "../put-source-credentials.ts";
import type { CliSurroundings } from "../surroundings.ts";

const EXAMPLES = `
Examples:
  AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… oss-ferry credentials set       for the migration.yaml that is here
  oss-ferry credentials set --control-bucket my-ferry --destination-region cn-hongkong`;

/** `oss-ferry credentials set`: gives the source's keys to the fleets. */
export function credentialsCommand(surroundings: CliSurroundings): Command {
  const { environment, clock, stdout } = surroundings;
  const set = new Command("set")
    .addHelpText("after", EXAMPLES)
    .description(
      "Put the source's keys (OSS_FERRY_SOURCE_ACCESS_KEY_ID, OSS_FERRY_SOURCE_ACCESS_KEY_SECRET, " +
        "OSS_FERRY_SOURCE_SECURITY_TOKEN, or the AWS tools' variables) where only the workers' roles can read them. Again to rotate them: workers take up the new pair by themselves.",
    );
  return new Command("credentials")
    .description("Manage the keys that the fleets read the source with.")
    .addCommand(
      controlCommand(set, "bucket", surroundings, async ({ control, settings, signal }) => {
        const put = await putSourceCredentials(control, environment, clock, signal);
        stdout.write(
          `The fleets read the source with ${put.accessKeyId} (in oss://${settings.OSS_FERRY_CONTROL_BUCKET}).\n`,
        );
      }),
    );
}
