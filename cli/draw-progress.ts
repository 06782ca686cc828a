import { styleText } from "node:util";
import { OUTCOMES } from "../core/outcome.ts";
import { describeLimits, unusable } from "./describe-control.ts";
import type { Straggler } from "./find-stragglers.ts";
import { counted, formatBytes, formatCount, formatDuration } from "./format.ts";
import { isAlive, type Progress, type WorkerProgress } from "./read-progress.ts";

/** How many workers and stragglers a panel shows. */
const MOST_ROWS = 12;

/** One plain line, for logs and terminals that cannot draw. */
export function progressLine(progress: Progress): string {
  const { failed } = progress.completed.outcomes;
  const { inForce } = progress.control;
  const limits = inForce === undefined ? "none" : describeLimits(inForce);
  return [
    formatDuration(progress.elapsedMs).padStart(6),
    `${formatCount(progress.finished)} of ${formatCount(progress.listed)} listed objects`,
    formatBytes(progress.finishedBytes),
    `${formatBytes(progress.pace.bytesPerSecond)}/s`,
    `ETA ${eta(progress)}`,
    `partitions ${progress.completedPartitions} done, ${progress.heldPartitions} held, ${openCount(progress)} open`,
    counted(progress.workers.filter(isAlive).length, "worker"),
    ...(progress.state === "paused" ? ["paused"] : []),
    ...(limits === "none" ? [] : [`at most ${limits}`]),
    ...(progress.stragglers.length > 0 ? [counted(progress.stragglers.length, "straggler")] : []),
    ...(failed > 0 ? [`${formatCount(failed)} failed`] : []),
  ].join("  ");
}

/** Several lines to be drawn over and over in one place. */
export function progressPanel(progress: Progress, columns: number, mostWorkers = MOST_ROWS): string {
  const width = Math.max(20, Math.min(50, columns - 40));
  const share = progress.listedBytes === 0 ? 0 : progress.finishedBytes / progress.listedBytes;
  const isListing = progress.openPartitions > 0;
  const { job, control, pace, completed } = progress;
  const lines = [
    headline(progress),
    ...(control.problem === undefined ? [] : [unusable(job.spec.jobId, control.problem)]),
    `${bar(share, width)} ${styleText("bold", `${(share * 100).toFixed(1)} %`)}${isListing ? " of what is listed so far" : ""}`,
    `objects ${formatCount(progress.finished)} / ${formatCount(progress.listed)}   bytes ${formatBytes(progress.finishedBytes)} / ${formatBytes(progress.listedBytes)}   ` +
      `${formatBytes(pace.bytesPerSecond)}/s   ${formatCount(pace.objectsPerSecond)} objects/s   ETA ${eta(progress)}`,
    `partitions ${progress.completedPartitions} done, ${progress.heldPartitions} held, ${openCount(progress)} open   ` +
      OUTCOMES.map((outcome) => `${outcome} ${formatCount(completed.outcomes[outcome])}`).join("  "),
    ...codeLines(completed.codes),
    ...progress.stragglers.slice(0, MOST_ROWS).map(stragglerLine),
    ...more(progress.stragglers.length - MOST_ROWS, "stragglers"),
    ...inOrder(progress.workers).slice(0, mostWorkers).map(workerLine),
    ...more(progress.workers.length - mostWorkers, "workers"),
  ];
  return lines.map((line) => clip(line, columns)).join("\n");
}

/** Totals by code, the most frequent first. */
export function codeLines(codes: Progress["completed"]["codes"]): readonly string[] {
  return Object.entries(codes)
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `  ${formatCount(count).padStart(9)}  ${code}`);
}

function headline({ job, state, workers, elapsedMs, control }: Progress): string {
  const { jobId } = job.spec;
  const lost = workers.filter((worker) => worker.state === "lost").length;
  const limits = control.inForce === undefined ? "none" : describeLimits(control.inForce);
  const words = [
    `${styleText("bold", jobId)} ${styleText(state === "running" ? "green" : "yellow", state)}`,
    `${counted(workers.filter(isAlive).length, "worker")}${lost > 0 ? ` and ${lost} lost` : ""}`,
    `for ${formatDuration(elapsedMs)}`,
    ...(limits === "none" ? [] : [`at most ${limits}`]),
  ];
  return words.join("   ");
}

function stragglerLine({ partitionId, workerId, heldMs, listed, finished, why }: Straggler): string {
  const done =
    listed === undefined
      ? "not listed yet"
      : `${formatCount(finished ?? 0)} of ${formatCount(listed)} objects`;
  return `  ${styleText("yellow", "straggler")} ${partitionId} of ${workerId}: ${why}, held for ${formatDuration(heldMs)}, ${done}`;
}

/** Those alive first, then those lost; each in the order of their ids. */
function inOrder(workers: readonly WorkerProgress[]): readonly WorkerProgress[] {
  const rank = (worker: WorkerProgress): number => (isAlive(worker) ? 0 : worker.state === "lost" ? 1 : 2);
  return workers.toSorted((a, b) => rank(a) - rank(b));
}

function workerLine(worker: WorkerProgress): string {
  const { heartbeat } = worker;
  const { obeys, requests } = heartbeat;
  const done = heartbeat.completed.listed + heartbeat.inProgress.finished;
  const bytes = heartbeat.completed.copiedBytes + heartbeat.inProgress.finishedBytes;
  const colour = worker.state === "lost" ? "red" : worker.state === "working" ? "green" : "dim";
  const pace = isAlive(worker) ? (heartbeat.pace?.bytesPerSecond ?? 0) : 0;
  const limits = obeys === undefined ? "none" : describeLimits(obeys);
  const words = [
    `  ${worker.workerId.padEnd(18)} ${styleText(colour, worker.state.padEnd(8))}`,
    `${formatBytes(pace).padStart(8)}/s`,
    `${formatCount(done).padStart(9)} objects ${formatBytes(bytes).padStart(8)}`,
    `${heartbeat.held.length} held`,
    `${heartbeat.activeTransfers}/${heartbeat.slots} transfers`,
    `${formatCount(requests.source + requests.destination + requests.control)} requests`,
    `${formatBytes(heartbeat.residentBytes)} memory`,
    `seen ${formatDuration(worker.sinceHeartbeatMs)} ago`,
    ...(obeys?.paused === true ? ["paused"] : []),
    ...(limits === "none" ? [] : [`at most ${limits}`]),
  ];
  return words.join("  ");
}

function more(count: number, what: string): readonly string[] {
  return count > 0 ? [`  and ${formatCount(count)} more ${what}; --json has all`] : [];
}

function openCount({ openPartitions, moreOpen }: Progress): string {
  return `${openPartitions}${moreOpen ? "+" : ""}`;
}

function eta({ remainingMs, openPartitions }: Progress): string {
  // What is listed is done, and there is more to list: nobody knows how much.
  if (remainingMs === undefined || (openPartitions > 0 && remainingMs === 0)) return "–";
  const known = formatDuration(remainingMs);
  return openPartitions > 0 ? `> ${known}` : known;
}

function bar(share: number, width: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return styleText("cyan", "█".repeat(full)) + styleText("dim", "░".repeat(width - full));
}

/** Cuts a line to the terminal's width without counting colours. */
function clip(line: string, columns: number): string {
  let visible = 0;
  // eslint-disable-next-line no-control-regex -- colour codes begin with the escape character
  return line.replace(/\u001b\[[0-9;]*m|./gsu, (token) => {
    if (token.length > 1 && token.startsWith("\u001b")) return token;
    visible++;
    return visible <= columns ? token : "";
  });
}
