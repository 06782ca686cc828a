import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { staticCredentials } from "../../../storage/credentials/static.ts";
import { S3Source } from "../../../storage/s3/source.ts";
import { patternBytes, readBody } from "../../contract/bytes.ts";
import { s3Options } from "../support/local-stores.ts";
import { failureOf } from "../support/requests.ts";

let cloud: LocalCloud;
let source: S3Source;

beforeEach(async () => {
  cloud = await startLocalCloud();
  cloud.s3.createBucket("source");
  cloud.s3.createBucket("far-away", { region: "eu-central-1" });
  cloud.s3.createBucket("theirs", { requesterPays: true });
  await cloud.s3.putObject("source", "key", patternBytes(200_000));
  source = new S3Source(s3Options(cloud, "source"));
});

afterEach(async () => {
  await source.close();
  await cloud.close();
});

async function openKey(key = "key"): ReturnType<S3Source["open"]> {
  const { etag } = await source.stat({ key });
  return source.open({ key, ifMatch: etag });
}

describe("what S3 refuses", () => {
  it.each([
    { status: 503, code: "SlowDown", expected: "THROTTLED" },
    { status: 500, code: "InternalError", expected: "SERVICE_ERROR" },
    { status: 403, code: "AccessDenied", expected: "ACCESS_DENIED" },
    { status: 403, code: "InvalidAccessKeyId", expected: "CREDENTIALS_INVALID" },
    { status: 400, code: "ExpiredToken", expected: "CREDENTIALS_EXPIRED" },
    { status: 404, code: "NoSuchBucket", expected: "BUCKET_NOT_FOUND" },
    { status: 404, code: "NoSuchKey", expected: "NOT_FOUND" },
  ])("is $expected for $status $code", async ({ status, code, expected }) => {
    cloud.faults.add({ match: { operation: "GetObject" }, fault: { kind: "error", status, code } });
    const opened = source.open({ key: "key", ifMatch: "x" });
    expect(await failureOf(opened)).toMatchObject({ code: expected, detail: { store: "source", status } });
  });

  it("is WRONG_REGION with the name of the right one, for GET and for HEAD", async () => {
    const far = new S3Source(s3Options(cloud, "far-away"));
    const wrong = {
      code: "WRONG_REGION",
      fatal: true,
      message: expect.stringContaining(
        "the bucket far-away is in region eu-central-1, not in ap-northeast-1",
      ) as string,
    };
    expect(await failureOf(far.list({}))).toMatchObject(wrong);
    expect(await failureOf(far.stat({ key: "key" }))).toMatchObject(wrong);
    await far.close();
  });

  it("is the bucket of somebody else, unless we agree to pay", async () => {
    await cloud.s3.putObject("theirs", "key", Buffer.from("x"));
    const free = new S3Source(s3Options(cloud, "theirs"));
    await expect(free.list({})).rejects.toMatchObject({ code: "ACCESS_DENIED" });
    const paying = new S3Source(s3Options(cloud, "theirs", { requesterPays: true }));
    const [listed] = (await paying.list({})).objects;
    const body = await paying.open({ key: "key", ifMatch: listed?.etag ?? "" });
    expect((await readBody(body)).toString()).toBe("x");
    await free.close();
    await paying.close();
  });

  it("is a clock that is 20 minutes off", async () => {
    cloud.s3.clock.offsetMs = 20 * 60_000;
    expect(await failureOf(source.list({}))).toMatchObject({
      code: "CLOCK_SKEWED",
      message: expect.stringContaining("20 minutes behind") as string,
    });
  });
});

describe("reading from S3", () => {
  it("works with temporary credentials", async () => {
    const credentials = staticCredentials(cloud.s3.keys.createTemporary(Date.now() + 60_000));
    const temporary = new S3Source(s3Options(cloud, "source", { credentials }));
    expect((await temporary.list({})).objects).toHaveLength(1);
    await temporary.close();
  });

  it("says NETWORK when a body is cut short, and never ends as if it were whole", async () => {
    cloud.faults.add({ match: { operation: "GetObject" }, fault: { kind: "truncate-response" } });
    const body = await openKey();
    let received = 0;
    const read = body.read((chunk) => {
      received += chunk.length;
    });
    expect(await failureOf(read)).toMatchObject({ code: "NETWORK" });
    expect(received).toBeLessThan(200_000);
  });

  it("says TIMEOUT when a body stalls", async () => {
    const impatient = new S3Source(s3Options(cloud, "source", { transport: { idleTimeoutMs: 100 } }));
    cloud.faults.add({
      match: { operation: "GetObject" },
      fault: { kind: "stall", ms: 60_000, afterBytes: 1_000 },
    });
    const { etag } = await impatient.stat({ key: "key" });
    const body = await impatient.open({ key: "key", ifMatch: etag });
    expect(await failureOf(readBody(body))).toMatchObject({ code: "TIMEOUT" });
    await impatient.close();
  });

  it("reports empty and short pages as they are", async () => {
    cloud.faults.add({ match: {}, fault: { kind: "empty-page" }, times: 1 });
    const empty = await source.list({});
    expect(empty.objects).toEqual([]);
    expect(empty.nextToken).toBeDefined();
    const next = await source.list({ continuationToken: empty.nextToken ?? "" });
    expect(next.objects.map((object) => object.key)).toEqual(["key"]);
  });

  it("passes on which checksums the service knows of the whole object", async () => {
    const bytes = patternBytes(300_000);
    const full = { algorithm: "crc64nvme", type: "FULL_OBJECT" } as const;
    await cloud.s3.putObject("source", "full", bytes, { checksum: full, partSizeBytes: 100_000 });
    const composite = { algorithm: "sha256", type: "COMPOSITE" } as const;
    await cloud.s3.putObject("source", "composite", bytes, { checksum: composite, partSizeBytes: 100_000 });
    await cloud.s3.putObject("source", "none", bytes, { checksum: "none" });
    for (const [key, type] of [
      ["full", "FULL_OBJECT"],
      ["composite", "COMPOSITE"],
      ["none", undefined],
    ] as const) {
      const body = await openKey(key);
      body.discard();
      expect(body.checksums?.type).toBe(type);
      expect(body.etagMayBeMd5).toBe(key === "none");
    }
  });

  it("knows ETags that are no MD5 and codings that only the upload had", async () => {
    await cloud.s3.putObject("source", "kms", Buffer.from("x"), {
      encryption: { "x-amz-server-side-encryption": "aws:kms" },
    });
    await cloud.s3.putObject("source", "chunked", Buffer.from("x"), {
      contentHeaders: { "content-encoding": "aws-chunked, gzip" },
    });
    await cloud.s3.putObject("source", "only-chunked", Buffer.from("x"), {
      contentHeaders: { "content-encoding": "aws-chunked" },
      missingMetadata: 2,
    });
    expect(await source.stat({ key: "kms" })).toMatchObject({ etagMayBeMd5: false });
    expect((await source.stat({ key: "chunked" })).metadata.headers).toEqual({ "content-encoding": "gzip" });
    const onlyChunked = await source.stat({ key: "only-chunked" });
    expect(onlyChunked).toMatchObject({ metadata: { headers: {} }, missingMetadata: 2 });
  });
});
