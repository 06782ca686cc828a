import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join, resolve } from "node:path";
import { EXIT } from "../../core/exit-codes.ts";
import { WORKER_NODE_FLAGS } from "../../core/protocol/node-flags.ts";
import { ALIBABA_VARIABLES, AWS_VARIABLES } from "../../storage/credentials/static.ts";
import type { LocalCloud } from "../cloud.ts";
import { DEMO_JOB, type DemoBuckets, type DemoFleet } from "./demo-fleet.ts";

const JOB_ID = "demo";

interface Worker {
  readonly name: string;
  readonly process: ChildProcess;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/**
 * The fleet of a machine without Terraform: each worker is a process of its own, as on an instance: the bundle,
 * settings from the environment, JSON logs, which go to `<logs>/<name>.jsonl`.
 */
export function startWorkers(
  cloud: LocalCloud,
  buckets: DemoBuckets,
  options: { readonly workers: number; readonly bytesPerSecond: number; readonly logs: string },
): DemoFleet {
  cloud.oss.createBucket(buckets.destination);
  cloud.oss.createBucket(buckets.control);
  const workers = Array.from({ length: options.workers }, (_, index) =>
    startWorker(`worker-${index}`, settingsOf(cloud, buckets, options.bytesPerSecond), options.logs),
  );
  const killed = new Set<string>();
  return {
    jobId: JOB_ID,
    async kill(workerName) {
      killed.add(workerName);
      workers.find(({ name }) => name === workerName)?.process.kill("SIGKILL");
      return `${workerName} is killed in the middle of its work (SIGKILL)`;
    },
    async finish() {
      const ends = await Promise.all(workers.map(async ({ ended }) => ended));
      return workers
        .map(({ name }, index) => `${name} ${killed.has(name) ? "was killed" : describeEnd(ends[index])}`)
        .join(", ");
    },
    async stop() {
      for (const worker of workers) worker.process.kill("SIGKILL");
    },
  };
}

function describeEnd(code: number | NodeJS.Signals | undefined): string {
  if (code === EXIT.complete) return "done";
  return code === EXIT.objectsFailed ? "done, with failures reported" : `ended with ${code ?? "nothing"}`;
}

function startWorker(name: string, settings: Readonly<Record<string, string>>, logs: string): Worker {
  const child = spawn(process.execPath, [...WORKER_NODE_FLAGS, resolve("dist/worker.mjs")], {
    env: { ...settings, OSS_FERRY_WORKER_NAME: name },
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout.pipe(createWriteStream(join(logs, `${name}.jsonl`)));
  const ended = new Promise<number | NodeJS.Signals>((settle, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => settle(code ?? signal ?? 1));
  });
  return { name, process: child, ended };
}

/** Each worker has its own keys and with them its own line, as each instance has. */
function settingsOf(cloud: LocalCloud, buckets: DemoBuckets, bytesPerSecond: number): Record<string, string> {
  const s3Key = cloud.s3.keys.create();
  const ossKey = cloud.oss.keys.create();
  cloud.oss.limitBandwidth(ossKey.accessKeyId, bytesPerSecond);
  return {
    OSS_FERRY_JOB_ID: JOB_ID,
    OSS_FERRY_SOURCE_BUCKET: buckets.source,
    OSS_FERRY_SOURCE_REGION: cloud.s3.region,
    OSS_FERRY_SOURCE_ENDPOINT: cloud.s3.endpoint,
    OSS_FERRY_DESTINATION_BUCKET: buckets.destination,
    OSS_FERRY_DESTINATION_REGION: cloud.oss.region,
    OSS_FERRY_CONTROL_BUCKET: buckets.control,
    OSS_FERRY_OSS_ENDPOINT: cloud.oss.endpoint,
    OSS_FERRY_OSS_CREDENTIALS: "environment",
    OSS_FERRY_LEASE_SECONDS: String(DEMO_JOB.leaseSeconds),
    OSS_FERRY_TASK_OBJECT_COUNT_LIMIT: String(DEMO_JOB.taskObjectCountLimit),
    OSS_FERRY_TASK_OBJECT_SIZE_LIMIT: String(DEMO_JOB.taskObjectSizeLimitMB * 1_000_000),
    [AWS_VARIABLES.accessKeyId]: s3Key.accessKeyId,
    [AWS_VARIABLES.accessKeySecret]: s3Key.accessKeySecret,
    [ALIBABA_VARIABLES.accessKeyId]: ossKey.accessKeyId,
    [ALIBABA_VARIABLES.accessKeySecret]: ossKey.accessKeySecret,
  };
}
