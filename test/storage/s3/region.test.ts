import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { systemClock } from "../../../core/clock.ts";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { awsDefaultChain } from "../../../storage/credentials/aws-default-chain.ts";
import { staticCredentials } from "../../../storage/credentials/static.ts";
import { findBucketRegion } from "../../../storage/s3/region.ts";

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud({ sourceRegion: "us-east-1" });
  cloud.s3.createBucket("near");
  cloud.s3.createBucket("far-away", { region: "eu-central-1" });
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await cloud.close();
});

describe("the AWS SDK", () => {
  it("finds the region of a bucket, wherever it is", async () => {
    const credentials = staticCredentials(cloud.s3.accessKey);
    const regionOf = (bucket: string): Promise<string | undefined> =>
      findBucketRegion({ bucket, credentials, endpoint: cloud.s3.endpoint });
    expect(await regionOf("near")).toBe("us-east-1");
    expect(await regionOf("far-away")).toBe("eu-central-1");
    expect(await regionOf("no-such-bucket")).toBeUndefined();
  });

  it("finds the source's keys where every AWS tool does", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIA-environment");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
    const chain = awsDefaultChain({ region: "us-east-1", clock: systemClock, random: () => 0.5 });
    expect(await chain.get()).toEqual({ accessKeyId: "AKIA-environment", accessKeySecret: "secret" });
  });

  it("says so where there are none", async () => {
    for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"])
      vi.stubEnv(name, undefined);
    for (const name of ["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"]) vi.stubEnv(name, "/nonexistent");
    vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
    const chain = awsDefaultChain({ region: "us-east-1", clock: systemClock, random: () => 0.5 });
    await expect(chain.get()).rejects.toMatchObject({
      code: "CREDENTIALS_INVALID",
      detail: { store: "source" },
    });
  });
});
