import { execFile, execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { installLocalProvider } from "../../../local/terraform/install.ts";

/** Whether the real Terraform is on this machine; without it the tests that need it are skipped, and say so. */
export const hasTerraform: boolean = isThere("terraform");
if (!hasTerraform) console.log("Terraform is not on this machine: what needs it is skipped.");

function isThere(command: string): boolean {
  try {
    execFileSync(command, ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

export interface Run {
  readonly code: number;
  /** Standard output and standard error. */
  readonly text: string;
  readonly stdout: string;
}

/** What a command that should have succeeded says; "" when it has. */
export function failureOf({ code, text }: Run): string {
  return code === 0 ? "" : text;
}

const HEAD = `
terraform {
  required_providers {
    alicloud = {
      source  = "aliyun/alicloud"
      version = ">= 1.278.0, < 2.0.0"
    }
  }
}

provider "alicloud" {
  region = "cn-hongkong"
}
`;

/** Every command starts the plugin a few times; a machine may be busy with other things. */
export const TIMEOUT_MS = 240_000;

/** The least that an instance needs around it. */
export const NETWORK = `
resource "alicloud_vpc" "main" {
  vpc_name   = "main"
  cidr_block = "10.0.0.0/16"
}
resource "alicloud_vswitch" "main" {
  vpc_id     = alicloud_vpc.main.id
  zone_id    = "cn-hongkong-b"
  cidr_block = "10.0.0.0/24"
}
resource "alicloud_security_group" "main" {
  security_group_name = "main"
  vpc_id              = alicloud_vpc.main.id
}
`;

/** One Terraform working directory, a local cloud, and a home directory that nobody has ever used. */
export class Workspace implements AsyncDisposable {
  readonly cloud: LocalCloud;
  readonly directory: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly #parent: string;
  #initialised = false;

  static async open(): Promise<Workspace> {
    const parent = await mkdtemp(join(tmpdir(), "terraform-test-"));
    const cloud = await startLocalCloud({ machines: { stopGraceMs: 5000 } });
    const { environment } = await installLocalProvider(join(parent, "provider"), {
      cloudEndpoint: cloud.admin.endpoint,
    });
    const workspace = new Workspace(parent, cloud, environment);
    await mkdir(workspace.directory);
    await mkdir(workspace.home);
    return workspace;
  }

  private constructor(parent: string, cloud: LocalCloud, environment: Readonly<Record<string, string>>) {
    this.#parent = parent;
    this.cloud = cloud;
    this.directory = join(parent, "work");
    this.home = join(parent, "home");
    this.environment = { ...process.env, HOME: this.home, ...environment };
  }

  /** Everything below the home directory. */
  async homeFiles(): Promise<readonly string[]> {
    return readdir(this.home, { recursive: true });
  }

  /** Writes the configuration, below the provider's settings, and initialises the first time. */
  async configure(resources: string): Promise<void> {
    await writeFile(join(this.directory, "main.tf"), HEAD + resources);
    if (this.#initialised) return;
    this.#initialised = true;
    const { code, text } = await this.terraform("init", "-input=false");
    if (code !== 0) throw new Error(text);
  }

  /** Writes the configuration and applies it. */
  async apply(resources: string, further: Readonly<Record<string, string>> = {}): Promise<Run> {
    await this.configure(resources);
    return this.#run(["apply", "-auto-approve", "-input=false", "-no-color"], further);
  }

  async terraform(...words: readonly string[]): Promise<Run> {
    return this.#run([...words, "-no-color"], {});
  }

  /** The planned actions by address, for example `{ "alicloud_vpc.main": "update" }`; empty when nothing is to do. */
  async plan(): Promise<Readonly<Record<string, string>>> {
    const { code, stdout, text } = await this.terraform("plan", "-json", "-input=false");
    if (code !== 0) throw new Error(text);
    const events = stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as PlanEvent);
    return Object.fromEntries(
      events.flatMap(({ type, change }) =>
        type === "planned_change" && change !== undefined ? [[change.resource.addr, change.action]] : [],
      ),
    );
  }

  async #run(words: readonly string[], further: Readonly<Record<string, string>>): Promise<Run> {
    return new Promise((resolve) => {
      const options = { cwd: this.directory, env: { ...this.environment, ...further }, maxBuffer: 64 << 20 };
      const child = execFile("terraform", words, options, (_error, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, text: stdout + stderr, stdout });
      });
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.cloud.close();
    await rm(this.#parent, { recursive: true, force: true });
  }
}

interface PlanEvent {
  readonly type: string;
  readonly change?: { readonly action: string; readonly resource: { readonly addr: string } };
}
