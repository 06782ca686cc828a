import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import type { AccessKey } from "../../../local/credentials.ts";
import { OssSource } from "../../../storage/oss/source.ts";
import type { CredentialProvider, SourceStore } from "../../../storage/ports.ts";
import { S3Source } from "../../../storage/s3/source.ts";
import { ossOptions, s3Options } from "../support/local-stores.ts";
import { failureOf } from "../support/requests.ts";

describe.each(["s3", "oss"] as const)("a pair of keys that %s does not know any more", (service) => {
  let cloud: LocalCloud;
  let source: SourceStore;

  /** As `oss-ferry credentials set` keeps it: what is stored is asked for again when the pair in use is refused. */
  let stored: AccessKey | Error;
  let rejections: number;

  beforeEach(async () => {
    cloud = await startLocalCloud();
    cloud[service].createBucket("source");
    stored = cloud[service].keys.create();
    rejections = 0;
    let current: AccessKey | undefined;
    const credentials: CredentialProvider = {
      get: async () => {
        if (current !== undefined) return current;
        if (stored instanceof Error) throw stored;
        return (current = { ...stored });
      },
      reject: (refused) => {
        rejections++;
        if (current === refused) current = undefined;
      },
    };
    source =
      service === "s3"
        ? new S3Source(s3Options(cloud, "source", { credentials }))
        : new OssSource(ossOptions(cloud, "source", { store: "source", credentials }));
    await source.list({});
  });

  afterEach(async () => {
    await source.close();
    await cloud.close();
  });

  function deactivate(pair: AccessKey | Error): void {
    if (!(pair instanceof Error)) cloud[service].keys.remove(pair.accessKeyId);
  }

  it("was rotated when another one is there by now: worth another try, which succeeds", async () => {
    const old = stored;
    stored = cloud[service].keys.create();
    deactivate(old);

    expect(await failureOf(source.list({}))).toMatchObject({ code: "CREDENTIALS_EXPIRED", retryable: true });
    expect((await source.list({})).objects).toEqual([]);
  });

  it("was rotated also when only the secret is another", async () => {
    const old = stored as AccessKey;
    stored = cloud[service].keys.register({ ...old, accessKeySecret: "another" });

    expect(await failureOf(source.list({}))).toMatchObject({ code: "CREDENTIALS_EXPIRED" });
    expect((await source.list({})).objects).toEqual([]);
  });

  it("is wrong when there is no other, and nobody tries again", async () => {
    deactivate(stored);

    const wrong = { code: "CREDENTIALS_INVALID", retryable: false };
    expect(await failureOf(source.list({}))).toMatchObject(wrong);
    expect(await failureOf(source.list({}))).toMatchObject(wrong);
    expect(rejections).toBe(2);
  });

  it("is wrong when nobody can say whether there is another: what the service said counts", async () => {
    deactivate(stored);
    stored = new Error("the control bucket does not answer");

    expect(await failureOf(source.list({}))).toMatchObject({
      code: "CREDENTIALS_INVALID",
      message: expect.stringContaining("InvalidAccessKeyId") as string,
    });
  });
});
