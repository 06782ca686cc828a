import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { elementOf, elementsOf, type RawAnswer, send } from "../raw-client.ts";

const DAY_MS = 24 * 3600 * 1000;

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud();
});
afterAll(() => cloud.close());
beforeEach(() => {
  cloud.oss.createBucket("bucket");
  cloud.oss.times.restoreMs = Infinity;
  cloud.oss.clock.offsetMs = 0;
});

const call = (
  method: string,
  key: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawAnswer> => send(cloud.oss, { method, bucket: "bucket", key, headers });

const restore = (key: string, body?: string): Promise<RawAnswer> =>
  send(cloud.oss, {
    method: "POST",
    bucket: "bucket",
    key,
    query: { restore: "" },
    ...(body !== undefined && { body }),
  });

const outcome = (answer: RawAnswer): readonly unknown[] => [answer.status, elementOf(answer, "Code")];

describe.each(["Archive", "ColdArchive", "DeepColdArchive"])("an object of class %s", (storageClass) => {
  test("has a head, and cannot be read or copied until it is restored", async () => {
    await cloud.oss.putObject("bucket", "cold", "cold", { storageClass });
    expect((await call("HEAD", "cold")).headers["x-oss-storage-class"]).toBe(storageClass);
    const copy = { "x-oss-copy-source": "/bucket/cold" };
    expect(outcome(await call("GET", "cold"))).toEqual([403, "InvalidObjectState"]);
    expect(outcome(await call("PUT", "copy", copy))).toEqual([403, "InvalidObjectState"]);

    expect((await restore("cold")).status).toBe(202);
    expect((await call("HEAD", "cold")).headers["x-oss-restore"]).toBe('ongoing-request="true"');
    cloud.oss.finishRestores("bucket");
    const { text, headers } = await call("GET", "cold");
    expect(text).toBe("cold");
    expect(headers["x-oss-restore"]).toMatch(/^ongoing-request="false", expiry-date=".* GMT"$/);
    expect((await call("PUT", "copy", copy)).status).toBe(200);
    expect((await call("HEAD", "copy")).headers["x-oss-restore"]).toBeUndefined();
  });
});

describe("RestoreObject", () => {
  const request = (days: number, tier = "Standard"): string =>
    `<RestoreRequest><Days>${days}</Days><JobParameters><Tier>${tier}</Tier></JobParameters></RestoreRequest>`;

  test("again while it is under way: 409 RestoreAlreadyInProgress; when it is done: 200", async () => {
    await cloud.oss.putObject("bucket", "cold", "x", { storageClass: "ColdArchive" });
    expect((await restore("cold", request(2, "Bulk"))).status).toBe(202);
    expect(outcome(await restore("cold"))).toEqual([409, "RestoreAlreadyInProgress"]);
    cloud.oss.finishRestores("bucket");
    expect((await restore("cold", request(3))).status).toBe(200);
    cloud.oss.clock.offsetMs = 2.5 * DAY_MS;
    expect((await call("GET", "cold")).status).toBe(200);
    cloud.oss.clock.offsetMs = 3.5 * DAY_MS;
    expect((await call("GET", "cold")).status).toBe(403);
  });

  test("of what is not archived: 400 OperationNotSupported; for no days: 400", async () => {
    await cloud.oss.putObject("bucket", "warm", "x", { storageClass: "IA" });
    expect(outcome(await restore("warm"))).toEqual([400, "OperationNotSupported"]);
    await cloud.oss.putObject("bucket", "cold", "x", { storageClass: "Archive" });
    expect(outcome(await restore("cold", request(0)))).toEqual([400, "MalformedXML"]);
  });

  test("is told by listings", async () => {
    for (const key of ["a", "b"]) await cloud.oss.putObject("bucket", key, "x", { storageClass: "Archive" });
    await restore("b");
    const listed = await send(cloud.oss, { bucket: "bucket", query: { "list-type": "2" } });
    expect(elementsOf(listed, "StorageClass")).toEqual(["Archive", "Archive"]);
    expect(elementsOf(listed, "RestoreInfo")).toEqual(["ongoing-request=&quot;true&quot;"]);
  });
});
