import { Command } from "commander";
import { EXIT } from "../../core/exit-codes.ts";
import { controlCommand, type ControlCommandInput } from "../control-command.ts";
import { describeBoots, troubledBoots } from "../describe-boots.ts";
import { describeSummary } from "../describe-summary.ts";
import { describeJobs } from "../draw-jobs.ts";
import { progressLine, progressPanel } from "../draw-progress.ts";
import { createJobsReader, type JobOverview } from "../read-jobs.ts";
import { createStatusReader, type JobStatus } from "../read-status.ts";
import { jobJson, jobsJson } from "../status-json.ts";
import { CliEnd, type CliSurroundings } from "../surroundings.ts";
import { type Drawing, type Screen, screenOn, watch, type WatchOptions } from "../watch-job.ts";

type StatusOptions = Readonly<Record<string, unknown>> & {
  readonly watch?: true;
  readonly json?: true;
  readonly jobs?: string;
};

const EXAMPLES = `
Examples:
  oss-ferry status --control-bucket my-ferry --destination-region cn-hongkong        all jobs, a line each
  oss-ferry status --jobs small-                                                     those of one migration
  oss-ferry status --job-id small-full --watch                                       one job, until it is complete
  oss-ferry status --job-id small-full --json | jq .remainingMs                      for scripts: docs/operating.md`;

/** `oss-ferry status`: how a job is doing, or all of them, from the control bucket alone. */
export function statusCommand(surroundings: CliSurroundings): Command {
  const command = new Command("status")
    .description(
      "Show how a job is doing, from its control bucket alone: progress, pace, every worker, stragglers, failures by code and instances that did not boot. Without --job-id: all jobs, a line each.",
    )
    .option("--watch", "keep drawing until the job is complete")
    .option("--json", "print what is known as one JSON object; with --watch, one on every line")
    .option(
      "--jobs <prefix>",
      "all jobs whose id begins so, whatever the environment says; an operator who may see no others needs it",
    )
    .addHelpText("after", EXAMPLES);
  return controlCommand<StatusOptions>(command, "jobs", surroundings, (input) =>
    input.jobId === undefined || input.options.jobs !== undefined
      ? showJobs(input, surroundings)
      : showJob(input, input.jobId, surroundings),
  );
}

async function showJob(
  input: ControlCommandInput<StatusOptions>,
  jobId: string,
  surroundings: CliSurroundings,
): Promise<void> {
  const { settings, control, options, signal } = input;
  const { clock, stdout } = surroundings;
  const read = createStatusReader(control, jobId, clock);
  const drawing = options.json === true ? always(jobJson) : JOB;
  const isOver = (seen: JobStatus): boolean => seen.progress?.summary !== undefined;
  let status = await read(signal);
  if (options.watch === true && !isOver(status)) {
    const onLook = (seen: JobStatus): void => void (status = seen);
    await drawUntil(isOver, { read, drawing, screen: screenOf(input, stdout), clock, onLook, signal });
  }
  const summary = status.progress?.summary;
  if (options.json === true) stdout.write(`${jobJson(status)}\n`);
  else if (summary !== undefined) stdout.write(`${describeSummary(summary, settings)}\n`);
  else if (options.watch !== true) stdout.write(`${jobPanel(status, stdout.columns ?? 200, MOST_WORKERS)}\n`);
  if ((summary?.tally.outcomes.failed ?? 0) > 0) throw new CliEnd(EXIT.objectsFailed);
}

async function showJobs(
  input: ControlCommandInput<StatusOptions>,
  surroundings: CliSurroundings,
): Promise<void> {
  const { control, options, signal } = input;
  const { clock, stdout } = surroundings;
  const read = createJobsReader(control, options.jobs ?? "", clock);
  const draw = options.json === true ? jobsJson : describeJobs;
  const isOver = (seen: readonly JobOverview[]): boolean => seen.every(({ state }) => state === "complete");
  const screen = screenOf(input, stdout);
  let jobs = await read(signal);
  const isWatched = options.watch === true && !isOver(jobs);
  if (isWatched) {
    const onLook = (seen: readonly JobOverview[]): void => void (jobs = seen);
    await drawUntil(isOver, { read, drawing: always(draw), screen, clock, onLook, signal });
  }
  if (!isWatched || !screen.isTty) stdout.write(`${draw(jobs)}\n`);
}

function screenOf({ options }: ControlCommandInput<StatusOptions>, stdout: NodeJS.WriteStream): Screen {
  return screenOn(stdout, options.json !== true);
}

/** Looks and draws again and again until `isOver`. */
async function drawUntil<Look>(
  isOver: (look: Look) => boolean,
  options: Omit<WatchOptions<Look>, "stop"> & {
    readonly onLook: (look: Look) => void;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const over = new AbortController();
  const onLook = (seen: Look): void => {
    options.onLook(seen);
    if (isOver(seen)) over.abort(new Error("over"));
  };
  await watch({ ...options, onLook, stop: AbortSignal.any([options.signal, over.signal]) });
}

/** How many workers are shown to one who looks once. */
const MOST_WORKERS = 50;

const JOB: Drawing<JobStatus> = {
  panel: (status, columns) => jobPanel(status, columns),
  plain: ({ progress, boots }) =>
    progress === undefined ? describeBoots(boots).join("\n") : progressLine(progress),
};

function jobPanel({ progress, boots }: JobStatus, columns: number, mostWorkers?: number): string {
  if (progress === undefined) return describeBoots(boots).join("\n");
  const troubled = describeBoots(troubledBoots(boots, progress.workers));
  return [progressPanel(progress, columns, mostWorkers), ...troubled].join("\n");
}

function always<Look>(draw: (look: Look) => string): Drawing<Look> {
  return { panel: draw, plain: draw };
}
