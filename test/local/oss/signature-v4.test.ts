import { createHmac, hash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ServiceClock } from "../../../local/clock.ts";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { AccessKeys } from "../../../local/credentials.ts";
import type { Exchange } from "../../../local/http/exchange.ts";
import { Query } from "../../../local/http/target.ts";
import { verifyOssSignature } from "../../../local/oss/signature-v4.ts";
import { elementOf, exchange, send } from "../raw-client.ts";

/** Requests with signatures that Alibaba Cloud publishes in the tests of its Go SDK (`oss/signer`). */
const QUERY = "%2Bparam1=value3&%2Bparam2=&param1=value1&param2=&%7Cparam1=value4&%7Cparam2=";
const VECTORS = [
  {
    name: "a signed header",
    signedAt: "2023-12-16T16:20:57Z",
    headers: {
      "x-oss-date": "20231216T162057Z",
      authorization:
        "OSS4-HMAC-SHA256 Credential=ak/20231216/cn-hangzhou/oss/aliyun_v4_request,Signature=e21d18daa82167720f9b1047ae7e7f1ce7cb77a31e8203a7d5f4624fa0284afe",
    },
  },
  {
    name: "a signed header with a security token",
    signedAt: "2023-12-17T03:47:36Z",
    sessionToken: "token",
    headers: {
      "x-oss-date": "20231217T034736Z",
      "x-oss-security-token": "token",
      authorization:
        "OSS4-HMAC-SHA256 Credential=ak/20231217/cn-hangzhou/oss/aliyun_v4_request,Signature=b94a3f999cf85bcdc00d332fbd3734ba03e48382c36fa4d5af5df817395bd9ea",
    },
  },
  {
    name: "a signed header with additional headers",
    signedAt: "2023-12-16T17:25:12Z",
    headers: {
      "x-oss-date": "20231216T172512Z",
      authorization:
        "OSS4-HMAC-SHA256 Credential=ak/20231216/cn-hangzhou/oss/aliyun_v4_request,AdditionalHeaders=abc;zabc,Signature=4a4183c187c07c8947db7620deb0a6b38d9fbdd34187b6dbaccb316fa251212f",
    },
  },
  {
    name: "a signed URL",
    signedAt: "2023-12-17T02:54:37Z",
    headers: { "content-type": "application/octet-stream" },
    query:
      "&x-oss-credential=ak%2F20231217%2Fcn-hangzhou%2Foss%2Faliyun_v4_request&x-oss-date=20231217T025437Z&x-oss-expires=599" +
      "&x-oss-signature=a39966c61718be0d5b14e668088b3fa07601033f6518ac7b523100014269c0fe&x-oss-signature-version=OSS4-HMAC-SHA256",
  },
  {
    name: "a signed URL with a security token",
    signedAt: "2023-12-17T03:56:28Z",
    sessionToken: "token",
    headers: { "content-type": "application/octet-stream" },
    query:
      "&x-oss-credential=ak%2F20231217%2Fcn-hangzhou%2Foss%2Faliyun_v4_request&x-oss-date=20231217T035628Z&x-oss-expires=599&x-oss-security-token=token" +
      "&x-oss-signature=3817ac9d206cd6dfc90f1c09c00be45005602e55898f26f5ddb06d7892e1f8b5&x-oss-signature-version=OSS4-HMAC-SHA256",
  },
  {
    name: "a signed URL with additional headers",
    signedAt: "2023-12-17T03:30:09Z",
    headers: { "content-type": "application/octet-stream" },
    query:
      "&x-oss-additional-headers=abc%3Bzabc&x-oss-credential=ak%2F20231217%2Fcn-hangzhou%2Foss%2Faliyun_v4_request&x-oss-date=20231217T033009Z&x-oss-expires=599" +
      "&x-oss-signature=6bd984bfe531afb6db1f7550983a741b103a8c58e5e14f83ea474c2322dfa2b7&x-oss-signature-version=OSS4-HMAC-SHA256",
  },
] as const;

