import { decodeJson } from "../core/protocol/codec.ts";
import type { Heartbeat } from "../core/protocol/heartbeat.ts";
import { summarySchema } from "../core/protocol/summary.ts";
import { composeHeartbeat } from "./compose-heartbeat.ts";
import { createHeldPartitions } from "./held-partitions.ts";
import { createWorkFinder } from "./find-work.ts";
import type { JobRecord } from "../core/protocol/job.ts";
import { jobKeys } from "../core/protocol/keys.ts";
import type { JobContext } from "./job-context.ts";
import { startLease, type Lease } from "./keep-lease.ts";
import { createControlReader, shareLimits } from "./obey-control.ts";
import { reliableControl } from "./reliable-control.ts";
import type { WorkerDeps, WorkerEnd, WorkerOptions } from "./run-worker.ts";
import { createSummarizer } from "./summarize-job.ts";
import { createFleetWatch } from "./watch-fleet.ts";
import { workPartition, type HeldPartition } from "./work-partition.ts";

/** The longest an operator's wish may stay unread: pause and throttle take effect within 15 s. */
const CONTROL_POLL_MS = 5_000;

/** A view of the fleet that decides how a partition is split must not be older than this. */
const FRESH_VIEW_MS = 2_000;

/**
 * One incarnation of a worker, under one worker id and one lease: claims and works on partitions until the job
 * is complete or `drain` aborts. Throws LEASE_LOST when the lease is lost, and whatever makes a store useless.
 * However it ends, nothing of it is in flight any more, and unfinished partitions are open to others again.
 */
