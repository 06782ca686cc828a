import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inject } from "vitest";
import { stringify } from "yaml";
import { type BootEvent, bootEventSchema, type BootStage } from "../../core/protocol/boot-event.ts";
import { type Heartbeat, heartbeatSchema } from "../../core/protocol/heartbeat.ts";
import { startLocalCloud } from "../../local/cloud.ts";
import type { AccessKey } from "../../local/credentials.ts";
import type { InstanceMetadata } from "../../local/metadata/service.ts";
import { userDataText } from "../../local/machines/user-data.ts";
import { selfSignedCertificate } from "../../local/terraform/certificate.ts";
import { type Artifact, workerArtifacts } from "../../stacks/artifacts.ts";
import { AWS_VARIABLES } from "../../storage/credentials/static.ts";
import { NODE } from "../support/ferry-process.ts";
import { CONTROL, DESTINATION, FerryWorld, SOURCE, variablesOf } from "../support/ferry-world.ts";
import { synthesiseStack } from "../support/synthesise.ts";
import { until } from "../support/until.ts";
import { Machine } from "./machine.ts";
import { PrivateNetwork } from "./private-network.ts";

const NAME = "boot";
const REGION = "cn-hongkong";
const SOURCE_REGION = "ap-northeast-1";
const OSS_HOST = `oss-${REGION}-internal.aliyuncs.com`;
const S3_HOST = `s3.${SOURCE_REGION}.amazonaws.com`;
const OSS_ADDRESS = "100.118.28.1";
const S3_ADDRESS = "203.0.113.1";

/** Long enough for two downloads of the runtime on a machine that is busy with other tests. */
const BOOT_DEADLINE_MS = 120_000;
const CONSOLE_LINES = 80;

/** Where a machine has its user data. */
export const USER_DATA = "/var/lib/cloud/seed/nocloud/user-data";
const TRUSTED = "etc/ssl/certs/ca-certificates.crt";

/** No endpoint is named anywhere: the machines look for the real ones. */
const MIGRATION = {
  name: NAME,
  region: REGION,
  source: { bucket: SOURCE, region: SOURCE_REGION },
  destination: { bucket: DESTINATION },
  control: { bucket: CONTROL },
  network: { new: { zones: [`${REGION}-b`] } },
  instances: {
    type: "ecs.c7.large",
    image: "aliyun_3_x64_20G_alibase_20260615.vhd",
    bandwidth: { internetMaxBandwidthOut: 100 },
  },
  copy: { taskObjectCountLimit: 10 },
  worker: { leaseSeconds: 5, drainSeconds: 2, taskThreadNum: 4 },
  phases: { full: { workers: 2 } },
};

/** What a stock image has and a minimal one has not: names, the certificates that they answer with, a locale. */
const IMAGE_SETTINGS: Readonly<Record<string, string>> = {
  "etc/hosts": [
    "127.0.0.1 localhost",
    ...[CONTROL, DESTINATION].map((bucket) => `${OSS_ADDRESS} ${bucket}.${OSS_HOST}`),
    `${S3_ADDRESS} ${SOURCE}.${S3_HOST}`,
    "",
  ].join("\n"),
  "etc/cloud/cloud.cfg.d/90-image.cfg": "locale: C.UTF-8\n",
  "etc/systemd/journald.conf.d/90-console.conf": "[Journal]\nForwardToConsole=yes\n",
};

/** One instance of the fleet. */
export interface Instance {
  readonly worker: string;
  readonly machine: Machine;
  readonly metadata: InstanceMetadata;
}

/**
 * The fleet that the stacks synthesise, as machines that are off: their user data lies where cloud-init looks for it,
 * what they fetch is in the control bucket, and the local cloud answers where the real one would.
 */
export class MachineFleet implements AsyncDisposable {
  readonly world: FerryWorld;
  readonly instances: readonly Instance[];
  readonly #owned: AsyncDisposableStack;

  private constructor(world: FerryWorld, instances: readonly Instance[], owned: AsyncDisposableStack) {
    this.world = world;
    this.instances = instances;
    this.#owned = owned;
  }

