import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../core/clock.ts";
import { type LocalCloud, startLocalCloud } from "../../local/cloud.ts";
import { staticCredentials } from "../../storage/credentials/static.ts";
import { openStores } from "../../storage/open-stores.ts";
import { failureOf } from "./support/requests.ts";

let cloud: LocalCloud;

beforeEach(async () => {
  cloud = await startLocalCloud();
});

afterEach(() => cloud.close());

describe("the stores of a job", () => {
  it("copy an object with one request to each side, and the meter tells so", async () => {
    cloud.s3.createBucket("from");
    cloud.oss.createBucket("to");
    cloud.oss.createBucket("control");
    await cloud.s3.putObject("from", "key", Buffer.from("hello"));
    const oss = {
      region: cloud.oss.region,
      network: "internal",
      endpoint: cloud.oss.endpoint,
      credentials: staticCredentials(cloud.oss.accessKey),
    } as const;
    const stores = openStores(
      {
        source: {
          bucket: "from",
          region: cloud.s3.region,
          endpoint: cloud.s3.endpoint,
          credentials: () => staticCredentials(cloud.s3.accessKey),
        },
        destination: { ...oss, bucket: "to", serverSideEncryption: { algorithm: "AES256" } },
        control: { ...oss, bucket: "control" },
      },
      { clock: systemClock },
    );

    const [listed] = (await stores.source.list({})).objects;
    const body = await stores.source.open({ key: "key", ifMatch: listed?.etag ?? "" });
    await stores.destination.put({
      key: "key",
      sizeBytes: body.bodySizeBytes,
      body: (write) => body.read(write),
      metadata: body.metadata,
    });
    await stores.control.putIfAbsent("done", Buffer.from("{}"));

    expect(cloud.oss.readObject("to", "key")?.toString()).toBe("hello");
    expect(stores.meter.counts()).toEqual({
      source: { ListObjectsV2: 1, GetObject: 1 },
      destination: { PutObject: 1 },
      control: { PutObject: 1 },
    });
    expect(stores.meter.total("source")).toBe(2);
    await stores.close();
  });

  it("of AWS and OSS have the endpoints of their region and network", async () => {
    const credentials = staticCredentials({ accessKeyId: "a", accessKeySecret: "b" });
    const oss = { region: "oss-cn-hongkong", network: "internal", credentials } as const;
    const stores = openStores(
      {
        source: { bucket: "from", region: "ap-northeast-1", credentials: () => credentials },
        destination: { ...oss, bucket: "to" },
        control: { ...oss, network: "public", bucket: "control" },
      },
      // No time to connect at all: the error names where the request would have gone.
      { clock: systemClock, transport: { connectTimeoutMs: 0 } },
    );
    const hostOf = async (request: Promise<unknown>): Promise<string> =>
      / on (\S+):/u.exec(String(await failureOf(request)))?.[1] ?? "";
    expect(await hostOf(stores.source.list({}))).toBe("from.s3.ap-northeast-1.amazonaws.com");
    expect(await hostOf(stores.destination.list({}))).toBe("to.oss-cn-hongkong-internal.aliyuncs.com");
    expect(await hostOf(stores.control.get("a"))).toBe("control.oss-cn-hongkong.aliyuncs.com");
    const other = openStores(
      {
        source: { kind: "oss", bucket: "from", region: "oss-cn-shanghai", credentials: () => credentials },
        destination: { ...oss, bucket: "to" },
        control: { ...oss, bucket: "control" },
      },
      { clock: systemClock, transport: { connectTimeoutMs: 0 } },
    );
    expect(await hostOf(other.source.list({}))).toBe("from.oss-cn-shanghai.aliyuncs.com");
    await other.close();
    await stores.close();
  });
});
