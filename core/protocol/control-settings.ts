import { createHash } from "node:crypto";
import { z } from "zod";
import { isOpenAt, isTimeOfDay, isTimeZone } from "../daily-window.ts";
import { encodeJson } from "./codec.ts";

const rate = z.number().positive();
const timeOfDay = z.string().refine(isTimeOfDay, "must be a time of day, 00:00 to 23:59");

/** Limits that hold for a part of every day, on top of those outside: what is absent is as outside, null is none. */
const limitWindowSchema = z
  .strictObject({
    from: timeOfDay,
    until: timeOfDay,
    timeZone: z.string().refine(isTimeZone, "must be a time zone, for instance Asia/Shanghai").default("UTC"),
    bytesPerSecond: rate.nullable().optional(),
    requestsPerSecond: rate.nullable().optional(),
  })
  .refine(({ from, until }) => from !== until, "must not begin and end at the same time");

export type LimitWindow = z.infer<typeof limitWindowSchema>;

/** More would be a mistake. */
export const MOST_WINDOWS = 24;

/**
 * `control.json` — what the operator wants of the running fleet; overwritten by the operator, read by every
 * worker every few seconds. Absent means: run, no limits. The limits are the whole fleet's; each live worker
 * takes an equal share. One that cannot be read leaves the last good one in force.
 */
export const controlSettingsSchema = z.strictObject({
  paused: z.boolean().default(false),
  /** Source bytes per second over all workers. */
  bytesPerSecond: rate.optional(),
  /** Requests per second to source and destination over all workers. */
  requestsPerSecond: rate.optional(),
  /** Where two are open at once, the later one lies on top. */
  windows: z.array(limitWindowSchema).max(MOST_WINDOWS).default([]),
});

export type ControlSettings = z.infer<typeof controlSettingsSchema>;

export const NO_LIMITS: ControlSettings = { paused: false, windows: [] };

/** What holds at one moment. */
export interface LimitsInForce {
  readonly paused: boolean;
  readonly bytesPerSecond?: number;
  readonly requestsPerSecond?: number;
}

/** What these settings mean at this moment. */
export function limitsAt(settings: ControlSettings, nowMs: number): LimitsInForce {
  let { bytesPerSecond, requestsPerSecond }: Pick<LimitWindow, "bytesPerSecond" | "requestsPerSecond"> =
    settings;
  for (const window of settings.windows) {
    if (!isOpenAt(window, nowMs)) continue;
    if (window.bytesPerSecond !== undefined) ({ bytesPerSecond } = window);
    if (window.requestsPerSecond !== undefined) ({ requestsPerSecond } = window);
  }
  return {
    paused: settings.paused,
    ...(typeof bytesPerSecond === "number" ? { bytesPerSecond } : {}),
    ...(typeof requestsPerSecond === "number" ? { requestsPerSecond } : {}),
  };
}

/** Bytes of `control.json`. */
export function encodeControl({ windows, ...settings }: ControlSettings): Buffer {
  return encodeJson(windows.length === 0 ? settings : { ...settings, windows });
}

/** Tells one content of `control.json` from another, so that heartbeats can show which one a worker obeys. */
export function controlRevision(body: Uint8Array | undefined): string {
  return body === undefined ? "none" : createHash("sha256").update(body).digest("hex").slice(0, 12);
}
