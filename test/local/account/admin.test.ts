import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { isGroupAlive } from "../../../local/machines/process-group.ts";
import { until } from "../../support/until.ts";

const USER_DATA = Buffer.from("#!/bin/sh\necho booted\nexec sleep 1000\n").toString("base64");

describe("the account over HTTP", () => {
  let cloud: LocalCloud;

  beforeEach(async () => {
    cloud = await startLocalCloud({
      region: "cn-hongkong",
      machines: { environment: () => ({ EXTRA: "1" }) },
    });
  });

  afterEach(async () => {
    await cloud.close();
  });

  async function call(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; answer: unknown }> {
    const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await fetch(`${cloud.admin.endpoint}/account${path}`, init);
    return { status: response.status, answer: await response.json() };
  }

  async function create(type: string, attributes: unknown): Promise<string> {
    const { answer } = await call("POST", "/create", { type, attributes });
    return (answer as { resource: { id: string } }).resource.id;
  }

  async function createInstance(): Promise<string> {
    const vpc_id = await create("alicloud_vpc", { vpc_name: "main" });
    const group = await create("alicloud_security_group", { vpc_id });
    const zone_id = "cn-hongkong-b";
    const vswitch_id = await create("alicloud_vswitch", { vpc_id, zone_id, cidr_block: "10.0.0.0/24" });
    const attributes = {
      vswitch_id,
      security_groups: [group],
      user_data: USER_DATA,
      instance_name: "worker-0",
    };
    return create("alicloud_instance", attributes);
  }

  test("a resource is made, looked at, changed behind Terraform's back, and deleted", async () => {
    const type = "alicloud_ram_role";
    const id = await create(type, { role_name: "Worker", description: null });

    expect((await call("POST", "/read", { type, id, attributes: {} })).answer).toMatchObject({
      resource: { id: "Worker", arn: "acs:ram::1000000000000000:role/worker", description: null },
    });
    await call("POST", "/drift", { type, id, attributes: { description: "by hand" } });
    expect((await call("GET", `/resources?type=${type}`)).answer).toMatchObject({
      [type]: [{ role_name: "Worker", description: "by hand" }],
    });
    await call("POST", "/drift", { type, id, attributes: null });
    expect((await call("POST", "/read", { type, id, attributes: {} })).answer).toEqual({ resource: null });
  });

  test("errors are scripted by operation, for so many calls, after so many others", async () => {
    await call("POST", "/errors", {
      operation: "CreateVpc",
      code: "Throttling",
      message: "Slow down.",
      after: 1,
      times: 1,
    });
    const answers = [];
    for (const name of ["first", "second", "third"]) {
      answers.push(await call("POST", "/create", { type: "alicloud_vpc", attributes: { vpc_name: name } }));
    }

    expect(answers.map(({ status }) => status)).toEqual([200, 409, 200]);
    expect(answers[1]?.answer).toEqual({ code: "Throttling", operation: "CreateVpc", error: "Slow down." });
  });

  test("an instance is watched, warned and taken away; its console stays", async () => {
    const id = await createInstance();
    await until("the instance has booted", async () => {
      const { answer } = await call("GET", `/console?id=${id}`);
      return (answer as { text: string }).text.includes("booted");
    });
    expect((await call("GET", "/instances")).answer).toMatchObject([
      {
        id,
        name: "worker-0",
        processId: expect.any(Number),
        metadataEndpoint: expect.stringContaining("http"),
      },
    ]);

    await call("POST", "/termination", { id, atMs: Date.UTC(2027, 0, 1) });
    await call("POST", "/release", { id });

    expect((await call("GET", "/instances")).answer).toEqual([
      expect.not.objectContaining({ processId: expect.anything() }),
    ]);
    expect((await call("GET", `/console?id=${id}`)).answer).toEqual({ text: "booted\n" });
    expect((await call("GET", "/resources?type=alicloud_instance")).answer).toEqual({
      alicloud_instance: [],
    });
    expect((await call("POST", "/termination", { id })).answer).toMatchObject({
      code: "InvalidInstanceId.NotFound",
    });
  });

  test("nothing of an instance outlives the cloud", async () => {
    await createInstance();
    const [instance] = cloud.account.instances();
    expect(isGroupAlive(instance?.processId ?? 0)).toBe(true);

    await cloud.close();

    expect(isGroupAlive(instance?.processId ?? 0)).toBe(false);
  });

  test.each([
    { strategy: null, statuses: [200, 200, 200, 200, 409] },
    { strategy: "DeleteOldestNonDefaultVersionWhenLimitExceeded", statuses: [200, 200, 200, 200, 200] },
  ])("a policy has five versions, unless old ones go by $strategy", async ({ strategy, statuses }) => {
    const type = "alicloud_ram_policy";
    const id = await create(type, { policy_name: "p", policy_document: "{}", rotate_strategy: strategy });
    const answers = [];
    for (const action of ["a", "b", "c", "d", "e"]) {
      answers.push(
        await call("POST", "/update", { type, id, attributes: { policy_document: `{"${action}":1}` } }),
      );
    }

    expect(answers.map(({ status }) => status)).toEqual(statuses);
    expect(answers[3]?.answer).toMatchObject({ resource: { default_version: "v5" } });
  });

  test("an unknown type is refused", async () => {
    const { status, answer } = await call("POST", "/create", { type: "alicloud_slb", attributes: {} });

    expect({ status, answer }).toMatchObject({ status: 409, answer: { code: "NotSupported" } });
  });
});
