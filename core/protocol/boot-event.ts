import { z } from "zod";

/** The stages of a boot, in order. `failed` and `stopped` end an attempt; the next one begins with `started` again. */
export const BOOT_STAGES = ["started", "credentials", "downloaded", "verified", "failed", "stopped"] as const;

export type BootStage = (typeof BOOT_STAGES)[number];

/**
 * `boot/<instanceId>/<stage>.json` — how far an instance has come, written by its bootstrap before there is any
 * worker, and overwritten by the next attempt; the newest of an instance's objects says where it stands.
 * `failed` carries the reason why there is no worker, `stopped` how the worker's process ended. Nothing can be
 * written before the instance has its role's credentials, so an instance without objects is waiting for its role.
 */
export const bootEventSchema = z.strictObject({
  format: z.literal(1),
  stage: z.enum(BOOT_STAGES),
  instanceId: z.string(),
  /** The worker's name in its stack, for instance `worker-0`. */
  worker: z.string(),
  /** The instance's own clock, for people. */
  at: z.iso.datetime(),
  /** `failed` only: why, as a stable code and as a sentence. */
  code: z.string().optional(),
  reason: z.string().optional(),
  /** `stopped` only: the exit code, or the name of the signal. */
  exit: z.union([z.int(), z.string()]).optional(),
  /** `stopped` only: the last lines of the worker's log. */
  log: z.array(z.string()).optional(),
  /** `credentials`: how long the role took to appear; `downloaded`: how long the download took. */
  seconds: z.number().min(0).optional(),
  bytes: z.number().min(0).optional(),
});

export type BootEvent = z.infer<typeof bootEventSchema>;