  static async open(rootFileSystem: string): Promise<MachineFleet> {
    await using owned = new AsyncDisposableStack();
    const directory = await mkdtemp(join(tmpdir(), "boot-test-"));
    owned.defer(() => rm(directory, { recursive: true, force: true }));
    const cloud = await startLocalCloud({ region: REGION, sourceRegion: SOURCE_REGION });
    const world = owned.use(new FerryWorld(cloud, `${NAME}-full`));
    const certificate = selfSignedCertificate(Date.now(), [`*.${OSS_HOST}`, `*.${S3_HOST}`]);
    const network = owned.use(
      await PrivateNetwork.open(
        [
          { address: OSS_ADDRESS, port: cloud.oss.port },
          { address: S3_ADDRESS, port: cloud.s3.port },
        ],
        { key: certificate.keyPem, cert: certificate.certificatePem },
      ),
    );
    const instances: Instance[] = [];
    for (const [worker, userData] of await publishFleet(world)) {
      const metadata = await cloud.addInstance({ roleAttached: false, userData });
      const machine = owned.use(
        await Machine.create({
          rootFileSystem,
          directory: join(directory, worker),
          namespace: await network.addMachine(metadata.port),
        }),
      );
      await furnish(machine, {
        ...IMAGE_SETTINGS,
        "var/lib/cloud/seed/nocloud/meta-data": `instance-id: ${metadata.instanceId}\n`,
        [USER_DATA.slice(1)]: userData,
        [TRUSTED]: `${await readFile(join(rootFileSystem, TRUSTED), "utf8")}${certificate.certificatePem}`,
      });
      instances.push({ worker, machine, metadata });
    }
    return new MachineFleet(world, instances, owned.move());
  }

  /** Puts the source's keys where the workers look for them, as the operator does. */
  async setSourceKeys(pair: AccessKey): Promise<void> {
    const { settings } = this.world;
    const where = ["--control-bucket", CONTROL, "--destination-region", REGION];
    const environment = { ...settings, ...variablesOf(AWS_VARIABLES, pair) };
    const { code, stderr } = await this.world
      .startCommand(["credentials", "set", ...where], environment)
      .end();
    if (code !== 0) throw new Error(stderr);
  }

  /** The instance's event of a stage, if there is one. */
  event({ metadata }: Instance, stage: BootStage): BootEvent | undefined {
    const event = this.world.readControl(this.world.keys.bootEvent(metadata.instanceId, stage));
    return event && bootEventSchema.parse(event);
  }

  /** The heartbeats of all workers that this instance ever had, the newest first. */
  heartbeats({ worker }: Instance): readonly Heartbeat[] {
    const { world } = this;
    return world
      .controlKeys(`workers/${worker}-`)
      .map((key) => heartbeatSchema.parse(world.readControl(world.keys.root + key)))
      .sort((a, b) => b.startedAtMs - a.startedAtMs);
  }

  /** Resolves once `look` finds something; what the consoles showed last is part of the error. */
  async until<Found>(
    what: string,
    look: () => Found | Promise<Found>,
  ): Promise<Exclude<Found, undefined | false>> {
    try {
      return await until(what, look, BOOT_DEADLINE_MS);
    } catch (error) {
      const consoles = this.instances.flatMap(({ worker, machine }) => [
        `${worker}:`,
        ...machine.console.trimEnd().split("\n").slice(-CONSOLE_LINES),
      ]);
      throw new Error([(error as Error).message, ...consoles].join("\n"), { cause: error });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#owned.disposeAsync();
  }
}

/** Synthesises the fleet and puts what it fetches into the control bucket; its user data, by worker. */
async function publishFleet({ cloud }: FerryWorld): Promise<ReadonlyMap<string, string>> {
  const artifacts = workerArtifacts(NODE, join(inject("bundles"), "worker.mjs"));
  for (const { key, file } of Object.values(artifacts) as readonly Artifact[]) {
    await cloud.oss.putObject(CONTROL, key, await readFile(file));
  }
  const stack = synthesiseStack("full", stringify(MIGRATION), artifacts);
  return new Map(
    stack
      .of("alicloud_instance")
      .map((instance) => [
        String(instance["instance_name"]).replace(`${NAME}-full-`, ""),
        userDataText(String(instance["user_data"])),
      ]),
  );
}

/** Puts files into a machine that is off. */
async function furnish(machine: Machine, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(machine.changes, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
