import type { Clock } from "../../core/clock.ts";

/** Runs `send` with a signal that aborts after `ms`. */
export async function withDeadline<Result>(
  clock: Clock,
  ms: number,
  send: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const late = new AbortController();
  const done = new AbortController();
  const deadline = clock.sleep(ms, done.signal).then(
    () => late.abort(new Error(`not done within ${ms} ms`)),
    () => undefined,
  );
  try {
    return await send(late.signal);
  } finally {
    done.abort(new Error("done"));
    await deadline;
  }
}
