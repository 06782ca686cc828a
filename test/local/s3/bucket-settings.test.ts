import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { elementOf, type RawAnswer, send } from "../raw-client.ts";

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud();
});
afterAll(() => cloud.close());
beforeEach(() => {
  cloud.s3.createBucket("bucket");
});

const call = (method: string, subresource: string, body?: string): Promise<RawAnswer> =>
  send(cloud.s3, {
    method,
    bucket: "bucket",
    query: { [subresource]: "" },
    ...(body !== undefined && { body }),
  });

test("lifecycle rules are told as they were put; without any it is 404 NoSuchLifecycleConfiguration", async () => {
  const none = await call("GET", "lifecycle");
  expect([none.status, elementOf(none, "Code")]).toEqual([404, "NoSuchLifecycleConfiguration"]);
  const rules =
    "<LifecycleConfiguration><Rule><ID>old</ID><Status>Enabled</Status></Rule></LifecycleConfiguration>";
  expect((await call("PUT", "lifecycle", "<Other/>")).status).toBe(400);
  expect((await call("PUT", "lifecycle", rules)).status).toBe(200);
  expect((await call("GET", "lifecycle")).text).toBe(rules);
  expect((await call("DELETE", "lifecycle")).status).toBe(204);
  expect((await call("GET", "lifecycle")).status).toBe(404);
});

test("versioning has no status on a bucket that never was versioned", async () => {
  expect(elementOf(await call("GET", "versioning"), "Status")).toBeUndefined();
  cloud.s3.createBucket("bucket", { versioning: "Suspended" });
  expect(elementOf(await call("GET", "versioning"), "Status")).toBe("Suspended");
});
