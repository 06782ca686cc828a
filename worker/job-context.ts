import type { Clock, Random } from "../core/clock.ts";
import type { Log } from "../core/log.ts";
import type { JobRecord } from "../core/protocol/job.ts";
import type { JobKeys } from "../core/protocol/keys.ts";
import type { DestinationStore, SourceStore } from "../storage/ports.ts";
import type { JobRules } from "./job-rules.ts";
import type { ReliableControl } from "./reliable-control.ts";

/** What every stage of the protocol needs of the world. */
export interface JobContext {
  readonly job: JobRecord;
  readonly keys: JobKeys;
  readonly control: ReliableControl;
  readonly source: Pick<SourceStore, "list">;
  readonly destination: Pick<DestinationStore, "list">;
  readonly rules: JobRules;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** After how long without success a store counts as unavailable. */
  readonly giveUpMs: number;
}

/** `digits` random hex digits; ids made of it spread evenly over the control bucket's index. */
export function randomHex(random: Random, digits: number): string {
  let hex = "";
  while (hex.length < digits)
    hex += Math.floor(random() * 0x1_0000)
      .toString(16)
      .padStart(4, "0");
  return hex.slice(0, digits);
}

/** A fresh partition id. */
export function newPartitionId(random: Random): string {
  return randomHex(random, 12);
}
