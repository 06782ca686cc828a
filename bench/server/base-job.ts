/**
 * A complete full copy in the control bucket, without its bytes having been copied: the workers are the product's
 * own, from the first claim to the proof, and so are all objects of the protocol. Only the engine pretends.
 */
import { setImmediate } from "node:timers/promises";
import { systemClock } from "../../core/clock.ts";
import { silentLog } from "../../core/log.ts";
import type { ListedObject } from "../../core/object.ts";
import type { ObjectRecord } from "../../core/outcome.ts";
import type { JobSpec } from "../../core/protocol/job.ts";
import { MemoryBucket } from "../../storage/memory/bucket.ts";
import { MemoryControl } from "../../storage/memory/control.ts";
import type { ListPage, ListRequest, SourceStore } from "../../storage/ports.ts";
import type { CopyEngine, ObjectTask } from "../../worker/copy-engine.ts";
import { runWorker } from "../../worker/run-worker.ts";
import { controlObjectOf, type ControlObject } from "./control-bucket.ts";
import { LAST_MODIFIED } from "./replies.ts";
import { contentCrc64, contentMd5, sourceEtag } from "./synthetic-objects.ts";
import type { SyntheticObjects } from "./synthetic-objects.ts";

/** Several, so that the job's tree of partitions branches as a fleet's does. */
const WORKERS = 4;
const LEASE_MS = 6_000;
const PAGE_SIZE = 1_000;

/** Carries the job out over all objects and gives the objects of the control bucket by key. */
export async function makeBaseJob(
  spec: JobSpec,
  objects: SyntheticObjects,
): Promise<ReadonlyMap<string, ControlObject>> {
  const bucket = new MemoryBucket(systemClock);
  const source = listOf(objects);
  const { signal } = new AbortController();
  const workers = Array.from({ length: WORKERS }, (_, index) =>
    runWorker(
      { spec, leaseMs: LEASE_MS, heldPartitions: 3, drainMs: 0, giveUpMs: LEASE_MS },
      {
        control: new MemoryControl(bucket),
        source,
        destination: EMPTY,
        engine: pretendingEngine(),
        clock: systemClock,
        random: Math.random,
        log: silentLog,
        name: `base-${index + 1}`,
        controlRequests: () => 0,
        residentBytes: () => 0,
      },
      signal,
    ),
  );
  await Promise.all(workers);
  return new Map(
    Array.from(bucket.objects.entriesFrom(""), ([key, { bytes }]) => [key, controlObjectOf(bytes)]),
  );
}

const EMPTY: Pick<SourceStore, "list"> = {
  list: async () => ({ objects: [], serverDateMs: Date.now() }),
};

function listOf(objects: SyntheticObjects): Pick<SourceStore, "list"> {
  return {
    async list({ continuationToken, startAfter, maxKeys }: ListRequest): Promise<ListPage> {
      // Nothing else here waits for anything, and timers must have their turn.
      await setImmediate();
      const first = objects.firstAfter(continuationToken ?? startAfter ?? "");
      const size = Math.min(maxKeys ?? PAGE_SIZE, PAGE_SIZE, objects.count - first);
      const page = Array.from({ length: size }, (_, offset) => listedObject(objects, first + offset));
      const last = page.at(-1);
      const goesOn = last !== undefined && first + size < objects.count;
      return {
        objects: page,
        serverDateMs: Date.now(),
        ...(goesOn ? { nextToken: last.key } : {}),
      };
    },
  };
}

function listedObject(objects: SyntheticObjects, index: number): ListedObject {
  const sizeBytes = objects.sizeAt(index);
  return {
    key: objects.keyAt(index),
    sizeBytes,
    etag: sourceEtag(sizeBytes),
    lastModifiedMs: LAST_MODIFIED.getTime(),
    storageClass: "STANDARD",
  };
}

function pretendingEngine(): CopyEngine {
  return {
    carryOut: async (tasks) => tasks.map(recordOf),
    sendSpan: () => Promise.reject(new Error("no object of a base is huge")),
    whenHungry: async () => undefined,
    setLimits: () => undefined,
    figures: () => ({
      finishedObjects: 0,
      copiedObjects: 0,
      failedObjects: 0,
      transferredBytes: 0,
      copiedBytes: 0,
      retries: 0,
      throttled: 0,
      activeTransfers: 0,
      slots: 1,
      requests: { source: 0, destination: 0 },
    }),
  };
}

function recordOf({ object }: ObjectTask): ObjectRecord {
  return {
    key: object.key,
    outcome: "copied",
    sizeBytes: object.sizeBytes,
    sourceEtag: object.etag,
    sourceLastModifiedMs: object.lastModifiedMs,
    destinationEtag: contentMd5(object.sizeBytes),
    crc64: String(contentCrc64(object.sizeBytes)),
  };
}
