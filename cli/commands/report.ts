import { Command } from "commander";
import { EXIT } from "../../core/exit-codes.ts";
import { silentLog } from "../../core/log.ts";
import { randomHex } from "../../worker/job-context.ts";
import { reliableControl } from "../../worker/reliable-control.ts";
import { controlCommand, type ControlCommandInput } from "../control-command.ts";
import { drawReport } from "../report/draw-report.ts";
import { openReport } from "../report/open-report.ts";
import type { Report } from "../report/report.ts";
import { reportRequest, type ReportOptions, type ReportRequest } from "../report/report-options.ts";
import { writeToFile, writeToStream } from "../report/write-output.ts";
import { CliEnd, type CliSurroundings } from "../surroundings.ts";

const EXAMPLES = `
Examples, where the environment says which job and control bucket:
  oss-ferry report                                         what happened, in text
  oss-ferry report --output small-full.html                one page to hand over, with charts
  oss-ferry report --format json | jq .tally               for scripts
  oss-ferry report --format csv --outcome failed,kept      one line for each such object
  oss-ferry report --output all.jsonl                      one line for each object there is, as in the ledgers
  oss-ferry report --no-objects                            from completion markers alone: totals without objects

Exit codes: 0 complete, nothing failed; 3 complete, some objects failed; 4 something of the job is damaged;
6 the job is not complete, the report covers what there is. docs/report.md has the formats.`;

/** `oss-ferry report`: what became of every object of a job, from the control bucket alone. */
export function reportCommand(surroundings: CliSurroundings): Command {
  const command = new Command("report")
    .description(
      "Report what became of every object of a job, from its control bucket alone: totals, failures and what to do, and a proof, made anew, that no key is left out.",
    )
    .option(
      "--format <name>",
      "text, json, html, csv or jsonl (default: by the name of --output, else text); csv and jsonl have a line for each object",
    )
    .option("--output <file>", "write there instead of standard output; the file appears once it is whole")
    .option("--outcome <names>", "of csv and jsonl only these lines, for instance failed,kept")
    .option("--code <names>", "of csv and jsonl only lines with these codes, for instance KEY_TOO_LONG")
    .option("--examples <count>", "how many objects stand for each code (default: 5)")
    .option("--no-objects", "read completion markers alone: quick at any size, without sizes and examples")
    .addHelpText("after", EXAMPLES);
  return controlCommand<ReportOptions>(command, "job", surroundings, async (input) => {
    const request = reportRequest(input.options);
    try {
      await report(input, request, surroundings);
    } catch (error) {
      if (!input.signal.aborted || error instanceof CliEnd) throw error;
      surroundings.stderr.write("Interrupted before the report was whole.\n");
      throw new CliEnd(EXIT.drained);
    }
  });
}

async function report(
  { control, settings, signal }: ControlCommandInput<ReportOptions>,
  request: ReportRequest,
  { clock, random, stdout, stderr }: CliSurroundings,
): Promise<void> {
  const giveUpMs = settings.OSS_FERRY_GIVE_UP_SECONDS * 1000;
  const { parts, collector } = await openReport(
    reliableControl(control, { clock, random, log: silentLog, giveUpMs }),
    settings,
    { ...request, reportedAtMs: clock.nowMs(), signal },
  );
  const chunks = drawReport(request, parts, collector);
  if (request.file === undefined) await writeToStream(chunks, stdout);
  else await writeToFile(chunks, request.file, randomHex(random, 8));
  const whole = collector.report();
  if (request.file !== undefined) stdout.write(`${whole.verdict.sentence}\nWritten to ${request.file}\n`);
  const isSaid = request.file === undefined && !isOfObjects(request);
  if (!isSaid) sayWhatIsWrong(whole, stderr);
  if (whole.verdict.exitCode !== EXIT.complete) throw new CliEnd(whole.verdict.exitCode);
}

function isOfObjects({ format }: ReportRequest): boolean {
  return format === "csv" || format === "jsonl";
}

/** For formats that have no place for it. */
function sayWhatIsWrong({ verdict, damage }: Report, stderr: NodeJS.WriteStream): void {
  for (const line of damage) stderr.write(`${line}\n`);
  if (verdict.kind === "partial") stderr.write(`${verdict.sentence}\n`);
}
