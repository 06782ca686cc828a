import { describe, expect, test } from "vitest";
import { seedSmall } from "../support/bucket-seeds.ts";
import { CONTROL, DESTINATION, type FerryWorld, openFerryWorld, SOURCE } from "../support/ferry-world.ts";
import { cleanRefusal, refusalOf } from "../support/refused.ts";

type Change = Readonly<Record<string, string | undefined>>;

/** Something that is wrong with a store, and what the worker says about it. */
interface BadStore {
  readonly what: string;
  readonly change?: Change | ((world: FerryWorld) => Change);
  readonly arrange?: (world: FerryWorld) => unknown;
  readonly code: number;
  readonly line: RegExp;
}

const TWENTY_MINUTES_MS = 20 * 60_000;

const BUCKETS: readonly BadStore[] = [
  {
    what: "a source bucket that does not exist",
    change: { OSS_FERRY_SOURCE_BUCKET: "elsewhere" },
    code: 5,
    line: /^BUCKET_NOT_FOUND: .*404 NoSuchBucket.*; check the name of the source bucket elsewhere, its region and endpoint$/u,
  },
  {
    what: "a destination bucket that does not exist",
    change: { OSS_FERRY_DESTINATION_BUCKET: "elsewhere" },
    code: 5,
    line: /^BUCKET_NOT_FOUND: .*404 NoSuchBucket.*; check the name of the destination bucket elsewhere/u,
  },
  {
    what: "a control bucket that does not exist",
    change: { OSS_FERRY_CONTROL_BUCKET: "elsewhere" },
    code: 5,
    line: /^BUCKET_NOT_FOUND: .*404 NoSuchBucket.*; check the name of the control bucket elsewhere/u,
  },
  {
    what: "a wrong source region",
    change: { OSS_FERRY_SOURCE_REGION: "us-east-1" },
    code: 5,
    line: /^WRONG_REGION: .*the bucket source-bucket is in region ap-northeast-1, not in us-east-1; check the region of the source bucket$/u,
  },
  {
    what: "a source bucket of another region",
    arrange: (world) => world.cloud.s3.createBucket(SOURCE, { region: "us-west-2" }),
    code: 5,
    line: /^WRONG_REGION: .*the bucket source-bucket is in region us-west-2, not in ap-northeast-1/u,
  },
  {
    what: "a wrong region of OSS",
    change: { OSS_FERRY_DESTINATION_REGION: "cn-hangzhou" },
    code: 5,
    line: /^WRONG_REGION: .*this endpoint does not accept signatures for region cn-hangzhou; check the region/u,
  },
  {
    what: "a destination bucket of another region",
    arrange: (world) => world.cloud.oss.createBucket(DESTINATION, { region: "cn-hangzhou" }),
    code: 5,
    line: /^WRONG_REGION: .*destination-bucket is not in region cn-hongkong; it answers at oss-cn-hangzhou.aliyuncs.com/u,
  },
  {
    what: "a control bucket of another region",
    arrange: (world) => world.cloud.oss.createBucket(CONTROL, { region: "cn-hangzhou" }),
    code: 5,
    line: /^WRONG_REGION: .*control-bucket is not in region cn-hongkong; it answers at oss-cn-hangzhou.aliyuncs.com/u,
  },
  {
    what: "a source that may not be listed",
    arrange: (world) => deny(world, SOURCE, "ListObjectsV2"),
    code: 5,
    line: /^ACCESS_DENIED: .*; allow this access key ListObjectsV2 on the source bucket source-bucket$/u,
  },
  {
    what: "a control bucket that may not be written",
    arrange: (world) => deny(world, CONTROL, "PutObject"),
    code: 5,
    line: /^ACCESS_DENIED: .*; allow this access key PutObject on the control bucket control-bucket$/u,
  },
];

