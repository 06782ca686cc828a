import { afterEach, beforeEach, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { S3BucketConfiguration } from "../../../storage/s3/bucket-configuration.ts";
import { s3Options } from "../support/local-stores.ts";

let cloud: LocalCloud;
let configuration: S3BucketConfiguration;

beforeEach(async () => {
  cloud = await startLocalCloud();
  cloud.s3.createBucket("bucket");
  configuration = new S3BucketConfiguration(s3Options(cloud, "bucket"));
});
afterEach(async () => {
  await configuration.close();
  await cloud.close();
});

const POLICY = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::bucket/öffentlich/*" },
  ],
});

test("a bucket's policy is read, replaced and taken away; taking it away twice is fine", async () => {
  expect(await configuration.policy()).toBeUndefined();
  await configuration.putPolicy(POLICY);
  expect(await configuration.policy()).toBe(POLICY);
  await configuration.putPolicy(undefined);
  await configuration.putPolicy(undefined);
  expect(await configuration.policy()).toBeUndefined();
});

test("the refusals of the service say what is not allowed, and to whom", async () => {
  const fault = { kind: "error", status: 403, code: "AccessDenied", message: "You may not." } as const;
  cloud.faults.add({ match: { operation: "PutBucketPolicy" }, fault });
  await expect(configuration.putPolicy(POLICY)).rejects.toMatchObject({
    code: "ACCESS_DENIED",
    message: expect.stringContaining("allow this access key PutBucketPolicy on the source bucket bucket"),
  });
  cloud.s3.removeBucket("bucket");
  await expect(configuration.policy()).rejects.toMatchObject({ code: "BUCKET_NOT_FOUND" });
});

test("open uploads are told page by page, odd keys included, up to what was asked for", async () => {
  for (let index = 0; index < 1_001; index++) {
    cloud.s3.beginUpload("bucket", `p/ä +%&<${String(index).padStart(4, "0")}`);
  }
  cloud.s3.beginUpload("bucket", "q");

  const all = await configuration.openUploads({ prefix: "p/", most: 5_000 });
  const some = await configuration.openUploads({ prefix: "p/", most: 10 });

  expect([all.uploads.length, all.more]).toEqual([1_001, false]);
  expect([some.uploads.length, some.more]).toEqual([1_000, true]);
  expect(all.uploads.at(-1)?.key).toBe("p/ä +%&<1000");
});
