import type { Repetition } from "../../core/decide-round.ts";
import type { ObjectRecord } from "../../core/outcome.ts";
import { decodeJson } from "../../core/protocol/codec.ts";
import { completionMarkerSchema } from "../../core/protocol/completion-marker.ts";
import type { JobSpec } from "../../core/protocol/job.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { decodeLedger } from "../../core/protocol/ledger.ts";
import type { Summary } from "../../core/protocol/summary.ts";
import { type Log, silentLog } from "../../core/log.ts";
import { md5Hex, MemoryBucket, type MemoryObjectOptions } from "../../storage/memory/bucket.ts";
import { MemoryControl } from "../../storage/memory/control.ts";
import { MemoryDestination } from "../../storage/memory/destination.ts";
import { MemorySource } from "../../storage/memory/source.ts";
import { runRounds } from "../../worker/run-rounds.ts";
import { runWorker, type WorkerEnd } from "../../worker/run-worker.ts";
import { createCopyEngine } from "../../worker/transfer/engine.ts";
import { DEFAULT_TRANSFER_OPTIONS } from "../../worker/transfer/options.ts";
import { seededRandom } from "../simulation/seeded-random.ts";
import { FakeClock } from "./fake-clock.ts";
import { FaultScript, faultyDestination, faultySource, type Fault } from "./faulty-stores.ts";
import { forever, specOf } from "./protocol-world.ts";

/** Sizes small enough that every way of copying is exercised with a few kilobytes. */
const THRESHOLDS = { bufferedUpToBytes: 1_000, streamedUpToBytes: 4_000, partSizeBytes: 2_000 };

/** A bucket to migrate, its destination and the control bucket, in memory; jobs run one after the other. */
export class MigrationWorld {
  readonly clock = new FakeClock();
  readonly source = new MemoryBucket(this.clock);
  readonly destination = new MemoryBucket(this.clock);
  readonly control = new MemoryBucket(this.clock);
  readonly destinationStore = new MemoryDestination(this.destination, { minPartBytes: 100 });
  /** Requests that source and destination have had, by name. */
  readonly calls: string[] = [];
  readonly #random;

  constructor(seed = 1) {
    this.#random = seededRandom(seed);
  }

  /** Runs a job to its end with one worker, and resolves to the summary. */
  async run(
    jobId: string,
    more: Partial<Omit<JobSpec, "jobId">> = {},
    faults: readonly Fault[] = [],
  ): Promise<Summary> {
    const spec = specOf({ jobId, taskObjectCountLimit: 4, ...more });
    const script = new FaultScript(faults);
    const end = await this.clock.runUntilSettled(this.#work(spec, script, forever));
    this.calls.push(...script.calls);
    if (end.kind !== "complete") throw new Error("the worker was drained by nobody");
    return end.summary;
  }

  /** A worker of a delta that repeats, which goes as far as the clock is moved. */
  repeat(
    jobId: string,
    baseJobId: string,
    repetition: Repetition,
    options: {
      readonly drain?: AbortSignal;
      readonly faults?: readonly Fault[];
      readonly log?: Log;
      readonly name?: string;
    } = {},
  ): Promise<WorkerEnd> {
    const round = { of: jobId, number: 1 };
    const first = specOf({ jobId, taskObjectCountLimit: 4, work: { kind: "delta", baseJobId, round } });
    const { drain = forever, log = silentLog, name = "w" } = options;
    const script = new FaultScript(options.faults ?? []);
    const control = new MemoryControl(this.control);
    const deps = { control, clock: this.clock, random: this.#random, log, giveUpMs: 300_000 };
    const work = (spec: JobSpec): Promise<WorkerEnd> => this.#work(spec, script, drain, name);
    return runRounds(first, repetition, work, deps, drain);
  }

  #work(spec: JobSpec, script: FaultScript, drain: AbortSignal, name = "w"): Promise<WorkerEnd> {
    const { clock } = this;
    const random = this.#random;
    const source = faultySource(new MemorySource(this.source), script);
    const destination = faultyDestination(this.destinationStore, script);
    const control = new MemoryControl(this.control);
    const options = {
      ...DEFAULT_TRANSFER_OPTIONS,
      keys: jobKeys(spec.jobId),
      srcPrefix: spec.srcPrefix,
      destPrefix: spec.destPrefix,
      sourceEtag: spec.source.etag,
      thresholds: THRESHOLDS,
      blockBytes: 512,
    };
    const engine = createCopyEngine({
      source,
      destination,
      control,
      clock,
      random,
      log: silentLog,
      options,
    });
    const deps = { control, source, destination, engine, clock, random, log: silentLog };
    return runWorker(
      { spec, leaseMs: 60_000, heldPartitions: 2, drainMs: 0, giveUpMs: 300_000 },
      { ...deps, name, controlRequests: () => 0, residentBytes: () => 0 },
      drain,
    );
  }

  /** All lines of a job's ledgers, by key. */
  records(jobId: string): Map<string, ObjectRecord> {
    const keys = jobKeys(jobId);
    const records = new Map<string, ObjectRecord>();
    for (const [key, { bytes }] of this.control.objects) {
      if (!key.startsWith(`${keys.root}done/`)) continue;
      const { ledger } = decodeJson(completionMarkerSchema, key, bytes);
      const body = this.control.objects.get(ledger.key)?.bytes ?? Buffer.alloc(0);
      for (const record of decodeLedger(body, ledger)) records.set(record.key, record);
    }
    return records;
  }

  /** `outcome`, with the code where there is one, by key. */
  outcomes(jobId: string): Record<string, string> {
    return Object.fromEntries(
      [...this.records(jobId)].map(([key, { outcome, code }]) => [
        key,
        code === undefined ? outcome : `${outcome} ${code}`,
      ]),
    );
  }

  /** The text of every object at the destination, by key. */
  atDestination(): Record<string, string> {
    return Object.fromEntries(
      [...this.destination.objects].map(([key, { bytes }]) => [key, bytes.toString()]),
    );
  }

  /** Stores a text at the source; everything happens at least a second apart. */
  async write(key: string, text: string, options: MemoryObjectOptions = {}): Promise<void> {
    await this.clock.advance(1_000);
    this.source.put(key, Buffer.from(text), options);
  }

  /** The application stores a text at the destination. */
  async writeThere(key: string, text: string): Promise<void> {
    await this.clock.advance(1_000);
    const etag = new MemoryBucket(this.clock).put(key, Buffer.from(text)).etag.toUpperCase();
    this.destination.put(key, Buffer.from(text), { etag, storageClass: "Standard" });
  }

  /** A back-to-source rule fetches a key that the destination lacks, without the users' metadata. */
  mirror(key: string): void {
    const bytes = this.source.objects.get(key)?.bytes ?? Buffer.alloc(0);
    const etag = md5Hex(bytes).toUpperCase();
    this.destination.put(key, bytes, { etag, storageClass: "Standard", mirrored: true });
  }
}
