import { readFileSync } from "node:fs";
import { EXIT } from "../core/exit-codes.ts";
import { FerryError } from "../core/errors.ts";
import { WORKER_NODE_FLAGS } from "../core/protocol/node-flags.ts";
import type { WorkerArtifacts } from "./artifacts.ts";

export interface UserDataOptions {
  readonly jobId: string;
  /** The worker's name in its stack, for instance `worker-0`. */
  readonly worker: string;
  readonly region: string;
  readonly controlBucket: string;
  readonly artifacts: WorkerArtifacts;
  /** What the worker finds in its environment. No secret may be among it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly maxBytesInFlight: number;
  readonly drainSeconds: number;
}

/** What ECS accepts, before Base64. */
export const MAX_USER_DATA_BYTES = 16_384;

const MIB = 1024 * 1024;
/** Node itself and what is not object bytes; 96 MiB in flight thus get 928 MiB. */
const MEMORY_BESIDE_OBJECTS = 640 * MIB;
const MEMORY_PER_BYTE_IN_FLIGHT = 3;
const STOP_MARGIN_SECONDS = 30;

/** Ends after which another start would end the same way, or has nothing to do. */
const FINAL_EXIT_CODES = [EXIT.complete, EXIT.usage, EXIT.objectsFailed, EXIT.refused, EXIT.drained];

/** Ends with which a worker has done what it was there for; systemd knows 0 by itself. */
const FINE_EXIT_CODES = [EXIT.objectsFailed, EXIT.drained];

/**
 * The cloud-config that makes a stock image a worker: the bootstrap, what it is to fetch, two systemd units.
 * Text for text the same for the same options. CONFIGURATION_INVALID when it is more than ECS accepts.
 */
export function workerUserData(options: UserDataOptions): string {
  const { runtime, bundle } = options.artifacts;
  const config = {
    jobId: options.jobId,
    worker: options.worker,
    region: options.region,
    controlBucket: options.controlBucket,
    artifacts: [runtime, bundle].map(({ key, sha256, installPath, mode }) => ({
      key,
      sha256,
      path: installPath,
      mode,
    })),
    command: [runtime.installPath, ...WORKER_NODE_FLAGS, bundle.installPath],
    finalExitCodes: FINAL_EXIT_CODES,
    environment: options.environment,
  };
  const files = {
    "/opt/oss-ferry/bootstrap.py": withoutComments(bootstrapFile("bootstrap.py")),
    "/etc/oss-ferry/bootstrap.json": JSON.stringify(config),
    "/etc/systemd/system/oss-ferry-boot.service": bootstrapFile("oss-ferry-boot.service"),
    "/etc/systemd/system/oss-ferry-worker.service": workerUnit(config.command, options),
  };
  const text = [
    "#cloud-config",
    "write_files:",
    ...Object.entries(files).map(([path, content]) => fileEntry(path, content)),
    "runcmd:",
    "- [python3, /opt/oss-ferry/bootstrap.py, install]",
    "",
  ].join("\n");
  const bytes = Buffer.byteLength(text);
  if (bytes <= MAX_USER_DATA_BYTES) return text;
  throw new FerryError(
    "CONFIGURATION_INVALID",
    `the user data of ${options.worker} has ${bytes} bytes and ECS accepts ${MAX_USER_DATA_BYTES}; shorten the prefixes and globs`,
  );
}

/** The worker's systemd unit. */
export function workerUnit(
  command: readonly string[],
  options: Pick<UserDataOptions, "maxBytesInFlight" | "drainSeconds">,
): string {
  const memoryBytes = options.maxBytesInFlight * MEMORY_PER_BYTE_IN_FLIGHT + MEMORY_BESIDE_OBJECTS;
  return bootstrapFile("oss-ferry-worker.service")
    .replace("{{command}}", command.join(" "))
    .replace("{{finalExitCodes}}", FINAL_EXIT_CODES.filter((code) => code !== EXIT.complete).join(" "))
    .replace("{{fineExitCodes}}", FINE_EXIT_CODES.join(" "))
    .replace("{{stopSeconds}}", String(options.drainSeconds + STOP_MARGIN_SECONDS))
    .replace("{{memoryBytes}}", String(memoryBytes));
}

/**
 * Python for machines: without blank lines, comments on lines of their own and one-line doc strings, indented by
 * one space a level. It is not compressed, because compressors differ from one machine to the next and any other
 * text would restart the fleet.
 */
export function withoutComments(python: string): string {
  const lines = python.replace(/^""".*?"""\n/su, "").split("\n");
  const kept = lines.filter((line) => !/^\s*(?:#.*|""".*""")?$/u.test(line));
  const dense = kept.map((line) => line.replace(/^(?: {4})+/u, (indent) => " ".repeat(indent.length / 4)));
  return `${dense.join("\n")}\n`;
}

function fileEntry(path: string, content: string): string {
  const block = content.trimEnd().replace(/^(?=.)/gmu, "   ");
  return `- path: ${path}\n  content: |\n${block}`;
}

function bootstrapFile(name: string): string {
  return readFileSync(new URL(`bootstrap/${name}`, import.meta.url), "utf8");
}
