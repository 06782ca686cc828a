import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { elementOf, type RawRequest, send } from "../raw-client.ts";

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud();
});
afterAll(() => cloud.close());

const FORBID = { "x-oss-forbid-overwrite": "true" };
const create = (bucket: string, key: string, body: string, more: RawRequest = {}) =>
  send(cloud.oss, { method: "PUT", bucket, key, body, headers: FORBID, ...more });

describe("create-only writes on a bucket that never was versioned", () => {
  test("the first one creates, the second is 409 FileAlreadyExists and changes nothing", async () => {
    cloud.oss.createBucket("plain");
    expect((await create("plain", "claim", "mine")).status).toBe(200);
    const second = await create("plain", "claim", "theirs");
    expect([second.status, elementOf(second, "Code"), elementOf(second, "EC")]).toEqual([
      409,
      "FileAlreadyExists",
      "0026-00000002",
    ]);
    expect(cloud.oss.readObject("plain", "claim")?.toString()).toBe("mine");
  });

  test("without the header, or with any value but true, an object is replaced", async () => {
    cloud.oss.createBucket("plain");
    await create("plain", "claim", "mine");
    await create("plain", "claim", "theirs", { headers: { "x-oss-forbid-overwrite": "false" } });
    expect(cloud.oss.readObject("plain", "claim")?.toString()).toBe("theirs");
  });

  test("after a delete the name is free again", async () => {
    cloud.oss.createBucket("plain");
    await create("plain", "claim", "mine");
    await send(cloud.oss, { method: "DELETE", bucket: "plain", key: "claim" });
    expect((await create("plain", "claim", "again")).status).toBe(200);
  });

  test("of 50 that race exactly one wins, small bodies or large, and its content is what stays", async () => {
    cloud.oss.createBucket("plain");
    for (const [key, sizeBytes] of [
      ["small", 10],
      ["large", 200_000],
    ] as const) {
      const bodies = Array.from({ length: 50 }, (_, index) => String(index).padEnd(sizeBytes, "."));
      const answers = await Promise.all(bodies.map((body) => create("plain", key, body)));
      const winners = answers.flatMap((answer, index) => (answer.status === 200 ? [index] : []));
      expect(winners).toHaveLength(1);
      expect(answers.filter((answer) => answer.status === 409)).toHaveLength(49);
      expect(cloud.oss.readObject("plain", key)?.toString()).toBe(bodies[winners[0] ?? -1]);
    }
  });

  test("copies are create-only too when asked to be", async () => {
    cloud.oss.createBucket("plain");
    await create("plain", "source", "x");
    await create("plain", "target", "y");
    const headers = { ...FORBID, "x-oss-copy-source": "/plain/source" };
    expect((await send(cloud.oss, { method: "PUT", bucket: "plain", key: "target", headers })).status).toBe(
      409,
    );
  });
});

describe("versioning takes the promise away", () => {
  test.each([["Enabled"], ["Suspended"]] as const)(
    "%s: the header is ignored without a word, but for a version id",
    async (versioning) => {
      cloud.oss.createBucket("versioned", { versioning });
      await create("versioned", "claim", "mine");
      const second = await create("versioned", "claim", "theirs");
      expect(second.status).toBe(200);
      expect(second.headers["x-oss-version-id"]).toMatch(versioning === "Enabled" ? /^CAEQ/ : /^null$/);
      expect(cloud.oss.readObject("versioned", "claim")?.toString()).toBe("theirs");
    },
  );

  test("of racing writers all believe that they have won", async () => {
    cloud.oss.createBucket("versioned", { versioning: "Enabled" });
    const answers = await Promise.all(["a", "b", "c"].map((body) => create("versioned", "claim", body)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
  });

  test("the state can be asked for and set, but never set back to what it was", async () => {
    cloud.oss.createBucket("changing");
    const versioning = { bucket: "changing", query: { versioning: "" } };
    const status = async (): Promise<string | undefined> =>
      elementOf(await send(cloud.oss, versioning), "Status");
    const set = (value: string) =>
      send(cloud.oss, {
        ...versioning,
        method: "PUT",
        body: `<VersioningConfiguration><Status>${value}</Status></VersioningConfiguration>`,
      });
    expect(await status()).toBeUndefined();
    expect((await create("changing", "before", "x")).headers["x-oss-version-id"]).toBeUndefined();
    await set("Enabled");
    expect(await status()).toBe("Enabled");
    await set("Suspended");
    expect(await status()).toBe("Suspended");
    expect((await set("")).status).toBe(400);
    expect(await status()).toBe("Suspended");
  });
});
