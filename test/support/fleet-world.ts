import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { inject } from "vitest";
import { stringify } from "yaml";
import { systemClock } from "../../core/clock.ts";
import { type JobKeys, jobKeys } from "../../core/protocol/keys.ts";
import { type LocalCloud, startLocalCloud } from "../../local/cloud.ts";
import type { AccessKey } from "../../local/credentials.ts";
import type { SeenRequest } from "../../local/http/server.ts";
import { keyOf } from "../../local/store/keys.ts";
import { installLocalProvider } from "../../local/terraform/install.ts";
import { ALIBABA_VARIABLES, AWS_VARIABLES, staticCredentials } from "../../storage/credentials/static.ts";
import { openControl } from "../../storage/open-stores.ts";
import type { ControlStore } from "../../storage/ports.ts";
import { RequestMeter } from "../../storage/request-meter.ts";
import type { Run } from "../local/terraform/terraform.ts";
import { CONTROL, DESTINATION, SOURCE, variablesOf } from "./ferry-world.ts";

/** An instance that is on. */
export interface RunningInstance {
  readonly id: string;
  /** The leader of its process group. */
  readonly processId: number;
  readonly root: string;
}

/** Settings of migration.yaml that take the place of the usual ones. */
export type MigrationChange = Readonly<Record<string, unknown>>;

const ROOT = resolve(import.meta.dirname, "../..");
export const NAME = "e2e";

/**
 * A project directory of its own with migration.yaml, the built worker and its own state, a local cloud with a source
 * bucket, and the commands of an operator who uses them. Everything else is made by `cdktf deploy`.
 */
export class FleetWorld implements AsyncDisposable {
  readonly cloud: LocalCloud;
  /** The job of the phase `full`. */
  readonly jobId: string = `${NAME}-full`;
  readonly keys: JobKeys = jobKeys(this.jobId);
  readonly project: string;
  /** What instances asked of OSS with the credentials of their role. */
  readonly roleRequests: readonly SeenRequest[];
  readonly #parent: string;
  readonly #environment: Readonly<Record<string, string | undefined>>;

  static async open(change: MigrationChange = {}): Promise<FleetWorld> {
    const parent = await mkdtemp(join(tmpdir(), "fleet-test-"));
    const roleRequests: SeenRequest[] = [];
    const cloud = await startLocalCloud({
      onRequest: (request) => {
        if (request.service === "oss" && request.client?.startsWith("STS.") === true) {
          roleRequests.push(request);
        }
      },
    });
    cloud.s3.createBucket(SOURCE);
    const provider = await installLocalProvider(join(parent, "provider"), {
      cloudEndpoint: cloud.admin.endpoint,
    });
    const project = join(parent, "project");
    const home = join(parent, "home");
    await mkdir(home);
    await layOut(project);
    const environment = {
      ...process.env,
      ...provider.environment,
      HOME: home,
      // `node` and `cdktf` are those of the project; as in `npx`.
      PATH: `${dirname(process.execPath)}:${join(ROOT, "node_modules/.bin")}:${process.env["PATH"] ?? ""}`,
      CI: "1",
      // Nobody is there to be asked for a variable that is not set.
      TF_INPUT: "0",
      OSS_FERRY_OSS_ENDPOINT: cloud.oss.endpoint,
      ...variablesOf(ALIBABA_VARIABLES, cloud.oss.accessKey),
    };
    const world = new FleetWorld({ parent, project, cloud, roleRequests, environment });
    await world.configure(change);
    return world;
  }

  private constructor(parts: {
    readonly parent: string;
    readonly project: string;
    readonly cloud: LocalCloud;
    readonly roleRequests: readonly SeenRequest[];
    readonly environment: Readonly<Record<string, string | undefined>>;
  }) {
    this.#parent = parts.parent;
    this.project = parts.project;
    this.cloud = parts.cloud;
    this.roleRequests = parts.roleRequests;
    this.#environment = parts.environment;
  }

  /** Writes migration.yaml as it is to be from now on. */
  async configure(change: MigrationChange): Promise<void> {
    const { oss, s3 } = this.cloud;
    const usual = {
      name: NAME,
      region: oss.region,
      source: { bucket: SOURCE, region: s3.region, endpoint: s3.endpoint },
      destination: { bucket: DESTINATION },
      control: { bucket: CONTROL },
      network: { new: { zones: [`${oss.region}-b`] } },
      instances: {
        type: "ecs.c7.large",
        image: "aliyun_3_x64_20G_alibase_20260615.vhd",
        bandwidth: { internetMaxBandwidthOut: 100 },
      },
      copy: { taskObjectCountLimit: 10 },
      // Short, because the jobs are: who is killed is missed after the lease.
      worker: { leaseSeconds: 5, drainSeconds: 2 },
      phases: { full: { workers: 2 } },
    };
    await writeFile(join(this.project, "migration.yaml"), stringify({ ...usual, ...change }));
  }