export async function serveIncarnation(
  job: JobRecord,
  workerId: string,
  options: WorkerOptions,
  deps: WorkerDeps,
  drain: AbortSignal,
): Promise<WorkerEnd> {
  const { clock, random, log, engine, source } = deps;
  const keys = jobKeys(job.spec.jobId);
  const held = createHeldPartitions();
  const startedAtMs = clock.nowMs();
  const before = engine.figures();
  const state = (): Heartbeat["state"] => (drain.aborted ? "draining" : held.size > 0 ? "working" : "idle");

  const lease = await startLease({
    workerId,
    key: keys.worker(workerId),
    leaseMs: job.leaseMs,
    snapshot: (left) =>
      composeHeartbeat({
        workerId,
        startedAtMs,
        sentAtMs: clock.nowMs(),
        state: left ?? state(),
        held,
        before,
        now: engine.figures(),
        controlRequests: deps.controlRequests(),
        residentBytes: deps.residentBytes(),
      }),
    control: deps.control,
    clock,
    random,
    log,
  });
  log.info("worker.started", { workerId, leaseMs: job.leaseMs });

  const { giveUpMs } = options;
  const guard = (): void => lease.assertHeld();
  const control = reliableControl(deps.control, { clock, random, log, giveUpMs, guard });
  const context: JobContext = { job, keys, control, source, clock, random, log, giveUpMs };
  const stop = new AbortController();
  const signal = AbortSignal.any([lease.signal, stop.signal]);
  const fleet = createFleetWatch(context);
  const finder = createWorkFinder(context, workerId);
  const summarizer = createSummarizer(context, workerId);
  const pollMs = Math.min(CONTROL_POLL_MS, job.leaseMs / 12);
  const running = new Map<string, Promise<void>>();
  /** Partitions whose listing is not done, so that the engine's hunger says nothing yet. */
  let listing = 0;
  let paused = false;
  let failure: { readonly error: unknown } | undefined;

  /** One partition from claim to completion marker. Never rejects: what went wrong stands in `failure`. */
  async function work(partition: HeldPartition): Promise<void> {
    let isListing = true;
    const listed = (): void => {
      if (isListing) listing--;
      isListing = false;
    };
    listing++;
    try {
      const completionMarker = await workPartition(
        context,
        partition,
        {
          workerId,
          engine,
          openShortage: async () => (await fleet.view(FRESH_VIEW_MS, signal)).openShortage,
          onListed: (objects) => {
            listed();
            held.listed(partition, objects);
          },
        },
        signal,
      );
      held.remove(partition, completionMarker?.tally);
    } catch (error) {
      log.info("partition.abandoned", {
        ...partition,
        why: error instanceof Error ? error.message : String(error),
      });
      failure ??= { error };
    } finally {
      listed();
      running.delete(partition.partitionId);
    }
  }

  /** Claims a partition and starts on it. The open hint goes only once a stored heartbeat names the partition. */
  async function claimAndStart(maxViewAgeMs: number): Promise<boolean> {
    const partition = await finder.claimOne(await fleet.view(maxViewAgeMs, signal), signal);
    if (partition === undefined) return false;
    held.add(partition);
    await lease.beat();
    await control.delete(keys.open(partition.partitionId), signal);
    fleet.forget(partition.partitionId);
    log.info("partition.claimed", { ...partition });
    running.set(partition.partitionId, work(partition));
    return true;
  }

  /** Obeys control.json and keeps the view of the fleet from going stale, beside the work. */
  async function keepWatch(): Promise<void> {
    const reader = createControlReader(control, keys, log);
    for (;;) {
      const settings = await reader.read(signal);
      const view = await fleet.view(job.leaseMs / 4, signal);
      paused = settings.paused;
      engine.setLimits(shareLimits(settings, view.liveWorkers.length));
      await clock.sleep(pollMs * (0.75 + random() / 2), signal);
    }
  }

  /** Waits until there may be something to do; says whether it is the engine that asks for more. */
  async function rest(longestMs: number, listenForHunger: boolean): Promise<"hungry" | "woken"> {
    const woken = new AbortController();
    const wake = AbortSignal.any([signal, drain, woken.signal]);
    const waits: Promise<"hungry" | "woken">[] = [
      clock.sleep(longestMs * (0.5 + random() / 2), wake).then(() => "woken" as const),
      ...[...running.values()].map((done) => done.then(() => "woken" as const)),
    ];
    const mayHoldMore = running.size > 0 && running.size < options.heldPartitions && !paused;
    if (listenForHunger && mayHoldMore && listing === 0) {
      waits.push(engine.whenHungry(wake).then(() => "hungry" as const));
    }
    try {
      return await Promise.race(waits);
    } catch (error) {
      if (drain.aborted && !signal.aborted) return "woken";
      throw error;
    } finally {
      woken.abort();
    }
  }

  async function serve(): Promise<WorkerEnd> {
    let restMs = pollMs;
    let wanted = true;
    while (!drain.aborted) {
      signal.throwIfAborted();
      if (failure !== undefined) throw failure.error;
      const isIdle = running.size === 0;
      if (!paused && (isIdle || wanted) && (await claimAndStart(isIdle ? 0 : FRESH_VIEW_MS))) {
        restMs = pollMs;
        wanted = false;
        continue;
      }
      if (isIdle) {
        if (restMs === pollMs) log.info("worker.idle", { workerId });
        const summary = await summarizer.summarize(await fleet.view(FRESH_VIEW_MS, signal), signal);
        if (summary !== undefined) return { kind: "complete", summary };
        restMs = Math.min(restMs * 1.5, job.leaseMs / 4);
      }
      // After a look that found nothing the engine's hunger waits for the next poll.
      wanted = (await rest(restMs, !wanted)) === "hungry";
    }
    return finishHeld();
  }

  /** Lets what is held finish for a while; nothing new is claimed any more. */
  async function finishHeld(): Promise<WorkerEnd> {
    log.info("worker.draining", { workerId, held: held.size });
    await lease.beat();
    await Promise.race([Promise.all(running.values()), clock.sleep(options.drainMs, signal)]);
    if (failure !== undefined) throw failure.error;
    const found = await control.get(keys.summary, signal);
    if (found === undefined) return { kind: "drained" };
    return { kind: "complete", summary: decodeJson(summarySchema, keys.summary, found.body) };
  }

  const watching = keepWatch().catch((error: unknown) => {
    if (!signal.aborted) failure ??= { error };
  });
  try {
    return await serve();
  } catch (error) {
    throw lease.signal.aborted ? lease.signal.reason : error;
  } finally {
    stop.abort(new Error("the worker stops"));
    await Promise.all([watching, ...running.values()]);
    await giveBack(context, held.all(), lease);
    await lease.leave();
    log.info("worker.finished", { workerId });
  }
}

/** Opens what was not finished to others; the last heartbeat, which says that we left, lets them take it at once. */
async function giveBack(
  context: JobContext,
  unfinished: readonly HeldPartition[],
  lease: Lease,
): Promise<void> {
  for (const { partitionId } of unfinished) {
    if (lease.signal.aborted) return;
    await context.control
      .put(context.keys.open(partitionId), Buffer.alloc(0), lease.signal)
      .then(() => context.log.info("partition.reopened", { partitionId }))
      .catch(() => undefined);
  }
}
