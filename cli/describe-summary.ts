import { OUTCOMES } from "../core/outcome.ts";
import type { Settings } from "../core/protocol/environment.ts";
import { jobKeys } from "../core/protocol/keys.ts";
import { type Summary, tookMs } from "../core/protocol/summary.ts";
import { codeLines } from "./draw-progress.ts";
import { formatBytes, formatCount, formatDuration } from "./format.ts";

/** A finished job in a few lines: the totals and their sum, the time it took, what failed by code, and where the details lie. */
export function describeSummary(
  summary: Summary,
  settings: Pick<Settings, "OSS_FERRY_CONTROL_BUCKET">,
): string {
  const { tally, partitions, jobId } = summary;
  const took = formatDuration(tookMs(summary));
  const sum = OUTCOMES.map((outcome) => `${formatCount(tally.outcomes[outcome])} ${outcome}`).join(" + ");
  return [
    `Job ${jobId} is complete: ${formatCount(tally.listed)} listed = ${sum}`,
    `${formatBytes(tally.copiedBytes)} copied and verified in ${took}; ${formatCount(partitions)} completion markers cover the whole key space`,
    ...codeLines(tally.codes),
    `One line for each object: oss://${settings.OSS_FERRY_CONTROL_BUCKET}/${jobKeys(jobId).root}ledger/`,
  ].join("\n");
}
