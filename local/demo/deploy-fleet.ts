import { appendFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { stringify } from "yaml";
import type { Clock } from "../../core/clock.ts";
import { ALIBABA_VARIABLES, AWS_VARIABLES } from "../../storage/credentials/static.ts";
import type { LocalCloud } from "../cloud.ts";
import { installLocalProvider } from "../terraform/install.ts";
import { DEMO_JOB, type DemoBuckets, type DemoFleet } from "./demo-fleet.ts";

const NAME = "demo";
const PHASE = "full";
/** Below the project, as Terraform's local state is. */
const STATE = ".oss-ferry/demo";
const POLL_MS = 200;

export interface DeployOptions {
  readonly workers: number;
  readonly bytesPerSecond: number;
  /** Where logs and everything that is generated go. */
  readonly directory: string;
  readonly clock: Clock;
  readonly say: (text: string) => void;
}

/** Whether Terraform is on this machine. */
export async function hasTerraform(): Promise<boolean> {
  const { failed } = await execa("terraform", ["version"], { reject: false, stdio: "ignore" });
  return !failed;
}

/**
 * The fleet as a real one comes to be: migration.yaml, `cdktf deploy`, instances that boot their user data, the
 * source's keys by `oss-ferry credentials set`. Only the cloud is local. What the commands print goes to
 * `<directory>/cdktf.log`. Throws when a command fails, with the end of what it printed.
 */
export async function deployFleet(
  cloud: LocalCloud,
  buckets: DemoBuckets,
  options: DeployOptions,
): Promise<DemoFleet> {
  const { directory, clock, say } = options;
  await rm(STATE, { recursive: true, force: true });
  const provider = await installLocalProvider(directory, { cloudEndpoint: cloud.admin.endpoint });
  const config = join(directory, "migration.yaml");
  await writeFile(config, stringify(migrationOf(cloud, buckets, options.workers)));
  const environment = {
    ...provider.environment,
    ...operatorEnvironment(cloud),
    FERRY_CONFIG: config,
    CI: "1",
  };
  const cdktf = async (...words: readonly string[]): Promise<void> => {
    const output = ["--auto-approve", "--skip-provider-lock", "--output", join(directory, "cdktf.out")];
    const { failed, all } = await execa("cdktf", [...words, ...output], {
      env: environment,
      preferLocal: true,
      reject: false,
      all: true,
    });
    await appendFile(join(directory, "cdktf.log"), `${all}\n`);
    if (failed) throw new Error(`cdktf ${words.join(" ")} failed:\n${all.split("\n").slice(-20).join("\n")}`);
  };

  const beganMs = clock.monotonicMs();
  say("$ cdktf deploy foundation full");
  const deployed = new AbortController();
  const keys = setSourceKeys(cloud, buckets, environment, clock, deployed.signal);
  try {
    await cdktf("deploy", "foundation", PHASE);
  } finally {
    deployed.abort(new Error("deployed"));
  }
  await keys;
  const seconds = Math.round((clock.monotonicMs() - beganMs) / 1000);
  const resources = Object.values(cloud.account.list()).flat().length;
  say(
    `  ${resources} resources and ${options.workers} instances in ${seconds} s; nobody logs in to any of them\n`,
  );

  const limiting = new AbortController();
  const limits = limitLines(cloud, options.bytesPerSecond, clock, limiting.signal);
  return {
    jobId: `${NAME}-${PHASE}`,
    async kill(workerName) {
      const instance = running(cloud).find(({ name }) => name.endsWith(workerName));
      if (instance !== undefined) await cloud.account.release(instance.id);
      return `the cloud takes the instance of ${workerName} away in the middle of its work (SIGKILL)`;
    },
    async finish(complete) {
      await complete;
      return `${running(cloud).length} of ${options.workers} instances are left, and ${NAME}-${PHASE} is complete`;
    },
    async stop() {
      limiting.abort(new Error("stopped"));
      await limits;
      say(`\n$ cdktf destroy ${PHASE}`);
      await cdktf("destroy", PHASE);
      const kept = [buckets.destination, buckets.control].filter((bucket) => cloud.oss.hasBucket(bucket));
      say(`  ${running(cloud).length} instances left; ${kept.join(" and ")} are still there`);
      await rm(STATE, { recursive: true, force: true });
    },
  };
}

function running(cloud: LocalCloud): readonly { readonly id: string; readonly name: string }[] {
  return cloud.account.instances().filter(({ processId }) => processId !== undefined);
}

function migrationOf(cloud: LocalCloud, buckets: DemoBuckets, workers: number): unknown {
  return {
    name: NAME,
    region: cloud.oss.region,
    source: { bucket: buckets.source, region: cloud.s3.region, endpoint: cloud.s3.endpoint },
    destination: { bucket: buckets.destination },
    control: { bucket: buckets.control },
    network: { new: { zones: [`${cloud.oss.region}-b`] } },
    instances: {
      type: "ecs.c7.large",
      image: "aliyun_3_x64_20G_alibase_20260615.vhd",
      bandwidth: { internetMaxBandwidthOut: 100 },
    },
    copy: {
      taskObjectCountLimit: DEMO_JOB.taskObjectCountLimit,
      taskObjectSizeLimit: `${DEMO_JOB.taskObjectSizeLimitMB} MB`,
    },
    worker: { leaseSeconds: DEMO_JOB.leaseSeconds },
    phases: { [PHASE]: { workers } },
    state: { local: { directory: STATE } },
  };
}

/** What the operator has in the environment: keys of the account, and where the local OSS is. */
function operatorEnvironment(cloud: LocalCloud): Record<string, string> {
  const { accessKeyId, accessKeySecret } = cloud.oss.accessKey;
  return {
    [ALIBABA_VARIABLES.accessKeyId]: accessKeyId,
    [ALIBABA_VARIABLES.accessKeySecret]: accessKeySecret,
    OSS_FERRY_OSS_ENDPOINT: cloud.oss.endpoint,
  };
}

/** Sets the source's keys as soon as the foundation has made the bucket for them, so that no worker has to wait. */
async function setSourceKeys(
  cloud: LocalCloud,
  buckets: DemoBuckets,
  environment: Readonly<Record<string, string>>,
  clock: Clock,
  deployed: AbortSignal,
): Promise<void> {
  while (!cloud.oss.hasBucket(buckets.control)) {
    if (deployed.aborted) return;
    await clock.sleep(POLL_MS);
  }
  const { accessKeyId, accessKeySecret } = cloud.s3.keys.create();
  const words = ["credentials", "set", "--control-bucket", buckets.control];
  await execa(process.execPath, ["dist/oss-ferry.mjs", ...words, "--destination-region", cloud.oss.region], {
    env: {
      ...environment,
      [AWS_VARIABLES.accessKeyId]: accessKeyId,
      [AWS_VARIABLES.accessKeySecret]: accessKeySecret,
    },
  });
}

/** Gives each instance the line it would have, by the keys of its role, as soon as it has some. */
async function limitLines(
  cloud: LocalCloud,
  bytesPerSecond: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    for (const { id } of running(cloud)) {
      const accessKeyId = cloud.account.metadata(id)?.credentials.current().accessKeyId;
      if (accessKeyId !== undefined) cloud.oss.limitBandwidth(accessKeyId, bytesPerSecond);
    }
    await clock.sleep(POLL_MS, signal).catch(() => undefined);
  }
}
