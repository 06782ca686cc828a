import type { IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ServiceClock } from "../../../local/clock.ts";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { AccessKeys } from "../../../local/credentials.ts";
import type { Exchange } from "../../../local/http/exchange.ts";
import { decodePercent } from "../../../local/http/percent.ts";
import { Query } from "../../../local/http/target.ts";
import { decodeChunked } from "../../../local/s3/chunked.ts";
import { verifyS3Signature } from "../../../local/s3/signature-v4.ts";
import { elementOf, exchange, send, sign } from "../raw-client.ts";

/** The examples of "Authenticating Requests (AWS Signature Version 4)" in the S3 API reference. */
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const CREDENTIAL = "Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";
const SIGNED = "host;x-amz-content-sha256;x-amz-date";
const EXAMPLES = {
  "GET Object": {
    target: "/test.txt",
    headers: {
      range: "bytes=0-9",
      "x-amz-content-sha256": EMPTY,
      authorization: `AWS4-HMAC-SHA256 ${CREDENTIAL},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41`,
    },
  },
  "PUT Object": {
    method: "PUT",
    target: "/test%24file.text",
    headers: {
      date: "Fri, 24 May 2013 00:00:00 GMT",
      "x-amz-storage-class": "REDUCED_REDUNDANCY",
      "x-amz-content-sha256": "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
      authorization: `AWS4-HMAC-SHA256 ${CREDENTIAL},SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class,Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd`,
    },
  },
  "GET Bucket Lifecycle": {
    target: "/?lifecycle",
    headers: {
      "x-amz-content-sha256": EMPTY,
      authorization: `AWS4-HMAC-SHA256 ${CREDENTIAL},SignedHeaders=${SIGNED},Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543`,
    },
  },
  "GET Bucket (List Objects)": {
    target: "/?max-keys=2&prefix=J",
    headers: {
      "x-amz-content-sha256": EMPTY,
      authorization: `AWS4-HMAC-SHA256 ${CREDENTIAL},SignedHeaders=${SIGNED},Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7`,
    },
  },
  "a presigned URL": {
    target:
      "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
    headers: {},
  },
} as const;

interface Example {
  readonly method?: string;
  readonly target: string;
  readonly host?: string;
  readonly headers: Readonly<Record<string, string>>;
}

describe("known answers of AWS signature version 4", () => {
  for (const [name, example] of Object.entries<Example>(EXAMPLES)) {
    test(`${name} is right, and wrong when anything that is signed changes`, () => {
      const { keys, request } = published(example);
      expect(verifyS3Signature(request, keys, () => {}).region).toBe("us-east-1");
      for (const changed of [
        { ...request, path: "/other" },
        { ...request, method: "HEAD" },
        { ...request, query: new Query(`${example.target.split("?")[1] ?? ""}&more=1`) },
      ]) {
        expect(() => verifyS3Signature(changed, keys, () => {})).toThrow(/does not match/);
      }
    });
  }

  test("a body in signed chunks is right, and wrong when a byte of it changes", async () => {
    const { keys, request } = published({
      method: "PUT",
      target: "/examplebucket/chunkObject.txt",
      host: "s3.amazonaws.com",
      headers: {
        "x-amz-storage-class": "REDUCED_REDUNDANCY",
        "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
        "content-encoding": "aws-chunked",
        "x-amz-decoded-content-length": "66560",
        "content-length": "66824",
        authorization: `AWS4-HMAC-SHA256 ${CREDENTIAL},SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class,Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9`,
      },
    });
    const signature = verifyS3Signature(request, keys, () => {});
    const frame = (first: string): Buffer =>
      Buffer.from(
        `10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n${first}${"a".repeat(65_535)}\r\n` +
          `400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n${"a".repeat(1024)}\r\n` +
          "0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n",
      );
    const decoded = async (bytes: Buffer): Promise<string> => {
      const pieces = [];
      for await (const piece of decodeChunked(inPieces(bytes, 1000), signature).payload) pieces.push(piece);
      return Buffer.concat(pieces).toString();
    };
    expect(frame("a")).toHaveLength(66_824);
    expect(await decoded(frame("a"))).toBe("a".repeat(66_560));
    await expect(decoded(frame("b"))).rejects.toThrow(/does not match/);
  });
});

