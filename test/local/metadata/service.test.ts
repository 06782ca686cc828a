import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { exchange, type RawAnswer, send } from "../raw-client.ts";

const HOUR_MS = 3600_000;
const ROLE_PATH = "/latest/meta-data/ram/security-credentials/";

let cloud: LocalCloud;

beforeEach(async () => {
  cloud = await startLocalCloud({ instance: { instanceId: "i-1", roleName: "worker" } });
  cloud.oss.createBucket("bucket");
});
afterEach(() => cloud.close());

const ask = (method: string, target: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  exchange(cloud.metadata, { method, target, headers });

const askForToken = (seconds: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  ask("PUT", "/latest/api/token", { "x-aliyun-ecs-metadata-token-ttl-seconds": seconds, ...headers });

async function read(path: string): Promise<RawAnswer> {
  const { text } = await askForToken("60");
  return ask("GET", path, { "x-aliyun-ecs-metadata-token": text });
}

interface Credentials {
  AccessKeyId: string;
  AccessKeySecret: string;
  SecurityToken: string;
  Expiration: string;
  Code: string;
}

const credentials = async (): Promise<Credentials> =>
  JSON.parse((await read(`${ROLE_PATH}worker`)).text) as Credentials;

const statusWith = async (pair: Credentials): Promise<number> => {
  const { AccessKeyId, AccessKeySecret, SecurityToken } = pair;
  const accessKey = {
    accessKeyId: AccessKeyId,
    accessKeySecret: AccessKeySecret,
    sessionToken: SecurityToken,
  };
  return (await send(cloud.oss, { bucket: "bucket", query: { "list-type": "2" }, accessKey })).status;
};

describe("the metadata service, hardened mode", () => {
  test("answers nothing without a token, nor with a wrong or an old one", async () => {
    expect((await ask("GET", "/latest/meta-data/instance-id")).status).toBe(403);
    const wrong = { "x-aliyun-ecs-metadata-token": "wrong" };
    expect((await ask("GET", "/latest/meta-data/instance-id", wrong)).status).toBe(403);
    const { text } = await askForToken("60");
    const token = { "x-aliyun-ecs-metadata-token": text };
    expect((await ask("GET", "/latest/meta-data/instance-id", token)).text).toBe("i-1");
    cloud.oss.clock.offsetMs = 61_000;
    expect((await ask("GET", "/latest/meta-data/instance-id", token)).status).toBe(403);
  });

  test("gives tokens for 1 to 21,600 seconds, by PUT only, and to nobody who was forwarded", async () => {
    expect((await askForToken("21600")).status).toBe(200);
    for (const seconds of ["0", "21601", "soon"]) expect((await askForToken(seconds)).status).toBe(400);
    expect((await ask("PUT", "/latest/api/token")).status).toBe(400);
    expect((await ask("GET", "/latest/api/token")).status).toBe(405);
    expect((await askForToken("60", { "x-forwarded-for": "10.0.0.1" })).status).toBe(403);
  });

  test("knows instance and region, and says 404 to what it does not know", async () => {
    expect((await read("/latest/meta-data/instance-id")).text).toBe("i-1");
    expect((await read("/latest/meta-data/region-id")).text).toBe("cn-hongkong");
    expect((await read("/latest/meta-data/nothing")).status).toBe(404);
  });

  test("names the role and hands out credentials that OSS takes", async () => {
    expect((await read(ROLE_PATH)).text).toBe("worker");
    const pair = await credentials();
    expect(pair).toMatchObject({
      Code: "Success",
      Expiration: expect.stringMatching(/^[\dT:-]{19}Z$/) as string,
    });
    expect(await statusWith(pair)).toBe(200);
    expect(await credentials()).toEqual(pair);
  });

  test("has no role until it is attached", async () => {
    cloud.metadata.attachRole(false);
    expect((await read(ROLE_PATH)).status).toBe(404);
    expect((await read(`${ROLE_PATH}worker`)).status).toBe(404);
    cloud.metadata.attachRole(true);
    expect((await read(ROLE_PATH)).text).toBe("worker");
  });

  test("half an hour before credentials end there are new ones, and both are good until the old ones end", async () => {
    const old = await credentials();
    cloud.oss.clock.offsetMs = 5.4 * HOUR_MS;
    expect(await credentials()).toEqual(old);
    cloud.oss.clock.offsetMs = 5.6 * HOUR_MS;
    const fresh = await credentials();
    expect(fresh.AccessKeyId).not.toBe(old.AccessKeyId);
    expect([await statusWith(old), await statusWith(fresh)]).toEqual([200, 200]);
    cloud.oss.clock.offsetMs = 6.1 * HOUR_MS;
    expect([await statusWith(old), await statusWith(fresh)]).toEqual([403, 200]);
  });

  test("announces the end of a spot instance only when there is one", async () => {
    const path = "/latest/meta-data/instance/spot/termination-time";
    expect((await read(path)).status).toBe(404);
    cloud.metadata.announceTermination(Date.parse("2026-11-23T08:00:00Z"));
    expect((await read(path)).text).toBe("2026-11-23T08:00:00Z");
    cloud.metadata.announceTermination(undefined);
    expect((await read(path)).status).toBe(404);
  });

  test("every instance has a service and credentials of its own", async () => {
    const other = await cloud.addInstance({ instanceId: "i-2" });
    expect(other.endpoint).not.toBe(cloud.metadata.endpoint);
    expect(other.credentials.current().accessKeyId).not.toBe(
      cloud.metadata.credentials.current().accessKeyId,
    );
  });
});
