import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../../core/clock.ts";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { OssControl } from "../../../storage/oss/control.ts";
import { OssDestination } from "../../../storage/oss/destination.ts";
import type { Credentials } from "../../../storage/ports.ts";
import { failureOf } from "../support/requests.ts";
import { ossOptions } from "../support/local-stores.ts";

let cloud: LocalCloud;
let destination: OssDestination;
let control: OssControl;
const NOTHING = { headers: {}, user: {} };

beforeEach(async () => {
  cloud = await startLocalCloud();
  cloud.oss.createBucket("destination");
  cloud.oss.createBucket("control");
  cloud.oss.createBucket("far-away", { region: "cn-shanghai" });
  destination = new OssDestination(ossOptions(cloud, "destination"));
  control = new OssControl(ossOptions(cloud, "control", { store: "control" }));
});

afterEach(async () => {
  await destination.close();
  await control.close();
  await cloud.close();
});

function put(key = "key"): Promise<unknown> {
  return destination.put({ key, sizeBytes: 1, body: Buffer.from("x"), metadata: NOTHING });
}

describe("what OSS refuses", () => {
  it.each([
    { status: 503, code: "SlowDown", expected: "THROTTLED" },
    { status: 503, code: "PartitionQpsLimitted", expected: "THROTTLED" },
    { status: 503, code: "UploadTrafficRateLimitExceeded", expected: "THROTTLED" },
    { status: 429, code: "QpsLimitExceeded", expected: "THROTTLED" },
    { status: 500, code: "InternalError", expected: "SERVICE_ERROR" },
    { status: 501, code: "NotImplemented", expected: "INVALID_REQUEST" },
    { status: 502, code: "", expected: "SERVICE_ERROR" },
    { status: 400, code: "RequestTimeout", expected: "TIMEOUT" },
    { status: 400, code: "IncompleteBody", expected: "NETWORK" },
    { status: 400, code: "InvalidDigest", expected: "CHECKSUM_MISMATCH" },
    { status: 400, code: "SomethingNew", expected: "INVALID_REQUEST" },
    { status: 403, code: "AccessDenied", expected: "ACCESS_DENIED" },
    { status: 403, code: "SignatureDoesNotMatch", expected: "CREDENTIALS_INVALID" },
    { status: 404, code: "NoSuchBucket", expected: "BUCKET_NOT_FOUND" },
    { status: 409, code: "FileAlreadyExists", expected: "ALREADY_EXISTS" },
    { status: 409, code: "FileImmutable", expected: "INVALID_REQUEST" },
    { status: 403, code: "constructor", expected: "ACCESS_DENIED" },
  ])("is $expected for $status $code", async ({ status, code, expected }) => {
    cloud.faults.add({ match: { operation: "PutObject" }, fault: { kind: "error", status, code } });
    expect(await failureOf(put())).toMatchObject({
      code: expected,
      detail: { store: "destination", status, ...(code === "" ? {} : { serviceCode: code }) },
    });
  });

  it("is false for a create-only write only when the service says that the object exists", async () => {
    const match = { operation: "PutObject" };
    cloud.faults.add({ match, fault: { kind: "error", status: 409, code: "FileImmutable" } });
    await expect(control.putIfAbsent("claim", Buffer.from("x"))).rejects.toMatchObject({
      code: "INVALID_REQUEST",
    });
    cloud.faults.clear();
    cloud.faults.add({ match, fault: { kind: "error", status: 409, code: "FileAlreadyExists" } });
    expect(await control.putIfAbsent("claim", Buffer.from("x"))).toBe(false);
  });

  it("names request and reason in one line, with the delay the service asks for", async () => {
    const fault = {
      kind: "error",
      status: 503,
      code: "SlowDown",
      message: "Please\n slow  down",
      qosDelayMs: 250,
    } as const;
    cloud.faults.add({ match: { operation: "PutObject" }, fault });
    expect(await failureOf(put())).toMatchObject({
      message: "PutObject was answered with 503 SlowDown: Please slow down",
      detail: { retryAfterMs: 250, requestId: expect.stringMatching(/^\w+$/u) as string },
    });
  });

  it("is understood from the header where HEAD has no body", async () => {
    const missing = new OssDestination(ossOptions(cloud, "no-such-bucket"));
    await expect(missing.stat({ key: "key" })).rejects.toMatchObject({
      code: "BUCKET_NOT_FOUND",
      detail: { serviceCode: "NoSuchBucket" },
    });
    await missing.close();
  });

  it("is WRONG_REGION with the right endpoint for a bucket that lives elsewhere", async () => {
    const far = new OssDestination(ossOptions(cloud, "far-away"));
    expect(await failureOf(far.list({}))).toMatchObject({
      code: "WRONG_REGION",
      fatal: true,
      message: expect.stringMatching(
        /bucket far-away is not in region cn-hongkong; it answers at \S*cn-shanghai/u,
      ) as string,
    });
    await far.close();
  });

  it("leaves open whether versioning was ever on when we may not ask", async () => {
    cloud.faults.add({
      match: { operation: "GetBucketVersioning" },
      fault: { kind: "error", status: 403, code: "AccessDenied" },
    });
    expect(await control.versioning()).toBe("unknown");
  });
});