  /** `cdktf deploy`, of these stacks alone. */
  async deploy(...stacks: readonly string[]): Promise<Run> {
    return this.cdktf(["deploy", ...stacks, "--ignore-missing-stack-dependencies"]);
  }

  /** `cdktf destroy`, of these stacks alone. Told to ignore what depends on several, cdktf would never end. */
  async destroy(stacks: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
    const alone = stacks.length === 1 ? ["--ignore-missing-stack-dependencies"] : [];
    return this.cdktf(["destroy", ...stacks, ...alone], environment);
  }

  async cdktf(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
    const approval = words[0] === "diff" ? [] : ["--auto-approve"];
    return this.#run("cdktf", [...words, ...approval, "--skip-provider-lock"], this.project, environment);
  }

  /** What Terraform would do to a stack that was synthesised; `code` is 0 when that is nothing, 2 for changes. */
  async plan(stack: string): Promise<Run> {
    const directory = join(this.project, "cdktf.out/stacks", stack);
    return this.#run("terraform", ["plan", "-detailed-exitcode", "-input=false", "-no-color"], directory, {});
  }

  /** `oss-ferry` about this control bucket. */
  async ferry(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
    const where = ["--control-bucket", CONTROL, "--destination-region", this.cloud.oss.region];
    const program = join(this.project, "dist/oss-ferry.mjs");
    return this.#run(process.execPath, [program, ...words, ...where], this.project, environment);
  }

  /** `oss-ferry credentials set` with this pair in the environment. */
  async setSourceKeys(pair: AccessKey): Promise<Run> {
    return this.ferry(["credentials", "set"], variablesOf(AWS_VARIABLES, pair));
  }

  /** The instances that are on, by the names of their workers: `worker-0` and so on. */
  instances(): ReadonlyMap<string, RunningInstance> {
    const prefix = new RegExp(`^${NAME}-[a-z0-9]+-`, "u");
    return new Map(
      this.cloud.account
        .instances()
        .flatMap(({ id, name, processId, root }) =>
          processId === undefined ? [] : [[name.replace(prefix, ""), { id, processId, root }] as const],
        ),
    );
  }

  /** All that any instance of this world ever printed. */
  async consoles(): Promise<string> {
    const { account } = this.cloud;
    return (await Promise.all(account.instances().map(({ id }) => account.readConsole(id)))).join("\n");
  }

  /** The control bucket through its driver; the caller closes it. */
  openControl(): ControlStore {
    const { endpoint, region, accessKey } = this.cloud.oss;
    return openControl(
      { bucket: CONTROL, region, network: "public", endpoint, credentials: staticCredentials(accessKey) },
      { clock: systemClock, meter: new RequestMeter() },
    );
  }

  /** Keys of the control bucket, past the API. */
  controlKeys(prefix: string): readonly string[] {
    const found: string[] = [];
    for (const [key] of this.cloud.oss.bucket(CONTROL).objectsFrom(keyOf(prefix))) {
      if (!key.startsWith(prefix)) break;
      found.push(key);
    }
    return found;
  }

  /** Whether the job has its summary. */
  isComplete(): boolean {
    return this.cloud.oss.readObject(CONTROL, this.keys.summary) !== undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.cloud.close();
    await rm(this.#parent, { recursive: true, force: true });
  }

  async #run(
    command: string,
    words: readonly string[],
    directory: string,
    further: Readonly<Record<string, string>>,
  ): Promise<Run> {
    return new Promise((settle) => {
      const options = { cwd: directory, env: { ...this.#environment, ...further }, maxBuffer: 64 << 20 };
      const child = execFile(command, words, options, (_error, stdout, stderr) => {
        settle({ code: child.exitCode ?? -1, text: stdout + stderr, stdout });
      });
      child.stdin?.end();
    });
  }
}

/** A checkout after `npm ci`, as far as deploying needs it. */
async function layOut(project: string): Promise<void> {
  await mkdir(join(project, "dist"), { recursive: true });
  await symlink(join(ROOT, "node_modules"), join(project, "node_modules"));
  for (const name of ["worker.mjs", "oss-ferry.mjs"]) {
    await copyFile(join(inject("bundles"), name), join(project, "dist", name));
  }
  const settings = {
    language: "typescript",
    app: `${process.execPath} ${join(ROOT, "stacks/main.ts")}`,
    projectId: "test",
    sendCrashReports: "false",
  };
  await writeFile(join(project, "cdktf.json"), JSON.stringify(settings));
  await writeFile(join(project, "package.json"), JSON.stringify({ type: "module" }));
}
