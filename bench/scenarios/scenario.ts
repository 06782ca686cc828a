import type { Sample } from "../measure/sample.ts";
import type { Summary } from "../measure/statistics.ts";
import type { RunningServer } from "../server/start-server.ts";
import type { WorkerBuild } from "../worker-command.ts";

/** What every scenario works with. */
export interface Bench {
  readonly server: RunningServer;
  readonly worker: WorkerBuild;
  /** Whether rclone is there to compare with. */
  readonly hasRclone: boolean;
  /** Whether servers and clients have a core each. */
  readonly pin: boolean;
  /** Fewer rounds and less data; figures for a first impression. */
  readonly quick: boolean;
  readonly rounds: number;
  /** Says what is being measured now. */
  progress(text: string): void;
}

/** One line of the result. */
export interface Line {
  readonly what: string;
  readonly unit: string;
  readonly ours: Summary;
  readonly rclone?: Summary;
  /** Ours by rclone's, of runs in pairs. */
  readonly ratio?: Summary;
  readonly target?: { readonly text: string; readonly met: boolean };
  readonly note?: string;
}

export interface ScenarioResult {
  readonly lines: readonly Line[];
  readonly samples: readonly Sample[];
}

export interface Scenario {
  /** As `--only` takes it. */
  readonly name: string;
  readonly title: string;
  run(bench: Bench): Promise<ScenarioResult>;
}

/** How long every answer of the server is held back: as near as another availability zone or a city away. */
export const LATENCY_MS = 20;

/** A run that takes longer than this has hung. */
export const RUN_TIMEOUT_MS = 600_000;

export const KIB = 1_024;
export const MIB = 1_024 * KIB;
export const GIB = 1_024 * MIB;

const BUSY_SHARE = 0.9;
const DISTURBED_SHARE = 0.15;

/** What makes these figures doubtful, if anything. */
export function doubtsAbout(samples: readonly Sample[]): string | undefined {
  const serverBusy = Math.max(...samples.map((sample) => sample.serverBusyShare));
  const disturbed = Math.max(...samples.map((sample) => sample.disturbanceShare));
  const doubts = [
    ...(serverBusy > BUSY_SHARE ? ["the server's core was the limit"] : []),
    ...(disturbed > DISTURBED_SHARE ? [`others took ${Math.round(disturbed * 100)} % of the processor`] : []),
  ];
  return doubts.length === 0 ? undefined : doubts.join("; ");
}
