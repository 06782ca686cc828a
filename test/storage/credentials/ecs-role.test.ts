import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../../core/clock.ts";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { EcsMetadata } from "../../../storage/credentials/ecs-metadata.ts";
import { EcsRoleCredentials } from "../../../storage/credentials/ecs-role.ts";
import { OssControl } from "../../../storage/oss/control.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { ossOptions } from "../support/local-stores.ts";
import { failureOf, until } from "../support/requests.ts";
import { readRequest, startScriptedServer } from "../support/scripted-server.ts";

let cloud: LocalCloud;
let metadata: EcsMetadata;

beforeEach(async () => {
  cloud = await startLocalCloud();
  metadata = new EcsMetadata({ endpoint: cloud.metadata.endpoint, clock: systemClock });
});

afterEach(async () => {
  await metadata.close();
  await cloud.close();
});

function roleCredentials(): EcsRoleCredentials {
  return new EcsRoleCredentials({ metadata, clock: systemClock, random: () => 0.5 });
}

/** A metadata service that gives these answers, and the last of them from then on. */
function answering(bodies: readonly string[], status = "200 OK"): ReturnType<typeof startScriptedServer> {
  const rest = [...bodies];
  return startScriptedServer(async (socket) => {
    while ((await readRequest(socket)).head !== "") {
      const body = (rest.length > 1 ? rest.shift() : rest[0]) ?? "";
      socket.write(`HTTP/1.1 ${status}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    }
  });
}

describe("the RAM role of an instance", () => {
  it("gives temporary credentials that OSS accepts", async () => {
    cloud.oss.createBucket("control");
    const credentials = roleCredentials();
    const control = new OssControl(ossOptions(cloud, "control", { store: "control", credentials }));
    expect(await control.putIfAbsent("claim", Buffer.from("x"))).toBe(true);
    const pair = await credentials.get();
    expect(pair.sessionToken).toBeDefined();
    expect(pair.expiresAtMs).toBeGreaterThan(Date.now());
    await control.close();
  });

  it("is waited for while the instance boots", async () => {
    cloud.metadata.attachRole(false);
    const clock = new FakeClock();
    const credentials = new EcsRoleCredentials({ metadata, clock, random: () => 0.5 });
    expect(await failureOf(credentials.get())).toMatchObject({
      code: "CREDENTIALS_INVALID",
      message: "no RAM role is attached to this instance; attach the worker's role to it",
    });
    let isThere = false;
    const waiting = credentials.waitForRole(120_000).then(() => {
      isThere = true;
    });
    for (let poll = 0; poll < 5; poll++) await clock.advance(2_000);
    expect(isThere).toBe(false);
    cloud.metadata.attachRole(true);
    await until(() => {
      void clock.advance(2_000);
      return isThere;
    });
    await waiting;
    expect((await credentials.get()).accessKeyId).toMatch(/^STS\./u);
  });

  it("is not waited for any longer than allowed", async () => {
    cloud.metadata.attachRole(false);
    const waited = roleCredentials().waitForRole(1);
    expect(await failureOf(waited)).toMatchObject({
      message: "no RAM role is attached to this instance; attach the worker's role to it",
    });
    const reason = new Error("stopping");
    await expect(roleCredentials().waitForRole(60_000, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it("is out of reach where there is no metadata service", async () => {
    const nowhere = new EcsMetadata({ endpoint: "http://127.0.0.1:9", clock: systemClock });
    const credentials = new EcsRoleCredentials({ metadata: nowhere, clock: systemClock, random: () => 0.5 });
    await expect(credentials.get()).rejects.toMatchObject({ code: "NETWORK" });
    await nowhere.close();
  });

  it.each([
    { answers: ["<html>"], message: /does not give the name of a RAM role/u },
    { answers: ["role-1", "<html>"], message: /gave no JSON for the RAM role role-1/u },
    {
      answers: ["role-1", '{"Code":"AssumeRoleUnauthorized"}'],
      message: /no credentials for the RAM role role-1 \(AssumeRoleUnauthorized\)/u,
    },
    {
      answers: ["role-1", '{"Code":"Success","AccessKeyId":"a","AccessKeySecret":"s3cret"}'],
      message: /no credentials for the RAM role role-1/u,
    },
  ])("is refused in one line when the service answers $answers", async ({ answers, message }) => {
    await using server = await answering(["token", ...answers]);
    const odd = new EcsMetadata({ endpoint: `http://127.0.0.1:${server.port}`, clock: systemClock });
    const credentials = new EcsRoleCredentials({ metadata: odd, clock: systemClock, random: () => 0.5 });
    const failure = await failureOf(credentials.get());
    expect(failure).toMatchObject({
      code: "CREDENTIALS_INVALID",
      message: expect.stringMatching(message) as string,
    });
    expect(String(failure)).not.toContain("s3cret");
    await odd.close();
  });
});

describe("the metadata service", () => {
  it("tells values, and undefined of what is not there", async () => {
    expect(await metadata.get("meta-data/region-id")).toBe("cn-hongkong");
    expect(await metadata.get("meta-data/instance/spot/termination-time")).toBeUndefined();
    cloud.metadata.announceTermination(Date.UTC(2026, 10, 23, 9));
    expect(await metadata.get("meta-data/instance/spot/termination-time")).toBe("2026-11-23T09:00:00Z");
  });

  it("is given a new token when it does not take the old one any more", async () => {
    expect(await metadata.get("meta-data/region-id")).toBe("cn-hongkong");
    cloud.oss.clock.offsetMs = 7 * 60 * 60_000;
    expect(await metadata.get("meta-data/region-id")).toBe("cn-hongkong");
  });

  it("is not asked again and again when it refuses", async () => {
    await using server = await answering([""], "403 Forbidden");
    const refusing = new EcsMetadata({ endpoint: `http://127.0.0.1:${server.port}`, clock: systemClock });
    await expect(refusing.get("meta-data/region-id")).rejects.toMatchObject({
      code: "INVALID_REQUEST",
      detail: { status: 403 },
    });
    await refusing.close();
  });
});