describe("known answers of signature version 4", () => {
  for (const vector of VECTORS) {
    test(`${vector.name} is right, and wrong when anything that is signed changes`, () => {
      const { keys, request } = published(vector);
      expect(verifyOssSignature(request, keys, "cn-hangzhou").accessKeyId).toBe("ak");
      for (const changed of [
        { ...request, key: "1234+-/123/2.txt" },
        { ...request, bucket: "other" },
        { ...request, method: "GET" },
        { ...request, query: new Query(`${QUERY}&more=1${"query" in vector ? vector.query : ""}`) },
        withHeader(request, "x-oss-head1", "other"),
        withHeader(request, "content-type", "text/html"),
      ]) {
        expect(() => verifyOssSignature(changed, keys, "cn-hangzhou")).toThrow(/does not match/);
      }
    });
  }

  test("a header that is neither signed nor named may change", () => {
    const { keys, request } = published(VECTORS[0]);
    expect(verifyOssSignature(withHeader(request, "xyz", "other"), keys, "cn-hangzhou").accessKeyId).toBe(
      "ak",
    );
  });
});

describe("the rules around the signature", () => {
  let cloud: LocalCloud;

  beforeAll(async () => {
    cloud = await startLocalCloud();
    cloud.oss.createBucket("bucket");
    await cloud.oss.putObject("bucket", "key", "content");
  });
  afterAll(() => cloud.close());

  const get = (more: Partial<Parameters<typeof send>[1]> = {}) =>
    send(cloud.oss, { bucket: "bucket", key: "key", ...more });

  test("a good signature is let in", async () => {
    expect(await get()).toMatchObject({ status: 200, text: "content" });
  });

  test("no signature: 403 AccessDenied", async () => {
    const answer = await exchange(cloud.oss, { method: "GET", target: "/bucket/key", headers: {} });
    expect([answer.status, elementOf(answer, "Code")]).toEqual([403, "AccessDenied"]);
  });

  test("a signature of version 1: 400", async () => {
    const headers = { authorization: "OSS ak:kSHKmLxlyEAKtZPkJhG9bZb5k7M=" };
    const answer = await exchange(cloud.oss, { method: "GET", target: "/bucket/key", headers });
    expect([answer.status, elementOf(answer, "Code")]).toEqual([400, "InvalidArgument"]);
  });

  test("an unknown access key: 403 InvalidAccessKeyId", async () => {
    const answer = await get({ accessKey: { accessKeyId: "nobody", accessKeySecret: "x" } });
    expect([answer.status, elementOf(answer, "Code")]).toEqual([403, "InvalidAccessKeyId"]);
  });

  test("a wrong secret: 403 SignatureDoesNotMatch, with what the service signed", async () => {
    const answer = await get({ accessKey: { ...cloud.oss.accessKey, accessKeySecret: "wrong" } });
    expect([answer.status, elementOf(answer, "Code")]).toEqual([403, "SignatureDoesNotMatch"]);
    expect(elementOf(answer, "StringToSign")).toContain("OSS4-HMAC-SHA256");
  });

  test("a payload hash other than UNSIGNED-PAYLOAD: 400", async () => {
    const answer = await get({ unsignedHeaders: { "x-oss-content-sha256": "abc" } });
    expect([answer.status, elementOf(answer, "Code")]).toEqual([400, "InvalidArgument"]);
  });

  test("an empty AdditionalHeaders: 400 with its EC", async () => {
    const signed = `OSS4-HMAC-SHA256 Credential=${cloud.oss.accessKey.accessKeyId}/20231216/cn-hongkong/oss/aliyun_v4_request,AdditionalHeaders=,Signature=00`;
    const answer = await get({ unsignedHeaders: { authorization: signed } });
    expect([answer.status, elementOf(answer, "EC")]).toEqual([400, "0002-00000209"]);
  });

  test("another region: 400", async () => {
    const answer = await get({ region: "cn-hangzhou" });
    expect([answer.status, elementOf(answer, "Code")]).toEqual([400, "InvalidArgument"]);
  });

  test("a clock up to 15 minutes off will do, a minute more will not", async () => {
    const statusAt = async (minutes: number): Promise<(number | string | undefined)[]> => {
      const answer = await get({ signedAtMs: cloud.oss.clock.nowMs() + minutes * 60_000 });
      return [answer.status, elementOf(answer, "Code")];
    };
    expect(await statusAt(14)).toEqual([200, undefined]);
    expect(await statusAt(-14)).toEqual([200, undefined]);
    expect(await statusAt(16)).toEqual([403, "RequestTimeTooSkewed"]);
    expect(await statusAt(-16)).toEqual([403, "RequestTimeTooSkewed"]);
  });

  test("it is the service's own clock that counts", async () => {
    cloud.oss.clock.offsetMs = 3600_000;
    const behind = await get({ signedAtMs: Date.now() });
    const inStep = await get({ signedAtMs: Date.now() + 3600_000 });
    cloud.oss.clock.offsetMs = 0;
    expect([behind.status, inStep.status]).toEqual([403, 200]);
    expect(Date.parse(behind.headers["date"] ?? "")).toBeGreaterThan(Date.now() + 3_590_000);
  });

  test("temporary credentials need their token, and no other", async () => {
    const key = cloud.oss.keys.createTemporary(Date.now() + 60_000);
    const { sessionToken: _, ...withoutToken } = key;
    const statuses = [];
    for (const accessKey of [
      key,
      withoutToken,
      { ...key, sessionToken: "other" },
      { ...cloud.oss.accessKey, sessionToken: "needless" },
    ]) {
      const answer = await get({ accessKey });
      statuses.push([answer.status, elementOf(answer, "Code")]);
    }
    const refused = [403, "InvalidSecurityToken"];
    expect(statuses).toEqual([[200, undefined], refused, refused, refused]);
  });

  test("temporary credentials end: 403 SecurityTokenExpired", async () => {
    const key = cloud.oss.keys.createTemporary(Date.now() + 60_000);
    cloud.oss.keys.expire(key.accessKeyId);
    const answer = await get({ accessKey: key });
    expect([answer.status, elementOf(answer, "Code")]).toEqual([403, "SecurityTokenExpired"]);
  });

  test("a signed URL is good until it expires", async () => {
    const signedUrl = (ageSeconds: number): string => presign(cloud, "/bucket/key", ageSeconds, 60);
    const good = await exchange(cloud.oss, { method: "GET", target: signedUrl(30), headers: {} });
    const expired = await exchange(cloud.oss, { method: "GET", target: signedUrl(90), headers: {} });
    expect([good.status, good.text, expired.status]).toEqual([200, "content", 403]);
  });
});

