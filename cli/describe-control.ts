import { isOpenAt } from "../core/daily-window.ts";
import type { LimitsInForce, LimitWindow } from "../core/protocol/control-settings.ts";
import { roundOf } from "../core/protocol/round.ts";
import { formatCount, formatMbit } from "./format.ts";
import type { ControlState } from "./read-control.ts";
import { isAlive, type Progress } from "./read-progress.ts";

/** How soon the fleet does what the operator wants. */
const OBEYED_WITHIN = "15 s";

/** What stands in `control.json` and what it means now, line by line, and who does it already. */
export function describeControl(progress: Progress): readonly string[] {
  const { job, control } = progress;
  const { jobId } = job.spec;
  if (control.problem !== undefined) return [unusable(jobId, control.problem)];
  const { settings, inForce } = control;
  const lines = [
    inForce.paused
      ? `${jobId} is paused: nothing new begins, what is under way ends.`
      : `${jobId} is not paused.`,
    `Limits of the whole fleet now: ${describeLimits(inForce)}.`,
  ];
  if (settings.windows.length > 0) {
    lines.push(`  outside windows: ${describeLimits(settings)}`);
    lines.push(...settings.windows.map((window) => `  ${describeWindow(window, progress.serverDateMs)}`));
  }
  return [...lines, describeObedience(progress)];
}

/** Why `control.json` has no effect, and what to do. */
export function unusable(jobId: string, problem: string): string {
  return (
    `control.json of ${jobId} cannot be used: ${problem}; workers keep to what they could read last. ` +
    "Write it anew with --replace: `resume --replace` runs without limits."
  );
}

/** `400 Mbit/s, 2,000 requests/s`, or `none`. */
export function describeLimits({
  bytesPerSecond,
  requestsPerSecond,
}: Pick<LimitWindow, "bytesPerSecond" | "requestsPerSecond">): string {
  const words: string[] = [];
  if (bytesPerSecond === null) words.push("any bandwidth");
  else if (bytesPerSecond !== undefined) words.push(formatMbit(bytesPerSecond));
  if (requestsPerSecond === null) words.push("any requests/s");
  else if (requestsPerSecond !== undefined) words.push(`${formatCount(requestsPerSecond)} requests/s`);
  return words.length === 0 ? "none" : words.join(", ");
}

/** `22:00-06:00 Asia/Shanghai: 400 Mbit/s (now)`. */
function describeWindow(window: LimitWindow, nowMs: number): string {
  const isOpen = isOpenAt(window, nowMs) ? " (now)" : "";
  return `${nameOfWindow(window)}: ${describeLimits(window)}${isOpen}`;
}

/** `22:00-06:00 Asia/Shanghai`. */
export function nameOfWindow({ from, until, timeZone }: LimitWindow): string {
  return `${from}-${until} ${timeZone}`;
}

/** Which of the living workers have not shown yet that they obey this very `control.json`. */
export function disobedient(progress: Pick<Progress, "workers" | "control">): readonly string[] {
  return progress.workers
    .filter((worker) => isAlive(worker) && worker.heartbeat.obeys?.revision !== progress.control.revision)
    .map(({ workerId }) => workerId);
}

function describeObedience(progress: Progress): string {
  if (progress.state === "complete" && roundOf(progress.job.spec) !== undefined) {
    return "The latest round is complete; if another follows, it obeys from the beginning.";
  }
  if (progress.state === "complete") return "The job is complete; nobody works on it any more.";
  const alive = progress.workers.filter(isAlive).length;
  if (alive === 0) return "No worker is alive; those that start obey from the beginning.";
  const obeying = alive - disobedient(progress).length;
  const workers = alive === 1 ? "1 worker is alive" : `${alive} workers are alive`;
  return `${workers}${shareOf(progress.control, alive)}; ${obeying} of ${alive} ${obeying === alive ? "obey." : `obey already, the rest within ${OBEYED_WITHIN}.`}`;
}

function shareOf({ inForce }: ControlState, alive: number): string {
  const { bytesPerSecond, requestsPerSecond } = inForce ?? {};
  if (alive === 1 || (bytesPerSecond === undefined && requestsPerSecond === undefined)) return "";
  const share: Omit<LimitsInForce, "paused"> = {
    ...(bytesPerSecond === undefined ? {} : { bytesPerSecond: bytesPerSecond / alive }),
    ...(requestsPerSecond === undefined ? {} : { requestsPerSecond: requestsPerSecond / alive }),
  };
  return ` and each takes ${describeLimits(share)}`;
}
