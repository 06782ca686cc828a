import { Command } from "commander";
import { changeLimits } from "../change-limits.ts";
import type { CliSurroundings } from "../surroundings.ts";
import { throttleChange } from "../throttle-options.ts";
import { wishCommand } from "../wish-command.ts";

const EXAMPLES = `
Examples, where the environment says which job and control bucket:
  oss-ferry throttle                                            show what is in force
  oss-ferry throttle --mbps 400 --rps 2000                      the whole fleet, at any time
  oss-ferry throttle --mbps unlimited --window 22:00-06:00 --time-zone Asia/Shanghai
                                                                but at night as fast as it can
  oss-ferry throttle --off --window 22:00-06:00 --time-zone Asia/Shanghai
                                                                at night as by day again
  oss-ferry throttle --off                                      no limits and no windows`;

/** `oss-ferry throttle`: limits of the whole fleet, shared among the living workers. */
export function throttleCommand(surroundings: CliSurroundings): Command {
  const command = new Command("throttle")
    .description(
      "Limit what the whole fleet of a job moves; the living workers share it, within 15 seconds. What is not named stays as it is. Without options: show the limits.",
    )
    .option("--mbps <number>", "Mbit/s read from the source, or `unlimited`")
    .option("--rps <number>", "requests per second to source and destination, or `unlimited`")
    .option(
      "--window <from-until>",
      "only in this part of every day, on top of the limits outside; may cross midnight: 22:00-06:00",
    )
    .option("--time-zone <name>", "of the window, for instance Asia/Shanghai (default: UTC)")
    .option("--off", "take all limits and windows away, or with --window that one")
    .addHelpText("after", EXAMPLES);
  return wishCommand(command, surroundings, (options) => {
    const change = throttleChange(options);
    return change && ((settings) => changeLimits(settings, change));
  });
}
