import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { artifactKey } from "../../core/protocol/artifacts.ts";
import { type BootEvent, bootEventSchema, type BootStage } from "../../core/protocol/boot-event.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { type LocalCloud, startLocalCloud } from "../../local/cloud.ts";

const BOOTSTRAP = fileURLToPath(new URL("../../stacks/bootstrap/bootstrap.py", import.meta.url));
const JOB = "small-full";
const CONTROL = "control";
const INSTANCE = "i-first";

/** Stands in for the runtime: what matters is that exactly this is checked and run. */
const RUNTIME = `#!/bin/sh\n[ "$1" = --version ] && exit 0\nexec sh "$@"\n`;
const WORKER = `env > "$(dirname "$0")/environment"\nexit 0\n`;

/** What the user data says about an artifact, and its content. */
export interface Artifact {
  readonly key: string;
  readonly path: string;
  readonly sha256: string;
  readonly mode: number;
  readonly content: string;
}

/** How a bootstrap ended. */
export interface BootEnd {
  readonly code: number | null;
  readonly printed: string;
}

export interface RunningBoot {
  readonly ended: Promise<BootEnd>;
  printed(): string;
  kill(signal: NodeJS.Signals): void;
}

export interface BootOptions {
  readonly runtime?: string;
  readonly worker?: string;
  readonly roleAttached?: boolean;
  /** How long the bootstrap's seconds are; a millisecond if not said. */
  readonly second?: number;
}

/** One instance without systemd, its metadata service and the control bucket, before its bootstrap runs. */
export class BootWorld {
  readonly cloud: LocalCloud;
  readonly root: string;
  readonly artifacts: readonly Artifact[];

  readonly #second: number;

  private constructor(cloud: LocalCloud, root: string, artifacts: readonly Artifact[], second: number) {
    this.#second = second;
    this.cloud = cloud;
    this.root = root;
    this.artifacts = artifacts;
  }

  static async create(options: BootOptions = {}): Promise<BootWorld> {
    const { runtime = RUNTIME, worker = WORKER, roleAttached = true } = options;
    const cloud = await startLocalCloud({ instance: { instanceId: INSTANCE, roleAttached } });
    cloud.oss.createBucket(CONTROL);
    const root = await mkdtemp(join(tmpdir(), "ferry-boot-"));
    const artifacts = [
      artifact("/opt/oss-ferry/bin/node", runtime, 0o755),
      artifact("/opt/oss-ferry/worker.mjs", worker, 0o644),
    ];
    const world = new BootWorld(cloud, root, artifacts, options.second ?? 0.001);
    await world.#writeConfig();
    return world;
  }

  /** Puts the artifacts where the foundation stack puts them. */
  async publish(artifacts = this.artifacts): Promise<void> {
    for (const { key, content } of artifacts) await this.cloud.oss.putObject(CONTROL, key, content);
  }

  /** Runs the bootstrap as the user data does, to its end. */
  boot(): Promise<BootEnd> {
    return this.start().ended;
  }

  /** Starts the bootstrap. */
  start(): RunningBoot {
    const child = spawn("python3", [BOOTSTRAP, "install"], {
      env: {
        PATH: process.env["PATH"],
        OSS_FERRY_ROOT: this.root,
        OSS_FERRY_METADATA_ENDPOINT: this.cloud.metadata.endpoint,
        OSS_FERRY_BOOT_SECOND: String(this.#second),
        OSS_FERRY_OSS_ENDPOINT: this.cloud.oss.endpoint,
      },
    });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        printed += chunk.toString();
      });
    }
    const ended = new Promise<BootEnd>((resolve) => {
      child.once("close", (code) => {
        resolve({ code, printed });
      });
    });
    return { ended, printed: () => printed, kill: (signal) => child.kill(signal) };
  }

  /** The stage's event as the operator reads it, if there is one. */
  event(stage: BootStage): BootEvent | undefined {
    const body = this.cloud.oss.readObject(CONTROL, jobKeys(JOB).bootEvent(INSTANCE, stage));
    return body && bootEventSchema.parse(JSON.parse(body.toString()));
  }

  /** The stages that have an event. */
  stages(): readonly BootStage[] {
    const all: readonly BootStage[] = bootEventSchema.shape.stage.options;
    return all.filter((stage) => this.event(stage) !== undefined);
  }

  async close(): Promise<void> {
    await this.cloud.close();
    await rm(this.root, { recursive: true });
  }

  async #writeConfig(): Promise<void> {
    const config = {
      jobId: JOB,
      worker: "worker-0",
      region: "cn-hongkong",
      controlBucket: CONTROL,
      artifacts: this.artifacts.map(({ key, path, sha256, mode }) => ({ key, path, sha256, mode })),
      command: this.artifacts.map(({ path }) => path),
      finalExitCodes: [0, 2, 3, 4, 6],
      environment: { OSS_FERRY_JOB_ID: JOB, OSS_FERRY_SRC_PREFIX: 'a "b" $c `d` \\e' },
    };
    const file = join(this.root, "etc/oss-ferry/bootstrap.json");
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(config));
  }
}

function artifact(path: string, content: string, mode: number): Artifact {
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { key: artifactKey(sha256, path.split("/").at(-1) ?? ""), path, content, sha256, mode };
}
