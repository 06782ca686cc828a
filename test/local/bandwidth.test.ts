import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../local/cloud.ts";
import { send } from "./raw-client.ts";

const MIB = 1024 * 1024;

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud();
  cloud.s3.createBucket("bucket");
  cloud.oss.createBucket("bucket");
  await cloud.s3.putObject("bucket", "mebibyte", Buffer.alloc(MIB));
});
afterAll(() => cloud.close());

describe("bandwidth per client", () => {
  test("is shared by all connections of that client, and concerns no one else", async () => {
    const [limited, free] = [cloud.s3.keys.create(), cloud.s3.keys.create()];
    cloud.s3.limitBandwidth(limited.accessKeyId, 5 * MIB);
    const download = async (accessKey: typeof limited): Promise<number> => {
      const started = performance.now();
      const answers = await Promise.all(
        [1, 2, 3].map(() => send(cloud.s3, { bucket: "bucket", key: "mebibyte", accessKey })),
      );
      expect(answers.map((answer) => answer.body.length)).toEqual([MIB, MIB, MIB]);
      return performance.now() - started;
    };
    const slow = download(limited);
    const first = await Promise.race([slow.then(() => "limited"), download(free).then(() => "free")]);
    expect(first).toBe("free");
    // Three MiB at five a second take 600 ms, however many connections they come over.
    expect(await slow).toBeGreaterThan(550);

    cloud.s3.limitBandwidth(limited.accessKeyId, undefined);
    expect(cloud.s3.limits.of(limited.accessKeyId)).toBeUndefined();
  });

  test("holds for uploads too", async () => {
    const limited = cloud.oss.keys.create();
    cloud.oss.limitBandwidth(limited.accessKeyId, 5 * MIB);
    const put = {
      method: "PUT",
      bucket: "bucket",
      key: "up",
      body: Buffer.alloc(2 * MIB),
      accessKey: limited,
    };
    const started = performance.now();
    expect((await send(cloud.oss, put)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(350);
  });
});
