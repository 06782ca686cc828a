import { BOOT_STAGES, type BootEvent, bootEventSchema, type BootStage } from "../core/protocol/boot-event.ts";
import { parseJson } from "../core/protocol/codec.ts";
import { jobKeys, lastSegment } from "../core/protocol/keys.ts";
import type { ControlStore } from "../storage/ports.ts";

/** Where the boot of one instance stands. */
export interface BootProgress {
  readonly instanceId: string;
  readonly stage: BootStage;
  /** Since the stage began, by the store's clock. */
  readonly sinceMs: number;
  /** The event itself, for stages that need a reason: `failed` and `stopped`. */
  readonly event?: BootEvent;
}

interface Newest {
  readonly key: string;
  readonly instanceId: string;
  readonly stage: BootStage;
  readonly lastModifiedMs: number;
}

const GETS_AT_ONCE = 16;

/**
 * Reads how far the instances of a job have booted: one LIST for each 1,000 events, of which an instance has six at
 * most, and one GET for each instance that ended. Works before there is a job. An instance that waits for its role
 * cannot write anything yet and is not among them.
 */
export async function readBoots(
  control: ControlStore,
  jobId: string,
  signal: AbortSignal,
): Promise<readonly BootProgress[]> {
  const { newest, serverDateMs } = await listNewest(control, jobId, signal);
  const boots: BootProgress[] = [];
  for (let from = 0; from < newest.length; from += GETS_AT_ONCE) {
    const batch = newest.slice(from, from + GETS_AT_ONCE);
    boots.push(...(await Promise.all(batch.map((entry) => readBoot(control, entry, serverDateMs, signal)))));
  }
  return boots;
}

async function listNewest(
  control: ControlStore,
  jobId: string,
  signal: AbortSignal,
): Promise<{ readonly newest: readonly Newest[]; readonly serverDateMs: number }> {
  const newest = new Map<string, Newest>();
  let startAfter: string | undefined;
  for (;;) {
    const page = await control.list({
      prefix: jobKeys(jobId).bootPrefix,
      ...(startAfter === undefined ? {} : { startAfter }),
      signal,
    });
    for (const { key, lastModifiedMs } of page.entries) {
      const stage = BOOT_STAGES.find((name) => `${name}.json` === lastSegment(key));
      if (stage === undefined) continue;
      const instanceId = lastSegment(key.slice(0, key.lastIndexOf("/")));
      const known = newest.get(instanceId);
      const entry = { key, instanceId, stage, lastModifiedMs };
      if (known === undefined || isAfter(entry, known)) newest.set(instanceId, entry);
    }
    startAfter = page.entries.at(-1)?.key;
    if (!page.truncated || startAfter === undefined) {
      return { newest: [...newest.values()], serverDateMs: page.serverDateMs };
    }
  }
}

/** Stamps have whole seconds; within one the later stage counts. */
function isAfter(a: Newest, b: Newest): boolean {
  if (a.lastModifiedMs !== b.lastModifiedMs) return a.lastModifiedMs > b.lastModifiedMs;
  return BOOT_STAGES.indexOf(a.stage) > BOOT_STAGES.indexOf(b.stage);
}

async function readBoot(
  control: ControlStore,
  { key, instanceId, stage, lastModifiedMs }: Newest,
  serverDateMs: number,
  signal: AbortSignal,
): Promise<BootProgress> {
  const boot = { instanceId, stage, sinceMs: Math.max(0, serverDateMs - lastModifiedMs) };
  if (stage !== "failed" && stage !== "stopped") return boot;
  const found = await control.get(key, signal);
  const event = found === undefined ? undefined : parseJson(bootEventSchema, found.body);
  return event?.ok === true ? { ...boot, event: event.value } : boot;
}
