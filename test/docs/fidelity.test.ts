import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemClock } from "../../core/clock.ts";
import { silentLog } from "../../core/log.ts";
import type { ObjectRecord } from "../../core/outcome.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { type LocalCloud, startLocalCloud } from "../../local/cloud.ts";
import { keyOf } from "../../local/store/keys.ts";
import { staticCredentials } from "../../storage/credentials/static.ts";
import { openStores } from "../../storage/open-stores.ts";
import { createCopyEngine } from "../../worker/transfer/engine.ts";
import { DEFAULT_TRANSFER_OPTIONS, type TransferOptions } from "../../worker/transfer/options.ts";
import { storedContent } from "../storage/support/local-stores.ts";
import { copyOf } from "../support/transfer-world.ts";

const PAGE = readFileSync("docs/fidelity.md", "utf8");
/** The first two cells of every row of a table. */
const ROWS = [...PAGE.matchAll(/^\| ([^|]+) +\| ([^|]+) +\|$/gmu)].map(
  ([, left = "", right = ""]) => [left.trim(), right.trim()] as const,
);

function words(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/gu)].map(([, word = ""]) => word);
}

let cloud: LocalCloud;

beforeEach(async () => {
  cloud = await startLocalCloud();
  for (const bucket of ["destination", "control", "source"]) cloud.oss.createBucket(bucket);
  cloud.s3.createBucket("source");
});

afterEach(() => cloud.close());

async function copyAll(
  kind: "s3" | "oss",
  options: Partial<TransferOptions> = {},
  serverSideEncryption?: "AES256",
): Promise<ObjectRecord[]> {
  const { region, endpoint, accessKey } = cloud.oss;
  const oss = { region, network: "public", endpoint, credentials: staticCredentials(accessKey) } as const;
  const from = cloud[kind];
  const stores = openStores(
    {
      source: {
        kind,
        region: from.region,
        endpoint: from.endpoint,
        bucket: "source",
        credentials: () => staticCredentials(from.accessKey),
      },
      destination: {
        ...oss,
        bucket: "destination",
        ...(serverSideEncryption === undefined
          ? {}
          : { serverSideEncryption: { algorithm: serverSideEncryption } }),
      },
      control: { ...oss, bucket: "control" },
    },
    { clock: systemClock },
  );
  const engine = createCopyEngine({
    ...stores,
    clock: systemClock,
    random: () => 0,
    log: silentLog,
    options: { ...DEFAULT_TRANSFER_OPTIONS, keys: jobKeys("job-1"), ...options },
  });
  try {
    const { objects } = await stores.source.list({});
    const { signal } = new AbortController();
    return await engine.carryOut(
      objects.map((object) => copyOf(object)),
      { partitionId: "00000000000a", epoch: 1, signal },
    );
  } finally {
    await stores.close();
  }
}

/** The stored object of the destination, past the API. */
function stored(key: string): ReturnType<ReturnType<LocalCloud["oss"]["bucket"]>["get"]> {
  return cloud.oss.bucket("destination").get(keyOf(key));
}

describe("docs/fidelity.md", () => {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "max-age=60",
    "content-disposition": 'attachment; filename="a.html"',
    "content-encoding": "gzip",
    "content-language": "de",
    expires: "Wed, 25 Nov 2026 08:00:00 GMT",
  };
  const user = { author: "someone", "with-dash": "x=1" };
  const tags = { project: "x" };

  test("names exactly the content headers that are carried", () => {
    const named = ROWS.filter(([, right]) => right.startsWith("the same")).flatMap(([left]) => words(left));
    expect(named.sort()).toEqual(Object.keys(headers).sort());
  });

  test.each(["s3", "oss"] as const)("is right about what survives from %s", async (kind) => {
    const at = { contentHeaders: headers, userMetadata: user, tags, lastModifiedMs: 1_000_000 };
    await cloud[kind].putObject("source", "a", Buffer.from("bytes"), at);

    const [record] = await copyAll(kind, { tags: true }, "AES256");

    expect(record).toMatchObject({ outcome: "copied", sourceLastModifiedMs: 1_000_000 });
    const content = { bytes: Buffer.from("bytes"), metadata: { headers, user }, tags };
    expect(storedContent(cloud, "destination", "a")).toMatchObject(content);
    expect(stored("a")?.encryption).toEqual({ "x-oss-server-side-encryption": "AES256" });
    expect(stored("a")?.lastModifiedMs).toBeGreaterThan(1_000_000);
    expect(record?.crc64).toBe(stored("a")?.crc64?.toString());
  });

  test("is right about tags and encryption that nobody asks for", async () => {
    await cloud.s3.putObject("source", "a", Buffer.from("bytes"), { tags });

    await copyAll("s3");

    expect(storedContent(cloud, "destination", "a")?.tags).toEqual({});
    expect(stored("a")?.encryption).toEqual({});
  });

  test.each(
    ROWS.filter(([, right]) => /^`\w+`$/u.test(right)).flatMap(([left, right]) =>
      words(left).map((name) => [name, words(right)[0] ?? ""] as const),
    ),
  )("is right about the class %s, which becomes %s", async (name, expected) => {
    const kind = name === name.toUpperCase() && name !== "IA" ? "s3" : "oss";
    await cloud[kind].putObject("source", "a", Buffer.from("x"), { storageClass: name, restored: true });

    const listed = await copyAll(kind, { archived: "restore" });

    expect(listed).toMatchObject([{ outcome: "copied" }]);
    expect(stored("a")?.storageClass).toBe(expected);
  });

  test("leaves a class of any other name to the bucket", async () => {
    await cloud.s3.putObject("source", "a", Buffer.from("x"), { storageClass: "OUTPOSTS" });
    await copyAll("s3");
    expect(stored("a")?.storageClass).toBe("Standard");
  });

  test("is right about metadata that cannot be carried: it fails, or is dropped and recorded", async () => {
    await cloud.s3.putObject("source", "a", Buffer.from("x"), {
      userMetadata: { "not.a.name": "1", ok: "2" },
    });

    expect(await copyAll("s3")).toMatchObject([{ outcome: "failed", code: "METADATA_UNREPRESENTABLE" }]);
    expect(await copyAll("s3", { unmappableMetadata: "drop" })).toMatchObject([
      { outcome: "copied", code: "METADATA_DROPPED" },
    ]);
    expect(storedContent(cloud, "destination", "a")?.metadata.user).toEqual({ ok: "2" });
  });
});
