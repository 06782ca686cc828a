import type { Clock } from "../core/clock.ts";
import type { Heartbeat } from "../core/protocol/heartbeat.ts";

/** Over which time a pace is measured, where heartbeats are frequent enough. */
const OVER_MS = 60_000;

/** Looks closer together than this are one. */
const LOOK_EVERY_MS = 1_000;

interface Look {
  readonly atMs: number;
  readonly bytes: number;
  readonly objects: number;
}

/**
 * Measures the pace over the last minute from sums that only grow, beginning with nothing now. The first answer may
 * be undefined: no time has passed.
 */
export function createPaceMeter(
  clock: Pick<Clock, "monotonicMs">,
): (bytes: number, objects: number) => Heartbeat["pace"] {
  const looks: [Look, ...Look[]] = [{ atMs: clock.monotonicMs(), bytes: 0, objects: 0 }];
  return (bytes, objects) => {
    const nowMs = clock.monotonicMs();
    // The oldest one stays until the next is old enough, so that rare heartbeats have a pace too.
    while (looks[1] !== undefined && nowMs - looks[1].atMs >= OVER_MS) looks.shift();
    const [oldest] = looks;
    const newest = looks.at(-1) ?? oldest;
    if (nowMs - newest.atMs >= LOOK_EVERY_MS) looks.push({ atMs: nowMs, bytes, objects });
    const overMs = nowMs - oldest.atMs;
    if (overMs === 0) return undefined;
    const perSecond = (now: number, then: number): number =>
      Math.round(((now - then) / overMs) * 1_000_000) / 1_000;
    return {
      overMs: Math.round(overMs),
      bytesPerSecond: perSecond(bytes, oldest.bytes),
      objectsPerSecond: perSecond(objects, oldest.objects),
    };
  };
}
