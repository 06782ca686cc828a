import { createWriteStream, openSync } from "node:fs";
import { FerryError } from "../core/errors.ts";
import { EXIT } from "../core/exit-codes.ts";
import { silentLog, type Log } from "../core/log.ts";
import type { Settings, VariableName } from "../core/protocol/environment.ts";
import type { WorkerEnd } from "../worker/run-worker.ts";
import { logLines } from "../worker/log-lines.ts";
import { openWorker } from "../worker/open-worker.ts";
import { createProgressReader, type Progress } from "./read-progress.ts";
import { describeSummary } from "./describe-summary.ts";
import { CliEnd, type CliSurroundings } from "./surroundings.ts";
import { screenOn, watchJob } from "./watch-job.ts";

/** A single machine is rarely inside Alibaba Cloud and has keys instead of a role. */
export const RUN_DEFAULTS: Readonly<Partial<Record<VariableName, string>>> = {
  OSS_FERRY_OSS_NETWORK: "public",
  OSS_FERRY_OSS_CREDENTIALS: "environment",
};

/**
 * Works on a job with one worker on this machine until it is complete, shows how it gets on and says how it ended:
 * also by the exit code, where objects failed or somebody stopped it.
 */
export async function runJob(
  settings: Settings,
  options: { readonly log?: string },
  surroundings: CliSurroundings,
): Promise<void> {
  const end = await runHere(settings, logTo(options.log, settings), surroundings);
  if (end.kind === "drained") {
    surroundings.stderr.write(
      "Stopped before the job was complete; the same command goes on where it stopped.\n",
    );
    throw new CliEnd(EXIT.drained);
  }
  surroundings.stdout.write(`${describeSummary(end.summary, settings)}\n`);
  if (end.summary.tally.outcomes.failed > 0) throw new CliEnd(EXIT.objectsFailed);
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
  const readerOf = (jobId: string): ((signal: AbortSignal) => Promise<Progress>) =>
    createProgressReader(worker.stores.control, jobId);
  let read = readerOf(settings.OSS_FERRY_JOB_ID);
  const watching = watchJob({
    read: (signal) => read(signal),
    screen: screenOn(stderr),
    clock,
    stop: stop.signal,
  });
  try {
    return await worker.run(drain.signal, (jobId) => (read = readerOf(jobId)));
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
