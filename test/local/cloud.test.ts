import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../local/cloud.ts";
import type { InventoryEntry } from "../../local/inventory.ts";
import { elementOf, send } from "./raw-client.ts";

let directory: string;
let cloud: LocalCloud;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "local-cloud-test-"));
  cloud = await startLocalCloud({ dataDirectory: join(directory, "data") });
});
afterEach(async () => {
  await cloud.close();
  await rm(directory, { recursive: true });
});

async function inventory(service: "oss" | "s3", bucket: string): Promise<InventoryEntry[]> {
  const entries = [];
  for await (const entry of cloud[service].inventory(bucket)) entries.push(entry);
  return entries;
}

describe("seeding and taking stock, past the API", () => {
  test("a directory becomes a bucket whose objects are the files themselves", async () => {
    const tree = join(directory, "tree");
    await mkdir(join(tree, "a", "b"), { recursive: true });
    await writeFile(join(tree, "top"), "top");
    await writeFile(join(tree, "a", "b", "large"), Buffer.alloc(300_000, 7));
    await writeFile(Buffer.concat([Buffer.from(`${tree}/`), Buffer.from([0x66, 0xff])]), "not UTF-8");
    await symlink("top", join(tree, "link"));
    cloud.s3.createBucket("bucket");
    expect(await cloud.s3.seedFromDirectory("bucket", tree, { prefix: "p/" })).toEqual({
      objects: 3,
      bytes: 300_012,
    });
    expect((await inventory("s3", "bucket")).map(({ key, sizeBytes }) => [key, sizeBytes])).toEqual([
      ["p/a/b/large", 300_000],
      ["p/f\udcff", 9],
      ["p/top", 3],
    ]);
    expect(
      (await send(cloud.s3, { bucket: "bucket", key: "p/a/b/large" })).body.equals(Buffer.alloc(300_000, 7)),
    ).toBe(true);
    expect(await readdir(join(directory, "data", "bodies"))).toEqual([]);
    await send(cloud.s3, { method: "DELETE", bucket: "bucket", key: "p/top" });
    expect(await readdir(tree)).toContain("top");
  });

  test("an inventory tells of the same content in both services, and of different content", async () => {
    for (const service of ["oss", "s3"] as const) {
      cloud[service].createBucket("bucket");
      await cloud[service].putObject("bucket", "same", "same", { userMetadata: { a: "1" } });
      await cloud[service].putObject("bucket", "other", service);
    }
    const [oss, s3] = [await inventory("oss", "bucket"), await inventory("s3", "bucket")];
    const digest = (entries: InventoryEntry[], key: string) =>
      entries.find((entry) => entry.key === key)?.sha256;
    expect(digest(oss, "same")).toBe("0967115f2813a3541eaef77de9d9d5773f1c0c04314b0bbfe4ff3b3b1c55b5d5");
    expect(digest(s3, "same")).toBe(digest(oss, "same"));
    expect(digest(s3, "other")).not.toBe(digest(oss, "other"));
    expect(oss.find(({ key }) => key === "same")?.userMetadata).toEqual({ a: "1" });
  });

  test("a seeded giant looks as if uploaded in parts", async () => {
    cloud.s3.createBucket("bucket");
    await cloud.s3.putObject("bucket", "giant", Buffer.alloc(250, 1), { partSizeBytes: 100 });
    const { headers } = await send(cloud.s3, {
      bucket: "bucket",
      key: "giant",
      headers: { "x-amz-checksum-mode": "ENABLED" },
    });
    expect(headers["etag"]).toMatch(/^"[0-9a-f]{32}-3"$/);
    await cloud.s3.putObject("bucket", "whole", Buffer.alloc(250, 1), {
      checksum: { algorithm: "crc64nvme", type: "FULL_OBJECT" },
    });
    const whole = await send(cloud.s3, {
      bucket: "bucket",
      key: "whole",
      headers: { "x-amz-checksum-mode": "ENABLED" },
    });
    expect(headers["x-amz-checksum-crc64nvme"]).toBe(whole.headers["x-amz-checksum-crc64nvme"]);
  });

  test("requests are counted by service, bucket and operation, with how they ended", async () => {
    cloud.oss.createBucket("bucket");
    await send(cloud.oss, { method: "PUT", bucket: "bucket", key: "a", body: "12345" });
    await send(cloud.oss, { bucket: "bucket", key: "a" });
    await send(cloud.oss, { bucket: "bucket", key: "b" });
    expect(cloud.counters.requests({ service: "oss", bucket: "bucket" })).toBe(3);
    expect(cloud.counters.list()).toContainEqual(
      expect.objectContaining({ operation: "GetObject", requests: 2, statuses: { 200: 1, 404: 1 } }),
    );
    expect(cloud.counters.list()).toContainEqual(
      expect.objectContaining({ operation: "PutObject", receivedBytes: 5 }),
    );
    cloud.counters.reset();
    expect(cloud.counters.requests()).toBe(0);
  });

  test("closing breaks off what is under way and removes what was written", async () => {
    cloud.oss.createBucket("bucket");
    await cloud.oss.putObject("bucket", "key", Buffer.alloc(100_000));
    cloud.faults.add({ match: {}, fault: { kind: "stall", ms: 60_000 } });
    const stalled = send(cloud.oss, { bucket: "bucket", key: "key" }).then(
      () => "answered",
      (error: NodeJS.ErrnoException) => error.code,
    );
    while (cloud.counters.requests() === 0) await new Promise((resolve) => setImmediate(resolve));
    await cloud.close();
    expect(await stalled).toBe("ECONNRESET");
    expect(await readdir(join(directory, "data"))).toEqual([]);
  });
});

