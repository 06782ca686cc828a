import { mkdtemp, readFile, rm } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createCertificate } from "../../bench/server/certificate.ts";
import { startLocalCloud } from "../../local/cloud.ts";
import { sign } from "./raw-client.ts";

test("given a certificate, both services speak https, and a reset is a broken connection there too", async () => {
  const directory = await mkdtemp(join(tmpdir(), "tls-"));
  const { keyFile, certificateFile } = createCertificate(directory);
  const cert = await readFile(certificateFile);
  const cloud = await startLocalCloud({ tls: { key: await readFile(keyFile), cert } });
  cloud.oss.createBucket("bucket");
  await cloud.oss.putObject("bucket", "key", "content");
  expect(cloud.oss.endpoint).toMatch(/^https:/);
  const get = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const { target, headers } = sign(cloud.oss, { bucket: "bucket", key: "key" });
      const outgoing = request(
        `${cloud.oss.endpoint}${target}`,
        { ca: cert, headers, agent: false },
        (answer) => {
          answer.setEncoding("utf8").on("data", resolve);
        },
      );
      outgoing.on("error", reject).end();
    });
  expect(await get()).toBe("content");
  cloud.faults.add({ match: {}, fault: { kind: "reset-after" } });
  await expect(get()).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(cloud.counters.requests({ operation: "GetObject" })).toBe(2);
  await cloud.close();
  await rm(directory, { recursive: true });
});
