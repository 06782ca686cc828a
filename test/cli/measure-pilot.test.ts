import { expect, test } from "vitest";
import { measurePilot } from "../../cli/measure-pilot.ts";
import { EMPTY_TALLY, type Tally } from "../../core/outcome.ts";
import { encodeJson } from "../../core/protocol/codec.ts";
import { jobRecordSchema } from "../../core/protocol/job.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { MemoryBucket } from "../../storage/memory/bucket.ts";
import { MemoryControl } from "../../storage/memory/control.ts";
import { emptyHeartbeat } from "../support/protocol-world.ts";

const keys = jobKeys("small-pilot");
const never = new AbortController().signal;

/** A worker that lived from second 10 on and read so many bytes. */
interface Worker {
  readonly seconds: number;
  readonly bytes: number;
}

/** A control bucket with such a job, complete if it has a tally. */
async function pilot(workers: readonly Worker[], tally?: Tally): Promise<MemoryControl> {
  const control = new MemoryControl(new MemoryBucket({ nowMs: () => 0 }));
  const job = jobRecordSchema.parse({
    protocol: 1,
    spec: {
      jobId: "small-pilot",
      source: { kind: "s3", bucket: "source", region: "ap-northeast-1" },
      destination: { bucket: "destination", region: "cn-hongkong" },
    },
    roots: [{ partitionId: "0123456789ab", range: { after: null, upTo: null } }],
    startedAtSourceMs: 0,
    leaseMs: 60_000,
  });
  await control.put(keys.job, encodeJson(job));
  for (const [index, { seconds, bytes }] of workers.entries()) {
    const heartbeat = {
      ...emptyHeartbeat(`worker-${index}`),
      state: "left",
      startedAtMs: 10_000,
      sentAtMs: 10_000 + seconds * 1000,
      transferredBytes: bytes,
    };
    await control.put(keys.worker(`worker-${index}`), encodeJson(heartbeat));
  }
  if (tally !== undefined) {
    const proof = { partitions: 1, startedAtSourceMs: 0, completedAtMs: 0, provedBy: "worker-0" };
    await control.put(keys.summary, encodeJson({ jobId: "small-pilot", tally, ...proof }));
  }
  return control;
}

const COPIED: Tally = {
  ...EMPTY_TALLY,
  listed: 100,
  listedBytes: 3e9,
  copiedBytes: 3e9,
  outcomes: { ...EMPTY_TALLY.outcomes, copied: 100 },
};

test("the pace of an instance is what all of them read, over the time that all of them lived", async () => {
  const control = await pilot(
    [
      { seconds: 100, bytes: 2e9 },
      { seconds: 60, bytes: 1e9 },
    ],
    COPIED,
  );

  expect(await measurePilot(control, "small-pilot", never)).toEqual({
    jobId: "small-pilot",
    instances: 2,
    mbitPerInstance: 150,
    objectBytes: 30e6,
  });
});

test("an instance that found nothing to do does not count", async () => {
  const control = await pilot(
    [
      { seconds: 100, bytes: 3e9 },
      { seconds: 100, bytes: 0 },
    ],
    COPIED,
  );

  expect(await measurePilot(control, "small-pilot", never)).toMatchObject({
    instances: 1,
    mbitPerInstance: 240,
  });
});

test.each([
  [
    "not complete",
    await pilot([{ seconds: 100, bytes: 3e9 }]),
    "small-pilot is not complete yet; wait for it, or use --mbps",
  ],
  [
    "empty",
    await pilot([{ seconds: 100, bytes: 0 }], EMPTY_TALLY),
    "small-pilot copied nothing that could be measured; use --mbps",
  ],
])("a pilot that is %s is refused", async (_, control, message) => {
  await expect(measurePilot(control, "small-pilot", never)).rejects.toMatchObject({
    code: "PILOT_UNUSABLE",
    message,
  });
});

test("so is a job that does not exist", async () => {
  const control = new MemoryControl(new MemoryBucket({ nowMs: () => 0 }));

  await expect(measurePilot(control, "small-pilot", never)).rejects.toMatchObject({ code: "JOB_UNKNOWN" });
});
