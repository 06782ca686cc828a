import { DEFAULT_TRANSFER_OPTIONS } from "./transfer/options.ts";
import type { Clock, Random } from "../core/clock.ts";
import type { Log } from "../core/log.ts";
import type { Settings } from "../core/protocol/environment.ts";
import type { JobSpec } from "../core/protocol/job.ts";
import { jobKeys } from "../core/protocol/keys.ts";
import { controlObjectCredentials } from "../storage/credentials/control-object.ts";
import { EcsMetadata } from "../storage/credentials/ecs-metadata.ts";
import { EcsRoleCredentials } from "../storage/credentials/ecs-role.ts";
import { environmentSourceCredentials } from "../storage/credentials/environment-source.ts";
import { ALIBABA_VARIABLES, environmentCredentials } from "../storage/credentials/static.ts";
import { openStores, type OpenStores } from "../storage/open-stores.ts";
import type { ControlStore, CredentialProvider } from "../storage/ports.ts";
import { checkDestination } from "./check-destination.ts";
import type { CopyEngine } from "./copy-engine.ts";
import { jobSpecOf, repetitionOf } from "./job-of-settings.ts";
import { sourceNetwork, sourceSettingsOf } from "./source-of-settings.ts";
import { runRounds } from "./run-rounds.ts";
import { runWorker, START_GIVE_UP_MS, type WorkerEnd } from "./run-worker.ts";
import { createCopyEngine } from "./transfer/engine.ts";
import { drainOnSpotNotice } from "./watch-spot.ts";

/** What a worker process gets from the machine it runs on. */
export interface WorkerSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly residentBytes: () => number;
}

/** A worker, put together from its settings. */
export interface OpenWorker {
  readonly stores: OpenStores;
  /**
   * Works until the job, or the last round of one that repeats, is complete or `drain` aborts; then closes everything.
   * `onJob` is told the id of each job that is worked on.
   */
  run(drain: AbortSignal, onJob?: (jobId: string) => void): Promise<WorkerEnd>;
}

/**
 * The composition point: the only place that knows which drivers a worker runs on. No request is sent before
 * `run`. CREDENTIALS_MISSING when the environment is to give credentials and does not.
 */
