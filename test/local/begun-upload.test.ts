import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../local/cloud.ts";
import { elementOf, elementsOf, send } from "./raw-client.ts";

const HOUR_MS = 3_600_000;

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud();
});
afterAll(() => cloud.close());
beforeEach(() => {
  for (const service of ["oss", "s3"] as const) {
    cloud[service].createBucket("bucket");
    cloud[service].clock.offsetMs = 0;
  }
});

describe.each(["oss", "s3"] as const)("an upload in parts that an application has begun at %s", (name) => {
  const uploadIds = async (): Promise<readonly string[]> =>
    elementsOf(await send(cloud[name], { bucket: "bucket", query: { uploads: "" } }), "UploadId");

  test("is listed until it is completed, and then is an object", async () => {
    const service = cloud[name];
    const upload = service.beginUpload("bucket", "key", { userMetadata: { a: "1" } });
    expect(await uploadIds()).toEqual([upload.uploadId]);
    expect(service.readObject("bucket", "key")).toBeUndefined();

    await upload.complete("content");
    expect(await uploadIds()).toEqual([]);
    const head = await send(service, { method: "HEAD", bucket: "bucket", key: "key" });
    expect(head.headers).toMatchObject({ "content-length": "7" });
    expect(head.headers["etag"]).toMatch(/-1"$/);
  });

  test("is listed until it is aborted, and leaves nothing", async () => {
    const upload = cloud[name].beginUpload("bucket", "key");
    upload.abort();
    expect(await uploadIds()).toEqual([]);
    expect(cloud[name].readObject("bucket", "key")).toBeUndefined();
  });
});

test("completed after T1, it is older than T1 at S3, and not at OSS", async () => {
  const dated = async (name: "oss" | "s3"): Promise<boolean> => {
    const service = cloud[name];
    const upload = service.beginUpload("bucket", "key");
    service.clock.offsetMs += HOUR_MS;
    const t1Ms = service.clock.nowMs();
    service.clock.offsetMs += HOUR_MS;
    await upload.complete("late");
    const head = await send(service, { method: "HEAD", bucket: "bucket", key: "key" });
    return Date.parse(head.headers["last-modified"] ?? "") < t1Ms;
  };
  expect([await dated("s3"), await dated("oss")]).toEqual([true, false]);
});

test("what an application deletes past the API is gone from the API", async () => {
  await cloud.s3.putObject("bucket", "key", "x");
  expect([cloud.s3.deleteObject("bucket", "key"), cloud.s3.deleteObject("bucket", "key")]).toEqual([
    true,
    false,
  ]);
  const answer = await send(cloud.s3, { bucket: "bucket", key: "key" });
  expect([answer.status, elementOf(answer, "Code")]).toEqual([404, "NoSuchKey"]);
});
