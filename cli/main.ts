import { Command, CommanderError } from "commander";
import { EXIT, exitCodeOf } from "../core/exit-codes.ts";
import { FerryError, storeErrorOf } from "../core/errors.ts";
import { basedJobCommands } from "./commands/based-jobs.ts";
import { credentialsCommand } from "./commands/credentials.ts";
import { cutoverCommand } from "./commands/cutover.ts";
import { estimateCommand } from "./commands/estimate.ts";
import { importJobcfgCommand } from "./commands/import-jobcfg.ts";
import { pauseCommand } from "./commands/pause.ts";
import { preflightCommand } from "./commands/preflight.ts";
import { releaseCheckCommand } from "./commands/release-check.ts";
import { reportCommand } from "./commands/report.ts";
import { resumeCommand } from "./commands/resume.ts";
import { runCommand } from "./commands/run.ts";
import { statusCommand } from "./commands/status.ts";
import { throttleCommand } from "./commands/throttle.ts";
import { CliEnd, type CliSurroundings } from "./surroundings.ts";
import { systemClock } from "../core/clock.ts";

const EXIT_HELP = `
Exit codes:
  0  the job is complete and nothing failed
  1  something that should not be possible
  2  a setting or argument is missing or wrong
  3  the job is complete, but some objects failed
  4  refused for safety, or a check says no
  5  a store cannot be used: credentials, permission, bucket, region or clock
  6  the job is not complete: stopped, or reported on before its end
  7  a store did not answer for too long`;

const surroundings: CliSurroundings = {
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  clock: systemClock,
  random: Math.random,
  residentBytes: () => process.memoryUsage.rss(),
  onSignal: (name, act) => void process.once(name, act),
};

/** Commander's complaint as every other one: a code, and one line. */
function oneLine(complaint: string): string {
  return `${complaint
    .trim()
    .replace(/^error: /u, "USAGE: ")
    .replaceAll(/\s*\n\s*/gu, " ")}\n`;
}

const program = new Command("oss-ferry")
  .description("Moves buckets of any size from S3 to Alibaba Cloud OSS.")
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(oneLine(text)) })
  .configureHelp({ showGlobalOptions: true })
  .addHelpText("after", EXIT_HELP);
const commands = [
  estimateCommand(surroundings),
  importJobcfgCommand(surroundings),
  preflightCommand(surroundings),
  credentialsCommand(surroundings),
  runCommand(surroundings),
  ...basedJobCommands(surroundings),
  statusCommand(surroundings),
  reportCommand(surroundings),
  pauseCommand(surroundings),
  resumeCommand(surroundings),
  throttleCommand(surroundings),
  cutoverCommand(surroundings),
  releaseCheckCommand(surroundings),
];
for (const command of commands) program.addCommand(command);
for (const command of program.commands) {
  for (const each of [command, ...command.commands]) each.copyInheritedSettings(program);
}

/** Runs the program and sets the exit code; a stack trace only for what should not be possible. */
async function main(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CliEnd) {
      process.exitCode = error.exitCode;
    } else if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : EXIT.usage;
    } else if (error instanceof FerryError) {
      const isUnreached = ["NETWORK", "TIMEOUT"].includes(error.code) && storeErrorOf(error) !== undefined;
      const advice = isUnreached ? "; check the endpoint and the network" : "";
      process.stderr.write(`${error.code}: ${error.message}${advice}\n`);
      process.exitCode = exitCodeOf(error);
    } else {
      process.stderr.write(
        `INTERNAL_ERROR: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      process.exitCode = EXIT.unexpected;
    }
  }
}

// Whoever reads the output may stop reading it, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  // oxlint-disable-next-line unicorn/no-process-exit -- this is the entry point, and nobody listens any more
  process.exit();
});

await main();
