import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import type { AccessKey } from "../../../local/credentials.ts";
import type { CredentialProvider } from "../../../storage/ports.ts";
import { S3Source } from "../../../storage/s3/source.ts";
import { s3Options } from "../support/local-stores.ts";
import { failureOf } from "../support/requests.ts";

let cloud: LocalCloud;
let source: S3Source;

/** As `oss-ferry credentials set` keeps it: what is stored is asked for again when the pair in use is refused. */
let stored: AccessKey | Error;
let rejections: number;

beforeEach(async () => {
  cloud = await startLocalCloud();
  cloud.s3.createBucket("source");
  stored = cloud.s3.keys.create();
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
  source = new S3Source(s3Options(cloud, "source", { credentials }));
  await source.list({});
});

afterEach(async () => {
  await source.close();
  await cloud.close();
});

function deactivate(pair: AccessKey | Error): void {
  if (!(pair instanceof Error)) cloud.s3.keys.remove(pair.accessKeyId);
}

describe("a pair of keys that S3 does not know any more", () => {
  it("was rotated when another one is there by now: worth another try, which succeeds", async () => {
    const old = stored;
    stored = cloud.s3.keys.create();
    deactivate(old);

    expect(await failureOf(source.list({}))).toMatchObject({ code: "CREDENTIALS_EXPIRED", retryable: true });
    expect((await source.list({})).objects).toEqual([]);
  });

  it("was rotated also when only the secret is another", async () => {
    const old = stored as AccessKey;
    stored = cloud.s3.keys.register({ ...old, accessKeySecret: "another" });

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

  it("is wrong when nobody can say whether there is another: what S3 said counts", async () => {
    deactivate(stored);
    stored = new Error("the control bucket does not answer");

    expect(await failureOf(source.list({}))).toMatchObject({
      code: "CREDENTIALS_INVALID",
      message: expect.stringContaining("InvalidAccessKeyId") as string,
    });
  });
});
