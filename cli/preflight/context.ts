import type { Clock, Random } from "../../core/clock.ts";
import type { Fleet } from "../../core/config/fleet.ts";
import { FerryError, storeErrorOf, type StoreRole } from "../../core/errors.ts";
import { silentLog } from "../../core/log.ts";
import type { OpenBuckets } from "../../storage/open-stores.ts";
import type { ControlStore } from "../../storage/ports.ts";
import { retryStore } from "../../worker/retry-store.ts";
import { type Finding, findingOf, type NamedFinding, warn } from "../checks/finding.ts";

/** What is to be tried. */
export interface PreflightContext {
  readonly buckets: OpenBuckets;
  readonly control: ControlStore;
  readonly srcPrefix: string;
  readonly destPrefix: string;
  /** Whether tags are to be copied. */
  readonly tags: boolean;
  /** Whether a source without objects is fine. */
  readonly allowEmpty: boolean;
  /** Keys that nobody else has: for the control bucket, and for the destination. */
  readonly canary: { readonly control: string; readonly destination: string };
  /** Whether a bucket that is not there yet is created by the foundation. */
  readonly created: { readonly control: boolean; readonly destination: boolean };
  /** The fleets of the migration; none where one machine does it all. */
  readonly fleets: readonly Fleet[];
  readonly clock: Clock;
  readonly random: Random;
}

/** What `ask` finds out; an error is a finding, too, unless it is the interruption. */
export async function find(
  name: string,
  signal: AbortSignal,
  ask: () => Promise<Finding>,
): Promise<NamedFinding> {
  try {
    signal.throwIfAborted();
    return { name, ...(await ask()) };
  } catch (error) {
    signal.throwIfAborted();
    return { name, ...findingOf(error, "fail") };
  }
}

/** As it says, but for a bucket that the foundation is still to create. */
export async function unlessToBeCreated(isCreated: boolean, ask: () => Promise<Finding>): Promise<Finding> {
  try {
    return await ask();
  } catch (error) {
    if (!isCreated || storeErrorOf(error, "BUCKET_NOT_FOUND") === undefined) throw error;
    return warn("the bucket is not there yet", "cdktf deploy foundation creates it; then run this again");
  }
}

/** How long a service that does not answer is asked to delete a canary. */
const TIDY_MS = 20_000;

/**
 * Takes a canary away again, whatever happened before. Writes of a canary are never interrupted, for what was sent
 * could arrive after it had been deleted; the transport's time-outs bound them. CANARY_LEFT when all is in vain.
 */
export async function tidyUp(
  { clock, random }: Pick<PreflightContext, "clock" | "random">,
  store: StoreRole,
  key: string,
  remove: () => Promise<void>,
): Promise<void> {
  const never = new AbortController().signal;
  const deps = { clock, random, log: silentLog, giveUpMs: TIDY_MS };
  try {
    await retryStore({ store, what: `delete ${key}` }, deps, never, remove);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FerryError(
      "CANARY_LEFT",
      `${key} may have been left in the ${store} bucket (${why}); delete it by hand`,
      { cause: error },
    );
  }
}
