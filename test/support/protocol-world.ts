import { WHOLE_KEY_SPACE } from "../../core/key-range.ts";
import type { EventName, Log, LogFields } from "../../core/log.ts";
import type { Child } from "../../core/protocol/partition.ts";
import { decodeJson, encodeJson } from "../../core/protocol/codec.ts";
import { heartbeatSchema, type Heartbeat } from "../../core/protocol/heartbeat.ts";
import { jobSpecSchema, type JobRecord, type JobSpec } from "../../core/protocol/job.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { EMPTY_TALLY } from "../../core/outcome.ts";
import { MemoryBucket } from "../../storage/memory/bucket.ts";
import { MemoryControl } from "../../storage/memory/control.ts";
import { MemorySource } from "../../storage/memory/source.ts";
import type { ControlStore, SourceStore } from "../../storage/ports.ts";
import type { JobContext } from "../../worker/job-context.ts";
import { jobRules } from "../../worker/job-rules.ts";
import { reliableControl } from "../../worker/reliable-control.ts";
import { FakeClock } from "./fake-clock.ts";
import { seededRandom } from "../simulation/seeded-random.ts";

export const LEASE_MS = 60_000;
export const ROOT = "00000000000a";

/** The signal of something that nobody stops. */
export const forever: AbortSignal = new AbortController().signal;

/** A job specification; `more` changes what the test is about. */
export function specOf(more: Partial<JobSpec> = {}): JobSpec {
  const base = {
    jobId: "job",
    source: { kind: "s3", bucket: "source", region: "ap-northeast-1" },
    destination: { bucket: "destination", region: "cn-hongkong" },
  };
  return jobSpecSchema.parse({ ...base, ...more });
}

/** What a worker's log said. */
export interface Logged {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly event: EventName;
  readonly fields: LogFields;
}

/** A job, a control bucket and a source in memory, time that stands still, and what a stage needs to run there. */
export interface ProtocolWorld {
  readonly clock: FakeClock;
  readonly bucket: MemoryBucket;
  readonly sourceBucket: MemoryBucket;
  readonly destinationBucket: MemoryBucket;
  readonly context: JobContext;
  readonly logged: Logged[];
  /** Objects of the control bucket, by key without the job's root. */
  stored(): string[];
  /** Stores a heartbeat of this worker, stamped now. */
  beat(workerId: string, more?: Partial<Heartbeat>): void;
  heartbeat(workerId: string): Heartbeat;
}

export function protocolWorld(
  options: {
    readonly spec?: Partial<JobSpec>;
    readonly sourceKeys?: readonly string[];
    readonly roots?: readonly Child[];
    readonly giveUpMs?: number;
    /** Puts something between the stages and the control bucket. */
    readonly control?: (store: ControlStore) => ControlStore;
    readonly source?: (store: SourceStore) => Pick<SourceStore, "list">;
    readonly seed?: number;
  } = {},
): ProtocolWorld {
  const clock = new FakeClock();
  const bucket = new MemoryBucket(clock);
  const sourceBucket = new MemoryBucket(clock);
  const destinationBucket = new MemoryBucket(clock);
  for (const key of options.sourceKeys ?? []) sourceBucket.put(key, Buffer.from("."));
  const logged: Logged[] = [];
  const log = recordingLog(logged);
  const random = seededRandom(options.seed ?? 1);
  const giveUpMs = options.giveUpMs ?? 600_000;
  const store = options.control?.(new MemoryControl(bucket)) ?? new MemoryControl(bucket);
  const source = new MemorySource(sourceBucket);
  const spec = specOf(options.spec);
  const job: JobRecord = {
    protocol: 1,
    spec,
    roots: [...(options.roots ?? [{ partitionId: ROOT, range: WHOLE_KEY_SPACE }])],
    startedAtSourceMs: clock.nowMs(),
    leaseMs: LEASE_MS,
  };
  const keys = jobKeys(spec.jobId);
  const context: JobContext = {
    job,
    keys,
    control: reliableControl(store, { clock, random, log, giveUpMs }),
    source: options.source?.(source) ?? source,
    destination: new MemorySource(destinationBucket),
    rules: jobRules(spec),
    clock,
    random,
    log,
    giveUpMs,
  };
  return {
    clock,
    bucket,
    sourceBucket,
    destinationBucket,
    context,
    logged,
    stored: () => [...bucket.objects].map(([key]) => key.slice(keys.root.length)),
    beat: (workerId, more = {}) =>
      void bucket.put(keys.worker(workerId), encodeJson({ ...emptyHeartbeat(workerId), ...more })),
    heartbeat: (workerId) => {
      const key = keys.worker(workerId);
      return decodeJson(heartbeatSchema, key, bucket.objects.get(key)?.bytes ?? Buffer.alloc(0));
    },
  };
}

export function recordingLog(logged: Logged[]): Log {
  const at =
    (level: Logged["level"]) =>
    (event: EventName, fields: LogFields = {}): void =>
      void logged.push({ level, event, fields });
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

export function emptyHeartbeat(workerId: string): Heartbeat {
  return {
    workerId,
    startedAtMs: 0,
    sentAtMs: 0,
    state: "working",
    held: [],
    completedPartitions: 0,
    completed: EMPTY_TALLY,
    inProgress: { listed: 0, listedBytes: 0, finished: 0, finishedBytes: 0 },
    transferredBytes: 0,
    activeTransfers: 0,
    slots: 0,
    retries: 0,
    throttled: 0,
    requests: { source: 0, destination: 0, control: 0 },
    residentBytes: 0,
  };
}

/** A store that hands every call to `before` first, which may throw, wait or count. */
export function watched(
  store: ControlStore,
  before: (operation: string, key: string) => Promise<void> | void,
): ControlStore {
  return {
    putIfAbsent: async (key, body, signal) => {
      await before("create", key);
      return store.putIfAbsent(key, body, signal);
    },
    put: async (key, body, signal) => {
      await before("put", key);
      return store.put(key, body, signal);
    },
    get: async (key, signal) => {
      await before("get", key);
      return store.get(key, signal);
    },
    list: async (request) => {
      await before("list", request.prefix);
      return store.list(request);
    },
    delete: async (key, signal) => {
      await before("delete", key);
      return store.delete(key, signal);
    },
    versioning: (signal) => store.versioning(signal),
    close: () => store.close(),
  };
}
