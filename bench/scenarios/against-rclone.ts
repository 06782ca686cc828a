import { interleave } from "../measure/interleave.ts";
import type { ProcessCommand } from "../measure/run-process.ts";
import { takeSample } from "../measure/sample.ts";
import type { Sample } from "../measure/sample.ts";
import { summarize, summarizeRatios } from "../measure/statistics.ts";
import { rcloneCommand } from "../rclone.ts";
import type { ServerScenario } from "../server/messages.ts";
import { workerCommand } from "../worker-command.ts";
import type { WorkerSettings } from "../worker-command.ts";
import { RUN_TIMEOUT_MS, doubtsAbout } from "./scenario.ts";
import type { Bench, Line } from "./scenario.ts";

/** Runs of the same job by both, in pairs; the second list is empty where there is no rclone. */
export interface Duel {
  readonly ours: readonly Sample[];
  readonly rclones: readonly Sample[];
}

/** Lets a worker and rclone do the same job with the same number of objects in flight, in turns. */
export async function duel(
  bench: Bench,
  title: string,
  scenario: ServerScenario,
  concurrency: number,
  settings: WorkerSettings = {},
): Promise<Duel> {
  const { server, pin } = bench;
  const contender = (tool: string, command: ProcessCommand) => (): Promise<Sample> => {
    bench.progress(`${title}: ${tool}`);
    return takeSample({ tool, server, scenario, commands: [command], pin, timeoutMs: RUN_TIMEOUT_MS });
  };
  const worker = workerCommand(bench.worker, server, { clientId: "worker-1", concurrency, settings });
  const [ours = [], rclones = []] = await interleave(bench.rounds, [
    contender("oss-ferry", worker),
    ...(bench.hasRclone ? [contender("rclone", rcloneCommand(server, concurrency))] : []),
  ]);
  return { ours, rclones };
}

/** The line that compares both by `metric`. */
export function duelLine(
  result: Duel,
  what: string,
  unit: string,
  metric: (sample: Sample) => number,
  target?: { readonly text: string; readonly isMet: (medianRatio: number) => boolean },
): Line {
  const ours = result.ours.map(metric);
  const rclones = result.rclones.map(metric);
  const doubts = doubtsAbout([...result.ours, ...result.rclones]);
  const line = { what, unit, ours: summarize(ours), ...(doubts === undefined ? {} : { note: doubts }) };
  if (rclones.length === 0) return line;
  const ratio = summarizeRatios(ours.map((value, round) => [value, rclones[round] ?? Number.NaN]));
  return {
    ...line,
    rclone: summarize(rclones),
    ratio,
    ...(target === undefined ? {} : { target: { text: target.text, met: target.isMet(ratio.median) } }),
  };
}
