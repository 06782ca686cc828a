import { systemClock } from "../core/clock.ts";
import { EXIT, exitCodeOf, type ExitCode } from "../core/exit-codes.ts";
import { FerryError } from "../core/errors.ts";
import { readSettings } from "../core/protocol/environment.ts";
import { logLines } from "./log-lines.ts";
import { openWorker } from "./open-worker.ts";

/**
 * The worker process: settings from the environment, JSON logs on standard output, one line on standard error
 * when it cannot go on, and an exit code that says how it ended (core/exit-codes.ts). SIGTERM and SIGINT drain
 * it: it finishes what it can, gives the rest back and ends.
 */
async function main(): Promise<ExitCode> {
  const { env: environment } = process;
  const read = readSettings(environment);
  if (!read.ok) {
    for (const problem of read.problems) process.stderr.write(`${problem}\n`);
    return EXIT.usage;
  }
  const { settings } = read;
  const log = logLines(process.stdout, {
    level: settings.OSS_FERRY_LOG_LEVEL,
    base: { jobId: settings.OSS_FERRY_JOB_ID, worker: settings.OSS_FERRY_WORKER_NAME, pid: process.pid },
  });
  const drain = new AbortController();
  for (const name of ["SIGTERM", "SIGINT"] as const) {
    process.once(name, () => drain.abort(new Error(`received ${name}`)));
  }
  try {
    const worker = openWorker(settings, {
      environment,
      clock: systemClock,
      random: Math.random,
      log,
      residentBytes: () => process.memoryUsage.rss(),
    });
    const end = await worker.run(drain.signal);
    if (end.kind === "drained") return EXIT.drained;
    return end.summary.tally.outcomes.failed > 0 ? EXIT.objectsFailed : EXIT.complete;
  } catch (error) {
    const code = exitCodeOf(error);
    const known = error instanceof FerryError;
    log.error(code === EXIT.refused ? "worker.refused" : "worker.failed", {
      exitCode: code,
      code: known ? error.code : "INTERNAL_ERROR",
      message: error instanceof Error ? error.message : String(error),
      ...(known ? {} : { stack: error instanceof Error ? error.stack : undefined }),
    });
    process.stderr.write(
      known
        ? `${error.code}: ${error.message}\n`
        : `INTERNAL_ERROR: ${String(error)}; the log has the stack\n`,
    );
    return code;
  }
}

process.exitCode = await main();
