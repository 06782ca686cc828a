import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { CLIENT_CORE, pinned } from "./pinning.ts";

const RSS_POLL_MS = 25;
/** Linux counts process times in hundredths of a second for everyone (USER_HZ). */
const TICKS_PER_SECOND = 100;
const KEPT_OUTPUT_CHARACTERS = 4_000;

export interface ProcessCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface ProcessUsage {
  readonly exitCode: number;
  readonly wallSeconds: number;
  /** User and system time of all processes of this run together, threads included. */
  readonly cpuSeconds: number;
  /** The largest resident set that any single process of this run ever had. */
  readonly peakRssBytes: number;
  /** The end of what they wrote. */
  readonly output: string;
}

/**
 * Runs the commands side by side on the clients' core to their ends. Not reentrant: the processor time is what
 * the kernel adds to this process's account for children it has waited for, so no other child may end meanwhile.
 */
export async function runProcesses(
  commands: readonly ProcessCommand[],
  options: { readonly pin: boolean; readonly timeoutMs: number },
): Promise<ProcessUsage> {
  const cpuBefore = childrenCpuSeconds();
  const startedMs = performance.now();
  const runs = await Promise.all(commands.map((command) => runOne(command, options)));
  return {
    exitCode: Math.max(...runs.map((run) => run.exitCode)),
    wallSeconds: (performance.now() - startedMs) / 1_000,
    cpuSeconds: childrenCpuSeconds() - cpuBefore,
    peakRssBytes: Math.max(...runs.map((run) => run.peakRssBytes)),
    output: runs.map((run) => run.output).join("\n"),
  };
}

async function runOne(
  request: ProcessCommand,
  options: { readonly pin: boolean; readonly timeoutMs: number },
): Promise<{ readonly exitCode: number; readonly peakRssBytes: number; readonly output: string }> {
  const { command, args } = pinned(request.command, request.args, CLIENT_CORE, options.pin);
  const child = spawn(command, args, { env: request.env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-KEPT_OUTPUT_CHARACTERS);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  let peakRssBytes = 0;
  // The high-water mark is the kernel's, so polling misses at most what the last moments added.
  const poll = setInterval(() => {
    peakRssBytes = Math.max(peakRssBytes, highWaterMarkBytes(child.pid));
  }, RSS_POLL_MS);
  const stop = (): void => void child.kill("SIGKILL");
  const deadline = setTimeout(stop, options.timeoutMs);
  process.once("exit", stop);
  try {
    const [code, signal] = (await once(child, "close")) as [number | null, string | null];
    if (signal !== null) output += `\n(ended by ${signal})`;
    return { exitCode: code ?? 255, peakRssBytes, output };
  } finally {
    clearInterval(poll);
    clearTimeout(deadline);
    process.off("exit", stop);
  }
}

function highWaterMarkBytes(pid: number | undefined): number {
  try {
    const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "latin1"));
    return match === null ? 0 : Number(match[1]) * 1_024;
  } catch {
    return 0;
  }
}

/** Processor time of all children that have ended, from `/proc/self/stat` (fields `cutime` and `cstime`). */
function childrenCpuSeconds(): number {
  const stat = readFileSync("/proc/self/stat", "latin1");
  // The second field may hold spaces; what follows its closing bracket is field 3.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}
