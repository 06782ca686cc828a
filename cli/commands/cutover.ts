import { Command } from "commander";
import { checkCommand } from "../cutover/check-command.ts";
import { fenceCommand } from "../cutover/fence-command.ts";
import type { CliSurroundings } from "../surroundings.ts";

/** `oss-ferry cutover …`: what stands around the moment at which the application is switched over. */
export function cutoverCommand(surroundings: CliSurroundings): Command {
  return new Command("cutover")
    .description(
      "What stands around the switch of the application: its gates, and a fence around the source.",
    )
    .addCommand(checkCommand(new Command("check"), surroundings))
    .addCommand(fenceCommand(new Command("fence"), surroundings));
}
