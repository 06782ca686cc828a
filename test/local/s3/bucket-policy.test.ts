import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import type { AccessKey } from "../../../local/credentials.ts";
import { elementOf, elementsOf, exchange, type RawAnswer, type RawRequest, send } from "../raw-client.ts";

const ALL = "arn:aws:s3:::bucket/*";
const FENCE = { Effect: "Deny", Principal: "*", Action: ["s3:PutObject", "s3:DeleteObject"], Resource: ALL };

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud();
});
afterAll(() => cloud.close());
beforeEach(async () => {
  cloud.s3.createBucket("bucket");
  cloud.s3.clock.offsetMs = 0;
  await cloud.s3.putObject("bucket", "key", "old");
});

const call = (method: string, key: string | undefined, more: RawRequest = {}): Promise<RawAnswer> =>
  send(cloud.s3, { method, bucket: "bucket", ...(key !== undefined && { key }), ...more });

const policy = (method: string, body?: string): Promise<RawAnswer> =>
  call(method, undefined, { query: { policy: "" }, ...(body !== undefined && { body }) });

const setPolicy = (...statements: readonly unknown[]): Promise<RawAnswer> =>
  policy("PUT", JSON.stringify({ Version: "2012-10-17", Statement: statements }));

const outcome = (answer: RawAnswer): readonly unknown[] => [answer.status, elementOf(answer, "Code")];

const arnOf = ({ accessKeyId }: AccessKey): string => `arn:aws:iam::000000000000:user/${accessKeyId}`;

const anonymously = (key: string): Promise<RawAnswer> =>
  exchange(cloud.s3, {
    method: "GET",
    target: `/bucket/${key}`,
    headers: { host: `127.0.0.1:${cloud.s3.port}` },
  });

describe("a bucket policy", () => {
  test("is put, read back as it was put, and deleted; without one it is 404 NoSuchBucketPolicy", async () => {
    expect(outcome(await policy("GET"))).toEqual([404, "NoSuchBucketPolicy"]);
    const text = JSON.stringify({ Statement: FENCE, Id: "später" });
    expect((await policy("PUT", text)).status).toBe(204);
    expect((await policy("GET")).text).toBe(text);
    expect((await policy("DELETE")).status).toBe(204);
    expect((await policy("GET")).status).toBe(404);
  });

  test("that is not JSON, says nothing, or is about another bucket: 400 MalformedPolicy", async () => {
    for (const text of ["", "[", JSON.stringify({ Statement: [] })]) {
      expect(outcome(await policy("PUT", text))).toEqual([400, "MalformedPolicy"]);
    }
    for (const wrong of [{ Resource: "arn:aws:s3:::other/*" }, { Action: "ec2:*" }, { Effect: "Maybe" }]) {
      expect(outcome(await setPolicy({ ...FENCE, ...wrong }))).toEqual([400, "MalformedPolicy"]);
    }
  });

  test("that asks for what the local S3 cannot enforce: 501", async () => {
    for (const beyond of [
      { NotPrincipal: { AWS: "*" } },
      { Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } },
      { Condition: { StringEquals: { "aws:username": "x" } } },
    ]) {
      expect((await setPolicy({ ...FENCE, ...beyond })).status).toBe(501);
    }
  });
});

describe("a fence against writing", () => {
  test("denies writing and deleting, and nothing else", async () => {
    const begun = await call("POST", "begun", { query: { uploads: "" } });
    const uploadId = elementOf(begun, "UploadId") ?? "";
    expect((await setPolicy(FENCE)).status).toBe(204);

    const writes: readonly RawRequest[] = [
      { method: "PUT", key: "key", body: "new" },
      { method: "PUT", key: "copy", headers: { "x-amz-copy-source": "/bucket/key" } },
      { method: "POST", key: "key", query: { uploads: "" } },
      { method: "PUT", key: "begun", query: { uploadId, partNumber: "1" }, body: "x" },
      { method: "POST", key: "begun", query: { uploadId }, body: "<CompleteMultipartUpload/>" },
      { method: "DELETE", key: "key" },
    ];
    for (const write of writes) {
      expect(outcome(await send(cloud.s3, { bucket: "bucket", ...write }))).toEqual([403, "AccessDenied"]);
    }
    expect((await call("GET", "key")).text).toBe("old");
    expect((await call("GET", undefined, { query: { "list-type": "2" } })).status).toBe(200);
    expect((await call("DELETE", "begun", { query: { uploadId } })).status).toBe(204);

    await policy("DELETE");
    expect((await call("PUT", "key", { body: "new" })).status).toBe(200);
  });

  test("denies the keys of a batch one by one", async () => {
    await cloud.s3.putObject("bucket", "free", "x");
    await setPolicy({ ...FENCE, Resource: "arn:aws:s3:::bucket/k?y" });
    const body =
      "<Delete><Object><Key>key</Key></Object><Object><Key>free</Key></Object><Quiet>true</Quiet></Delete>";
    const answer = await call("POST", undefined, { query: { delete: "" }, body });
    expect([elementsOf(answer, "Key"), elementsOf(answer, "Code")]).toEqual([["key"], ["AccessDenied"]]);
    expect(cloud.s3.readObject("bucket", "key")?.toString()).toBe("old");
    expect(cloud.s3.readObject("bucket", "free")).toBeUndefined();
  });

  test("leaves out whom its condition leaves out", async () => {
    const replayer = cloud.s3.keys.create();
    const Condition = { ArnNotEquals: { "aws:PrincipalArn": arnOf(replayer) } };
    await setPolicy({ ...FENCE, Condition });
    expect((await call("DELETE", "key")).status).toBe(403);
    expect((await call("DELETE", "key", { accessKey: replayer })).status).toBe(204);
  });

  test("is about those it names", async () => {
    const late = cloud.s3.keys.create();
    await setPolicy({ ...FENCE, Principal: { AWS: [arnOf(late)] } });
    expect((await call("PUT", "key", { body: "x", accessKey: late })).status).toBe(403);
    expect((await call("PUT", "key", { body: "x" })).status).toBe(200);
  });

  test("stands from its hour on, by the service's clock", async () => {
    const at = new Date(cloud.s3.clock.nowMs() + 3_600_000).toISOString();
    await setPolicy({ ...FENCE, Condition: { DateGreaterThan: { "aws:CurrentTime": at } } });
    expect((await call("PUT", "key", { body: "x" })).status).toBe(200);
    cloud.s3.clock.offsetMs = 2 * 3_600_000;
    expect((await call("PUT", "key", { body: "x" })).status).toBe(403);
  });
});

describe("a request without a signature", () => {
  test("is refused, unless the policy lets everybody read", async () => {
    expect(outcome(await anonymously("key"))).toEqual([403, "AccessDenied"]);
    const open = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: ALL };
    await setPolicy(open);
    expect((await anonymously("key")).text).toBe("old");
    await setPolicy(open, { ...open, Effect: "Deny", Resource: "arn:aws:s3:::bucket/key" });
    expect((await anonymously("key")).status).toBe(403);
  });

  test("so a public bucket can be mirrored without a key pair", async () => {
    await setPolicy({ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: ALL });
    cloud.oss.createBucket("destination");
    cloud.oss.switchMirrorOn("destination", { url: `${cloud.s3.endpoint}/bucket/` });
    expect((await send(cloud.oss, { bucket: "destination", key: "key" })).text).toBe("old");
  });
});