describe("the admin endpoint", () => {
  const admin = async (method: string, path: string, body?: object): Promise<unknown> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const answer = await fetch(`${cloud.admin.endpoint}${path}`, init);
    return answer.json();
  };

  test("does from outside what the handles do inside", async () => {
    expect(await admin("GET", "/")).toMatchObject({
      oss: { endpoint: cloud.oss.endpoint, region: "cn-hongkong" },
    });
    await admin("POST", "/buckets", { service: "oss", name: "bucket" });
    const accessKey = (await admin("POST", "/credentials", { service: "oss" })) as typeof cloud.oss.accessKey;
    const put = (key: string) =>
      send(cloud.oss, { method: "PUT", bucket: "bucket", key, body: key, accessKey });
    expect((await put("a")).status).toBe(200);

    const rule = {
      match: { operation: "PutObject" },
      fault: { kind: "error", status: 503, code: "SlowDown" },
    };
    const { id } = (await admin("POST", "/faults", rule)) as { id: number };
    expect(elementOf(await put("b"), "Code")).toBe("SlowDown");
    expect(await admin("GET", "/faults")).toMatchObject([{ id, hit: 1 }]);
    await admin("DELETE", `/faults?id=${id}`);
    expect((await put("b")).status).toBe(200);

    await admin("POST", "/clock", { service: "oss", offsetMs: -3600_000 });
    expect(Date.parse((await put("a")).headers["date"] ?? "")).toBeLessThan(Date.now() - 3500_000);
    expect(await admin("GET", "/counters")).toContainEqual(
      expect.objectContaining({ operation: "PutObject", requests: 4 }),
    );

    const lines = await (await fetch(`${cloud.admin.endpoint}/inventory?service=oss&bucket=bucket`)).text();
    const entries = lines
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as InventoryEntry);
    expect(entries).toEqual(await inventory("oss", "bucket"));
  });

  test("sets how long things take, and ends restorations", async () => {
    cloud.s3.createBucket("bucket");
    await cloud.s3.putObject("bucket", "cold", "x", { storageClass: "GLACIER" });
    const post = (path: string, body: unknown) =>
      fetch(cloud.admin.endpoint + path, { method: "POST", body: JSON.stringify(body) });
    await post("/times", { service: "s3", restoreMs: null });
    await post("/times", { service: "oss", mirrorTimeoutMs: 5 });
    expect([cloud.s3.times.restoreMs, cloud.oss.times.mirrorTimeoutMs]).toEqual([Infinity, 5]);

    const request = { bucket: "bucket", key: "cold" };
    const body = "<RestoreRequest><Days>1</Days></RestoreRequest>";
    await send(cloud.s3, { ...request, method: "POST", query: { restore: "" }, body });
    expect((await send(cloud.s3, request)).status).toBe(403);
    await post("/restores", { service: "s3", bucket: "bucket" });
    expect((await send(cloud.s3, request)).status).toBe(200);
  });

  test("says what is wrong with a call", async () => {
    expect(await admin("POST", "/buckets", { service: "gcs", name: "x" })).toEqual({
      error: 'Error: service must be "oss" or "s3", got "gcs"',
    });
    expect((await fetch(`${cloud.admin.endpoint}/nothing`)).status).toBe(404);
  });
});

describe("the cloud as a process of its own", () => {
  test("prints one line with its endpoints, serves, and goes on SIGTERM without a trace", async () => {
    const data = join(directory, "process");
    const child = spawn(process.execPath, [join("local", "main.ts"), "--data-dir", data], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines = createInterface({ input: child.stdout });
    const [line] = (await once(lines, "line")) as [string];
    const { admin } = JSON.parse(line) as Record<"oss" | "s3" | "metadata" | "admin", string>;
    expect((await fetch(`${admin}/counters`)).status).toBe(200);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(await readdir(data)).toEqual([]);
  });
});
