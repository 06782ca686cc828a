import { availableParallelism } from "node:os";
import type { ServerReport, ServerScenario } from "../server/messages.ts";
import type { RunningServer } from "../server/start-server.ts";
import { coreBusySeconds } from "./core-load.ts";
import { CLIENT_CORE } from "./pinning.ts";
import { runProcesses } from "./run-process.ts";
import type { ProcessCommand } from "./run-process.ts";

/** One complete run of one tool over one scenario. */
export interface Sample {
  readonly tool: string;
  /** How many the source has. */
  readonly objects: number;
  readonly bytes: number;
  /** From the tool's first request to the answer to its last write of an object, as the server saw it. */
  readonly transferSeconds: number;
  /** From the tool's first request to its last, as the server saw it. */
  readonly activeSeconds: number;
  /** From start to end of the processes. */
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakRssBytes: number;
  readonly requests: ServerReport["requests"];
  readonly sourceBytesByClient: ServerReport["sourceBytesByClient"];
  /** Share of its core that the server used; near 1 the server, not the tool, was measured. */
  readonly serverBusyShare: number;
  /**
   * Share of the clients' core, of all cores for clients that are not pinned, that was used by something else than
   * the tool and the server, interrupts included.
   */
  readonly disturbanceShare: number;
}

export interface SampleRequest {
  readonly tool: string;
  readonly server: RunningServer;
  readonly scenario: ServerScenario;
  readonly commands: readonly ProcessCommand[];
  readonly pin: boolean;
  readonly timeoutMs: number;
}

/**
 * Sets the scene, runs the processes to their ends and measures. Throws, with the end of their output, when they
 * failed, left an object out or copied one that was there, or asked for something that the server does not know: such a run proves nothing.
 */
export async function takeSample(request: SampleRequest): Promise<Sample> {
  const { tool, server, scenario, commands, pin, timeoutMs } = request;
  await server.prepare(scenario);
  const core = pin ? CLIENT_CORE : "all";
  const busyBefore = coreBusySeconds(core);
  const usage = await runProcesses(commands, { pin, timeoutMs });
  const busySeconds = coreBusySeconds(core) - busyBefore;
  const report = await server.report();
  const ownSeconds = usage.cpuSeconds + (pin ? 0 : report.serverBusyShare * report.activeSeconds);
  const availableSeconds = usage.wallSeconds * (pin ? 1 : availableParallelism());
  const objects = scenario.groups.reduce((sum, group) => sum + group.count, 0);
  const expected = scenario.copiedBefore === undefined ? objects : 0;
  if (usage.exitCode !== 0 || report.storedObjects !== expected || report.problems.length > 0) {
    throw new Error(
      `${tool} ended with code ${usage.exitCode} and ${report.storedObjects} of ${expected} objects copied. ${report.problems.join("; ")}\n${usage.output}`,
    );
  }
  return {
    tool,
    objects,
    bytes: report.storedBytes,
    transferSeconds: report.transferSeconds,
    activeSeconds: report.activeSeconds,
    wallSeconds: usage.wallSeconds,
    cpuSeconds: usage.cpuSeconds,
    peakRssBytes: usage.peakRssBytes,
    requests: report.requests,
    sourceBytesByClient: report.sourceBytesByClient,
    serverBusyShare: report.serverBusyShare,
    disturbanceShare: Math.max(0, (busySeconds - ownSeconds) / availableSeconds),
  };
}

export function objectsPerSecond(sample: Sample): number {
  return sample.objects / sample.transferSeconds;
}

export function megabytesPerSecond(sample: Sample): number {
  return sample.bytes / 1e6 / sample.transferSeconds;
}

export function cpuSecondsPerThousand(sample: Sample): number {
  return (sample.cpuSeconds / sample.objects) * 1_000;
}

export function cpuSecondsPerGigabyte(sample: Sample): number {
  return sample.cpuSeconds / (sample.bytes / 1e9);
}
