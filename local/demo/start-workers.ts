import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { WORKER_NODE_FLAGS } from "../../core/protocol/node-flags.ts";

/** A worker process of the demonstration. */
export interface DemoWorker {
  readonly name: string;
  readonly process: ChildProcess;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/**
 * Starts one worker as its own process, exactly as an instance does: the bundle, settings from the environment,
 * JSON logs, which go to `<logs>/<name>.jsonl`.
 */
export function startWorker(options: {
  readonly name: string;
  readonly bundle: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly logs: string;
}): DemoWorker {
  const { name, bundle, settings, logs } = options;
  const child = spawn(process.execPath, [...WORKER_NODE_FLAGS, bundle], {
    env: { ...settings, OSS_FERRY_WORKER_NAME: name },
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout.pipe(createWriteStream(join(logs, `${name}.jsonl`)));
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? signal ?? 1));
  });
  return { name, process: child, ended };
}
