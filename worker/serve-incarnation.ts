import { decodeJson } from "../core/protocol/codec.ts";
import type { Heartbeat } from "../core/protocol/heartbeat.ts";
import type { JobRecord } from "../core/protocol/job.ts";
import { jobKeys } from "../core/protocol/keys.ts";
import { summarySchema } from "../core/protocol/summary.ts";
import { claimPartition } from "./claim-partition.ts";
import { composeHeartbeat } from "./compose-heartbeat.ts";
import { createWorkFinder } from "./find-work.ts";
import { createHeldPartitions } from "./held-partitions.ts";
import { createIdleRest } from "./idle-rest.ts";
import type { JobContext } from "./job-context.ts";
import { jobRules } from "./job-rules.ts";
import { startLease, type Lease } from "./keep-lease.ts";
import { createWatch, workPollMs } from "./keep-watch.ts";
import { createLeadMeter } from "./measure-lead.ts";
import { createPaceMeter } from "./measure-pace.ts";
import { isOfThePartition } from "./partition-trouble.ts";
import { reliableControl } from "./reliable-control.ts";
import { reopen } from "./reopen-partition.ts";
import type { WorkerDeps, WorkerEnd, WorkerOptions } from "./run-worker.ts";
import { createSummarizer } from "./summarize-job.ts";
import { createFleetWatch, openShortage } from "./watch-fleet.ts";
import { workPartition, type HeldPartition } from "./work-partition.ts";

/** Why a rest ends; made once, for an abort without a reason costs a stack trace. */
const WOKEN = new Error("something happened");

/** How often one worker of the fleet gets on with the proof, at most. */
const PREPARE_EVERY_MS = 10_000;

