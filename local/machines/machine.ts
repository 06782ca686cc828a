import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, open, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isGroupAlive, signalGroup } from "./process-group.ts";
import { initScript, type UserData } from "./user-data.ts";

export interface MachineOptions {
  readonly name: string;
  /** Everything of the machine is in here: `root/` and `console.log`. */
  readonly directory: string;
  readonly userData: UserData;
  /** What commands find in their environment besides the variables that say where they are. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Commands that would act on the real machine; systemd is absent in this one. */
const ABSENT = ["systemctl", "shutdown", "reboot", "poweroff", "halt", "useradd", "groupadd"] as const;
const INIT = "/var/lib/cloud/instance/scripts/init";
const POLL_MS = 20;

/**
 * One instance: a process group that runs its user data as cloud-init would, below a root directory of its own.
 * It is no sandbox. Commands find their root in `OSS_FERRY_ROOT`; a path in a command that `write_files` wrote is
 * put below the root for them.
 */
export class Machine {
  readonly name: string;
  readonly root: string;
  readonly consolePath: string;
  readonly #userData: UserData;
  readonly #environment: Readonly<Record<string, string>>;
  #process: ChildProcess | undefined;
  #installed = false;

  constructor({ name, directory, userData, environment }: MachineOptions) {
    this.name = name;
    this.root = join(directory, "root");
    this.consolePath = join(directory, "console.log");
    this.#userData = userData;
    this.#environment = environment;
  }

  /** The leader of the process group, while the machine is on. */
  get processId(): number | undefined {
    return this.#process?.pid;
  }

  /**
   * Resolves when the commands have been started. A boot after the first starts the same commands again, in place
   * of the services that systemd would start.
   */
  async boot(): Promise<void> {
    if (!this.#installed) await this.#install();
    this.#installed = true;
    await this.#start();
  }

  async #install(): Promise<void> {
    const { bootCommands, files, ignored, runCommands } = this.#userData;
    // An older machine with this id has left its disk, which is not this one's.
    await rm(this.root, { recursive: true, force: true });
    for (const directory of ["tmp", "root", "run", "etc", "usr/local/bin"]) {
      await mkdir(join(this.root, directory), { recursive: true });
    }
    await this.#hideHostCommands();
    for (const file of files) await this.#write(file.path, file.content, file);
    const note = ignored.length === 0 ? [] : [`echo 'Not done here: ${ignored.join(", ")}'`];
    const script = this.#belowRoot(initScript([...note, ...bootCommands, ...runCommands]));
    await this.#write(INIT, Buffer.from(script), { mode: 0o700 });
  }

  /**
   * Tells the command that runs to stop, then whatever else is left, and kills what has not ended after `graceMs`.
   * Resolves when no process is left.
   */
  async stop(graceMs: number): Promise<void> {
    const leader = this.#process;
    this.#process = undefined;
    const group = leader?.pid;
    if (leader === undefined || group === undefined) return;
    const deadline = Date.now() + graceMs;
    if (graceMs > 0) {
      leader.kill("SIGTERM");
      while (isOn(leader) && Date.now() < deadline) await sleep(POLL_MS);
      signalGroup(group, "SIGTERM");
      while (isGroupAlive(group) && Date.now() < deadline) await sleep(POLL_MS);
    }
    if (isGroupAlive(group)) signalGroup(group, "SIGKILL");
    // A dead leader keeps its process id until this process has heard of its end.
    while (isGroupAlive(group) || isOn(leader)) await sleep(POLL_MS);
  }

  /** All that the commands have printed, of every boot. */
  async readConsole(): Promise<string> {
    return readFile(this.consolePath, "utf8").catch(() => "");
  }

  async #start(): Promise<void> {
    const console = await open(this.consolePath, "a");
    try {
      const child = spawn("/bin/sh", [join(this.root, INIT)], {
        cwd: this.root,
        detached: true,
        env: this.#processEnvironment(),
        stdio: ["ignore", console.fd, console.fd],
      });
      await once(child, "spawn");
      this.#process = child;
    } finally {
      await console.close();
    }
  }

  #processEnvironment(): Record<string, string> {
    return {
      HOME: join(this.root, "root"),
      LANG: "C.UTF-8",
      PATH: `${join(this.root, "usr/local/bin")}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
      TMPDIR: join(this.root, "tmp"),
      OSS_FERRY_ROOT: this.root,
      ...this.#environment,
    };
  }

  async #hideHostCommands(): Promise<void> {
    for (const name of ABSENT) {
      const text = `#!/bin/sh\necho "${name} $*: not in a local instance" >&2\nexit 1\n`;
      await this.#write(`/usr/local/bin/${name}`, Buffer.from(text), { mode: 0o755 });
    }
  }

  /** Puts the paths of written files below the root, except those that are there by `$OSS_FERRY_ROOT` already. */
  #belowRoot(script: string): string {
    const paths = this.#userData.files.map(({ path }) => path).sort((a, b) => b.length - a.length);
    if (paths.length === 0) return script;
    const anyPath = paths.map((path) => path.replace(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)).join("|");
    const whole = new RegExp(`(?<![\\w}./-])(?:${anyPath})(?![\\w./-])`, "gu");
    return script.replace(whole, (path) => this.root + path);
  }

  async #write(
    path: string,
    content: Buffer,
    { mode, append = false }: { readonly mode: number; readonly append?: boolean },
  ): Promise<void> {
    // Normalised as absolute first, so that `..` cannot lead out of the root.
    const target = join(this.root, normalize(path));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content, { flag: append ? "a" : "w" });
    await chmod(target, mode);
  }
}

function isOn(process: ChildProcess): boolean {
  return process.exitCode === null && process.signalCode === null;
}
