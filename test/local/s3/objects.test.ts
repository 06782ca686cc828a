import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { elementOf, elementsOf, type RawRequest, send } from "../raw-client.ts";

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud();
});
afterAll(() => cloud.close());
beforeEach(() => {
  cloud.s3.createBucket("bucket");
});

const call = (method: string, key: string | Buffer, more: RawRequest = {}) =>
  send(cloud.s3, { method, bucket: "bucket", key, ...more });

describe("reading", () => {
  test("ranges, with 206 and 416", async () => {
    await cloud.s3.putObject("bucket", "digits", "123456789");
    const part = await call("GET", "digits", { headers: { range: "bytes=2-4" } });
    expect([part.status, part.text, part.headers["content-range"]]).toEqual([206, "345", "bytes 2-4/9"]);
    expect((await call("GET", "digits", { headers: { range: "bytes=7-100" } })).text).toBe("89");
    const beyond = await call("GET", "digits", { headers: { range: "bytes=9-" } });
    expect([beyond.status, elementOf(beyond, "Code")]).toEqual([416, "InvalidRange"]);
  });

  test("If-Match holds a reader to one version: 412 once it is replaced", async () => {
    await cloud.s3.putObject("bucket", "key", "first");
    const etag = (await call("HEAD", "key")).headers["etag"] ?? "";
    expect((await call("GET", "key", { headers: { "if-match": etag } })).text).toBe("first");
    await cloud.s3.putObject("bucket", "key", "second");
    const answer = await call("GET", "key", { headers: { "if-match": etag } });
    expect([answer.status, elementOf(answer, "Code")]).toEqual([412, "PreconditionFailed"]);
  });

  test("the checksum is told when asked for, of whole objects only", async () => {
    await cloud.s3.putObject("bucket", "key", "123456789");
    const mode = { "x-amz-checksum-mode": "ENABLED" };
    const whole = await call("GET", "key", { headers: mode });
    expect(whole.headers).toMatchObject({
      "x-amz-checksum-crc32": "y/Q5Jg==",
      "x-amz-checksum-type": "FULL_OBJECT",
    });
    const part = await call("GET", "key", { headers: { ...mode, range: "bytes=0-1" } });
    expect(part.headers["x-amz-checksum-crc32"]).toBeUndefined();
    expect((await call("GET", "key")).headers["x-amz-checksum-crc32"]).toBeUndefined();
  });

  test("tags are counted on GET and told by ?tagging", async () => {
    await cloud.s3.putObject("bucket", "tagged", "x", { tags: { a: "1", b: "2" } });
    expect((await call("GET", "tagged")).headers["x-amz-tagging-count"]).toBe("2");
    expect(elementsOf(await call("GET", "tagged", { query: { tagging: "" } }), "Key")).toEqual(["a", "b"]);
  });

  test("metadata that no header can carry is only counted", async () => {
    await cloud.s3.putObject("bucket", "meta", "x", { userMetadata: { a: "1" }, missingMetadata: 2 });
    const { headers } = await call("GET", "meta");
    expect([headers["x-amz-meta-a"], headers["x-amz-missing-meta"]]).toEqual(["1", "2"]);
  });

  test("where the requester pays, who does not say so is refused", async () => {
    cloud.s3.createBucket("bucket", { requesterPays: true });
    await cloud.s3.putObject("bucket", "key", "x");
    const payer = { headers: { "x-amz-request-payer": "requester" } };
    for (const key of ["key", ""]) {
      const refused = await call("GET", key);
      expect([refused.status, elementOf(refused, "Code")]).toEqual([403, "AccessDenied"]);
      expect((await call("GET", key, payer)).status).toBe(200);
    }
    expect((await call("GET", "key", payer)).headers["x-amz-request-charged"]).toBe("requester");
  });
});

