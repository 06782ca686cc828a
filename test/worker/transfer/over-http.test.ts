import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../../core/clock.ts";
import { silentLog } from "../../../core/log.ts";
import type { ObjectRecord } from "../../../core/outcome.ts";
import { jobKeys } from "../../../core/protocol/keys.ts";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import type { Fault, FaultMatch } from "../../../local/faults.ts";
import { staticCredentials } from "../../../storage/credentials/static.ts";
import { type OpenStores, openStores } from "../../../storage/open-stores.ts";
import type { TransferLimits } from "../../../worker/copy-engine.ts";
import { createCopyEngine } from "../../../worker/transfer/engine.ts";
import { DEFAULT_TRANSFER_OPTIONS } from "../../../worker/transfer/options.ts";
import { bytesOf, copyOf } from "../../support/transfer-world.ts";

const KIB = 1024;
const SMALL_BYTES = 5 * KIB;
const STREAMED_BYTES = 400 * KIB;
const MULTIPART_BYTES = 900 * KIB;
const SIZES = [SMALL_BYTES, STREAMED_BYTES, MULTIPART_BYTES];

describe("copying through the real drivers", () => {
  let cloud: LocalCloud;
  let stores: OpenStores;

  beforeEach(async () => {
    cloud = await startLocalCloud();
    cloud.s3.createBucket("source");
    cloud.oss.createBucket("destination");
    cloud.oss.createBucket("control");
    stores = openLocalStores(cloud);
  });

  afterEach(async () => {
    await stores.close();
    await cloud.close();
  });

  /** Puts the object into the source; a multipart ETag would be no MD5, so the source's own checksum has to do. */
  async function given(key: string, sizeBytes: number): Promise<Buffer> {
    const bytes = bytesOf(key, sizeBytes);
    await cloud.s3.putObject("source", key, bytes, {
      checksum: { algorithm: "crc64nvme", type: "FULL_OBJECT" },
    });
    return bytes;
  }

  async function copyAll(limits: TransferLimits = { paused: false }): Promise<ObjectRecord[]> {
    const { source, destination, control } = stores;
    const engine = createCopyEngine({
      source,
      destination,
      control,
      clock: systemClock,
      // No waiting between attempts: what is looked at here is what happens on the wire.
      random: () => 0,
      log: silentLog,
      options: {
        ...DEFAULT_TRANSFER_OPTIONS,
        thresholds: {
          bufferedUpToBytes: 64 * KIB,
          streamedUpToBytes: 512 * KIB,
          partSizeBytes: 256 * KIB,
        },
        blockBytes: 64 * KIB,
        keys: jobKeys("job-1"),
      },
    });
    engine.setLimits(limits);
    const { objects } = await source.list({});
    const { signal } = new AbortController();
    const tasks = objects.map((object) => copyOf(object));
    return engine.carryOut(tasks, { partitionId: "00000000000a", epoch: 1, signal });
  }

  it("carries bytes, metadata, tags and odd keys", async () => {
    const keys = [
      "a",
      "dir/",
      "a//b",
      "./x",
      "a/../x",
      "+ %2B?#",
      "q\"'<&>",
      "ü \u{1f600}",
      "x".repeat(1023),
    ];
    for (const key of keys) await given(key, key === "a" ? MULTIPART_BYTES : key.length);

    const records = await copyAll();

    expect(records.map(({ outcome }) => outcome)).toEqual(keys.map(() => "copied"));
    for (const { key, sizeBytes } of records) {
      expect(cloud.oss.readObject("destination", key)?.equals(bytesOf(key, sizeBytes))).toBe(true);
    }
  });

  it("carries the same bytes when they are held back to keep a limit", async () => {
    for (const [index, sizeBytes] of [...SIZES, ...SIZES].entries()) await given(`${index}`, sizeBytes);

    const records = await copyAll({ paused: false, bytesPerSecond: 8_000_000 });

    expect(records).toHaveLength(6);
    for (const { key, sizeBytes } of records) {
      expect(cloud.oss.readObject("destination", key)?.equals(bytesOf(key, sizeBytes))).toBe(true);
    }
  });

  const faults: [string, FaultMatch, Fault][] = [
    ["a source that says SlowDown", { service: "s3", operation: "GetObject" }, slowDown()],
    [
      "a source that resets the connection",
      { service: "s3", operation: "GetObject" },
      { kind: "reset-before" },
    ],
    ["a body that breaks off", { service: "s3", operation: "GetObject" }, { kind: "truncate-response" }],
    ["a body with a wrong bit", { service: "s3", operation: "GetObject" }, { kind: "corrupt-response" }],
    [
      "a body that stalls",
      { service: "s3", operation: "GetObject" },
      { kind: "stall", ms: 5_000, afterBytes: 1_000 },
    ],
    [
      "a body that trickles",
      { service: "s3", operation: "GetObject" },
      { kind: "trickle", bytesPerSecond: 1_000 },
    ],
    ["a destination that says SlowDown", writes(), slowDown()],
    ["a destination that resets the connection before it has stored", writes(), { kind: "reset-before" }],
    ["a destination that resets the connection after it has stored", writes(), { kind: "reset-after" }],
    ["a bit that turns on the way to the destination", writes(), { kind: "corrupt-request" }],
    ["a destination that does not answer", writes(), { kind: "stall", ms: 5_000 }],
    ["credentials that have just expired", writes(), { kind: "expired-credentials" }],
  ];
  const cases = faults.flatMap(([name, match, fault]) =>
    SIZES.map((sizeBytes) => [name, sizeBytes, match, fault] as const),
  );

  it.for(cases)("overcomes %s (%d bytes)", async ([, sizeBytes, match, fault]) => {
    const bytes = await given("a", sizeBytes);
    cloud.faults.add({ match, fault, nth: 1 });

    const records = await copyAll();

    expect(cloud.faults.list().map(({ hit }) => hit)).toEqual([1]);
    expect(records).toMatchObject([{ outcome: "copied", sizeBytes }]);
    expect(cloud.oss.readObject("destination", "a")?.equals(bytes)).toBe(true);
    expect((await stores.control.list({ prefix: "" })).entries).toEqual([]);
  });

  it.for<[string, Fault]>([
    ["before", { kind: "reset-before" }],
    ["after", { kind: "reset-after" }],
  ])("overcomes an answer to Complete that is lost %s it was done", async ([, fault]) => {
    const bytes = await given("a", MULTIPART_BYTES);
    cloud.faults.add({ match: { operation: "CompleteMultipartUpload" }, fault, times: 1 });

    expect(await copyAll()).toMatchObject([{ outcome: "copied" }]);
    expect(cloud.oss.readObject("destination", "a")?.equals(bytes)).toBe(true);
  });

  it("copies many objects while a tenth of all requests fail", async () => {
    for (let n = 0; n < 150; n++) await given(`k${n}`, n % 10 === 0 ? STREAMED_BYTES : n * 97);
    const requests = [{ operation: "GetObject" }, writes()];
    for (const [index, match] of requests.entries()) {
      cloud.faults.add({ match, fault: slowDown(), probability: 0.05, seed: 2 * index });
      cloud.faults.add({ match, fault: { kind: "reset-before" }, probability: 0.05, seed: 2 * index + 1 });
    }

    const records = await copyAll();

    expect(records).toHaveLength(150);
    expect(cloud.faults.list().every(({ hit }) => hit > 0)).toBe(true);
    for (const { key, outcome, sizeBytes } of records) {
      expect([key, outcome]).toEqual([key, "copied"]);
      expect(cloud.oss.readObject("destination", key)?.equals(bytesOf(key, sizeBytes))).toBe(true);
    }
  });
});

function slowDown(): Fault {
  return { kind: "error", status: 503, code: "SlowDown" };
}

/** PutObject and UploadPart. */
function writes(): FaultMatch {
  return { service: "oss", method: "PUT", bucket: "destination" };
}

function openLocalStores(cloud: LocalCloud): OpenStores {
  const oss = {
    region: cloud.oss.region,
    network: "public",
    endpoint: cloud.oss.endpoint,
    credentials: staticCredentials(cloud.oss.accessKey),
  } as const;
  return openStores(
    {
      source: {
        bucket: "source",
        region: cloud.s3.region,
        endpoint: cloud.s3.endpoint,
        credentials: () => staticCredentials(cloud.s3.accessKey),
      },
      destination: { ...oss, bucket: "destination" },
      control: { ...oss, bucket: "control" },
    },
    {
      clock: systemClock,
      transport: { idleTimeoutMs: 250, minimumRate: { bytesPerSecond: 50_000, windowMs: 200 } },
    },
  );
}
