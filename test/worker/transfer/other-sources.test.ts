import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../../core/clock.ts";
import { silentLog } from "../../../core/log.ts";
import type { ListedObject } from "../../../core/object.ts";
import type { ObjectRecord } from "../../../core/outcome.ts";
import { jobKeys } from "../../../core/protocol/keys.ts";
import { SOURCE_PRESETS, type SourceSettings, sourceServiceOf } from "../../../core/source-service.ts";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { keyOf } from "../../../local/store/keys.ts";
import { staticCredentials } from "../../../storage/credentials/static.ts";
import { type OpenStores, openStores } from "../../../storage/open-stores.ts";
import type { Credentials, SourceStore } from "../../../storage/ports.ts";
import type { ObjectTask } from "../../../worker/copy-engine.ts";
import { createCopyEngine } from "../../../worker/transfer/engine.ts";
import { DEFAULT_TRANSFER_OPTIONS } from "../../../worker/transfer/options.ts";
import { storedContent } from "../../storage/support/local-stores.ts";
import { bytesOf, copyOf } from "../../support/transfer-world.ts";

const KIB = 1024;
/** Copied from memory, as a stream, and in parts. */
const SIZES = [5 * KIB, 400 * KIB, 900 * KIB];

let cloud: LocalCloud;

beforeEach(async () => {
  cloud = await startLocalCloud();
  cloud.oss.createBucket("destination");
  cloud.oss.createBucket("control");
});

afterEach(() => cloud.close());

function open(source: SourceSettings, credentials: Credentials): OpenStores {
  const { region, endpoint, accessKey } = cloud.oss;
  const oss = { region, network: "public", endpoint, credentials: staticCredentials(accessKey) } as const;
  return openStores(
    {
      source: { ...source, bucket: "source", credentials: () => staticCredentials(credentials) },
      destination: { ...oss, bucket: "destination" },
      control: { ...oss, bucket: "control" },
    },
    { clock: systemClock },
  );
}

async function copyAll(
  source: SourceSettings,
  credentials: Credentials,
  taskOf: (object: ListedObject) => ObjectTask = (object) => copyOf(object),
): Promise<ObjectRecord[]> {
  const stores = open(source, credentials);
  const engine = createCopyEngine({
    ...stores,
    clock: systemClock,
    random: () => 0,
    log: silentLog,
    options: {
      ...DEFAULT_TRANSFER_OPTIONS,
      thresholds: { bufferedUpToBytes: 64 * KIB, streamedUpToBytes: 512 * KIB, partSizeBytes: 256 * KIB },
      sourceEtag: sourceServiceOf(source).etag,
      tags: true,
      keys: jobKeys("job-1"),
    },
  });
  try {
    const { signal } = new AbortController();
    const scope = { partitionId: "00000000000a", epoch: 1, signal };
    return await engine.carryOut((await listAll(stores.source)).map(taskOf), scope);
  } finally {
    await stores.close();
  }
}

/** In pages of two, so that the listing has to go on. */
async function listAll(source: SourceStore): Promise<ListedObject[]> {
  const objects: ListedObject[] = [];
  let continuationToken: string | undefined;
  do {
    const page = await source.list({
      maxKeys: 2,
      ...(continuationToken === undefined ? {} : { continuationToken }),
    });
    objects.push(...page.objects);
    continuationToken = page.nextToken;
  } while (continuationToken !== undefined);
  return objects;
}