describe("credentials of OSS", () => {
  it("are rejected to their provider when they end, and replaced by what it gives next", async () => {
    const first = cloud.oss.keys.createTemporary(Date.now() + 3_600_000);
    const second = cloud.oss.keys.createTemporary(Date.now() + 3_600_000);
    const rejected: Credentials[] = [];
    const credentials = {
      get: async () => (rejected.length === 0 ? first : second),
      reject: (refused: Credentials) => {
        rejected.push(refused);
      },
    };
    const driver = new OssDestination(ossOptions(cloud, "destination", { credentials }));
    await driver.list({});
    cloud.oss.keys.expire(first.accessKeyId);
    await expect(driver.list({})).rejects.toMatchObject({ code: "CREDENTIALS_EXPIRED", retryable: true });
    expect(rejected).toEqual([first]);
    expect((await driver.list({})).objects).toEqual([]);
    await driver.close();
  });

  it("that are unknown or wrong are CREDENTIALS_INVALID, and no secret is in the error", async () => {
    const { accessKeyId } = cloud.oss.accessKey;
    const accessKeySecret = "a-very-secret-secret";
    const sessionToken = "a-very-secret-token";
    for (const given of [
      { accessKeyId, accessKeySecret },
      { accessKeyId: "unknown", accessKeySecret },
      { accessKeyId, accessKeySecret, sessionToken },
    ]) {
      const credentials = { get: async () => given, reject: () => undefined };
      const driver = new OssDestination(ossOptions(cloud, "destination", { credentials }));
      const failure = await failureOf(driver.list({}));
      expect(failure).toMatchObject({ code: "CREDENTIALS_INVALID", fatal: true });
      expect(JSON.stringify(failure) + String(failure)).not.toContain("a-very-secret");
      await driver.close();
    }
  });

  it("are left out even when the service repeats them", async () => {
    const { accessKeySecret } = cloud.oss.accessKey;
    const fault = {
      kind: "error",
      status: 400,
      code: "Odd",
      message: `signed with ${accessKeySecret}`,
    } as const;
    cloud.faults.add({ match: {}, fault });
    expect(await failureOf(put())).toMatchObject({
      message: "PutObject was answered with 400 Odd: signed with ***",
    });
  });
});

describe("clocks that disagree with OSS", () => {
  it.each([
    { minutes: 20, direction: "behind" },
    { minutes: -20, direction: "ahead of" },
  ])("by $minutes minutes are refused, with the number", async ({ minutes, direction }) => {
    cloud.oss.clock.offsetMs = minutes * 60_000;
    expect(await failureOf(put())).toMatchObject({
      code: "CLOCK_SKEWED",
      fatal: true,
      message: expect.stringContaining(
        `the clock of this machine is 20 minutes ${direction} the service's`,
      ) as string,
    });
  });

  it("by less are followed in later signatures once a request was refused", async () => {
    const minute = 60_000;
    let behindMs = 10 * minute;
    const clock = { ...systemClock, nowMs: () => Date.now() - behindMs };
    const driver = new OssDestination(ossOptions(cloud, "destination", { clock }));
    const fault = { kind: "error", status: 403, code: "RequestTimeTooSkewed" } as const;
    cloud.faults.add({ match: {}, fault, times: 1 });
    expect(await failureOf(driver.list({}))).toMatchObject({
      code: "SERVICE_ERROR",
      retryable: true,
      detail: { serviceCode: "RequestTimeTooSkewed" },
    });
    // Ten minutes more would be too many without what the refusal has taught.
    behindMs = 20 * minute;
    expect((await driver.list({})).objects).toEqual([]);
    await driver.close();
  });
});

