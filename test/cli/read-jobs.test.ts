import { expect, test } from "vitest";
import { describeJobs } from "../../cli/draw-jobs.ts";
import { createJobsReader } from "../../cli/read-jobs.ts";
import { encodeJson } from "../../core/protocol/codec.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { EMPTY_TALLY, type Tally } from "../../core/outcome.ts";
import { MemoryBucket } from "../../storage/memory/bucket.ts";
import { MemoryControl } from "../../storage/memory/control.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { emptyHeartbeat, forever, protocolWorld, watched } from "../support/protocol-world.ts";

const DONE: Tally = {
  ...EMPTY_TALLY,
  listed: 12,
  listedBytes: 3_000,
  outcomes: { ...EMPTY_TALLY.outcomes, copied: 11, failed: 1 },
};

interface Bucket {
  readonly bucket: MemoryBucket;
  /** Requests to the control bucket since the last call. */
  readonly requests: () => readonly string[];
  readonly read: ReturnType<typeof createJobsReader>;
}

/** A control bucket with a job of each state, in which running ones have so many partitions. */
function bucketOf(partitions: number, idPrefix = ""): Bucket {
  const clock = new FakeClock();
  const bucket = new MemoryBucket(clock);
  const put = (key: string, value: unknown): void => void bucket.put(key, encodeJson(value));
  const { job } = protocolWorld().context;
  const made = (jobId: string): ReturnType<typeof jobKeys> => {
    const keys = jobKeys(jobId);
    put(keys.job, { ...job, spec: { ...job.spec, jobId } });
    for (let n = 0; n < partitions; n++) {
      const partitionId = n.toString(16).padStart(12, "0");
      put(keys.claim(partitionId, 1), {});
      put(keys.done(partitionId), {});
      put(keys.manifest(partitionId), {});
    }
    return keys;
  };
  const running = made("small-full");
  put(running.open("0123456789ab"), {});
  put(running.worker("w"), {
    ...emptyHeartbeat("w"),
    inProgress: { listed: 20, listedBytes: 20_000, finished: 5, finishedBytes: 5_000 },
    pace: { overMs: 60_000, bytesPerSecond: 1_000, objectsPerSecond: 1 },
  });
  const complete = made("small-pilot");
  const span = { startedAtSourceMs: 0, completedAtMs: 1, provedBy: "w" };
  put(complete.summary, { jobId: "small-pilot", partitions, tally: DONE, ...span });
  const paused = made("small");
  put(paused.control, { paused: true });
  put(paused.worker("w"), emptyHeartbeat("w"));
  made("small-full0");
  bucket.put(jobKeys("broken").job, Buffer.from("{ no json"));
  put(jobKeys("young").bootEvent("i-1", "started"), {});
  const sent: string[] = [];
  const control = watched(
    new MemoryControl(bucket),
    (operation, key) => void sent.push(`${operation} ${key}`),
  );
  return { bucket, requests: () => sent.splice(0), read: createJobsReader(control, idPrefix, clock) };
}

test("all jobs of a control bucket are shown, each in its state, one that cannot be read among them", async () => {
  const { read } = bucketOf(3);

  const lines = describeJobs(await read(forever)).split("\n");

  expect(lines).toEqual([
    expect.stringMatching(
      /^broken +unreadable {2}jobs\/broken\/job\.json in the control bucket cannot be used/u,
    ),
    expect.stringMatching(
      /^small-full {3}running +5 of 20 listed objects {2}5\.00 KB of 20\.0 KB {2}1 worker {2}1\.00 KB\/s {2}ETA > 15 s$/u,
    ),
    expect.stringMatching(/^small-full0 +unattended +0 of 0 .* 0 workers .* ETA –$/u),
    expect.stringMatching(
      /^small-pilot +complete +12 of 12 listed objects {2}3\.00 KB of 3\.00 KB {2}1 failed$/u,
    ),
    expect.stringMatching(/^small +paused +0 of 0 /u),
    expect.stringMatching(/^young +booting +no worker has got as far as the job yet$/u),
  ]);
});

test("only those of one migration are asked for, so that whoever may list no others sees them", async () => {
  const { read, requests } = bucketOf(3, "small-");

  const jobs = await read(forever);

  expect(jobs.map(({ jobId }) => jobId)).toEqual(["small-full", "small-full0", "small-pilot"]);
  expect(requests().filter((each) => !each.includes("jobs/small-"))).toEqual([]);
});

test("the number of requests does not grow with the partitions, and a complete job is asked for once", async () => {
  const few = bucketOf(1);
  const many = bucketOf(3_000);
  const [fewJobs, manyJobs] = [await few.read(forever), await many.read(forever)];

  const asked = many.requests();

  expect(manyJobs).toEqual(fewJobs);
  expect(asked).toEqual(few.requests());
  expect(asked.filter((each) => each.includes("small-pilot/"))).toEqual([
    "get jobs/small-pilot/summary.json",
  ]);
  await many.read(forever);
  expect(many.requests().filter((each) => each.includes("small-pilot/"))).toEqual([]);
});

test("a bucket without jobs says so", async () => {
  const read = createJobsReader(new MemoryControl(new MemoryBucket(new FakeClock())), "", new FakeClock());
  expect(describeJobs(await read(forever))).toBe("There are no jobs.");
});
