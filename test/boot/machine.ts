import { type ChildProcess, execFile, spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { DEADLINE_MS, until } from "../support/until.ts";

const run = promisify(execFile);

/** Each runs in a mount namespace of its own: nothing of it is ever mounted where the host sees it. */
const WITH_ROOT = `set -e
mount -t overlay overlay -o "lowerdir=$1,upperdir=$2/changes,workdir=$2/work" "$2/root"
`;
/** The one tree of control groups where systemd looks for it, whatever the host has, and one group for the machine. */
const WITH_GROUPS = `set -e
mount -t cgroup2 none /sys/fs/cgroup
group=/sys/fs/cgroup/$3
`;
const BOOT = `${WITH_ROOT}${WITH_GROUPS}
mkdir -p /run/systemd/nspawn
mount -t tmpfs none /run/systemd/nspawn
mkdir "$group"
echo $$ > "$group/cgroup.procs"
shift 3
exec systemd-nspawn "$@"`;
const RUN = `${WITH_ROOT}
directory=$2
shift 3
exec chroot "$directory/root" "$@"`;
const CLEAR_AWAY = `${WITH_GROUPS}
[ -d "$group" ] || exit 0
echo 1 > "$group/cgroup.kill"
while grep -q 'populated 1' "$group/cgroup.events"; do sleep 0.05; done
find "$group" -depth -type d -exec rmdir {} +`;

/** What /proc says about a process: `Uid`, `CapEff` and so on. */
export type ProcessStatus = ReadonlyMap<string, string>;

/**
 * A machine with a systemd of its own, as a container of systemd-nspawn: it has its network namespace, and a root file
 * system over one that it only reads, and sees nothing else of the host.
 */
export class Machine implements AsyncDisposable {
  /** What its root file system has more than the one below it, or otherwise. */
  readonly changes: string;
  readonly #place: readonly [rootFileSystem: string, directory: string, namespace: string];
  #process: ChildProcess | undefined;
  #console = "";

  /** Makes a machine in an empty directory; it is off. */
  static async create(place: {
    readonly rootFileSystem: string;
    readonly directory: string;
    readonly namespace: string;
  }): Promise<Machine> {
    const { rootFileSystem, directory, namespace } = place;
    for (const name of ["changes", "work", "root"]) await mkdir(join(directory, name), { recursive: true });
    return new Machine([rootFileSystem, directory, namespace]);
  }

  private constructor(place: readonly [string, string, string]) {
    this.#place = place;
    this.changes = join(place[1], "changes");
  }

  /** All that was ever shown on its console, the journal included. */
  get console(): string {
    return this.#console;
  }

  powerOn(): void {
    const [, directory, namespace] = this.#place;
    const options = [
      "--quiet",
      "--boot",
      // Nobody on the host is told of it.
      "--register=no",
      "--keep-unit",
      "--link-journal=no",
      "--resolv-conf=off",
      "--timezone=off",
      "--kill-signal=SIGRTMIN+4",
      `--network-namespace-path=/run/netns/${namespace}`,
      `--directory=${directory}/root`,
    ];
    // Whatever becomes of this process, the machine does not outlive it.
    const command = ["--pdeathsig=KILL", "unshare", ...this.#inNamespace(BOOT), ...options];
    const child = spawn("setpriv", command, { stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => (this.#console += text));
    }
    this.#process = child;
  }

  /** Runs a command of its root file system while it is off, and resolves with what it printed. */
  async run(...command: readonly string[]): Promise<string> {
    const { stdout } = await run("unshare", [...this.#inNamespace(RUN), ...command], {
      timeout: DEADLINE_MS,
    });
    return stdout;
  }

  /** Presses the power button; resolves with how the machine ended: 0 when it shut down by itself. */
  async powerOff(): Promise<number | NodeJS.Signals> {
    this.#process?.kill("SIGTERM");
    const end = await until("the machine is off", () => endOf(this.#process));
    await this.#clearAway();
    return end.code;
  }

  /** What the kernel says about the worker's process, if there is one. */
  worker(): ProcessStatus | undefined {
    const namespace = statSync(`/run/netns/${this.#place[2]}`).ino;
    for (const id of readdirSync("/proc").filter((name) => /^\d+$/u.test(name))) {
      try {
        const [program] = readFileSync(`/proc/${id}/cmdline`, "utf8").split("\0");
        if (program !== "/opt/oss-ferry/node" || statSync(`/proc/${id}/ns/net`).ino !== namespace) continue;
        const lines = readFileSync(`/proc/${id}/status`, "utf8").trimEnd().split("\n");
        return new Map(lines.map((line) => [line.split(":", 1)[0] ?? "", line.replace(/^.*?:\s*/u, "")]));
      } catch {
        // It has ended since /proc was listed.
      }
    }
    return undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#process?.kill("SIGKILL");
    await this.#clearAway();
  }

  async #clearAway(): Promise<void> {
    await run("unshare", this.#inNamespace(CLEAR_AWAY), { timeout: DEADLINE_MS });
  }

  #inNamespace(script: string): readonly string[] {
    return ["--mount", "sh", "-c", script, "sh", ...this.#place];
  }
}

function endOf(child: ChildProcess | undefined): { readonly code: number | NodeJS.Signals } | undefined {
  const code = child?.exitCode ?? child?.signalCode ?? undefined;
  return code === undefined ? undefined : { code };
}
