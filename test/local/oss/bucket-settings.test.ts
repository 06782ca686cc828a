import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { elementOf, elementsOf, type RawAnswer, type RawRequest, send } from "../raw-client.ts";

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud();
});
afterAll(() => cloud.close());
beforeEach(() => {
  cloud.oss.createBucket("bucket");
  cloud.oss.clock.offsetMs = 0;
});

const call = (method: string, query: Readonly<Record<string, string>>, more: RawRequest = {}) =>
  send(cloud.oss, { method, bucket: "bucket", query, ...more });

const outcome = (answer: RawAnswer): readonly unknown[] => [answer.status, elementOf(answer, "Code")];

describe("lifecycle rules", () => {
  const RULES =
    '<?xml version="1.0" encoding="UTF-8"?>\n<LifecycleConfiguration>' +
    "<Rule><ID>stale</ID><Prefix>tmp/</Prefix><Status>Enabled</Status>" +
    "<Tag><Key>a</Key><Value>b</Value></Tag><Expiration><Days>30</Days></Expiration>" +
    "<AbortMultipartUpload><Days>7</Days></AbortMultipartUpload></Rule>" +
    "<Rule><ID>cool</ID><Prefix></Prefix><Status>Disabled</Status>" +
    "<Transition><Days>90</Days><StorageClass>IA</StorageClass></Transition></Rule></LifecycleConfiguration>";

  test("are told as they were put; without any it is 404 NoSuchLifecycle", async () => {
    expect(outcome(await call("GET", { lifecycle: "" }))).toEqual([404, "NoSuchLifecycle"]);
    const empty = "<LifecycleConfiguration></LifecycleConfiguration>";
    expect((await call("PUT", { lifecycle: "" }, { body: empty })).status).toBe(400);
    expect((await call("PUT", { lifecycle: "" }, { body: RULES })).status).toBe(200);
    expect((await call("GET", { lifecycle: "" })).text).toBe(RULES);
    expect((await call("DELETE", { lifecycle: "" })).status).toBe(204);
    expect((await call("GET", { lifecycle: "" })).status).toBe(404);
  });

  test("of a bucket that Terraform has made are told too", async () => {
    await cloud.account.create("alicloud_oss_bucket", {
      bucket: "managed",
      lifecycle_rule: [{ id: "uploads", enabled: true, prefix: "", abort_multipart_upload: [{ days: 7 }] }],
    });
    const told = await send(cloud.oss, { bucket: "managed", query: { lifecycle: "" } });
    expect([elementOf(told, "ID"), elementOf(told, "Status"), elementOf(told, "Days")]).toEqual([
      "uploads",
      "Enabled",
      "7",
    ]);
  });
});

describe("what a bucket tells of itself", () => {
  test("that it is private, and so is what is in it", async () => {
    await cloud.oss.putObject("bucket", "key", "x");
    expect(elementOf(await call("GET", { acl: "" }), "Grant")).toBe("private");
    expect(elementOf(await call("GET", { acl: "" }, { key: "key" }), "Grant")).toBe("default");
    expect((await call("GET", { acl: "" }, { key: "missing" })).status).toBe(404);
    expect((await call("PUT", { acl: "" })).status).toBe(501);
  });

  test("where it is, and its versioning once it has any", async () => {
    const told = await call("GET", { bucketInfo: "" });
    expect([elementOf(told, "Location"), elementOf(told, "Versioning")]).toEqual([
      "oss-cn-hongkong",
      undefined,
    ]);
    cloud.oss.createBucket("bucket", { versioning: "Suspended" });
    expect(elementOf(await call("GET", { bucketInfo: "" }), "Versioning")).toBe("Suspended");
  });

  test("the uploads under way, when each began, page by page below a prefix", async () => {
    const begin = (key: string): Promise<RawAnswer> => call("POST", { uploads: "" }, { key });
    await begin("a/1");
    cloud.oss.clock.offsetMs = 3_600_000;
    await begin("a/2");
    await begin("b");

    const first = await call("GET", { uploads: "", prefix: "a/", "max-uploads": "1" });
    expect([elementsOf(first, "Key"), elementOf(first, "IsTruncated")]).toEqual([["a/1"], "true"]);
    const second = await call("GET", {
      uploads: "",
      prefix: "a/",
      "key-marker": elementOf(first, "NextKeyMarker") ?? "",
      "upload-id-marker": elementOf(first, "NextUploadIdMarker") ?? "",
    });
    expect([elementsOf(second, "Key"), elementOf(second, "IsTruncated")]).toEqual([["a/2"], "false"]);
    const [one = 0, two = 0] = [first, second].map((page) => Date.parse(elementOf(page, "Initiated") ?? ""));
    expect(two - one).toBeGreaterThanOrEqual(3_600_000);
  });
});

describe("deleting", () => {
  test("what is not there is 204, as if it had been", async () => {
    expect((await call("DELETE", {}, { key: "missing" })).status).toBe(204);
  });
});
