import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A stock image has cloud-init and python3; systemd is what makes it a machine, the rest what cloud-init asks for. */
const PACKAGES = "systemd,systemd-sysv,dbus,cloud-init,python3,curl,ca-certificates,iproute2";
const RECIPE = ["--mode=root", "--variant=minbase", `--include=${PACKAGES}`, "bookworm"];

/** It takes 40 seconds on a machine of two cores that has nothing else to do, and minutes on one that has. */
const MAKING_TIMEOUT_MS = 480_000;
/** `ip` is part of iproute2, the last two of util-linux. */
const COMMANDS = ["systemd-nspawn", "mmdebstrap", "ip", "unshare", "setpriv"];

/** What a machine needs of the kernel, in namespaces that end with the command; `$1` is an empty directory. */
const PROBE = `set -e
mount -t cgroup2 none /sys/fs/cgroup
ip link add type veth
mkdir "$1/changes" "$1/work" "$1/root"
mount -t overlay overlay -o "lowerdir=/usr,upperdir=$1/changes,workdir=$1/work" "$1/root"`;

/** The root file system of Debian with cloud-init, or why machines cannot be booted here. */
export type RootFileSystem = { readonly path: string } | { readonly missing: string };

/**
 * The root file system that all machines have below their own: made once with mmdebstrap, which takes half a minute and needs
 * a Debian mirror, and kept in the cache directory of root.
 */
export async function findRootFileSystem(): Promise<RootFileSystem> {
  const missing = await whatIsMissing();
  if (missing !== undefined) return { missing };
  const digest = createHash("sha256").update(RECIPE.join("\n")).digest("hex").slice(0, 12);
  const path = join(homedir(), ".cache/oss-ferry", `debian-${digest}`);
  try {
    if (!existsSync(path)) await makeRootFileSystem(path);
    return { path };
  } catch (error) {
    return { missing: `a Debian that mmdebstrap can install (${complaint(error)})` };
  }
}

async function whatIsMissing(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return "Linux on x86-64";
  if (process.getuid?.() !== 0) return "root";
  const command = COMMANDS.find((each) => !isThere(each));
  if (command !== undefined) return `${command} (apt-get install systemd-container mmdebstrap)`;
  const directory = await mkdtemp(join(tmpdir(), "boot-probe-"));
  try {
    await run("unshare", ["--mount", "--net", "sh", "-c", PROBE, "sh", directory]);
    return undefined;
  } catch (error) {
    return `a kernel that lets root make namespaces and mounts (${complaint(error)})`;
  } finally {
    await rm(directory, { recursive: true });
  }
}

function isThere(command: string): boolean {
  const places = (process.env["PATH"] ?? "").split(":");
  return places.some((place) => existsSync(join(place, command)));
}

/** Whoever is first puts it in its place, whole. */
async function makeRootFileSystem(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const parent = await mkdtemp(`${path}-`);
  try {
    const made = join(parent, "root");
    await run("mmdebstrap", [...RECIPE, made], { timeout: MAKING_TIMEOUT_MS });
    await rename(made, path).catch((error: unknown) => {
      if (!existsSync(path)) throw error;
    });
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

/** What a command that failed said: its first error, or else its last line. */
function complaint(error: unknown): string {
  const { stderr, message, killed } = error as Error & {
    readonly stderr?: string;
    readonly killed?: boolean;
  };
  if (killed === true) return `it was not ready after ${MAKING_TIMEOUT_MS / 1000} s`;
  const lines = (stderr ?? message).trim().split("\n");
  return lines.find((line) => line.startsWith("E: ")) ?? lines.at(-1) ?? "";
}
