import type { z } from "zod";
import { laterRoundsPrefix } from "../protocol/round.ts";

/** What a phase does, as its name says. */
export type PhaseKind = "pilot" | "full" | "delta" | "audit";

interface PhaseSettings {
  readonly base?: string | undefined;
  readonly sample?: unknown;
  readonly content?: unknown;
  readonly repeat?: unknown;
}

export function phaseKind(name: string): PhaseKind {
  return name === "pilot" || name === "full" || name === "audit" ? name : "delta";
}

/**
 * The phase that this one is compared with: the one it names; for a delta that names none, the last full copy or
 * delta before it in the file.
 */
export function basePhase(phases: Readonly<Record<string, PhaseSettings>>, name: string): string | undefined {
  const named = phases[name]?.base;
  if (named !== undefined || phaseKind(name) !== "delta") return named;
  const names = Object.keys(phases);
  return names.slice(0, names.indexOf(name)).findLast((earlier) => isCopyOfAll(earlier));
}

function isCopyOfAll(name: string): boolean {
  const kind = phaseKind(name);
  return kind === "full" || kind === "delta";
}

/** A check that every phase has the settings of its kind alone, and that a base is an earlier copy of everything. */
export function checkPhaseKinds(context: z.core.ParsePayload<Readonly<Record<string, PhaseSettings>>>): void {
  const phases = context.value;
  const names = Object.keys(phases);
  const refuse = (path: readonly string[], message: string): void => {
    context.issues.push({ code: "custom", path: [...path], message, input: phases });
  };
  for (const [index, [name, { base, sample, content, repeat }]] of Object.entries(phases).entries()) {
    const kind = phaseKind(name);
    if (sample !== undefined && kind !== "pilot") {
      refuse([name, "sample"], "is a setting of pilot alone; every other phase takes all objects");
    }
    if (content !== undefined && kind !== "audit") {
      refuse([name, "content"], "is a setting of audit alone; every copy is verified as it is made");
    }
    if (repeat !== undefined && kind !== "delta") {
      refuse([name, "repeat"], `is a setting of delta-… alone; ${name} is done once`);
    }
    const series = names.find(
      (other) => phases[other]?.repeat !== undefined && name.startsWith(laterRoundsPrefix(other)),
    );
    if (series !== undefined) {
      refuse([name], `must not begin with ${laterRoundsPrefix(series)}, as the rounds of ${series} do`);
    }
    if (base !== undefined && (kind === "pilot" || kind === "full")) {
      refuse([name, "base"], `is a setting of delta-… and audit; ${name} is compared with nothing`);
    } else if (base !== undefined) {
      const earlier = names.slice(0, index).filter((other) => isCopyOfAll(other));
      if (!earlier.includes(base)) refuse([name, "base"], notEarlier(base, earlier));
    } else if (kind === "delta" && basePhase(phases, name) === undefined) {
      refuse([name], "needs an earlier phase to be compared with: put full before it, or name its base");
    }
  }
}

function notEarlier(base: string, earlier: readonly string[]): string {
  const choice = earlier.length === 0 ? "there is none" : `there is ${earlier.join(", ")}`;
  return `must be an earlier full or delta-… phase of this file; ${base} is not, ${choice}`;
}
