import { documentedOssUploadMbit } from "./documented-limits.ts";
import type { JobWork } from "../protocol/job-work.ts";
import { exactFleetSize, fleetSize } from "./fleet-size.ts";
import type { Migration, Phase } from "./migration-schema.ts";
import { basePhase, phaseKind } from "./phase-kinds.ts";

/** A public IP address of the instance's own, or an elastic one. */
export type Bandwidth =
  | { readonly kind: "public-ip"; readonly mbit: number }
  | { readonly kind: "eip"; readonly mbit: number };

export interface Spot {
  readonly priceLimit?: number | undefined;
  readonly protectedHours: number;
}

/** One phase as it will be built: the phase's own settings over the migration's. */
export interface Fleet {
  readonly phase: string;
  readonly jobId: string;
  readonly work: JobWork;
  /** When a delta is to be repeated. */
  readonly repeat?: NonNullable<Phase["repeat"]>;
  readonly roleName: string;
  readonly workers: number;
  /** How the number of workers came about, for people. */
  readonly sizing: string;
  readonly instanceType: string;
  readonly image: string;
  readonly systemDiskGB: number;
  readonly bandwidth: Bandwidth;
  readonly spot?: Spot;
  readonly autoReleaseTime?: string;
  readonly srcPrefix: string;
  readonly destPrefix: string;
}

/** The fleets of a migration, in the order of the file. */
export function fleetsOf(migration: Migration): readonly Fleet[] {
  return Object.entries(migration.phases).map(([name, phase]) => fleetOf(migration, name, phase));
}

function fleetOf(migration: Migration, name: string, phase: Phase): Fleet {
  const { instances } = migration;
  const bandwidth = bandwidthOf(phase.bandwidth ?? instances.bandwidth);
  const spot = phase.spot ?? instances.spot;
  const autoReleaseTime = phase.autoReleaseTime ?? instances.autoReleaseTime;
  const { workers, sizing } = sizeOf(phase, bandwidth.mbit, regionMbit(migration));
  return {
    phase: name,
    jobId: jobIdOf(migration, name),
    work: workOf(migration, name, phase),
    ...(phase.repeat === undefined ? {} : { repeat: phase.repeat }),
    roleName: `${migration.name}-${name}-worker`,
    workers,
    sizing,
    instanceType: phase.instanceType ?? instances.type,
    image: instances.image,
    systemDiskGB: instances.systemDiskGB,
    bandwidth,
    ...(spot ? { spot } : {}),
    ...(autoReleaseTime === undefined ? {} : { autoReleaseTime }),
    srcPrefix: phase.srcPrefix ?? migration.srcPrefix,
    destPrefix: phase.destPrefix ?? migration.destPrefix,
  };
}

function jobIdOf({ name }: Migration, phase: string): string {
  return `${name}-${phase}`;
}

function workOf(migration: Migration, name: string, { sample, content = false }: Phase): JobWork {
  const base = basePhase(migration.phases, name);
  const baseJobId = base === undefined ? undefined : jobIdOf(migration, base);
  if (phaseKind(name) === "audit") {
    return { kind: "audit", content, ...(baseJobId === undefined ? {} : { baseJobId }) };
  }
  if (baseJobId !== undefined) return { kind: "delta", baseJobId };
  if (sample === undefined) return { kind: "copy" };
  return { kind: "copy", sample: { objects: sample.objects, bytes: sample.size } };
}

function bandwidthOf(given: Migration["instances"]["bandwidth"]): Bandwidth {
  const { eipBandwidth, internetMaxBandwidthOut = 0 } = given;
  return eipBandwidth === undefined
    ? { kind: "public-ip", mbit: internetMaxBandwidthOut }
    : { kind: "eip", mbit: eipBandwidth };
}

function sizeOf(
  phase: Phase,
  bandwidthMbit: number,
  mostMbit: number,
): { readonly workers: number; readonly sizing: string } {
  const { workers, volume, days } = phase;
  if (workers !== undefined || volume === undefined || days === undefined) {
    const count = workers ?? 1;
    return {
      workers: count,
      sizing: `${count} ${count === 1 ? "instance" : "instances"}, as configured${limits(count, bandwidthMbit, mostMbit)}`,
    };
  }
  const mbitPerInstance = phase.mbitPerInstance ?? bandwidthMbit;
  const workload = { volumeBytes: volume, days, mbitPerInstance };
  const count = fleetSize(workload);
  const exact = exactFleetSize(workload);
  const tb = volume / 1e12;
  return {
    workers: count,
    sizing:
      `${count} instances = ceil(${tb} TB / ${days} days / (${mbitPerInstance} Mbit/s / 100)); ` +
      `${exact.toFixed(1)} at full use, ${(exact / 0.8).toFixed(1)} at 80 %${limits(count, mbitPerInstance, mostMbit)}`,
  };
}

/** What the instances of a region may take in together, and OSS from them. */
function regionMbit({ region, limits }: Migration): number {
  return Math.min(limits.ecsRegionMbit, limits.ossUploadMbit ?? documentedOssUploadMbit(region));
}

function limits(count: number, mbit: number, mostMbit: number): string {
  const total = count * mbit;
  if (total <= mostMbit) return "";
  return `; together ${total / 1000} Gbit/s, above the usual ${mostMbit / 1000} Gbit/s of a region (pay-by-traffic ECS, OSS uploads): have it raised first, or it takes longer`;
}
