import { systemClock } from "../../core/clock.ts";
import { jobKeys, type JobKeys } from "../../core/protocol/keys.ts";
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from "../../local/cloud.ts";
import type { AccessKey } from "../../local/credentials.ts";
import type { FaultRule } from "../../local/faults.ts";
import { keyOf } from "../../local/store/keys.ts";
import {
  ALIBABA_VARIABLES,
  AWS_VARIABLES,
  type CredentialVariables,
  staticCredentials,
} from "../../storage/credentials/static.ts";
import { openControl } from "../../storage/open-stores.ts";
import type { ControlStore } from "../../storage/ports.ts";
import { RequestMeter } from "../../storage/request-meter.ts";
import { type FerryProcess, startCommand, startWorkerProcess } from "./ferry-process.ts";
import { until } from "./until.ts";

export const SOURCE = "source-bucket";
export const DESTINATION = "destination-bucket";
export const CONTROL = "control-bucket";

/** A holder that is killed is missed after this long: the least there is. */
export const SHORT_LEASE_SECONDS = 3;

export type Settings = Readonly<Record<string, string>>;

/** A cloud with the three buckets of one job, and the processes that work on it. Nothing outlives its scope. */
export class FerryWorld implements AsyncDisposable {
  readonly cloud: LocalCloud;
  readonly jobId: string;
  readonly keys: JobKeys;
  readonly #processes: FerryProcess[] = [];
  readonly #ownKeys: AccessKey[] = [];

  constructor(cloud: LocalCloud, jobId = "job-1") {
    this.cloud = cloud;
    this.jobId = jobId;
    this.keys = jobKeys(jobId);
    cloud.s3.createBucket(SOURCE);
    cloud.oss.createBucket(DESTINATION);
    cloud.oss.createBucket(CONTROL);
  }

  /** The environment of a worker of this job, whole. */
  get settings(): Settings {
    const { s3, oss } = this.cloud;
    return {
      OSS_FERRY_JOB_ID: this.jobId,
      OSS_FERRY_SOURCE_BUCKET: SOURCE,
      OSS_FERRY_SOURCE_REGION: s3.region,
      OSS_FERRY_SOURCE_ENDPOINT: s3.endpoint,
      OSS_FERRY_DESTINATION_BUCKET: DESTINATION,
      OSS_FERRY_DESTINATION_REGION: oss.region,
      OSS_FERRY_CONTROL_BUCKET: CONTROL,
      OSS_FERRY_OSS_ENDPOINT: oss.endpoint,
      OSS_FERRY_OSS_CREDENTIALS: "environment",
      OSS_FERRY_LEASE_SECONDS: String(SHORT_LEASE_SECONDS),
      OSS_FERRY_TASK_OBJECT_COUNT_LIMIT: "10",
      OSS_FERRY_GIVE_UP_SECONDS: "30",
      OSS_FERRY_LOG_LEVEL: "debug",
      ...variablesOf(AWS_VARIABLES, s3.accessKey),
      ...variablesOf(ALIBABA_VARIABLES, oss.accessKey),
    };
  }

  /** Starts a worker; `change` adds settings to the usual ones, or with undefined takes one away. */
  startWorker(name: string, change: Readonly<Record<string, string | undefined>> = {}): FerryProcess {
    const environment = defined({ ...this.settings, OSS_FERRY_WORKER_NAME: name, ...change });
    return this.#keep(startWorkerProcess({ environment, secrets: () => this.#secrets() }));
  }

