import type { Clock, Random } from "../../core/clock.ts";
import type { EventName, Log, LogFields } from "../../core/log.ts";
import type { JobSpec } from "../../core/protocol/job.ts";
import { runWorker, type WorkerDeps, type WorkerEnd } from "../../worker/run-worker.ts";
import { controlStoreOver, type ControlBucket, type RequestFate, type Wire } from "./control-bucket.ts";
import type { RequestStory } from "./traps.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** How a worker's requests go, as chances and times. */
export interface Weather {
  readonly latencyMs: readonly [number, number];
  /** Chance that a request is lost before it takes effect, after it, or refused as too many. */
  readonly lossBefore: number;
  readonly lossAfter: number;
  readonly throttle: number;
}

export interface SimWorkerOptions {
  readonly name: string;
  readonly time: VirtualTime;
  readonly random: Random;
  readonly bucket: ControlBucket;
  /** What the worker moves objects with. */
  readonly equip: (worker: SimWorker) => Pick<WorkerDeps, "source" | "destination" | "engine">;
  readonly spec: JobSpec;
  readonly leaseMs: number;
  readonly skewMs: number;
  readonly heldPartitions: number;
  readonly drainMs: number;
  /** The weather now; may change while the worker runs. */
  readonly weather: () => Weather;
  /** Has the last word on how a request goes. */
  readonly onRequest: (worker: SimWorker, operation: string, key: string, fate: RequestFate) => RequestStory;
  readonly onEvent: (worker: SimWorker, event: EventName, fields: LogFields) => void;
}

/**
 * A worker of the simulation: the product's own `runWorker` in a world that can crash (nothing it waits for ever
 * comes back), be suspended (everything comes late, as after SIGSTOP) and be drained.
 */
export class SimWorker {
  readonly name: string;
  readonly clock: Clock;
  readonly #options: SimWorkerOptions;
  readonly #drain = new AbortController();
  #isCrashed = false;
  #resume: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;
  end: WorkerEnd | undefined;
  failure: unknown;
  /** When it ended or failed. */
  overAtMs = Infinity;

  constructor(options: SimWorkerOptions) {
    this.name = options.name;
    this.#options = options;
    this.clock = this.#openClock();
  }

  /** Whether it can do anything at this moment. */
  get isRunning(): boolean {
    return (
      !this.#isCrashed && this.#resume === undefined && this.end === undefined && this.failure === undefined
    );
  }

  get isOver(): boolean {
    return this.#isCrashed || this.end !== undefined || this.failure !== undefined;
  }

  start(): void {
    const { bucket, equip, spec, leaseMs, random, name, heldPartitions, drainMs } = this.#options;
    const control = controlStoreOver(bucket, this.wire());
    runWorker(
      { spec, leaseMs, heldPartitions, drainMs, giveUpMs: leaseMs * 20 },
      {
        ...equip(this),
        control,
        clock: this.clock,
        random,
        log: this.#log(),
        name,
        controlRequests: () => 0,
        residentBytes: () => 0,
      },
      this.#drain.signal,
    )
      .then(
        (end) => (this.end = end),
        (error: unknown) => (this.failure = error),
      )
      .finally(() => (this.overAtMs = this.#options.time.nowMs));
  }

  crash(): void {
    this.#isCrashed = true;
  }

  drain(): void {
    this.#drain.abort(new Error("drained"));
  }

  /** Stops everything for `ms`, as SIGSTOP and SIGCONT do. */
  suspend(ms: number): void {
    if (this.#resume !== undefined) return;
    this.#resume = Promise.withResolvers<void>();
    const resume = this.#resume;
    this.#options.time.after(ms, () => {
      if (this.#resume === resume) this.resume();
    });
  }

  /** Goes on if it is suspended, and says whether it was. */
  resume(): boolean {
    const resume = this.#resume;
    this.#resume = undefined;
    resume?.resolve();
    return resume !== undefined;
  }

  /** Stands between the world and the worker: nothing passes once it crashed, everything waits while it is suspended. */
  async gate(): Promise<void> {
    while (this.#resume !== undefined) await this.#resume.promise;
    if (this.#isCrashed) await new Promise<never>(() => undefined);
  }

  #openClock(): Clock {
    const clock = this.#options.time.clock(this.#options.skewMs);
    return {
      ...clock,
      sleep: async (ms, signal) => {
        await clock.sleep(ms, signal);
        await this.gate();
      },
    };
  }

  /** A way to a store, on which requests wait and get lost. */
  wire(): Wire {
    const { time, random, onRequest } = this.#options;
    const travel = (): Promise<void> => {
      const [shortest, longest] = this.#options.weather().latencyMs;
      return time.delay((shortest + random() * (longest - shortest)) / 2);
    };
    const fateOf = (dice: number): RequestFate => {
      const { lossBefore, lossAfter, throttle } = this.#options.weather();
      if (dice < lossBefore) return "lost-before";
      if (dice < lossBefore + lossAfter) return "lost-after";
      return dice < lossBefore + lossAfter + throttle ? "throttled" : "answered";
    };
    return {
      depart: async (operation, key) => {
        await this.gate();
        await travel();
        const { fate, thenSuspendMs } = onRequest(this, operation, key, fateOf(random()));
        return {
          fate,
          arrive: async () => {
            await travel();
            await this.gate();
            if (thenSuspendMs !== undefined) time.after(0, () => this.suspend(thenSuspendMs));
          },
        };
      },
    };
  }

  #log(): Log {
    const note =
      () =>
      (event: EventName, fields: LogFields = {}): void =>
        this.#options.onEvent(this, event, fields);
    return { debug: () => undefined, info: note(), warn: note(), error: note() };
  }
}