describe("writing", () => {
  test("the ETag is the MD5 in lower case; without a checksum of the writer's S3 makes a CRC-64/NVME", async () => {
    const { headers } = await call("PUT", "key", { body: "123456789" });
    expect(headers).toMatchObject({
      etag: '"25f9e794323b453885f5181f1b624d0b"',
      "x-amz-checksum-crc64nvme": "rosUhgp5mIg=",
    });
  });

  test.each([
    ["crc32", "y/Q5Jg=="],
    ["crc32c", "4waSgw=="],
    ["crc64nvme", "rosUhgp5mIg="],
    ["sha1", "98O8HYCOBHMq32eZZczDTKeuNEE="],
    ["sha256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="],
  ])("a right %s is kept, a wrong one is 400 BadDigest", async (name, value) => {
    const put = (body: string) =>
      call("PUT", "key", { body, headers: { [`x-amz-checksum-${name}`]: value } });
    expect((await put("123456789")).status).toBe(200);
    const head = await call("HEAD", "key", { headers: { "x-amz-checksum-mode": "ENABLED" } });
    expect(head.headers[`x-amz-checksum-${name}`]).toBe(value);
    const wrong = await put("123456780");
    expect([wrong.status, elementOf(wrong, "Code")]).toEqual([400, "BadDigest"]);
  });

  test("an unsigned chunked body is decoded, its trailing checksum checked, its encoding not kept", async () => {
    const put = (checksum: string) =>
      call("PUT", "chunked", {
        headers: {
          "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
          "content-encoding": "gzip,aws-chunked",
          "x-amz-trailer": "x-amz-checksum-crc32",
          "x-amz-decoded-content-length": "9",
        },
        body: `4\r\n1234\r\n5\r\n56789\r\n0\r\nx-amz-checksum-crc32:${checksum}\r\n\r\n`,
      });
    expect((await put("y/Q5Jg==")).status).toBe(200);
    const answer = await call("GET", "chunked");
    expect([answer.text, answer.headers["content-encoding"]]).toEqual(["123456789", "gzip"]);
    expect((await put("AAAAAA==")).status).toBe(400);
  });

  test("a chunked body that ends in the middle: 400 IncompleteBody, nothing stored", async () => {
    const answer = await call("PUT", "cut", {
      headers: {
        "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        "x-amz-decoded-content-length": "9",
      },
      body: "9\r\n1234",
    });
    expect([answer.status, elementOf(answer, "Code")]).toEqual([400, "IncompleteBody"]);
    expect(cloud.s3.readObject("bucket", "cut")).toBeUndefined();
  });

  test("conditional writes work here, unlike in OSS", async () => {
    const create = () => call("PUT", "key", { body: "x", headers: { "if-none-match": "*" } });
    expect((await create()).status).toBe(200);
    expect((await create()).status).toBe(412);
    expect((await call("PUT", "key", { body: "y", headers: { "if-match": '"other"' } })).status).toBe(412);
  });

  test("keys: up to 1,024 bytes, a leading slash, bytes that are not UTF-8", async () => {
    const odd = ["/lead", "a//../b", "x".repeat(1024), "%2F", "a+b c", "\u0001"];
    for (const key of [...odd, Buffer.from([0x61, 0xff])]) {
      expect((await call("PUT", key, { body: "x" })).status).toBe(200);
      expect((await call("GET", key)).text).toBe("x");
    }
    const tooLong = await call("PUT", "x".repeat(1025), { body: "x" });
    expect([tooLong.status, elementOf(tooLong, "Code")]).toEqual([400, "KeyTooLongError"]);
    const keys: string[] = [];
    for await (const { key } of cloud.s3.inventory("bucket")) keys.push(key);
    expect(keys).toContain("a\udcff");
  });

  test("more than 2 KB of metadata: 400 MetadataTooLarge", async () => {
    const answer = await call("PUT", "key", { body: "x", headers: { "x-amz-meta-a": "v".repeat(2048) } });
    expect(elementOf(answer, "Code")).toBe("MetadataTooLarge");
  });
});

