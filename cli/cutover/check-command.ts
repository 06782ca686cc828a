import { type Command, InvalidArgumentError } from "commander";
import { EXIT } from "../../core/exit-codes.ts";
import { findingJson, findingLines } from "../checks/print-findings.ts";
import { CliEnd, type CliSurroundings } from "../surroundings.ts";
import { checkCutover } from "./check-cutover.ts";
import { type CheckOptions, openCutover, withBucketOptions } from "./open-cutover.ts";

const EXAMPLES = `
The buckets, prefixes and filters are those of the job. The gates, and what stands behind each of them, are in
docs/migration-guide.md. Exit code 0 is a go, 4 a no-go.

Examples:
  oss-ferry cutover check --base-job-id small-delta-2 --control-bucket small-control --destination-region cn-hongkong
  oss-ferry cutover check --base-job-id small-delta-2 … --canary-key canary/today --canary-cleanup
  oss-ferry cutover check --base-job-id small-delta-2 … --late-writers 300 --most-changed 100 --json`;

/** `oss-ferry cutover check`: the gates between the last delta and the switch. */
export function checkCommand(command: Command, surroundings: CliSurroundings): Command {
  command
    .description(
      "Go through the gates before the application is switched over, and say go or no-go with a reason for each. " +
        "Run it once the back-to-source rules are on.",
    )
    .requiredOption(
      "--base-job-id <id>",
      "the last delta; of one that repeats, its latest round is meant (required)",
    )
    .option("--most-changed <count>", "objects that it may have copied", wholeNumber, 1_000)
    .option(
      "--most-failed <count>",
      "objects that may have failed: those that you can do without",
      wholeNumber,
      0,
    )
    .option("--most-minutes <minutes>", "how long it may have taken", wholeNumber, 15)
    .option("--most-age-minutes <minutes>", "how long ago it may have begun", wholeNumber, 60)
    .option(
      "--canary-key <key>",
      "a key of the source to ask the rule for (default: one that only the source has)",
    )
    .option("--canary-cleanup", "delete the canary at the destination again, if this check made OSS fetch it")
    .option(
      "--late-writers [seconds]",
      "list the source for what was written since the last delta began, for so long at most (default: 60)",
      wholeNumber,
    )
    .option("--json", "print the findings as one JSON object")
    .addHelpText("after", EXAMPLES);
  return withBucketOptions(command).action(async (options: CheckOptions) => {
    const { stdout } = surroundings;
    await openCutover(options, surroundings, async (context, signal) => {
      const { go, findings } = await checkCutover(context, signal);
      if (options.json === true) {
        stdout.write(`${JSON.stringify({ go, gates: findings.map(findingJson) })}\n`);
      } else {
        const count = (verdict: string): number => findings.filter((each) => each.verdict === verdict).length;
        const failed = findings.filter(({ verdict }) => verdict === "fail").map(({ name }) => name);
        const end = go
          ? `GO: no gate fails, ${count("warn")} warn`
          : `NO-GO: ${failed.join(", ")}; ${count("warn")} warn`;
        stdout.write(`${[...findingLines(findings), end].join("\n")}\n`);
      }
      if (!go) throw new CliEnd(EXIT.refused);
    });
  });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}