export function openWorker(settings: Settings, surroundings: WorkerSurroundings): OpenWorker {
  const { environment, clock, random, log, residentBytes } = surroundings;
  const spec = jobSpecOf(settings);
  const repetition = repetitionOf(settings);
  const ecs = settings.OSS_FERRY_OSS_CREDENTIALS === "ecs" ? openEcs(settings, surroundings) : undefined;
  const oss = {
    region: settings.OSS_FERRY_DESTINATION_REGION,
    network: settings.OSS_FERRY_OSS_NETWORK,
    ...(settings.OSS_FERRY_OSS_ENDPOINT === undefined ? {} : { endpoint: settings.OSS_FERRY_OSS_ENDPOINT }),
    credentials: ecs?.credentials ?? environmentCredentials(environment, ALIBABA_VARIABLES),
  };
  const stores = openStores(
    {
      source: {
        ...sourceSettingsOf(settings),
        bucket: spec.source.bucket,
        network: sourceNetwork(settings),
        requesterPays: settings.OSS_FERRY_SOURCE_REQUESTER_PAYS,
        credentials: (control) => sourceCredentials(settings, control, surroundings),
      },
      destination: {
        ...oss,
        bucket: spec.destination.bucket,
        ...(spec.serverSideEncryption === undefined
          ? {}
          : { serverSideEncryption: { algorithm: spec.serverSideEncryption } }),
      },
      control: { ...oss, bucket: settings.OSS_FERRY_CONTROL_BUCKET },
    },
    { clock },
  );
  const giveUpMs = settings.OSS_FERRY_GIVE_UP_SECONDS * 1000;
  /** An engine for one job: what it notes of uploads under way is that job's. */
  const engineFor = (jobId: string): CopyEngine =>
    createCopyEngine({
      ...stores,
      clock,
      random,
      log,
      options: {
        ...DEFAULT_TRANSFER_OPTIONS,
        keys: jobKeys(jobId),
        srcPrefix: spec.srcPrefix,
        destPrefix: spec.destPrefix,
        tags: spec.tags,
        storageClass: spec.storageClass,
        unmappableMetadata: spec.unmappableMetadata,
        // An audit changes nothing, not even what is archived.
        archived: spec.work.kind === "audit" ? "fail" : spec.archived,
        restoreDays: spec.restoreDays,
        restoreTier: spec.restoreTier,
        sourceEtag: spec.source.etag,
        maxSlots: settings.OSS_FERRY_WORKER_TASK_THREAD_NUM,
        maxBytesInFlight: settings.OSS_FERRY_WORKER_MAX_BYTES_IN_FLIGHT,
        outageGiveUpMs: giveUpMs,
      },
    });

  return {
    stores,
    async run(drain, onJob) {
      const spot = new AbortController();
      const stopped = new AbortController();
      const anyDrain = AbortSignal.any([drain, spot.signal]);
      const watching =
        ecs === undefined
          ? Promise.resolve()
          : drainOnSpotNotice({ metadata: ecs.metadata, clock, log }, spot, stopped.signal);
      try {
        if (ecs !== undefined) {
          log.info("credentials.waiting", { endpoint: settings.OSS_FERRY_METADATA_ENDPOINT });
          await ecs.credentials.waitForRole(giveUpMs, anyDrain);
        }
        await checkDestination(
          stores.destination,
          spec.destPrefix,
          { clock, random, log, giveUpMs: Math.min(giveUpMs, START_GIVE_UP_MS) },
          anyDrain,
        );
        const work = (job: JobSpec): Promise<WorkerEnd> => {
          onJob?.(job.jobId);
          return runWorker(
            {
              spec: job,
              leaseMs: settings.OSS_FERRY_LEASE_SECONDS * 1000,
              heldPartitions: HELD_PARTITIONS,
              drainMs: settings.OSS_FERRY_DRAIN_SECONDS * 1000,
              giveUpMs,
              ...(settings.OSS_FERRY_WORKER_MAX_THROUGHPUT === undefined
                ? {}
                : { ownBytesPerSecond: settings.OSS_FERRY_WORKER_MAX_THROUGHPUT }),
            },
            {
              control: stores.control,
              source: stores.source,
              destination: stores.destination,
              engine: engineFor(job.jobId),
              clock,
              random,
              log,
              name: settings.OSS_FERRY_WORKER_NAME,
              controlRequests: () => stores.meter.total("control"),
              residentBytes,
            },
            anyDrain,
          );
        };
        return repetition === undefined
          ? await work(spec)
          : await runRounds(
              spec,
              repetition,
              work,
              { control: stores.control, clock, random, log, giveUpMs },
              anyDrain,
            );
      } catch (error) {
        if (anyDrain.aborted && error === anyDrain.reason) return { kind: "drained" };
        throw error;
      } finally {
        stopped.abort(new Error("the worker stopped"));
        await watching;
        await Promise.all([stores.close(), ecs?.metadata.close()]);
      }
    },
  };
}

/** One that is being copied, one that is being listed meanwhile, and one whose last objects are under way. */
const HELD_PARTITIONS = 3;

function openEcs(
  settings: Settings,
  { clock, random }: WorkerSurroundings,
): { readonly metadata: EcsMetadata; readonly credentials: EcsRoleCredentials } {
  const metadata = new EcsMetadata({ endpoint: settings.OSS_FERRY_METADATA_ENDPOINT, clock });
  return { metadata, credentials: new EcsRoleCredentials({ metadata, clock, random }) };
}

function sourceCredentials(
  settings: Settings,
  control: ControlStore,
  surroundings: WorkerSurroundings,
): CredentialProvider {
  return settings.OSS_FERRY_SOURCE_CREDENTIALS === "control"
    ? controlObjectCredentials(control, surroundings)
    : environmentSourceCredentials({
        ...surroundings,
        kind: settings.OSS_FERRY_SOURCE_KIND,
        region: settings.OSS_FERRY_SOURCE_REGION,
      });
}
