import type { Clock } from "../core/clock.ts";
import type { Log } from "../core/log.ts";
import type { EcsMetadata } from "../storage/credentials/ecs-metadata.ts";

const POLL_MS = 5_000;
const TERMINATION_TIME = "meta-data/instance/spot/termination-time";

/**
 * Aborts `drain` when the metadata service announces that this spot instance is about to be released, about
 * five minutes ahead ("Preemptible instances" of the ECS guide). Resolves then, or when `signal` aborts. A
 * metadata service that does not answer is asked again.
 */
export async function drainOnSpotNotice(
  deps: { readonly metadata: Pick<EcsMetadata, "get">; readonly clock: Clock; readonly log: Log },
  drain: AbortController,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const terminationTime = await deps.metadata.get(TERMINATION_TIME, signal).catch(() => undefined);
    if (terminationTime !== undefined && !signal.aborted) {
      deps.log.warn("spot.interruption", { terminationTime: terminationTime.trim() });
      drain.abort(new Error("the spot instance is about to be released"));
      return;
    }
    await deps.clock.sleep(POLL_MS, signal).catch(() => undefined);
  }
}
