import { z } from "zod";

/**
 * `control.json` — what the operator wants of the running fleet; overwritten by the operator, read by every
 * worker every few seconds. Absent means: run, no limits. The limits are the whole fleet's; each live worker
 * takes an equal share. One that cannot be read leaves the last good one in force.
 */
export const controlSettingsSchema = z.strictObject({
  paused: z.boolean().default(false),
  /** Source bytes per second over all workers. */
  bytesPerSecond: z.number().positive().optional(),
  /** Requests per second to source and destination over all workers. */
  requestsPerSecond: z.number().positive().optional(),
});

export type ControlSettings = z.infer<typeof controlSettingsSchema>;

export const NO_LIMITS: ControlSettings = { paused: false };