describe("listing", () => {
  const list = (query: Record<string, string> = {}) =>
    send(cloud.s3, { bucket: "bucket", query: { "list-type": "2", ...query } });

  test("1,000 keys a page, whatever more is asked for", async () => {
    for (let index = 0; index < 1001; index++)
      await cloud.s3.putObject("bucket", String(index).padStart(4, "0"), "");
    const page = await list({ "max-keys": "5000" });
    expect([
      elementsOf(page, "Key").length,
      elementOf(page, "IsTruncated"),
      elementOf(page, "MaxKeys"),
    ]).toEqual([1000, "true", "1000"]);
    const token = elementOf(page, "NextContinuationToken") ?? "";
    expect(elementsOf(await list({ "continuation-token": token }), "Key")).toEqual(["1000"]);
    expect(elementsOf(await list({ "start-after": "0998" }), "Key")).toEqual(["0999", "1000"]);
  });

  test("encoding-type=url leaves slashes alone and writes a space as +", async () => {
    await cloud.s3.putObject("bucket", "a b+c/\u0001é", "x");
    expect(elementOf(await list({ "encoding-type": "url" }), "Key")).toBe("a+b%2Bc/%01%C3%A9");
  });

  test("ETags are escaped, and checksums named", async () => {
    await cloud.s3.putObject("bucket", "key", "x");
    expect((await list()).text).toMatch(
      /<ETag>&quot;[0-9a-f]{32}&quot;<\/ETag><ChecksumAlgorithm>CRC32<\/ChecksumAlgorithm>/,
    );
  });

  test("the older listing pages by marker, with NextMarker only beside a delimiter", async () => {
    for (const key of ["a", "b", "c"]) await cloud.s3.putObject("bucket", key, "");
    const old = (query: Record<string, string>) => send(cloud.s3, { bucket: "bucket", query });
    const page = await old({ "max-keys": "2" });
    expect([elementsOf(page, "Key"), elementOf(page, "NextMarker")]).toEqual([["a", "b"], undefined]);
    expect(elementOf(await old({ "max-keys": "2", delimiter: "/" }), "NextMarker")).toBe("b");
    expect(elementsOf(await old({ marker: "b" }), "Key")).toEqual(["c"]);
  });
});

describe("regions", () => {
  beforeEach(async () => {
    cloud.s3.createBucket("far", { region: "eu-west-1" });
    await cloud.s3.putObject("far", "key", "x");
  });

  test("signed for another region than the bucket's: 400 with the right one", async () => {
    await cloud.s3.putObject("bucket", "key", "x");
    const answer = await call("GET", "key", { region: "us-west-2" });
    expect([answer.status, elementOf(answer, "Code"), elementOf(answer, "Region")]).toEqual([
      400,
      "AuthorizationHeaderMalformed",
      "ap-northeast-1",
    ]);
  });

  test("signed for this endpoint's region, the bucket elsewhere: 301 with its region", async () => {
    const answer = await send(cloud.s3, { bucket: "far", key: "key" });
    expect([answer.status, elementOf(answer, "Code"), answer.headers["x-amz-bucket-region"]]).toEqual([
      301,
      "PermanentRedirect",
      "eu-west-1",
    ]);
    const head = await send(cloud.s3, { method: "HEAD", bucket: "far" });
    expect([head.status, head.headers["x-amz-bucket-region"]]).toEqual([301, "eu-west-1"]);
  });

  test("signed for the bucket's region: served", async () => {
    expect((await send(cloud.s3, { bucket: "far", key: "key", region: "eu-west-1" })).text).toBe("x");
    const head = await send(cloud.s3, { method: "HEAD", bucket: "far", region: "eu-west-1" });
    expect([head.status, head.headers["x-amz-bucket-region"]]).toEqual([200, "eu-west-1"]);
  });

  test("where a bucket is can be asked from anywhere; us-east-1 has no name", async () => {
    const where = async (bucket: string): Promise<string | undefined> =>
      /<LocationConstraint[^>]*>([^<]*)</.exec(
        (await send(cloud.s3, { bucket, query: { location: "" } })).text,
      )?.[1];
    expect(await where("far")).toBe("eu-west-1");
    cloud.s3.createBucket("far", { region: "us-east-1" });
    const answer = await send(cloud.s3, { bucket: "far", query: { location: "" } });
    expect(answer.text).toMatch(/<LocationConstraint xmlns="[^"]*"><\/LocationConstraint>/);
  });
});
