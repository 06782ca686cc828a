import { cpus, totalmem } from "node:os";
import { readFileSync } from "node:fs";

/** What the figures were measured on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly congestionControl: string;
}

export function describeMachine(): Machine {
  const processors = cpus();
  return {
    cpu: processors[0]?.model.trim() ?? "unknown",
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 1e9),
    congestionControl: readKernelSetting("/proc/sys/net/ipv4/tcp_congestion_control"),
  };
}

function readKernelSetting(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return "unknown";
  }
}
