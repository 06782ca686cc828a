import { styleText } from "node:util";
import { OUTCOMES } from "../core/outcome.ts";
import { formatBytes, formatCount, formatDuration } from "./format.ts";
import type { Progress, WorkerProgress } from "./read-progress.ts";

/** Progress with what only a series of looks can tell. */
export interface Pace {
  readonly elapsedMs: number;
  readonly bytesPerSecond: number;
  readonly objectsPerSecond: number;
}

const WINDOW_MS = 5_000;

/** Measures the pace over the last few seconds. */
export function createPacer(): (progress: Progress, nowMs: number) => Pace {
  const looks: { atMs: number; bytes: number; objects: number }[] = [];
  let beganMs: number | undefined;
  return (progress, nowMs) => {
    beganMs ??= nowMs;
    looks.push({ atMs: nowMs, bytes: progress.finishedBytes, objects: progress.finished });
    while (looks.length > 2 && nowMs - (looks[0]?.atMs ?? nowMs) > WINDOW_MS) looks.shift();
    const [first] = looks;
    const seconds = first === undefined ? 0 : (nowMs - first.atMs) / 1000;
    const perSecond = (now: number, then: number): number =>
      seconds > 0 ? Math.max(0, now - then) / seconds : 0;
    return {
      elapsedMs: nowMs - beganMs,
      bytesPerSecond: perSecond(progress.finishedBytes, first?.bytes ?? 0),
      objectsPerSecond: perSecond(progress.finished, first?.objects ?? 0),
    };
  };
}

/** One plain line, for logs and terminals that cannot draw. */
export function progressLine(progress: Progress, pace: Pace): string {
  const live = progress.workers.filter((worker) => isAlive(worker)).length;
  const { failed } = progress.completed.outcomes;
  return [
    formatDuration(pace.elapsedMs).padStart(6),
    `${formatCount(progress.finished)} of ${formatCount(progress.listed)} listed objects`,
    formatBytes(progress.finishedBytes),
    `${formatBytes(pace.bytesPerSecond)}/s`,
    `ETA ${eta(progress, pace)}`,
    `partitions ${progress.completedPartitions} done, ${progress.heldPartitions} held, ${progress.openPartitions}${progress.moreOpen ? "+" : ""} open`,
    `${live} workers`,
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join("  ");
}

/** Several lines to be drawn over and over in one place. */
export function progressPanel(progress: Progress, pace: Pace, columns: number): string {
  const width = Math.max(20, Math.min(50, columns - 40));
  const share = progress.listedBytes === 0 ? 0 : progress.finishedBytes / progress.listedBytes;
  const isListing = progress.openPartitions > 0;
  const lines = [
    `${bar(share, width)} ${styleText("bold", `${(share * 100).toFixed(1)} %`)}${isListing ? " of what is listed so far" : ""}`,
    `objects ${formatCount(progress.finished)} / ${formatCount(progress.listed)}   bytes ${formatBytes(progress.finishedBytes)} / ${formatBytes(progress.listedBytes)}   ` +
      `${formatBytes(pace.bytesPerSecond)}/s   ${formatCount(pace.objectsPerSecond)} objects/s   ETA ${eta(progress, pace)}`,
    `partitions ${progress.completedPartitions} done, ${progress.heldPartitions} held, ${progress.openPartitions}${progress.moreOpen ? "+" : ""} open   ` +
      OUTCOMES.map((outcome) => `${outcome} ${formatCount(progress.completed.outcomes[outcome])}`).join("  "),
    ...progress.workers.slice(-12).map((worker) => workerLine(worker)),
  ];
  return lines.map((line) => clip(line, columns)).join("\n");
}

function workerLine(worker: WorkerProgress): string {
  const { heartbeat } = worker;
  const done = heartbeat.completed.listed + heartbeat.inProgress.finished;
  const bytes = heartbeat.completed.copiedBytes + heartbeat.inProgress.finishedBytes;
  const state = worker.state.padEnd(8);
  const colour = worker.state === "lost" ? "red" : worker.state === "working" ? "green" : "dim";
  return (
    `  ${worker.workerId.padEnd(18)} ${styleText(colour, state)} ${formatCount(done).padStart(9)} objects ${formatBytes(bytes).padStart(9)}` +
    `   ${String(heartbeat.completedPartitions).padStart(4)} partitions   ${heartbeat.activeTransfers}/${heartbeat.slots} transfers   ${formatBytes(heartbeat.residentBytes)} memory`
  );
}

function isAlive(worker: WorkerProgress): boolean {
  return worker.state !== "lost" && worker.state !== "left";
}

function eta(progress: Progress, pace: Pace): string {
  const rest = progress.listedBytes - progress.finishedBytes;
  if (pace.bytesPerSecond <= 0) return "–";
  const known = formatDuration((rest / pace.bytesPerSecond) * 1000);
  return progress.openPartitions > 0 ? `> ${known}` : known;
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
