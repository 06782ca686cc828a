import type { ProcessCommand } from "./measure/run-process.ts";
import type { RunningServer } from "./server/start-server.ts";

/** The program under test: a bundle and the Node binary that runs it. */
export interface WorkerBuild {
  readonly node: string;
  readonly bundle: string;
}

export interface WorkerOptions {
  /** Its access key id at all stores: how the server tells the lines of the fleet apart. */
  readonly clientId: string;
  /** Upper bound of objects in flight. */
  readonly concurrency: number;
  /** Fields of the job's specification that differ from their defaults. */
  readonly job?: Readonly<Record<string, unknown>>;
}

/** The command of one worker that copies the whole source as a member of the fleet of job `bench`. */
export function workerCommand(
  build: WorkerBuild,
  server: RunningServer,
  options: WorkerOptions,
): ProcessCommand {
  return {
    command: build.node,
    args: [build.bundle],
    env: {
      NODE_EXTRA_CA_CERTS: server.certificateFile,
      RAW: JSON.stringify({
        source: server.sourceEndpoint,
        destination: server.destinationEndpoint,
        ...options,
      }),
    },
  };
}
