import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { elementOf, elementsOf, type RawAnswer, type RawRequest, send } from "../raw-client.ts";

const HOUR_MS = 3_600_000;

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud();
});
afterAll(() => cloud.close());
beforeEach(() => {
  cloud.s3.createBucket("bucket");
  cloud.s3.clock.offsetMs = 0;
});

const call = (method: string, key: string | undefined, more: RawRequest = {}): Promise<RawAnswer> =>
  send(cloud.s3, { method, bucket: "bucket", ...(key !== undefined && { key }), ...more });

const begin = async (key: string): Promise<string> =>
  elementOf(await call("POST", key, { query: { uploads: "" } }), "UploadId") ?? "";

const listUploads = (query: Readonly<Record<string, string>> = {}): Promise<RawAnswer> =>
  call("GET", undefined, { query: { uploads: "", ...query } });

describe("an upload in parts", () => {
  test("is dated by when it began, however much later it appears: behind a T1 in between, it looks older", async () => {
    const beganMs = cloud.s3.clock.nowMs();
    const uploadId = await begin("late");
    const part = await call("PUT", "late", { query: { uploadId, partNumber: "1" }, body: "x" });
    cloud.s3.clock.offsetMs = 5 * HOUR_MS;
    const named = `<Part><PartNumber>1</PartNumber><ETag>${part.headers["etag"] ?? ""}</ETag></Part>`;
    const body = `<CompleteMultipartUpload>${named}</CompleteMultipartUpload>`;
    expect((await call("POST", "late", { query: { uploadId }, body })).status).toBe(200);

    const head = await call("HEAD", "late");
    const modifiedMs = Date.parse(head.headers["last-modified"] ?? "");
    expect(Math.abs(modifiedMs - beganMs)).toBeLessThan(HOUR_MS);
    const listed = elementOf(await call("GET", undefined, { query: { "list-type": "2" } }), "LastModified");
    expect(Date.parse(listed ?? "")).toBe(modifiedMs);
  });
});

describe("ListMultipartUploads", () => {
  test("tells when each began, and none that is completed or aborted", async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    await begin("a");
    cloud.s3.clock.offsetMs = 2 * HOUR_MS;
    await begin("b");
    await call("DELETE", "c", { query: { uploadId: await begin("c") } });

    const answer = await listUploads();
    expect(elementsOf(answer, "Key")).toEqual(["a", "b"]);
    const [a = 0, b = 0] = elementsOf(answer, "Initiated").map((time) => Date.parse(time));
    expect(a).toBeGreaterThanOrEqual(before);
    expect(b - a).toBeGreaterThanOrEqual(2 * HOUR_MS);
  });

  test("below a prefix, and page by page with both markers", async () => {
    for (const key of ["a/1", "a/2", "a/2", "b"]) await begin(key);
    const first = await listUploads({ prefix: "a/", "max-uploads": "2" });
    expect([elementsOf(first, "Key"), elementOf(first, "IsTruncated")]).toEqual([["a/1", "a/2"], "true"]);
    const second = await listUploads({
      prefix: "a/",
      "key-marker": elementOf(first, "NextKeyMarker") ?? "",
      "upload-id-marker": elementOf(first, "NextUploadIdMarker") ?? "",
    });
    expect([elementsOf(second, "Key"), elementOf(second, "IsTruncated")]).toEqual([["a/2"], "false"]);
    const ids = [first, second].flatMap((page) => elementsOf(page, "UploadId"));
    expect(new Set(ids).size).toBe(3);
  });
});
