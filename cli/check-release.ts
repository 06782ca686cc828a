import { FerryError } from "../core/errors.ts";
import { EXIT } from "../core/exit-codes.ts";
import { describeRelease } from "./describe-release.ts";
import type { Progress } from "./read-progress.ts";
import { CliEnd, type CliSurroundings } from "./surroundings.ts";

/** Set to `working` it lets a fleet go that is still working. */
const CONSENT = "FERRY_RELEASE";

/**
 * Says whether the fleet of a job can be released. Ends with exit code 4 when it is still working and the operator
 * has not agreed; resolves when it can go, also where there is no such job.
 */
export async function checkRelease(
  jobId: string,
  read: (signal: AbortSignal) => Promise<Progress>,
  { environment, stdout, stderr }: Pick<CliSurroundings, "environment" | "stdout" | "stderr">,
  signal: AbortSignal,
): Promise<void> {
  let progress: Progress;
  try {
    progress = await read(signal);
  } catch (error) {
    if (!(error instanceof FerryError) || error.code !== "JOB_UNKNOWN") throw error;
    stdout.write(`${jobId} was never begun.\n`);
    return;
  }
  const { working, sentence } = describeRelease(progress);
  if (working && environment[CONSENT] !== "working") {
    stderr.write(`${sentence}\n`);
    throw new CliEnd(EXIT.refused);
  }
  stdout.write(`${sentence}\n`);
}