describe("a bucket of OSS as the source", () => {
  const fromOss = (): SourceSettings => {
    const { region, endpoint } = cloud.oss;
    return { kind: "oss", region, endpoint };
  };

  it("is copied with bytes, metadata, tags and storage class, by the keys of another account", async () => {
    cloud.oss.createBucket("source");
    const contentHeaders = { "content-type": "image/png", "cache-control": "no-cache" };
    for (const [index, sizeBytes] of SIZES.entries()) {
      await cloud.oss.putObject("source", `a/${index}`, bytesOf(`a/${index}`, sizeBytes), {
        contentHeaders,
        userMetadata: { author: "someone" },
        tags: { project: "x" },
        storageClass: "IA",
      });
    }

    const records = await copyAll(fromOss(), cloud.oss.keys.create());

    expect(records.map(({ outcome, attempts }) => [outcome, attempts])).toEqual(
      SIZES.map(() => ["copied", undefined]),
    );
    for (const [index, sizeBytes] of SIZES.entries()) {
      expect(storedContent(cloud, "destination", `a/${index}`)).toEqual({
        bytes: bytesOf(`a/${index}`, sizeBytes),
        metadata: { headers: contentHeaders, user: { author: "someone" } },
        tags: { project: "x" },
        storageClass: "IA",
      });
    }
  });

  it.for(SIZES)(
    "is not copied when it states another CRC-64 than its bytes have (%d bytes)",
    async (size) => {
      const bucket = cloud.oss.createBucket("source");
      await cloud.oss.putObject("source", "a", bytesOf("a", size), { partSizeBytes: KIB * KIB });
      const object = bucket.get(keyOf("a"));
      if (object !== undefined) bucket.set(keyOf("a"), { ...object, crc64: (object.crc64 ?? 0n) ^ 1n });

      const [record] = await copyAll(fromOss(), cloud.oss.accessKey);

      expect(record).toMatchObject({ outcome: "failed", code: "CHECKSUM_MISMATCH_SOURCE" });
      expect(record?.detail).toContain("crc64ecma");
      expect(cloud.oss.readObject("destination", "a")).toBeUndefined();
    },
  );
});

describe("an object of OSS that is to be compared with what the destination has", () => {
  it.for([true, false])("is judged by what both state, without its bytes (the same: %s)", async (isSame) => {
    const bucket = cloud.oss.createBucket("source");
    const [key, bytes] = ["a", bytesOf("a", SIZES[1] ?? 0)] as const;
    await cloud.oss.putObject("destination", key, bytes, { partSizeBytes: 128 * KIB });
    // Other bytes, of which the source states the CRC-64 of the right ones: reading them would tell.
    await cloud.oss.putObject("source", key, bytesOf("b", bytes.length));
    const there = cloud.oss.bucket("destination").get(keyOf(key));
    const object = bucket.get(keyOf(key));
    if (there?.crc64 === undefined || object === undefined) throw new Error("nothing was put");
    bucket.set(keyOf(key), { ...object, crc64: isSame ? there.crc64 : there.crc64 ^ 1n });
    const { region, endpoint } = cloud.oss;

    const records = await copyAll({ kind: "oss", region, endpoint }, cloud.oss.accessKey, (listed) => ({
      kind: "compare",
      object: listed,
      destinationEtag: there.etag,
      same: { kind: "settle", outcome: "skipped", code: "SAME_CONTENT" },
      different: { kind: "settle", outcome: "failed", code: "AUDIT_DIFFERENT" },
    }));

    expect(records).toMatchObject([{ code: isSame ? "SAME_CONTENT" : "AUDIT_DIFFERENT" }]);
  });
});

describe("a bucket of a service that speaks S3 in its own way", () => {
  const KEYS = ["a+b", "dir/", "photos/cat 1.jpg", "photos/写真.jpg", "photos/\u{1f600}", "x&<y>"];

  it.for(SOURCE_PRESETS)("is copied whole with the preset %s", async (preset) => {
    cloud.s3.createBucket("source");
    for (const [index, key] of KEYS.entries()) {
      await cloud.s3.putObject("source", key, bytesOf(key, SIZES[index % 3] ?? 0), {
        userMetadata: { n: String(index) },
        checksum: "none",
      });
    }
    const { region, endpoint } = cloud.s3;

    const records = await copyAll({ kind: "s3", preset, region, endpoint }, cloud.s3.accessKey);

    expect(records.map(({ key, outcome }) => [key, outcome])).toEqual(KEYS.map((key) => [key, "copied"]));
    for (const [index, key] of KEYS.entries()) {
      const stored = storedContent(cloud, "destination", key);
      expect(stored?.bytes.equals(bytesOf(key, SIZES[index % 3] ?? 0))).toBe(true);
      expect(stored?.metadata.user).toEqual({ n: String(index) });
    }
    const listed = cloud.counters.list().filter(({ service }) => service === "s3");
    const operations = new Set(listed.map(({ operation }) => operation));
    const { listVersion } = sourceServiceOf({ preset, region });
    expect([operations.has("ListObjects"), operations.has("ListObjectsV2")]).toEqual([
      listVersion === 1,
      listVersion === 2,
    ]);
  });
});
