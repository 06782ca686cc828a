import { z } from "zod";
import { tallySchema } from "./tally-schema.ts";

const count = z.number().min(0);

const rate = z.number().positive();

/**
 * `workers/<workerId>` — a worker's heartbeat with its live figures, overwritten by that worker alone. It is
 * written before the worker's first claim, so no heartbeat means dead, and again before an open hint is deleted,
 * so that a dead worker's heartbeat names what it held.
 */
export const heartbeatSchema = z.strictObject({
  workerId: z.string(),
  /** The worker's own clock, for people. */
  startedAtMs: count,
  sentAtMs: count,
  state: z.enum(["working", "idle", "draining", "left"]),
  held: z.array(
    z.strictObject({
      partitionId: z.string(),
      epoch: z.int().min(1),
      /** For how long, by the holder's clock. */
      heldMs: count.optional(),
      /** Objects of it: how many, once it is listed, and how many of them are finished. */
      listed: count.optional(),
      finished: count.optional(),
    }),
  ),
  completedPartitions: count,
  /** Sum over the partitions this worker completed. */
  completed: tallySchema,
  /** Partitions held now: objects and bytes listed in them, objects and bytes finished so far. */
  inProgress: z.strictObject({ listed: count, listedBytes: count, finished: count, finishedBytes: count }),
  transferredBytes: count,
  activeTransfers: count,
  slots: count,
  retries: count,
  throttled: count,
  requests: z.strictObject({ source: count, destination: count, control: count }),
  residentBytes: count,
  /** How fast it was lately: source bytes, retries included, and finished objects. */
  pace: z.strictObject({ overMs: count, bytesPerSecond: count, objectsPerSecond: count }).optional(),
  /** What it last read of `control.json` and its own share of the limits; absent until it has read it. */
  obeys: z
    .strictObject({
      revision: z.string(),
      paused: z.boolean(),
      bytesPerSecond: rate.optional(),
      requestsPerSecond: rate.optional(),
    })
    .optional(),
});

export type Heartbeat = z.infer<typeof heartbeatSchema>;

/**
 * Whether a heartbeat's holder is dead: it said that it left, or its heartbeat is older than the lease. Both
 * stamps come from one answer of the store, so no worker's clock has a say. They are whole seconds, so a second
 * is added before anyone is declared dead.
 */
export function isDead(heartbeat: {
  readonly state: Heartbeat["state"] | undefined;
  readonly lastModifiedMs: number;
  readonly serverDateMs: number;
  readonly leaseMs: number;
}): boolean {
  return (
    heartbeat.state === "left" ||
    heartbeat.serverDateMs - heartbeat.lastModifiedMs > heartbeat.leaseMs + 1_000
  );
}
