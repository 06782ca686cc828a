import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Account } from "./account/account.ts";
import { startAdmin } from "./admin.ts";
import { RequestCounters } from "./counters.ts";
import type { AccessKey } from "./credentials.ts";
import { Faults } from "./faults.ts";
import type { RunningService, SeenRequest, TlsMaterial } from "./http/server.ts";
import { Machines } from "./machines/machines.ts";
import {
  type CredentialsHolder,
  type InstanceMetadata,
  type InstanceOptions,
  startInstanceMetadata,
} from "./metadata/service.ts";
import { BodyStore } from "./store/bodies.ts";
import { StorageService } from "./storage-service.ts";

const ACCOUNT_ID = "1000000000000000";

export interface LocalCloudOptions {
  /** Of OSS and ECS; default `cn-hongkong`. */
  readonly region?: string;
  /** Of S3; default `ap-northeast-1`. */
  readonly sourceRegion?: string;
  /** Where bodies above 64 KiB are kept; default a new temporary directory, which goes with the cloud. */
  readonly dataDirectory?: string;
  /** Default: free ports. */
  readonly ports?: {
    readonly oss?: number;
    readonly s3?: number;
    readonly metadata?: number;
    readonly admin?: number;
  };
  /** Serves OSS and S3 over https. */
  readonly tls?: TlsMaterial;
  /** How long a client may send nothing in the middle of a body; default 30 s. */
  readonly bodyIdleTimeoutMs?: number;
  /** Is told of every request to OSS and S3, once it is known how it is answered. */
  readonly onRequest?: (request: SeenRequest) => void;
  /** The first instance, whose metadata service is `metadata`. */
  readonly instance?: InstanceOptions;
  /** The machines behind the instances of the account. */
  readonly machines?: {
    /** Further variables of every machine's environment, read when it boots. */
    readonly environment?: () => Readonly<Record<string, string>>;
    /** How long one that is shut down may take; default 15 s. */
    readonly stopGraceMs?: number;
  };
}

/** A cloud on loopback: OSS, S3 and the metadata service of ECS instances, to arrange, disturb and inspect. */
export interface LocalCloud {
  readonly oss: StorageService;
  readonly s3: StorageService;
  readonly metadata: InstanceMetadata;
  /** What Terraform manages through the local provider. */
  readonly account: Account;
  /** Does over HTTP, for other processes, what these handles do. */
  readonly admin: RunningService;
  readonly faults: Faults;
  readonly counters: RequestCounters;
  /** Starts the metadata service of one more instance. */
  addInstance(options?: InstanceOptions): Promise<InstanceMetadata>;
  /** Closes every connection and removes what the cloud has written. */
  close(): Promise<void>;
}

/** Starts the whole cloud in this process. */
export async function startLocalCloud(options: LocalCloudOptions = {}): Promise<LocalCloud> {
  const { region = "cn-hongkong", sourceRegion = "ap-northeast-1", ports = {}, tls } = options;
  const dataDirectory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), "local-cloud-")));
  const bodies = new BodyStore(join(dataDirectory, "bodies"));
  await bodies.open();
  const faults = new Faults();
  const counters = new RequestCounters();
  const oss = new StorageService("oss", region, bodies);
  const s3 = new StorageService("s3", sourceRegion, bodies);
  const { bodyIdleTimeoutMs = 30_000, onRequest } = options;
  const shared = { faults, counters, bodyIdleTimeoutMs, onRequest };
  await oss.start(shared, listenOn(ports.oss, tls));
  await s3.start(shared, listenOn(ports.s3, tls));

  const instances: InstanceMetadata[] = [];
  const addInstance = async (instance: InstanceOptions = {}): Promise<InstanceMetadata> => {
    const issue = (expiresAtMs: number, { roleName, instanceId }: CredentialsHolder): AccessKey => {
      const principal = `arn:sts::${ACCOUNT_ID}:assumed-role/${roleName}/${instanceId}`;
      return oss.keys.createTemporary(expiresAtMs, principal);
    };
    const metadata = await startInstanceMetadata({ region, clock: oss.clock, issue }, instance);
    instances.push(metadata);
    return metadata;
  };
  const metadata = await addInstance({
    ...options.instance,
    ...(ports.metadata !== undefined && { port: ports.metadata }),
  });
  const machines = new Machines({
    directory: join(dataDirectory, "instances"),
    startMetadata: addInstance,
    environment: () => ({ OSS_FERRY_OSS_ENDPOINT: oss.endpoint, ...options.machines?.environment?.() }),
    stopGraceMs: options.machines?.stopGraceMs ?? 15_000,
  });
  const account = new Account({
    region,
    accountId: ACCOUNT_ID,
    oss,
    machines,
    nowMs: () => oss.clock.nowMs(),
  });
  const subject = { oss, s3, metadata, account, faults, counters };
  const admin = await startAdmin(subject, listenOn(ports.admin));
  return {
    oss,
    s3,
    metadata,
    account,
    admin,
    faults,
    counters,
    addInstance,
    close: async () => {
      await account.close();
      await Promise.all([oss, s3, admin, ...instances].map((service) => service.close()));
      await rm(join(dataDirectory, "bodies"), { recursive: true, force: true });
      if (options.dataDirectory === undefined) await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

function listenOn(port: number | undefined, tls?: TlsMaterial): { port?: number; tls?: TlsMaterial } {
  return { ...(port !== undefined && { port }), ...(tls !== undefined && { tls }) };
}