function published(vector: (typeof VECTORS)[number]): { keys: AccessKeys; request: Exchange } {
  const keys = new AccessKeys({ permanent: "", temporary: "" });
  const token = "sessionToken" in vector ? { sessionToken: vector.sessionToken } : {};
  keys.register({ accessKeyId: "ak", accessKeySecret: "sk", ...token });
  const clock = new ServiceClock();
  clock.offsetMs = Date.parse(vector.signedAt) - Date.now();
  const common = { abc: "value", zabc: "value", xyz: "value", "x-oss-head1": "value" };
  const headers = {
    ...common,
    "content-type": "text/plain",
    ...(!("query" in vector) && { "x-oss-content-sha256": "UNSIGNED-PAYLOAD" }),
    ...vector.headers,
  };
  return {
    keys,
    request: {
      bucket: "bucket",
      key: "1234+-/123/1.txt",
      method: "PUT",
      query: new Query(QUERY + ("query" in vector ? vector.query : "")),
      request: { headers } as unknown as IncomingMessage,
      clock,
    } as Exchange,
  };
}

function withHeader(request: Exchange, name: string, value: string): Exchange {
  const headers = { ...request.request.headers, [name]: value };
  return { ...request, request: { headers } as unknown as IncomingMessage };
}

function presign(cloud: LocalCloud, path: string, ageSeconds: number, expiresSeconds: number): string {
  const { accessKeyId, accessKeySecret } = cloud.oss.accessKey;
  const timestamp = new Date(Date.now() - ageSeconds * 1000).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
  const scope = [timestamp.slice(0, 8), "cn-hongkong", "oss", "aliyun_v4_request"];
  const query = [
    `x-oss-credential=${encodeURIComponent([accessKeyId, ...scope].join("/"))}`,
    `x-oss-date=${timestamp}`,
    `x-oss-expires=${expiresSeconds}`,
    "x-oss-signature-version=OSS4-HMAC-SHA256",
  ].join("&");
  const hmac = (key: string | Buffer, text: string): Buffer =>
    createHmac("sha256", key).update(text).digest();
  const canonical = ["GET", path, query, "", "", "UNSIGNED-PAYLOAD"].join("\n");
  const digest = hash("sha256", canonical, "hex");
  const toSign = ["OSS4-HMAC-SHA256", timestamp, scope.join("/"), digest].join("\n");
  const key = scope.reduce<string | Buffer>(hmac, `aliyun_v4${accessKeySecret}`);
  return `${path}?${query}&x-oss-signature=${hmac(key, toSign).toString("hex")}`;
}
