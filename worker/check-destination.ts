import { storeErrorOf } from "../core/errors.ts";
import type { DestinationStore } from "../storage/ports.ts";
import { retryStore, type RetryDeps } from "./retry-store.ts";

/**
 * Asks the destination one harmless question, so that a wrong bucket, region, endpoint or key is refused before
 * there is a job that names it. Rejects with what would fail every object; what only concerns the key asked
 * for, such as a right to write without one to read, says nothing.
 */
export async function checkDestination(
  destination: Pick<DestinationStore, "stat">,
  destPrefix: string,
  deps: RetryDeps,
  signal: AbortSignal,
): Promise<void> {
  // A prefix that OSS cannot hold is recorded object by object.
  const key = `${destPrefix.replace(/^[/\\]+/u, "")}oss-ferry-probe`;
  try {
    await retryStore({ store: "destination", what: "head" }, deps, signal, () =>
      destination.stat({ key, signal }),
    );
  } catch (error) {
    const storeError = storeErrorOf(error);
    if (storeError !== undefined && !storeError.fatal) return;
    throw error;
  }
}
