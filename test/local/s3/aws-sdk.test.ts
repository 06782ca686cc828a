import { Readable } from "node:stream";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
  type S3ClientConfig,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";

const MIN_PART = 5 * 1024 * 1024;
const bucket = { Bucket: "bucket" };

let cloud: LocalCloud;
let client: S3Client;

beforeAll(async () => {
  cloud = await startLocalCloud();
  client = connect();
});
afterAll(async () => {
  client.destroy();
  await cloud.close();
});
beforeEach(() => {
  cloud.s3.createBucket("bucket");
});

function connect(more: S3ClientConfig = {}): S3Client {
  const { accessKeyId, accessKeySecret } = cloud.s3.accessKey;
  return new S3Client({
    endpoint: cloud.s3.endpoint,
    region: "ap-northeast-1",
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey: accessKeySecret },
    ...more,
  });
}

describe("@aws-sdk/client-s3, unmodified", () => {
  test("puts and gets what it likes, checksums included", async () => {
    const odd = "/lead//../a b+%2F/é😀";
    await client.send(
      new PutObjectCommand({
        ...bucket,
        Key: odd,
        Body: "hello",
        ContentType: "text/css",
        Metadata: { author: "alice" },
        Tagging: "a=1&b=2",
        StorageClass: "STANDARD_IA",
      }),
    );
    const got = await client.send(new GetObjectCommand({ ...bucket, Key: odd, ChecksumMode: "ENABLED" }));
    expect(await got.Body?.transformToString()).toBe("hello");
    expect(got).toMatchObject({
      ContentType: "text/css",
      Metadata: { author: "alice" },
      TagCount: 2,
      StorageClass: "STANDARD_IA",
      ChecksumCRC32: "NhCmhg==",
      ChecksumType: "FULL_OBJECT",
      ServerSideEncryption: "AES256",
    });
  });

  test("streams a body that it frames in chunks", async () => {
    const pieces = [Buffer.alloc(100_000, 1), Buffer.alloc(50_000, 2)];
    await client.send(
      new PutObjectCommand({
        ...bucket,
        Key: "streamed",
        Body: Readable.from(pieces),
        ContentLength: 150_000,
      }),
    );
    expect(cloud.s3.readObject("bucket", "streamed")?.equals(Buffer.concat(pieces))).toBe(true);
  });

  test("heads, reads ranges, and is told when something has changed or is gone", async () => {
    await cloud.s3.putObject("bucket", "key", "123456789");
    const head = await client.send(new HeadObjectCommand({ ...bucket, Key: "key" }));
    expect(head.ContentLength).toBe(9);
    const part = await client.send(new GetObjectCommand({ ...bucket, Key: "key", Range: "bytes=2-4" }));
    expect([await part.Body?.transformToString(), part.ContentRange]).toEqual(["345", "bytes 2-4/9"]);
    await expect(
      client.send(new GetObjectCommand({ ...bucket, Key: "key", IfMatch: '"other"' })),
    ).rejects.toMatchObject({ name: "PreconditionFailed" });
    await client.send(new DeleteObjectCommand({ ...bucket, Key: "key" }));
    await expect(client.send(new GetObjectCommand({ ...bucket, Key: "key" }))).rejects.toMatchObject({
      name: "NoSuchKey",
    });
    await expect(client.send(new HeadObjectCommand({ ...bucket, Key: "key" }))).rejects.toMatchObject({
      name: "NotFound",
    });
  });

  test("lists all pages, with prefixes", async () => {
    for (let index = 0; index < 25; index++)
      await cloud.s3.putObject("bucket", `d/${String(index).padStart(2, "0")}`, "x");
    const keys: (string | undefined)[] = [];
    for await (const page of paginateListObjectsV2({ client, pageSize: 10 }, bucket)) {
      keys.push(...(page.Contents ?? []).map((object) => object.Key));
    }
    expect(keys).toHaveLength(25);
    const top = await client.send(new ListObjectsV2Command({ ...bucket, Delimiter: "/" }));
    expect(top.CommonPrefixes).toEqual([{ Prefix: "d/" }]);
  });

  test("uploads in parts; the object is dated by when that began", async () => {
    const key = { ...bucket, Key: "giant" };
    const parts = [Buffer.alloc(MIN_PART, 1), Buffer.alloc(10, 2)];
    const { UploadId } = await client.send(
      new CreateMultipartUploadCommand({ ...key, ContentType: "video/mp4" }),
    );
    const listed = await client.send(new ListMultipartUploadsCommand(bucket));
    expect(listed.Uploads?.map((upload) => upload.UploadId)).toEqual([UploadId]);
    cloud.s3.clock.offsetMs = 60_000;
    const Parts = [];
    for (const [index, Body] of parts.entries()) {
      const PartNumber = index + 1;
      const { ETag, ChecksumCRC32 } = await client.send(
        new UploadPartCommand({ ...key, UploadId, PartNumber, Body }),
      );
      Parts.push({ PartNumber, ETag, ChecksumCRC32 });
    }
    const stored = await client.send(new ListPartsCommand({ ...key, UploadId }));
    expect(stored.Parts?.map((part) => part.Size)).toEqual([MIN_PART, 10]);
    const done = await client.send(
      new CompleteMultipartUploadCommand({ ...key, UploadId, MultipartUpload: { Parts } }),
    );
    cloud.s3.clock.offsetMs = 0;
    expect(done.ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
    const head = await client.send(new HeadObjectCommand(key));
    expect(head).toMatchObject({ ContentLength: MIN_PART + 10, ContentType: "video/mp4" });
    expect(Math.abs((head.LastModified?.getTime() ?? 0) - Date.now())).toBeLessThan(30_000);
    expect(cloud.s3.readObject("bucket", "giant")?.equals(Buffer.concat(parts))).toBe(true);
  });

  test("gets a checksum of the whole object for parts when it asks for one", async () => {
    const key = { ...bucket, Key: "giant" };
    const { UploadId } = await client.send(
      new CreateMultipartUploadCommand({ ...key, ChecksumAlgorithm: "CRC32", ChecksumType: "FULL_OBJECT" }),
    );
    const Parts = [];
    for (const [index, Body] of [Buffer.alloc(MIN_PART, "1"), Buffer.from("tail")].entries()) {
      const part = { PartNumber: index + 1 };
      const sent = await client.send(
        new UploadPartCommand({ ...key, UploadId, ...part, Body, ChecksumAlgorithm: "CRC32" }),
      );
      Parts.push({ ...part, ETag: sent.ETag, ChecksumCRC32: sent.ChecksumCRC32 });
    }
    await client.send(new CompleteMultipartUploadCommand({ ...key, UploadId, MultipartUpload: { Parts } }));
    await cloud.s3.putObject("bucket", "same", cloud.s3.readObject("bucket", "giant") ?? "");
    const checksumOf = async (Key: string): Promise<string | undefined> =>
      (await client.send(new HeadObjectCommand({ ...bucket, Key, ChecksumMode: "ENABLED" }))).ChecksumCRC32;
    expect(await checksumOf("giant")).toBe(await checksumOf("same"));
  });

  test("is told when parts are too small, and aborts", async () => {
    const key = { ...bucket, Key: "giant" };
    const { UploadId } = await client.send(new CreateMultipartUploadCommand(key));
    const Parts = [];
    for (const PartNumber of [1, 2]) {
      const { ETag } = await client.send(
        new UploadPartCommand({ ...key, UploadId, PartNumber, Body: "small" }),
      );
      Parts.push({ PartNumber, ETag });
    }
    await expect(
      client.send(new CompleteMultipartUploadCommand({ ...key, UploadId, MultipartUpload: { Parts } })),
    ).rejects.toMatchObject({ name: "EntityTooSmall" });
    await client.send(new AbortMultipartUploadCommand({ ...key, UploadId }));
    await expect(client.send(new ListPartsCommand({ ...key, UploadId }))).rejects.toMatchObject({
      name: "NoSuchUpload",
    });
  });

  test("sets and gets tags, and deletes many", async () => {
    const key = { ...bucket, Key: "tagged" };
    await client.send(new PutObjectCommand({ ...key, Body: "x" }));
    const TagSet = [{ Key: "grün", Value: "a@b" }];
    await client.send(new PutObjectTaggingCommand({ ...key, Tagging: { TagSet } }));
    expect((await client.send(new GetObjectTaggingCommand(key))).TagSet).toEqual(TagSet);
    await client.send(new DeleteObjectsCommand({ ...bucket, Delete: { Objects: [{ Key: "tagged" }] } }));
    expect(cloud.s3.bucket("bucket").objectCount).toBe(0);
  });

  test("learns of the wrong region, and follows when told to", async () => {
    const stranger = connect({ region: "us-west-2" });
    await expect(stranger.send(new ListObjectsV2Command(bucket))).rejects.toMatchObject({
      name: "AuthorizationHeaderMalformed",
      Region: "ap-northeast-1",
    });
    cloud.s3.createBucket("far", { region: "eu-west-1" });
    await expect(client.send(new ListObjectsV2Command({ Bucket: "far" }))).rejects.toMatchObject({
      name: "PermanentRedirect",
    });
    const follower = connect({ followRegionRedirects: true });
    expect((await follower.send(new ListObjectsV2Command({ Bucket: "far" }))).KeyCount).toBe(0);
    stranger.destroy();
    follower.destroy();
  });

  test("makes buckets and asks where they are", async () => {
    await client.send(new CreateBucketCommand({ Bucket: "made-here" }));
    const { BucketRegion } = await client.send(new HeadBucketCommand({ Bucket: "made-here" }));
    const { LocationConstraint } = await client.send(new GetBucketLocationCommand({ Bucket: "made-here" }));
    expect([BucketRegion, LocationConstraint]).toEqual(["ap-northeast-1", "ap-northeast-1"]);
  });

  test("signs with a session token", async () => {
    const key = cloud.s3.keys.createTemporary(Date.now() + 60_000);
    const credentials = { accessKeyId: key.accessKeyId, secretAccessKey: key.accessKeySecret };
    const visitor = connect({ credentials: { ...credentials, sessionToken: key.sessionToken ?? "" } });
    expect((await visitor.send(new ListObjectsV2Command(bucket))).KeyCount).toBe(0);
    cloud.s3.keys.expire(key.accessKeyId);
    await expect(visitor.send(new ListObjectsV2Command(bucket))).rejects.toMatchObject({
      name: "ExpiredToken",
    });
    visitor.destroy();
  });
});