const ENDPOINTS: readonly BadStore[] = [
  {
    what: "a source endpoint that no name server knows",
    change: { OSS_FERRY_SOURCE_ENDPOINT: "http://s3.ferry.invalid" },
    code: 7,
    line: /^STORE_UNAVAILABLE: the source bucket has not answered for 10 s .*s3\.ferry\.invalid.*; check it and start again/u,
  },
  {
    what: "an OSS endpoint that no name server knows",
    change: { OSS_FERRY_OSS_ENDPOINT: "http://oss.ferry.invalid" },
    code: 7,
    line: /^STORE_UNAVAILABLE: .* has not answered for 10 s .*oss\.ferry\.invalid.*; check it and start again/u,
  },
  {
    what: "a source endpoint at which nothing listens",
    change: { OSS_FERRY_SOURCE_ENDPOINT: "http://127.0.0.1:1" },
    code: 7,
    line: /^STORE_UNAVAILABLE: the source bucket .*127\.0\.0\.1:1: could not connect \(ECONNREFUSED\)\); check it/u,
  },
  {
    what: "an OSS endpoint at which nothing listens",
    change: { OSS_FERRY_OSS_ENDPOINT: "http://127.0.0.1:1" },
    code: 7,
    line: /^STORE_UNAVAILABLE: .*127\.0\.0\.1:1: could not connect \(ECONNREFUSED\)\); check it/u,
  },
  {
    what: "an OSS endpoint that is S3's",
    change: (world) => ({ OSS_FERRY_OSS_ENDPOINT: world.cloud.s3.endpoint }),
    code: 5,
    line: /^WRONG_REGION: /u,
  },
  {
    what: "no metadata service, on a machine that is no instance",
    change: {
      OSS_FERRY_OSS_CREDENTIALS: "ecs",
      OSS_FERRY_METADATA_ENDPOINT: "http://127.0.0.1:1",
    },
    code: 7,
    line: /^STORE_UNAVAILABLE: the ECS metadata service is out of reach .*; outside of ECS take the keys from the environment$/u,
  },
];

const CREDENTIALS: readonly BadStore[] = [
  {
    what: "no keys of OSS",
    change: { ALIBABA_CLOUD_ACCESS_KEY_ID: undefined, ALIBABA_CLOUD_ACCESS_KEY_SECRET: undefined },
    code: 5,
    line: /^CREDENTIALS_MISSING: no credentials: set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET$/u,
  },
  {
    what: "an access key of the source without its secret",
    change: { AWS_SECRET_ACCESS_KEY: undefined },
    code: 5,
    line: /^CREDENTIALS_MISSING: no credentials: set AWS_SECRET_ACCESS_KEY$/u,
  },
  {
    what: "no keys of the source anywhere",
    change: {
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_EC2_METADATA_DISABLED: "true",
    },
    code: 5,
    line: /^CREDENTIALS_INVALID: no credentials for the source: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY/u,
  },
  {
    what: "an access key that S3 does not know",
    change: { AWS_ACCESS_KEY_ID: "AKIANOBODYKNOWSME" },
    code: 5,
    line: /^CREDENTIALS_INVALID: .*InvalidAccessKeyId.*; check the access key for the source bucket source-bucket$/u,
  },
  {
    what: "a wrong secret of S3",
    change: { AWS_SECRET_ACCESS_KEY: "not-the-secret" },
    code: 5,
    line: /^CREDENTIALS_INVALID: .*SignatureDoesNotMatch.*; check the access key for the source bucket/u,
  },
  {
    what: "an access key that OSS does not know",
    change: { ALIBABA_CLOUD_ACCESS_KEY_ID: "LTAINOBODYKNOWSME" },
    code: 5,
    line: /^CREDENTIALS_INVALID: .*InvalidAccessKeyId.*; check the access key for the \w+ bucket/u,
  },
  {
    what: "a wrong secret of OSS",
    change: { ALIBABA_CLOUD_ACCESS_KEY_SECRET: "not-the-secret" },
    code: 5,
    line: /^CREDENTIALS_INVALID: .*SignatureDoesNotMatch.*; check the access key for the \w+ bucket/u,
  },
  {
    what: "keys of OSS that have expired and are not replaced",
    arrange: (world) => world.script({ match: { service: "oss" }, fault: { kind: "expired-credentials" } }),
    code: 5,
    line: /^CREDENTIALS_EXPIRED: .*; the \w+ bucket \S+ needs new credentials$/u,
  },
  {
    what: "keys of S3 that have expired and are not replaced",
    arrange: (world) => world.script({ match: { service: "s3" }, fault: { kind: "expired-credentials" } }),
    code: 5,
    line: /^CREDENTIALS_EXPIRED: .*; the source bucket source-bucket needs new credentials$/u,
  },
];

