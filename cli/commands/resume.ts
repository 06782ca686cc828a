import { Command } from "commander";
import type { CliSurroundings } from "../surroundings.ts";
import { wishCommand } from "../wish-command.ts";

const EXAMPLES = `
Examples:
  oss-ferry resume --job-id small-full --control-bucket my-ferry --destination-region cn-hongkong
  oss-ferry resume --replace     also where control.json cannot be read: runs without limits`;

/** `oss-ferry resume`: the end of a pause. */
export function resumeCommand(surroundings: CliSurroundings): Command {
  const command = new Command("resume")
    .description(
      "Let the fleet of a paused job go on, within 15 seconds and under the limits that it had before.",
    )
    .addHelpText("after", EXAMPLES);
  return wishCommand(command, surroundings, () => (settings) => ({ ...settings, paused: false }));
}
