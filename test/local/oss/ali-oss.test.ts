import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import OSS from "ali-oss";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";

/** What `ali-oss` has and its types lack. */
type Client = OSS & {
  listV2(query: Record<string, string>): Promise<{
    objects: { name: string }[];
    isTruncated: boolean;
    nextContinuationToken: string | null;
  }>;
  getObjectTagging(name: string): Promise<{ tag: Record<string, string> }>;
  putObjectTagging(name: string, tag: Record<string, string>): Promise<unknown>;
  deleteObjectTagging(name: string): Promise<unknown>;
  getBucketVersioning(name: string): Promise<{ versionStatus?: string }>;
  putBucketVersioning(name: string, status: string): Promise<unknown>;
  signatureUrlV4(method: string, expires: number, request: object, name: string): Promise<string>;
};

let cloud: LocalCloud;
let client: Client;

const connect = (more: object = {}): Client => {
  const { accessKeyId, accessKeySecret } = cloud.oss.accessKey;
  const options = {
    region: "oss-cn-hongkong",
    endpoint: cloud.oss.endpoint,
    bucket: "bucket",
    authorizationV4: true,
  };
  return new OSS({ accessKeyId, accessKeySecret, ...options, ...more }) as Client;
};

beforeAll(async () => {
  cloud = await startLocalCloud();
});
afterAll(() => cloud.close());
beforeEach(() => {
  cloud.oss.createBucket("bucket");
  client = connect();
});

describe("ali-oss, unmodified, with V4 signatures", () => {
  test("puts and gets buffers, streams and files", async () => {
    await client.put("a b/ü+!*'().txt", Buffer.from("hello"));
    expect((await client.get("a b/ü+!*'().txt")).content.toString()).toBe("hello");
    await client.putStream("streamed", Readable.from([Buffer.from("one "), Buffer.from("two")]));
    expect((await client.get("streamed")).content.toString()).toBe("one two");
    const { stream } = (await client.getStream("streamed")) as { stream: Readable };
    expect(Buffer.concat(await stream.toArray()).toString()).toBe("one two");
  });

  test("carries metadata, headers and tags", async () => {
    await client.put("dressed", Buffer.from("x"), {
      mime: "text/css",
      meta: { author: "alice", uid: 1, pid: 2 },
      headers: { "Cache-Control": "no-cache", "x-oss-tagging": "a=1&b=2" },
    });
    const head = await client.head("dressed");
    expect(head.meta).toEqual({ author: "alice", uid: "1", pid: "2" });
    expect(head.res.headers).toMatchObject({ "content-type": "text/css", "cache-control": "no-cache" });
    expect((await client.getObjectTagging("dressed")).tag).toEqual({ a: "1", b: "2" });
    await client.putObjectTagging("dressed", { c: "3 + 4" });
    expect((await client.getObjectTagging("dressed")).tag).toEqual({ c: "3 + 4" });
    await client.deleteObjectTagging("dressed");
    expect((await client.getObjectTagging("dressed")).tag).toEqual({});
  });

  test("lists with both listings", async () => {
    for (const key of ["a/1", "a/2", "b"]) await client.put(key, Buffer.from(key));
    const old = await client.list({ "max-keys": 2 }, {});
    expect([old.objects.map((object) => object.name), old.nextMarker]).toEqual([["a/1", "a/2"], "a/2"]);
    const page = await client.listV2({ "max-keys": "2" });
    expect([page.objects.map((object) => object.name), page.isTruncated]).toEqual([["a/1", "a/2"], true]);
    const rest = await client.listV2({ "continuation-token": page.nextContinuationToken ?? "" });
    expect(rest.objects.map((object) => object.name)).toEqual(["b"]);
  });

  test("copies, deletes one, deletes many", async () => {
    await client.put("one", Buffer.from("x"));
    await client.copy("two", "one");
    await client.put("three & four", Buffer.from("y"));
    expect((await client.get("two")).content.toString()).toBe("x");
    await client.delete("one");
    await client.deleteMulti(["two", "three & four"]);
    expect(cloud.oss.bucket("bucket").objectCount).toBe(0);
  });

  test("uploads in parts, and aborts", async () => {
    const directory = await mkdtemp(join(tmpdir(), "ali-oss-"));
    const path = join(directory, "giant");
    await writeFile(path, Buffer.alloc(350_000, "abc"));
    await client.multipartUpload("giant", path, { partSize: 102_400 });
    expect(cloud.oss.readObject("bucket", "giant")?.equals(Buffer.alloc(350_000, "abc"))).toBe(true);
    const { uploadId } = await client.initMultipartUpload("other");
    await client.uploadPart("other", uploadId, 1, path, 0, 102_400);
    const { uploads } = await client.listUploads({});
    expect(uploads.map((upload: { name: string }) => upload.name)).toEqual(["other"]);
    await client.abortMultipartUpload("other", uploadId);
    expect(cloud.oss.bucket("bucket").uploads.size).toBe(0);
    await rm(directory, { recursive: true });
  });

  test("creates only once when told not to overwrite", async () => {
    const once = () =>
      client.put("claim", Buffer.from("x"), { headers: { "x-oss-forbid-overwrite": "true" } });
    await once();
    await expect(once()).rejects.toMatchObject({
      status: 409,
      code: "FileAlreadyExists",
      ecCode: "0026-00000002",
    });
  });

  test("understands the errors, with and without a body", async () => {
    await expect(client.get("nothing")).rejects.toMatchObject({ status: 404, code: "NoSuchKey" });
    await expect(client.head("nothing")).rejects.toMatchObject({ status: 404, code: "NoSuchKey" });
    const stranger = connect({ accessKeySecret: "wrong" });
    await expect(stranger.get("nothing")).rejects.toMatchObject({
      status: 403,
      code: "SignatureDoesNotMatch",
    });
  });

  test("signs with temporary credentials, in headers and in URLs", async () => {
    const key = cloud.oss.keys.createTemporary(Date.now() + 60_000);
    const visitor = connect({
      accessKeyId: key.accessKeyId,
      accessKeySecret: key.accessKeySecret,
      stsToken: key.sessionToken,
      refreshSTSTokenInterval: 60_000,
    });
    await visitor.put("visited", Buffer.from("x"));
    const url = await visitor.signatureUrlV4("GET", 60, {}, "visited");
    const { pathname, search } = new URL(url);
    const answer = await fetch(`${cloud.oss.endpoint}/bucket${pathname}${search}`);
    expect(await answer.text()).toBe("x");
  });

  test("asks about buckets", async () => {
    expect((await client.getBucketInfo("bucket")).bucket).toMatchObject({
      Name: "bucket",
      Location: "oss-cn-hongkong",
    });
    expect((await client.getBucketLocation("bucket")).location).toBe("oss-cn-hongkong");
    expect((await client.getBucketVersioning("bucket")).versionStatus).toBeUndefined();
    await client.putBucketVersioning("bucket", "Enabled");
    expect((await client.getBucketVersioning("bucket")).versionStatus).toBe("Enabled");
    await client.putBucket("another");
    await client.deleteBucket("another");
  });
});
