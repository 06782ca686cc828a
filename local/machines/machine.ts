import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, open, readFile, writeFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Command, scriptOf, type UserData } from "./user-data.ts";

export interface MachineOptions {
  /** Everything of the machine is in here: `root/` and `console.log`. */
  readonly directory: string;
  readonly userData: UserData;
  /** What commands find in their environment besides the variables that say where they are. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Commands that would act on the real machine; systemd is absent in this one. */
const ABSENT = ["systemctl", "shutdown", "reboot", "poweroff", "halt", "useradd", "groupadd"] as const;
const POLL_MS = 20;

/**
 * One instance: a process group that runs its user data as cloud-init would, below a root directory of its own.
 * It is no sandbox. Commands find their root in `OSS_FERRY_ROOT`; a path in a command that `write_files` wrote is
 * put below the root for them.
 */
export class Machine {
  readonly root: string;
  readonly consolePath: string;
  readonly #userData: UserData;
  readonly #environment: Readonly<Record<string, string>>;
  #process: ChildProcess | undefined;
  #installed = false;

  constructor({ directory, userData, environment }: MachineOptions) {
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
    const { ignored } = this.#userData;
    const note = ignored.length === 0 ? "" : `echo 'Not done here: ${ignored.join(", ")}'\n`;
    const [bootScript, runScript] = [scriptPath("bootcmd"), scriptPath("runcmd")].map((path) =>
      quoted(join(this.root, path)),
    );
    // The machine stays on when its commands have ended.
    await this.#start(`${note}sh ${bootScript ?? ""}\nsh ${runScript ?? ""}\nexec sleep 2147483647\n`);
  }

  async #install(): Promise<void> {
    const { bootCommands, files, runCommands } = this.#userData;
    for (const directory of ["tmp", "root", "run", "etc", "usr/local/bin"]) {
      await mkdir(join(this.root, directory), { recursive: true });
    }
    await this.#hideHostCommands();
    await this.#writeScript("bootcmd", bootCommands);
    for (const file of files) await this.#write(file.path, file.content, file);
    await this.#writeScript("runcmd", runCommands);
  }

  /** Tells every process to stop, and kills those that have not after `graceMs`. Resolves when none is left. */
  async stop(graceMs: number): Promise<void> {
    const leader = this.#process;
    this.#process = undefined;
    const group = leader?.pid;
    if (leader === undefined || group === undefined) return;
    if (graceMs > 0 && signalGroup(group, "SIGTERM")) {
      const deadline = Date.now() + graceMs;
      while (isAlive(group) && Date.now() < deadline) await sleep(POLL_MS);
    }
    signalGroup(group, "SIGKILL");
    if (leader.exitCode === null && leader.signalCode === null) await once(leader, "exit");
    while (isAlive(group)) await sleep(POLL_MS);
  }

  /** All that the commands have printed, of every boot. */
  async readConsole(): Promise<string> {
    return readFile(this.consolePath, "utf8").catch(() => "");
  }

  async #start(init: string): Promise<void> {
    const console = await open(this.consolePath, "a");
    try {
      const child = spawn("/bin/sh", ["-c", init], {
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

  async #writeScript(name: string, commands: readonly Command[]): Promise<void> {
    await this.#write(scriptPath(name), Buffer.from(this.#belowRoot(scriptOf(commands))), { mode: 0o700 });
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

function scriptPath(name: string): string {
  return `/var/lib/cloud/instance/scripts/${name}`;
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`;
}

function isAlive(group: number): boolean {
  return signalGroup(group, 0);
}

/** False when the group has no process any more. */
function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}
