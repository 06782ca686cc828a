import type { VariableName } from "../core/protocol/environment.ts";
import { WORKER_NODE_FLAGS } from "../core/protocol/node-flags.ts";
import type { ProcessCommand } from "./measure/run-process.ts";
import type { RunningServer } from "./server/start-server.ts";

/** The program under test: a bundle and the Node binary that runs it. */
export interface WorkerBuild {
  readonly node: string;
  readonly bundle: string;
}

export type WorkerSettings = Readonly<Partial<Record<VariableName, string>>>;

/** The command of one worker, run as an instance runs it, that copies the whole source, or its share of it beside others of the fleet. */
export function workerCommand(
  build: WorkerBuild,
  server: RunningServer,
  options: {
    /** Its access key id at all stores: how the server tells the lines of the fleet apart. */
    readonly clientId: string;
    /** Upper bound of objects in flight. */
    readonly concurrency: number;
    /** What differs from the defaults. */
    readonly settings?: WorkerSettings;
  },
): ProcessCommand {
  const settings: WorkerSettings = {
    OSS_FERRY_JOB_ID: "bench",
    OSS_FERRY_SOURCE_BUCKET: "source",
    OSS_FERRY_SOURCE_REGION: "us-east-1",
    OSS_FERRY_SOURCE_ENDPOINT: server.sourceEndpoint,
    OSS_FERRY_SOURCE_PATH_STYLE: "true",
    OSS_FERRY_DESTINATION_BUCKET: "destination",
    OSS_FERRY_DESTINATION_REGION: "cn-hongkong",
    OSS_FERRY_CONTROL_BUCKET: "control",
    OSS_FERRY_OSS_ENDPOINT: server.destinationEndpoint,
    OSS_FERRY_OSS_CREDENTIALS: "environment",
    OSS_FERRY_WORKER_NAME: options.clientId,
    OSS_FERRY_WORKER_TASK_THREAD_NUM: String(options.concurrency),
    ...options.settings,
  };
  return {
    command: build.node,
    args: [...WORKER_NODE_FLAGS, build.bundle],
    env: {
      ...settings,
      NODE_EXTRA_CA_CERTS: server.certificateFile,
      AWS_ACCESS_KEY_ID: options.clientId,
      AWS_SECRET_ACCESS_KEY: "bench-secret",
      ALIBABA_CLOUD_ACCESS_KEY_ID: options.clientId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: "bench-secret",
    },
  };
}
