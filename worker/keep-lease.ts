import type { Clock, Random } from "../core/clock.ts";
import { FerryError, StoreError, storeErrorOf } from "../core/errors.ts";
import type { Log } from "../core/log.ts";
import { encodeJson } from "../core/protocol/codec.ts";
import type { Heartbeat } from "../core/protocol/heartbeat.ts";
import type { ControlStore } from "../storage/ports.ts";
import { retryStore } from "./retry-store.ts";

/** The right to hold partitions, kept alive by heartbeats. */
export interface Lease {
  readonly workerId: string;
  /**
   * Aborts with LEASE_LOST once half the lease has passed without a successful renewal: long before anybody may
   * take over, so that our transfers are gone by then. Aborts with the store's own error when it refuses
   * heartbeats for a reason that waiting does not change.
   */
  readonly signal: AbortSignal;
  /** Throws LEASE_LOST unless the lease was renewed within its first half; for the moment before a write that needs it. */
  assertHeld(): void;
  /** Sends a heartbeat now; resolves once one that shows the state at the time of the call is stored. */
  beat(): Promise<void>;
  /** Stops renewing and, unless the lease is lost, says with a last heartbeat that this worker left. */
  leave(): Promise<void>;
}

/** Ends the wait for a time-out; made once, for an abort without a reason costs a stack trace. */
const ANSWERED = new Error("the heartbeat was answered");

/** How many renewals are tried within one lease. */
const BEATS_PER_LEASE = 6;

/**
 * Starts renewing. Resolves after the first heartbeat is stored, so that a claim made afterwards always has a
 * holder whose death can be seen; waits for that until `giveUpMs` have passed (STORE_UNAVAILABLE) or `signal`
 * aborts. `snapshot` gives the heartbeat's content at the moment it is sent.
 */
export async function startLease(options: {
  readonly workerId: string;
  readonly key: string;
  readonly leaseMs: number;
  readonly snapshot: (state?: "left") => Heartbeat;
  readonly control: Pick<ControlStore, "put">;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly giveUpMs: number;
  readonly signal: AbortSignal;
}): Promise<Lease> {
  const { workerId, key, leaseMs, snapshot, control, clock, random, log } = options;
  const lost = new AbortController();
  const stopped = new AbortController();
  const beatEveryMs = leaseMs / BEATS_PER_LEASE;
  let renewedAtMs = clock.monotonicMs();
  let sending: Promise<void> | undefined;
  let queued: Promise<void> | undefined;

  const isStale = (): boolean => clock.monotonicMs() - renewedAtMs > leaseMs / 2;
  /** Ends the lease, for its age or for the reason given, and returns why it ended. */
  const lose = (reason?: unknown): unknown => {
    if (!lost.signal.aborted) {
      const sinceRenewalMs = Math.round(clock.monotonicMs() - renewedAtMs);
      log.warn("worker.fenced", { workerId, sinceRenewalMs });
      lost.abort(reason ?? new FerryError("LEASE_LOST", "no heartbeat could be stored for half the lease"));
    }
    return lost.signal.reason;
  };

  /** One heartbeat; given up after a quarter of the lease, so that the next can still be in time. */
  async function send(signal: AbortSignal, state?: "left"): Promise<void> {
    const sentAtMs = clock.monotonicMs();
    const timeout = new AbortController();
    const timer = clock.sleep(leaseMs / 4, timeout.signal).then(
      () =>
        timeout.abort(
          new StoreError("TIMEOUT", "the heartbeat was not answered in time", { store: "control" }),
        ),
      () => undefined,
    );
    try {
      await control.put(key, encodeJson(snapshot(state)), AbortSignal.any([timeout.signal, signal]));
      renewedAtMs = Math.max(renewedAtMs, sentAtMs);
    } finally {
      timeout.abort(ANSWERED);
      await timer;
    }
  }

  async function sendUntilStored(): Promise<void> {
    for (;;) {
      lost.signal.throwIfAborted();
      // One who was suspended must not look alive again to those who are about to take over.
      if (isStale()) throw lose();
      try {
        await send(lost.signal);
        return;
      } catch (error) {
        lost.signal.throwIfAborted();
        if (storeErrorOf(error)?.retryable !== true) throw lose(error);
        log.debug("control.retry", { what: "heartbeat", error: String(error) });
        await clock.sleep(random() * (beatEveryMs / 4), lost.signal);
      }
    }
  }

  function beat(): Promise<void> {
    if (sending === undefined) {
      sending = sendUntilStored().finally(() => (sending = undefined));
      return sending;
    }
    // The one under way may have taken its snapshot before the caller's change: send another after it.
    queued ??= sending
      .catch(() => undefined)
      .then(() => {
        queued = undefined;
        return beat();
      });
    return queued;
  }

  async function renew(): Promise<void> {
    while (!stopped.signal.aborted) {
      await clock.sleep(beatEveryMs * (0.75 + random() / 4), stopped.signal);
      await beat();
    }
  }

  /** Notices a lost lease even while a heartbeat hangs or the process was suspended. */
  async function watch(): Promise<void> {
    while (!stopped.signal.aborted) {
      if (isStale()) {
        lose();
        return;
      }
      await clock.sleep(Math.max(1, renewedAtMs + leaseMs / 2 - clock.monotonicMs() + 1), stopped.signal);
    }
  }

  await retryStore({ store: "control", what: `put ${key}` }, options, options.signal, () =>
    send(options.signal),
  );
  const loops = [renew(), watch()].map((loop) => loop.catch(() => undefined));

  return {
    workerId,
    signal: lost.signal,
    assertHeld() {
      lost.signal.throwIfAborted();
      if (isStale()) throw lose();
    },
    beat,
    async leave() {
      stopped.abort(new FerryError("LEFT", "the worker left"));
      await Promise.all(loops);
      await (queued ?? sending)?.catch(() => undefined);
      if (lost.signal.aborted) return;
      await send(lost.signal, "left").catch((error: unknown) => {
        log.debug("control.retry", { what: "last heartbeat", error: String(error) });
      });
    },
  };
}
