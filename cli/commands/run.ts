import { createWriteStream, openSync } from "node:fs";
import { Command } from "commander";
import { FerryError } from "../../core/errors.ts";
import { EXIT } from "../../core/exit-codes.ts";
import { silentLog, type Log } from "../../core/log.ts";
import type { Settings, VariableName } from "../../core/protocol/environment.ts";
import type { WorkerEnd } from "../../worker/run-worker.ts";
import { logLines } from "../../worker/log-lines.ts";
import { openWorker } from "../../worker/open-worker.ts";
import { awsDefaultChain } from "../../storage/credentials/aws-default-chain.ts";
import { findBucketRegion } from "../../storage/s3/region.ts";
import { createProgressReader } from "../read-progress.ts";
import { describeSummary } from "../describe-summary.ts";
import { ALL_VARIABLES, settingsFrom, settingsOptions } from "../settings-options.ts";
import { CliEnd, type CliSurroundings } from "../surroundings.ts";
import { screenOn, watchJob } from "../watch-job.ts";

/** A single machine is rarely inside Alibaba Cloud and has keys instead of a role. */
const DEFAULTS: Readonly<Partial<Record<VariableName, string>>> = {
  OSS_FERRY_OSS_NETWORK: "public",
  OSS_FERRY_OSS_CREDENTIALS: "environment",
};

/** `oss-ferry run`: the whole job, or a share of it, by one worker on this machine. */
export function runCommand(surroundings: CliSurroundings): Command {
  const command = new Command("run")
    .description(
      "Migrate with one worker on this machine, with the engine and the protocol of the fleet. Start it on " +
        "several machines with the same job id to share the work; start it again to go on after an interruption.",
    )
    .option("--log <file>", "append the worker's JSON log to this file")
    .addHelpText(
      "after",
      `
Every option can be set as an environment variable instead: --source-bucket is OSS_FERRY_SOURCE_BUCKET.
Credentials come from the environment only: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY (or anything else the AWS
tools accept), or OSS_FERRY_SOURCE_ACCESS_KEY_ID, OSS_FERRY_SOURCE_ACCESS_KEY_SECRET for the source, ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET for OSS.`,
    );
  for (const option of settingsOptions(ALL_VARIABLES, DEFAULTS)) command.addOption(option);
  return command.action(async (options: Readonly<Record<string, string>>) => {
    const region = await findSourceRegion(options, surroundings);
    const settings = settingsFrom({ ...region, ...options }, DEFAULTS, surroundings);
    const end = await runHere(settings, logTo(options["log"], settings), surroundings);
    if (end.kind === "drained") {
      surroundings.stderr.write(
        "Stopped before the job was complete; the same command goes on where it stopped.\n",
      );
      throw new CliEnd(EXIT.drained);
    }
    surroundings.stdout.write(`${describeSummary(end.summary, settings)}\n`);
    if (end.summary.tally.outcomes.failed > 0) throw new CliEnd(EXIT.objectsFailed);
  });
}

/** Asks AWS where the bucket lives when nobody said so; nothing where AWS does not tell. */
async function findSourceRegion(
  options: Readonly<Record<string, string>>,
  { environment, clock, random }: CliSurroundings,
): Promise<{ readonly sourceRegion?: string }> {
  const said = (option: string, variable: VariableName): string | undefined =>
    options[option] ?? environment[variable];
  const bucket = said("sourceBucket", "OSS_FERRY_SOURCE_BUCKET");
  const isAws =
    said("sourceEndpoint", "OSS_FERRY_SOURCE_ENDPOINT") === undefined &&
    said("sourcePreset", "OSS_FERRY_SOURCE_PRESET") === undefined &&
    said("sourceKind", "OSS_FERRY_SOURCE_KIND") !== "oss";
  if (bucket === undefined || !isAws || said("sourceRegion", "OSS_FERRY_SOURCE_REGION") !== undefined)
    return {};
  const credentials = awsDefaultChain({ region: "us-east-1", clock, random });
  const region = await findBucketRegion({ bucket, credentials, signal: AbortSignal.timeout(15_000) }).catch(
    () => undefined,
  );
  return region === undefined ? {} : { sourceRegion: region };
}

async function runHere(settings: Settings, log: Log, surroundings: CliSurroundings): Promise<WorkerEnd> {
  const { environment, clock, random, residentBytes, stderr, onSignal } = surroundings;
  const drain = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    onSignal(name, () => {
      if (!drain.signal.aborted)
        stderr.write(`\n${name}: finishing what is under way, claiming nothing more …\n`);
      drain.abort(new Error(`received ${name}`));
    });
  }
  const worker = openWorker(settings, { environment, clock, random, log, residentBytes });
  const stop = new AbortController();
  const watching = watchJob({
    read: createProgressReader(worker.stores.control, settings.OSS_FERRY_JOB_ID),
    screen: screenOn(stderr),
    clock,
    stop: stop.signal,
  });
  try {
    return await worker.run(drain.signal);
  } finally {
    stop.abort(new Error("the worker ended"));
    await watching;
  }
}

function logTo(file: string | undefined, settings: Settings): Log {
  if (file === undefined) return silentLog;
  return logLines(createWriteStream(file, { fd: openLog(file) }), {
    level: settings.OSS_FERRY_LOG_LEVEL,
    base: { jobId: settings.OSS_FERRY_JOB_ID },
  });
}

function openLog(file: string): number {
  try {
    return openSync(file, "a");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FerryError("USAGE", `--log: cannot write there (${why}); name a file that can be written`);
  }
}