/** A view of the open hints that a claim or a split is based on must not be older than this. */
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
  const { clock, random, log, engine, source, destination } = deps;
  const { giveUpMs, ownBytesPerSecond } = options;
  const keys = jobKeys(job.spec.jobId);
  const held = createHeldPartitions(clock);
  const measurePace = createPaceMeter(clock);
  const lead = createLeadMeter(clock);
  const startedAtMs = clock.nowMs();
  const before = engine.figures();
  const running = new Map<string, Promise<void>>();
  let obeys: Heartbeat["obeys"];
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
        measurePace,
        obeys,
      }),
    control: deps.control,
    clock,
    random,
    log,
    giveUpMs,
    signal: drain,
  });
  log.info("worker.started", { workerId, leaseMs: job.leaseMs });

  const guard = (): void => lease.assertHeld();
  const control = reliableControl(deps.control, { clock, random, log, giveUpMs, guard });
  const rules = jobRules(job.spec);
  const context: JobContext = {
    job,
    keys,
    rules,
    control,
    source,
    destination,
    clock,
    random,
    log,
    giveUpMs,
  };
  const stop = new AbortController();
  const signal = AbortSignal.any([lease.signal, stop.signal]);
  const stopOrDrain = AbortSignal.any([signal, drain]);
  const fleet = createFleetWatch(context);
  const finder = createWorkFinder(context, workerId);
  const summarizer = createSummarizer(context, workerId);
  const watch = createWatch(context, {
    workerId,
    fleet,
    engine,
    ownBytesPerSecond,
    onObeyed(now, isNews) {
      obeys = now;
      // The operator may be waiting to see it; a heartbeat that cannot be sent ends the lease by itself.
      if (isNews) void lease.beat().catch(() => undefined);
    },
  });
  const pollEveryMs = workPollMs(job.leaseMs);
  const idleRest = createIdleRest(job.leaseMs);
  /** Partitions whose listing is not done, so that the engine's hunger says nothing yet. */
  let listing = 0;
  /** What ends this incarnation at once. */
  let failure: { readonly error: unknown } | undefined;
  /** What ends it when there is nothing else left to do: a partition that cannot be worked on. */
  let trouble: { readonly error: unknown } | undefined;
  /** Ends the current rest, or the next one before it begins. */
  let hasNews = false;
  let wake = (): void => undefined;
  const tellNews = (): void => {
    hasNews = true;
    wake();
  };

  /** One partition from claim to completion marker. Never rejects: what went wrong stands in `failure` or `trouble`. */
  async function work(partition: HeldPartition): Promise<void> {
    let isListing = true;
    const measureLead = lead.claimed();
    const listed = (): void => {
      if (!isListing) return;
      isListing = false;
      listing--;
      measureLead();
      // From now on the engine's hunger says something.
      tellNews();
    };
    listing++;
    const announced = announce(partition);
    try {
      const completionMarker = await workPartition(
        context,
        partition,
        {
          workerId,
          engine,
          leaseSignal: lease.signal,
          openShortage: async () =>
            openShortage(
              await fleet.workers(job.leaseMs / 4, signal),
              await fleet.open(FRESH_VIEW_MS, signal),
            ),
          liveWorkers: async () => (await fleet.workers(job.leaseMs / 4, signal)).live.length,
          workOn,
          onListed: (ownPart, openedIds) => {
            listed();
            held.listed(partition, ownPart);
            fleet.opened(openedIds);
          },
          onFinished: () => held.finished(partition),
        },
        signal,
      );
      held.remove(partition, completionMarker?.tally);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (isOfThePartition(error)) {
        // It stays among the held, so that no other worker tries it while this one lives.
        trouble ??= { error };
        log.warn("partition.abandoned", { ...partition, why });
      } else {
        failure ??= { error };
        log.info("partition.abandoned", { ...partition, why });
      }
    } finally {
      listed();
      await announced;
      running.delete(partition.partitionId);
      tellNews();
    }
  }

  /** Claims a partition and starts on it. */
  async function claimAndStart(maxViewAgeMs: number): Promise<boolean> {
    const view = await fleet.open(maxViewAgeMs, signal);
    // The hint of a partition that was just claimed may still be there.
    const hints = view.hints.filter(({ partitionId }) => !running.has(partitionId));
    const partition = await finder.claimOne({ ...view, hints }, signal);
    if (partition !== undefined) start(partition);
    return partition !== undefined;
  }

  /** Works on this very partition to its end, if it may be claimed now; says whether it was. */
  async function workOn(partitionId: string): Promise<boolean> {
    if (drain.aborted || watch.isPaused) return false;
    const claim = await claimPartition(context, workerId, partitionId, signal);
    if (claim.kind !== "won") return false;
    start({ partitionId, epoch: claim.epoch });
    await running.get(partitionId);
    return true;
  }

  /** Starts on a partition that was just claimed. */
  function start(partition: HeldPartition): void {
    held.add(partition);
    fleet.forget(partition.partitionId);
    log.info("partition.claimed", { ...partition });
    running.set(partition.partitionId, work(partition));
  }

  /**
   * Takes the open hint of a claimed partition away, once a stored heartbeat names it. Beside the work, since claims
   * made one after the other would wait for each other's. Never rejects: what went wrong stands in `failure`.
   */
  async function announce(partition: HeldPartition): Promise<void> {
    try {
      await lease.beat();
      await control.delete(keys.open(partition.partitionId), signal);
      // A look that was made meanwhile has seen it again.
      fleet.forget(partition.partitionId);
    } catch (error) {
      failure ??= { error };
      tellNews();
    }
  }

  /** Waits until there may be something to do; says whether it is the engine that asks for more. */
  async function rest(longestMs: number, listenForHunger: boolean): Promise<"hungry" | "woken"> {
    if (hasNews) return "woken";
    const woken = new AbortController();
    wake = () => woken.abort(WOKEN);
    const over = AbortSignal.any([stopOrDrain, woken.signal]);
    const waits: Promise<"hungry" | "woken">[] = [
      clock.sleep(longestMs * (0.5 + random() / 2), over).then(() => "woken"),
    ];
    const mostHeld = options.heldPartitions + rules.listedAtOnce - 1;
    const mayHoldMore = running.size > 0 && running.size < mostHeld && !watch.isPaused;
    if (listenForHunger && mayHoldMore && listing < rules.listedAtOnce) {
      waits.push(engine.whenHungry(lead.leadMs, over).then(() => "hungry"));
    }
    try {
      return await Promise.race(waits);
    } catch (error) {
      if (over.aborted && !signal.aborted) return "woken";
      throw error;
    } finally {
      woken.abort(WOKEN);
    }
  }

  async function serve(): Promise<WorkerEnd> {
    let wanted = true;
    while (!drain.aborted) {
      signal.throwIfAborted();
      if (failure !== undefined) throw failure.error;
      hasNews = false;
      const isIdle = running.size === 0;
      if (!watch.isPaused && (isIdle || wanted) && (await claimAndStart(isIdle ? 0 : FRESH_VIEW_MS))) {
        idleRest.over();
        wanted = false;
        continue;
      }
      let restMs = pollEveryMs;
      if (isIdle) {
        if (trouble !== undefined) throw trouble.error;
        if (idleRest.isFirst && !watch.isPaused) log.info("worker.idle", { workerId });
        const workers = await fleet.workers(job.leaseMs / 4, signal);
        const progress = await summarizer.summarize(workers, signal);
        if (progress.kind === "complete") return progress;
        if (progress.kind === "walking") continue;
        // The end of a pause must not find a worker that has just lain down for long.
        if (!watch.isPaused) restMs = idleRest.next(workers.live.length);
      }
      // After a look that found nothing the engine's hunger waits for the next poll.
      wanted = (await rest(restMs, !wanted)) === "hungry";
    }
    return finishHeld();
  }

  /** Gets on with the proof beside the work, if that falls to this worker. */
  async function keepPreparing(): Promise<never> {
    for (;;) {
      await clock.sleep(Math.min(PREPARE_EVERY_MS, job.leaseMs / 6), signal);
      await summarizer.prepare(await fleet.workers(job.leaseMs / 4, signal), signal);
    }
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

  let watching: Promise<unknown> = Promise.resolve();
  try {
    await watch.obey(signal);
    const fail = (error: unknown): void => {
      if (!signal.aborted) failure ??= { error };
      tellNews();
    };
    watching = Promise.all([watch.keep(signal).catch(fail), keepPreparing().catch(fail)]);
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
    // The last heartbeat names it all the same, so that it is only found later.
    await reopen(context, partitionId, lease.signal).catch(() => undefined);
  }
}
