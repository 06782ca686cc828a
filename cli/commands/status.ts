import { Command } from "commander";
import { storeErrorOf } from "../../core/errors.ts";
import { EXIT } from "../../core/exit-codes.ts";
import { controlCommand, type ControlCommandInput } from "../control-command.ts";
import { describeBoots, troubledBoots } from "../describe-boots.ts";
import { describeSummary } from "../describe-summary.ts";
import { createPacer, progressPanel } from "../draw-progress.ts";
import { readBoots } from "../read-boots.ts";
import { createProgressReader, type Progress } from "../read-progress.ts";
import { CliEnd, type CliSurroundings } from "../surroundings.ts";
import { screenOn, watchJob } from "../watch-job.ts";

type StatusOptions = Readonly<Record<string, unknown>> & { readonly watch?: true; readonly json?: true };

/** `oss-ferry status`: how a job is doing, from its control bucket alone. */
export function statusCommand(surroundings: CliSurroundings): Command {
  const command = new Command("status")
    .description(
      "Show how a job is doing, from its control bucket alone: progress, pace, every worker, and instances that did not boot.",
    )
    .option("--watch", "keep drawing until the job is complete")
    .option("--json", "print what is known as one JSON object");
  return controlCommand<StatusOptions>(command, "job", surroundings, (input) => show(input, surroundings));
}

async function show(
  input: ControlCommandInput<StatusOptions>,
  { clock, stdout }: CliSurroundings,
): Promise<void> {
  const { settings, control, options, signal } = input;
  const boots = await readBoots(control, settings.OSS_FERRY_JOB_ID, signal);
  const read = createProgressReader(control, settings.OSS_FERRY_JOB_ID);
  let progress: Progress;
  try {
    progress = await read(signal);
  } catch (error) {
    if (boots.length === 0 || storeErrorOf(error) !== undefined) throw error;
    // The instances are there, but none has got as far as the job.
    stdout.write(
      options.json === true ? `${JSON.stringify({ boots })}\n` : `${describeBoots(boots).join("\n")}\n`,
    );
    return;
  }
  if (options.watch === true && progress.summary === undefined) {
    const complete = new AbortController();
    const onLook = (seen: Progress): void => {
      progress = seen;
      if (seen.summary !== undefined) complete.abort(new Error("complete"));
    };
    const stop = AbortSignal.any([signal, complete.signal]);
    await watchJob({ read, screen: screenOn(stdout), clock, stop, onLook });
  }
  if (options.json === true) {
    stdout.write(`${JSON.stringify({ ...progress, boots })}\n`);
  } else if (progress.summary === undefined) {
    const pace = createPacer()(progress, clock.monotonicMs());
    if (options.watch !== true) stdout.write(`${progressPanel(progress, pace, stdout.columns ?? 120)}\n`);
    const troubles = describeBoots(troubledBoots(boots, progress.workers));
    if (troubles.length > 0) stdout.write(`${troubles.join("\n")}\n`);
  } else {
    stdout.write(`${describeSummary(progress.summary, settings)}\n`);
  }
  if ((progress.summary?.tally.outcomes.failed ?? 0) > 0) throw new CliEnd(EXIT.objectsFailed);
}