describe("the rules around the signature", () => {
  let cloud: LocalCloud;

  beforeAll(async () => {
    cloud = await startLocalCloud();
    cloud.s3.createBucket("bucket");
    await cloud.s3.putObject("bucket", "key", "content");
  });
  afterAll(() => cloud.close());

  const get = async (
    more: Partial<Parameters<typeof send>[1]> = {},
  ): Promise<(number | string | undefined)[]> => {
    const answer = await send(cloud.s3, { bucket: "bucket", key: "key", ...more });
    return [answer.status, elementOf(answer, "Code")];
  };

  test("a good signature is let in; none, an unknown key and a wrong secret are not", async () => {
    expect(await get()).toEqual([200, undefined]);
    expect((await exchange(cloud.s3, { method: "GET", target: "/bucket/key", headers: {} })).status).toBe(
      403,
    );
    expect(await get({ accessKey: { accessKeyId: "nobody", accessKeySecret: "x" } })).toEqual([
      403,
      "InvalidAccessKeyId",
    ]);
    const accessKey = { ...cloud.s3.accessKey, accessKeySecret: "wrong" };
    expect(await get({ accessKey })).toEqual([403, "SignatureDoesNotMatch"]);
  });

  test("every x-amz- header has to be signed", async () => {
    expect(await get({ unsignedHeaders: { "x-amz-meta-added": "on the way" } })).toEqual([
      403,
      "AccessDenied",
    ]);
  });

  test("a clock more than 15 minutes off: 403 RequestTimeTooSkewed", async () => {
    const at = (minutes: number) => get({ signedAtMs: Date.now() + minutes * 60_000 });
    expect([await at(14), await at(-14)]).toEqual([
      [200, undefined],
      [200, undefined],
    ]);
    expect(await at(16)).toEqual([403, "RequestTimeTooSkewed"]);
    expect(await at(-16)).toEqual([403, "RequestTimeTooSkewed"]);
  });

  test("session tokens: needed, exact, and over when they are over", async () => {
    const key = cloud.s3.keys.createTemporary(Date.now() + 60_000);
    expect(await get({ accessKey: key })).toEqual([200, undefined]);
    expect(await get({ accessKey: { ...key, sessionToken: "other" } })).toEqual([400, "InvalidToken"]);
    cloud.s3.keys.expire(key.accessKeyId);
    expect(await get({ accessKey: key })).toEqual([400, "ExpiredToken"]);
  });

  test("a body that is not what was signed: 400 XAmzContentSHA256Mismatch, nothing stored", async () => {
    const put = {
      method: "PUT",
      bucket: "bucket",
      key: "signed",
      headers: { "x-amz-content-sha256": EMPTY },
    };
    expect(await get({ ...put, body: "not empty" })).toEqual([400, "XAmzContentSHA256Mismatch"]);
    expect(cloud.s3.readObject("bucket", "signed")).toBeUndefined();
    expect(await get({ ...put, body: "" })).toEqual([200, undefined]);
  });

  test("the path is signed as it is sent, dots and slashes and all", async () => {
    await cloud.s3.putObject("bucket", "/a//../b", "odd");
    expect((await send(cloud.s3, { bucket: "bucket", key: "/a//../b" })).text).toBe("odd");
    const { headers } = sign(cloud.s3, { bucket: "bucket", key: "/a//../b" });
    const answer = await exchange(cloud.s3, { method: "GET", target: "/bucket/b", headers });
    expect(elementOf(answer, "Code")).toBe("SignatureDoesNotMatch");
  });
});

function published({ method = "GET", target, host = "examplebucket.s3.amazonaws.com", headers }: Example): {
  keys: AccessKeys;
  request: Exchange;
} {
  const keys = new AccessKeys({ permanent: "", temporary: "" });
  keys.register({
    accessKeyId: "AKIAIOSFODNN7EXAMPLE",
    accessKeySecret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  });
  const clock = new ServiceClock();
  clock.offsetMs = Date.parse("2013-05-24T00:00:00Z") - Date.now();
  const [path = "", query = ""] = target.split("?");
  const inHeader = "authorization" in headers ? { "x-amz-date": "20130524T000000Z" } : {};
  const request = {
    method,
    path: decodePercent(path),
    query: new Query(query),
    request: { headers: { host, ...inHeader, ...headers } } as unknown as IncomingMessage,
    clock,
  };
  return { keys, request: request as Exchange };
}

async function* inPieces(bytes: Buffer, sizeBytes: number): AsyncGenerator<Buffer> {
  for (let offset = 0; offset < bytes.length; offset += sizeBytes)
    yield bytes.subarray(offset, offset + sizeBytes);
}
