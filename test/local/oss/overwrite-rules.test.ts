import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { elementOf, elementsOf, type RawAnswer, type RawRequest, send } from "../raw-client.ts";

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud({ instance: { roleName: "worker" } });
});
afterAll(() => cloud.close());
beforeEach(async () => {
  cloud.oss.createBucket("bucket");
  await cloud.oss.putObject("bucket", "key", "before");
});

const call = (method: string, key: string | undefined, more: RawRequest = {}): Promise<RawAnswer> =>
  send(cloud.oss, { method, bucket: "bucket", ...(key !== undefined && { key }), ...more });

const rules = (method: string, body?: string): Promise<RawAnswer> =>
  call(method, undefined, { query: { overwriteConfig: "" }, ...(body !== undefined && { body }) });

const forbid = (...conditions: readonly string[]): Promise<RawAnswer> => {
  const all = conditions.map((condition) => `<Rule><Action>forbid</Action>${condition}</Rule>`);
  return rules("PUT", `<OverwriteConfiguration>${all.join("")}</OverwriteConfiguration>`);
};

const outcome = (answer: RawAnswer): readonly unknown[] => [answer.status, elementOf(answer, "Code")];

describe("a rule against overwriting", () => {
  test("is put, read back, replaced whole and deleted; without one it is 404", async () => {
    expect((await rules("GET")).status).toBe(404);
    await forbid("<ID>one</ID><Prefix>a/</Prefix>");
    await forbid("<ID>two</ID><Principals><Principal>x</Principal><Principal>y</Principal></Principals>");
    const read = await rules("GET");
    expect([elementsOf(read, "ID"), elementsOf(read, "Principal")]).toEqual([["two"], ["x", "y"]]);
    expect((await rules("DELETE")).status).toBe(204);
    expect((await rules("GET")).status).toBe(404);
    expect((await rules("PUT", "<Other/>")).status).toBe(400);
    const allow = "<OverwriteConfiguration><Rule><Action>allow</Action></Rule></OverwriteConfiguration>";
    expect((await rules("PUT", allow)).status).toBe(400);
  });

  test("refuses every way of overwriting, and neither creating nor deleting", async () => {
    await cloud.oss.putObject("bucket", "source", "x");
    const begun = await call("POST", "key", { query: { uploads: "" } });
    const uploadId = elementOf(begun, "UploadId") ?? "";
    await call("PUT", "key", { query: { uploadId, partNumber: "1" }, body: "x" });
    await forbid("");

    const complete = { query: { uploadId }, headers: { "x-oss-complete-all": "yes" } };
    const copy = { headers: { "x-oss-copy-source": "/bucket/source" } };
    for (const answer of [
      await call("PUT", "key", { body: "after" }),
      await call("PUT", "key", copy),
      await call("POST", "key", complete),
    ]) {
      expect(outcome(answer)).toEqual([409, "FileAlreadyExists"]);
    }
    expect(cloud.oss.readObject("bucket", "key")?.toString()).toBe("before");
    expect((await call("PUT", "new", { body: "x" })).status).toBe(200);
    expect((await call("DELETE", "key")).status).toBe(204);
    expect((await call("PUT", "key", { body: "again" })).status).toBe(200);
  });

  test("is about the keys with its prefix and its suffix", async () => {
    await forbid("<Prefix>k</Prefix><Suffix>y</Suffix>", "<Prefix>other/</Prefix>");
    await cloud.oss.putObject("bucket", "kez", "x");
    expect((await call("PUT", "key", { body: "x" })).status).toBe(409);
    expect((await call("PUT", "kez", { body: "x" })).status).toBe(200);
  });

  test("is about those it names: the sessions of a role, a user, or everybody", async () => {
    const worker = cloud.metadata.credentials.current();
    const user = cloud.oss.keys.create("200000000000000001");
    const put = async (accessKey = cloud.oss.accessKey): Promise<number> =>
      (await call("PUT", "key", { body: "x", accessKey })).status;

    await forbid(
      "<Principals><Principal>arn:sts::1000000000000000:assumed-role/worker/*</Principal></Principals>",
    );
    expect([await put(worker), await put(user), await put()]).toEqual([409, 200, 200]);
    await forbid("<Principals><Principal>200000000000000001</Principal></Principals>");
    expect([await put(worker), await put(user), await put()]).toEqual([200, 409, 200]);
    await forbid("<Principals><Principal>*</Principal></Principals>");
    expect([await put(worker), await put(user), await put()]).toEqual([409, 409, 409]);
  });

  test("made by Terraform it is the same, and a user's key pair is the user", async () => {
    const { account } = cloud;
    const { id } = await account.create("alicloud_ram_user", { name: "app" });
    const pair = await account.create("alicloud_ram_access_key", { user_name: "app" });
    const rule = [{ action: "forbid", prefix: null, principals: [{ principal: [id] }] }];
    await account.create("alicloud_oss_bucket_overwrite_config", { bucket: "bucket", rule });

    const accessKey = { accessKeyId: String(pair["id"]), accessKeySecret: String(pair["secret"]) };
    expect(outcome(await call("PUT", "key", { body: "x", accessKey }))).toEqual([409, "FileAlreadyExists"]);
    expect((await call("PUT", "key", { body: "x" })).status).toBe(200);
  });
});
