import { Command } from "commander";
import type { CliSurroundings } from "../surroundings.ts";
import { wishCommand } from "../wish-command.ts";

const EXAMPLES = `
Examples:
  oss-ferry pause --job-id small-full --control-bucket my-ferry --destination-region cn-hongkong
  oss-ferry pause --wait     when the environment says which job and bucket: returns once every worker obeys`;

/** `oss-ferry pause`: nothing new begins until `oss-ferry resume`. */
export function pauseCommand(surroundings: CliSurroundings): Command {
  const command = new Command("pause")
    .description(
      "Let the whole fleet of a job begin nothing new, within 15 seconds. What is under way ends first; nothing is lost, and its limits stay as they are.",
    )
    .addHelpText("after", EXAMPLES);
  return wishCommand(command, surroundings, () => (settings) => ({ ...settings, paused: true }));
}