describe("answers of OSS that do not come whole", () => {
  it.each(["reset-before", "reset-after"] as const)(
    "are NETWORK for %s, whether or not it took effect",
    async (kind) => {
      cloud.faults.add({ match: { operation: "PutObject" }, fault: { kind }, times: 1 });
      await expect(control.putIfAbsent("claim", Buffer.from("mine"))).rejects.toMatchObject({
        code: "NETWORK",
      });
      expect(await control.putIfAbsent("claim", Buffer.from("mine"))).toBe(kind === "reset-before");
      expect((await control.get("claim"))?.body.toString()).toBe("mine");
    },
  );

  it("are NETWORK when a listing or an object is cut short", async () => {
    await control.put("object", Buffer.alloc(10_000));
    cloud.faults.add({ match: { method: "GET" }, fault: { kind: "truncate-response" } });
    await expect(control.get("object")).rejects.toMatchObject({ code: "NETWORK" });
    await expect(control.list({ prefix: "" })).rejects.toMatchObject({ code: "NETWORK" });
  });

  it("show the damage that was done to a body on its way", async () => {
    cloud.faults.add({ match: { operation: "PutObject" }, fault: { kind: "corrupt-request" }, times: 2 });
    await expect(control.put("object", Buffer.from("hello"))).rejects.toMatchObject({
      code: "CHECKSUM_MISMATCH",
    });
    const damaged = await destination.put({
      key: "a",
      sizeBytes: 1,
      body: Buffer.from("x"),
      metadata: NOTHING,
    });
    const whole = await destination.put({
      key: "a",
      sizeBytes: 1,
      body: Buffer.from("x"),
      metadata: NOTHING,
    });
    expect(damaged.crc64).not.toBe(whole.crc64);
  });
});

describe("requests to OSS", () => {
  it("ask for encryption where the driver is told to", async () => {
    const serverSideEncryption = { algorithm: "KMS", kmsKeyId: "key-1" } as const;
    const driver = new OssDestination({ ...ossOptions(cloud, "destination"), serverSideEncryption });
    await driver.put({ key: "encrypted", sizeBytes: 1, body: Buffer.from("x"), metadata: NOTHING });
    const encryption = cloud.oss.bucket("destination").get("encrypted")?.encryption;
    expect(encryption).toMatchObject({ "x-oss-server-side-encryption": "KMS" });
    await driver.close();
  });

  it("list more parts than fit on one page", async () => {
    const key = "many";
    const uploadId = await destination.createUpload({ key, metadata: NOTHING });
    const numbers = Array.from({ length: 1_001 }, (_, index) => index + 1);
    await Promise.all(
      numbers.map((partNumber) =>
        destination.putPart({ key, uploadId, partNumber, sizeBytes: 1, body: Buffer.from("x") }),
      ),
    );
    const parts = await destination.listParts({ key, uploadId });
    expect(parts.map((part) => part.partNumber)).toEqual(numbers);
  });

  it("are one for each call", async () => {
    const sent: string[] = [];
    const driver = new OssDestination(
      ossOptions(cloud, "destination", { onRequest: (operation) => sent.push(operation) }),
    );
    await driver.put({ key: "a", sizeBytes: 1, body: Buffer.from("x"), metadata: NOTHING });
    await driver.stat({ key: "a" });
    await driver.stat({ key: "b" });
    await driver.list({});
    expect(sent).toEqual(["PutObject", "HeadObject", "HeadObject", "ListObjectsV2"]);
    await driver.close();
  });
});
