import { expect } from "vitest";
import { tallyAddsUp } from "../../core/outcome.ts";
import { decodeJson } from "../../core/protocol/codec.ts";
import type { CompletionMarker } from "../../core/protocol/completion-marker.ts";
import { jobRecordSchema } from "../../core/protocol/job.ts";
import { decodeLedger } from "../../core/protocol/ledger.ts";
import { summarySchema } from "../../core/protocol/summary.ts";
import { compareBuckets } from "../../local/demo/compare-buckets.ts";
import type { InventoryEntry } from "../../local/inventory.ts";
import type { ControlStore } from "../../storage/ports.ts";
import { startCompletionWalk } from "../../worker/prove-complete.ts";
import type { ExpectedFailures } from "./bucket-seeds.ts";
import { CONTROL, DESTINATION, type FerryWorld, SOURCE } from "./ferry-world.ts";

/** Where the job of a world is to be found. */
export type JobWorld = Pick<FerryWorld, "cloud" | "keys" | "openControl">;

/** What the control bucket says about a job that is complete. */
export interface MigratedJob {
  readonly markers: readonly CompletionMarker[];
  /** The highest epoch of any completion marker: above 1 when a partition had a successor. */
  readonly highestEpoch: number;
}

/**
 * Expects that the job is complete and right, whatever happened on the way: the summary is there, GETs from the
 * roots find a completion marker for every range, totals add up, the ledgers have one line for each key of the
 * source, and both buckets hold the same but for `failures`, which are reported with their codes.
 */
export async function expectMigrated(
  world: JobWorld,
  failures: ExpectedFailures = new Map(),
): Promise<MigratedJob> {
  const control = world.openControl();
  try {
    return await check(world, failures, control);
  } finally {
    await control.close();
  }
}

async function check(
  world: JobWorld,
  failures: ExpectedFailures,
  control: ControlStore,
): Promise<MigratedJob> {
  const { keys, cloud } = world;
  const signal = AbortSignal.timeout(20_000);
  const read = async (key: string): Promise<Buffer> => {
    const found = await control.get(key, signal);
    if (found === undefined) throw new Error(`${key} is missing from ${CONTROL}`);
    return found.body;
  };

  const job = decodeJson(jobRecordSchema, keys.job, await read(keys.job));
  const summary = decodeJson(summarySchema, keys.summary, await read(keys.summary));
  const markers: CompletionMarker[] = [];
  const onMarker = (marker: CompletionMarker): void => void markers.push(marker);
  const proof = await startCompletionWalk({ job, keys, control, onMarker }).step(signal);
  expect(proof.complete).toBe(true);
  expect(tallyAddsUp(proof.tally)).toBe(true);
  expect(summary).toMatchObject({ tally: proof.tally, partitions: proof.partitions });

  const ledgers = await Promise.all(
    markers.map(async ({ ledger }) => decodeLedger(await read(ledger.key), ledger)),
  );
  const records = ledgers.flat();
  const source: InventoryEntry[] = [];
  for await (const entry of cloud.s3.inventory(SOURCE)) source.push(entry);
  expect(records.map(({ key }) => key).sort()).toEqual(source.map(({ key }) => key).sort());
  const failed = records.filter(({ outcome }) => outcome === "failed");
  expect(new Map(failed.map(({ key, code }) => [key, code]))).toEqual(failures);
  // What a dead holder had copied its successor finds at the destination.
  const { outcomes, codes } = proof.tally;
  expect(outcomes.copied + (codes["SAME_CONTENT"] ?? 0)).toBe(source.length - failures.size);
  expect(outcomes).toMatchObject({ failed: failures.size, kept: 0, vanished: 0 });

  const comparison = await compareBuckets(cloud.s3.inventory(SOURCE), cloud.oss.inventory(DESTINATION));
  expect(comparison).toMatchObject({ same: source.length - failures.size, different: [], extra: [] });
  expect([...comparison.missing].sort()).toEqual([...failures.keys()].sort());
  return { markers, highestEpoch: Math.max(...markers.map(({ epoch }) => epoch)) };
}