const CLOCKS: readonly BadStore[] = [
  {
    what: "a clock 20 minutes behind OSS's",
    arrange: (world) => (world.cloud.oss.clock.offsetMs = TWENTY_MINUTES_MS),
    code: 5,
    line: /^CLOCK_SKEWED: .*the clock of this machine is 20 minutes behind the service's; synchronize it \(NTP\)$/u,
  },
  {
    what: "a clock 20 minutes ahead of OSS's",
    arrange: (world) => (world.cloud.oss.clock.offsetMs = -TWENTY_MINUTES_MS),
    code: 5,
    line: /^CLOCK_SKEWED: .*the clock of this machine is 20 minutes ahead of the service's; synchronize it \(NTP\)$/u,
  },
  {
    what: "a clock 20 minutes behind S3's",
    arrange: (world) => (world.cloud.s3.clock.offsetMs = TWENTY_MINUTES_MS),
    code: 5,
    line: /^CLOCK_SKEWED: .*20 minutes behind the service's/u,
  },
];

const CONTROL_BUCKETS: readonly BadStore[] = [
  {
    what: "a control bucket that is versioned",
    arrange: (world) => world.cloud.oss.createBucket(CONTROL, { versioning: "Enabled" }),
    code: 4,
    line: /^CONTROL_BUCKET_VERSIONED: versioning of the control bucket is enabled; .*use a new bucket that never was$/u,
  },
  {
    what: "a control bucket that was versioned once",
    arrange: (world) => world.cloud.oss.createBucket(CONTROL, { versioning: "Suspended" }),
    code: 4,
    line: /^CONTROL_BUCKET_VERSIONED: versioning of the control bucket is suspended; .*use a new bucket that never was$/u,
  },
  {
    what: "a control bucket that does not let us ask whether it is versioned",
    arrange: (world) => deny(world, CONTROL, "GetBucketVersioning"),
    code: 4,
    line: /^CONTROL_BUCKET_UNKNOWN: .*; grant oss:GetBucketVersioning on it$/u,
  },
  {
    what: "a control bucket on which create-only writes are not honoured",
    arrange: (world) => world.script({ match: { bucket: CONTROL }, fault: { kind: "forget-create-only" } }),
    code: 4,
    line: /^CREATE_ONLY_NOT_HONOURED: the control bucket let a second create-only write replace the first; .*Use a plain OSS bucket/u,
  },
];

function deny(world: FerryWorld, bucket: string, operation: string): unknown {
  const fault = { kind: "error", status: 403, code: "AccessDenied", message: "You may not." } as const;
  return world.script({ match: { bucket, operation }, fault });
}

describe.concurrent("a worker refuses to begin with", { timeout: 240_000 }, () => {
  test.for([...BUCKETS, ...ENDPOINTS, ...CREDENTIALS, ...CLOCKS, ...CONTROL_BUCKETS])(
    "$what",
    async ({ change = {}, arrange, code, line }) => {
      await using world = await openFerryWorld();
      await seedSmall(world, 3);
      await arrange?.(world);
      const settings = typeof change === "function" ? change(world) : change;

      const start = (): ReturnType<FerryWorld["startWorker"]> =>
        world.startWorker("refused", { OSS_FERRY_GIVE_UP_SECONDS: "10", ...settings });

      expect(await refusalOf(world, start)).toEqual(cleanRefusal(code, expect.stringMatching(line)));
    },
  );
});