  /** Starts `oss-ferry` with these arguments. */
  startCommand(
    args: readonly string[],
    environment: Readonly<Record<string, string | undefined>> = this.settings,
  ): FerryProcess {
    return this.#keep(
      startCommand(args, { environment: defined(environment), secrets: () => this.#secrets() }),
    );
  }

  /** A key pair of its own for each service, so that rules and limits can tell one worker from another. */
  ownKeys(): { readonly s3: AccessKey; readonly oss: AccessKey; readonly settings: Settings } {
    const s3 = this.cloud.s3.keys.create();
    const oss = this.cloud.oss.keys.create();
    this.#ownKeys.push(s3, oss);
    return {
      s3,
      oss,
      settings: { ...variablesOf(AWS_VARIABLES, s3), ...variablesOf(ALIBABA_VARIABLES, oss) },
    };
  }

  /** The control bucket through its driver; the caller closes it. */
  openControl(): ControlStore {
    const { endpoint, region, accessKey } = this.cloud.oss;
    return openControl(
      { bucket: CONTROL, region, network: "public", endpoint, credentials: staticCredentials(accessKey) },
      { clock: systemClock, meter: new RequestMeter() },
    );
  }

  /** Keys of the control bucket below the job's root, past the API. */
  controlKeys(prefix = ""): string[] {
    const root = this.keys.root + prefix;
    const found: string[] = [];
    for (const [key] of this.cloud.oss.bucket(CONTROL).objectsFrom(keyOf(root))) {
      if (!key.startsWith(root)) break;
      found.push(key.slice(this.keys.root.length));
    }
    return found;
  }

  /** A JSON object of the control bucket as it is stored, past the API. */
  readControl(key: string): Record<string, unknown> | undefined {
    const body = this.cloud.oss.readObject(CONTROL, key);
    return body === undefined ? undefined : (JSON.parse(body.toString()) as Record<string, unknown>);
  }

  /** Writes `control.json` as an operator would. */
  async wish(settings: unknown): Promise<void> {
    const text = typeof settings === "string" ? settings : JSON.stringify(settings);
    await this.cloud.oss.putObject(CONTROL, this.keys.control, text);
  }

  /** Puts a fault rule into force; resolve `hit` to wait until it has hit a request. */
  script(rule: FaultRule): ScriptedFault {
    const { faults } = this.cloud;
    const id = faults.add(rule);
    const count = (): { readonly matched: number; readonly hit: number } =>
      faults.list().find((each) => each.id === id) ?? { matched: 0, hit: 0 };
    return {
      count,
      hit: async (times = 1) => {
        await until(`a request is hit by ${JSON.stringify(rule)} ${times} times`, () => count().hit >= times);
      },
      lift: () => faults.remove(id),
    };
  }

  /** Bytes of objects that the source has sent so far. */
  get sourceBytes(): number {
    return sum(this.cloud, { service: "s3", operation: "GetObject" }, "sentBytes");
  }

  /** Bytes of objects that the destination has received so far. */
  get destinationBytes(): number {
    const puts = sum(
      this.cloud,
      { service: "oss", bucket: DESTINATION, operation: "PutObject" },
      "receivedBytes",
    );
    return (
      puts +
      sum(this.cloud, { service: "oss", bucket: DESTINATION, operation: "UploadPart" }, "receivedBytes")
    );
  }

  /** How many answers with this status there were. */
  answers(service: "oss" | "s3", status: number): number {
    return this.cloud.counters
      .list()
      .filter((count) => count.service === service)
      .reduce((total, count) => total + (count.statuses[status] ?? 0), 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#processes.map((each) => each.kill()));
    await this.cloud.close();
  }

  #keep(started: FerryProcess): FerryProcess {
    this.#processes.push(started);
    return started;
  }

  #secrets(): readonly string[] {
    const { s3, oss, metadata } = this.cloud;
    const keys = [s3.accessKey, oss.accessKey, metadata.credentials.current(), ...this.#ownKeys];
    return keys.flatMap(({ accessKeySecret, sessionToken = accessKeySecret }) => [
      accessKeySecret,
      sessionToken,
    ]);
  }
}

/** A fault in force. */
export interface ScriptedFault {
  count(): { readonly matched: number; readonly hit: number };
  hit(times?: number): Promise<void>;
  lift(): void;
}

/** Starts a cloud with the three buckets, empty. */
export async function openFerryWorld(options: LocalCloudOptions = {}): Promise<FerryWorld> {
  return new FerryWorld(await startLocalCloud(options));
}

/** The environment variables that hold this pair. */
export function variablesOf(names: CredentialVariables, key: AccessKey): Settings {
  return {
    [names.accessKeyId]: key.accessKeyId,
    [names.accessKeySecret]: key.accessKeySecret,
    ...(key.sessionToken === undefined ? {} : { [names.sessionToken]: key.sessionToken }),
  };
}

function defined(settings: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function sum(
  cloud: LocalCloud,
  filter: { readonly service: string; readonly operation: string; readonly bucket?: string },
  what: "sentBytes" | "receivedBytes",
): number {
  return cloud.counters
    .list()
    .filter(
      (count) =>
        count.service === filter.service &&
        count.operation === filter.operation &&
        (filter.bucket ?? count.bucket) === count.bucket,
    )
    .reduce((total, count) => total + count[what], 0);
}
