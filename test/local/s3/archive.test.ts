import { ListObjectsV2Command, RestoreObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { elementOf, type RawAnswer, send } from "../raw-client.ts";

const DAY_MS = 24 * 3600 * 1000;

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud();
});
afterAll(() => cloud.close());
beforeEach(() => {
  cloud.s3.createBucket("bucket");
  cloud.s3.times.restoreMs = Infinity;
  cloud.s3.clock.offsetMs = 0;
});

const call = (method: string, key: string): Promise<RawAnswer> =>
  send(cloud.s3, { method, bucket: "bucket", key });

const archive = (key: string, storageClass = "GLACIER"): Promise<void> =>
  cloud.s3.putObject("bucket", key, "cold", { storageClass });

function restore(key: string, tier = "Standard", days = 2): Promise<RawAnswer> {
  const parameters = `<GlacierJobParameters><Tier>${tier}</Tier></GlacierJobParameters>`;
  const body = `<RestoreRequest><Days>${days}</Days>${parameters}</RestoreRequest>`;
  return send(cloud.s3, { method: "POST", bucket: "bucket", key, query: { restore: "" }, body });
}

const outcome = (answer: RawAnswer): readonly unknown[] => [answer.status, elementOf(answer, "Code")];

describe.each(["GLACIER", "DEEP_ARCHIVE"])("an object of class %s", (storageClass) => {
  test("has a head, and reading it is 403 InvalidObjectState until it is restored", async () => {
    await archive("cold", storageClass);
    const head = await call("HEAD", "cold");
    expect([head.headers["x-amz-storage-class"], head.headers["x-amz-restore"]]).toEqual([
      storageClass,
      undefined,
    ]);
    const read = await call("GET", "cold");
    expect([...outcome(read), elementOf(read, "StorageClass")]).toEqual([
      403,
      "InvalidObjectState",
      storageClass,
    ]);

    expect((await restore("cold")).status).toBe(202);
    expect((await call("HEAD", "cold")).headers["x-amz-restore"]).toBe('ongoing-request="true"');
    expect((await call("GET", "cold")).status).toBe(403);

    cloud.s3.finishRestores("bucket");
    const { text, headers } = await call("GET", "cold");
    expect(text).toBe("cold");
    expect(headers["x-amz-restore"]).toMatch(/^ongoing-request="false", expiry-date=".* 00:00:00 GMT"$/);
  });
});

describe("RestoreObject", () => {
  test("again while it is under way: 409 RestoreAlreadyInProgress; when it is done: 200", async () => {
    await archive("cold");
    await restore("cold");
    expect(outcome(await restore("cold"))).toEqual([409, "RestoreAlreadyInProgress"]);
    cloud.s3.finishRestores("bucket");
    expect((await restore("cold")).status).toBe(200);
  });

  test("takes as long as it is set to, by the service's clock, and lasts for the days asked for", async () => {
    cloud.s3.times.restoreMs = 5 * 3600 * 1000;
    await archive("cold");
    await restore("cold", "Standard", 1);
    cloud.s3.clock.offsetMs = 4 * 3600 * 1000;
    expect((await call("GET", "cold")).status).toBe(403);
    cloud.s3.clock.offsetMs = 6 * 3600 * 1000;
    expect((await call("GET", "cold")).status).toBe(200);
    cloud.s3.clock.offsetMs = 3 * DAY_MS;
    expect((await call("GET", "cold")).status).toBe(403);
    expect((await call("HEAD", "cold")).headers["x-amz-restore"]).toBeUndefined();
  });

  test("of what is not archived: 403; without days, or with a tier that is none: 400", async () => {
    await cloud.s3.putObject("bucket", "warm", "x", { storageClass: "GLACIER_IR" });
    expect(outcome(await restore("warm"))).toEqual([403, "InvalidObjectState"]);
    await archive("cold");
    expect(outcome(await restore("cold", "Standard", 0))).toEqual([400, "MalformedXML"]);
    expect(outcome(await restore("cold", "Fast"))).toEqual([400, "MalformedXML"]);
    await archive("deep", "DEEP_ARCHIVE");
    expect(outcome(await restore("deep", "Expedited"))).toEqual([400, "InvalidArgument"]);
  });

  test("the AWS SDK restores, and a listing tells how that stands when it is asked to", async () => {
    const { accessKeyId, accessKeySecret: secretAccessKey } = cloud.s3.accessKey;
    const client = new S3Client({
      endpoint: cloud.s3.endpoint,
      region: cloud.s3.region,
      forcePathStyle: true,
      credentials: { accessKeyId, secretAccessKey },
    });
    for (const key of ["a", "b", "c"]) await archive(key);
    const target = { Bucket: "bucket", RestoreRequest: { Days: 1 } };
    await client.send(new RestoreObjectCommand({ ...target, Key: "b" }));
    cloud.s3.finishRestores("bucket");
    await client.send(new RestoreObjectCommand({ ...target, Key: "c" }));

    const list = { Bucket: "bucket" };
    const told = await client.send(
      new ListObjectsV2Command({ ...list, OptionalObjectAttributes: ["RestoreStatus"] }),
    );
    expect(told.Contents?.map(({ RestoreStatus: status }) => status)).toEqual([
      undefined,
      { IsRestoreInProgress: false, RestoreExpiryDate: expect.any(Date) as Date },
      { IsRestoreInProgress: true },
    ]);
    const silent = await client.send(new ListObjectsV2Command(list));
    expect(silent.Contents?.map(({ RestoreStatus: status }) => status)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    client.destroy();
  });
});
