import { setTimeout as sleep } from "node:timers/promises";

/** How long anything in a test may take on a slow machine before it counts as never. */
export const DEADLINE_MS = 100_000;

const LOOK_EVERY_MS = 15;

/** Resolves once `look` finds something; rejects after the deadline, saying `what` did not happen. */
export async function until<Found>(
  what: string,
  look: () => Found | Promise<Found>,
  deadlineMs = DEADLINE_MS,
): Promise<Exclude<Found, undefined | false>> {
  const endMs = performance.now() + deadlineMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found as Exclude<Found, undefined | false>;
    if (performance.now() > endMs) throw new Error(`this did not happen within ${deadlineMs} ms: ${what}`);
    await sleep(LOOK_EVERY_MS);
  }
}
