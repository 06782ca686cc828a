import { crc64Xz } from "../../../core/crc64.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { OssBucketConfiguration } from "../../../storage/oss/bucket-configuration.ts";
import { OssDestination } from "../../../storage/oss/destination.ts";
import { OssObjectReader } from "../../../storage/oss/object-reader.ts";
import { send } from "../../local/raw-client.ts";
import { ossOptions } from "../support/local-stores.ts";

let cloud: LocalCloud;
let configuration: OssBucketConfiguration;

beforeEach(async () => {
  cloud = await startLocalCloud();
  cloud.oss.createBucket("bucket");
  configuration = new OssBucketConfiguration(ossOptions(cloud, "bucket"));
});
afterEach(async () => {
  await configuration.close();
  await cloud.close();
});

const put = async (setting: string, body: string): Promise<void> => {
  const answer = await send(cloud.oss, { method: "PUT", bucket: "bucket", query: { [setting]: "" }, body });
  expect(answer.status).toBe(200);
};

describe("the configuration of an OSS bucket", () => {
  test("of a new bucket is empty, and never versioned", async () => {
    expect(await configuration.mirrorRules()).toEqual([]);
    expect(await configuration.lifecycleRules()).toEqual([]);
    expect(await configuration.overwriteRules()).toEqual([]);
    expect(await configuration.versioning()).toBe("never");
    expect(await configuration.openUploads({ prefix: "", most: 10 })).toEqual({ uploads: [], more: false });
  });

  test("tells the back-to-source rules in the order of their numbers, and no redirections", async () => {
    const rule = (number: number, type: string, condition: string, redirect: string): string =>
      `<RoutingRule><RuleNumber>${number}</RuleNumber><Condition>${condition}` +
      `<HttpErrorCodeReturnedEquals>404</HttpErrorCodeReturnedEquals></Condition>` +
      `<Redirect><RedirectType>${type}</RedirectType>${redirect}</Redirect></RoutingRule>`;
    const url = "<MirrorURL>https://one.example/a&amp;b/</MirrorURL>";
    await put(
      "website",
      `<WebsiteConfiguration><RoutingRules>${[
        rule(3, "Mirror", "<KeySuffixEquals>.png</KeySuffixEquals>", url),
        rule(
          2,
          "Mirror",
          "<KeyPrefixEquals>new/</KeyPrefixEquals>",
          `${url}<EnableReplacePrefix>true</EnableReplacePrefix><ReplaceKeyPrefixWith>old/</ReplaceKeyPrefixWith>` +
            "<MirrorAllowHeadObject>true</MirrorAllowHeadObject><MirrorProxyPass>true</MirrorProxyPass>" +
            "<MirrorAuth><AuthType>S3V4</AuthType><Region>r</Region><AccessKeyId>a</AccessKeyId></MirrorAuth>",
        ),
        rule(1, "External", "", "<HostName>other.example</HostName>"),
      ].join("")}</RoutingRules></WebsiteConfiguration>`,
    );

    expect(await configuration.mirrorRules()).toEqual([
      {
        number: 2,
        prefix: "new/",
        narrowed: false,
        url: "https://one.example/a&b/",
        replacePrefixWith: "old/",
        allowsHead: true,
        stores: false,
        signs: true,
      },
      {
        number: 3,
        prefix: "",
        narrowed: true,
        url: "https://one.example/a&b/",
        allowsHead: false,
        stores: true,
        signs: false,
      },
    ]);
  });

  test("tells the lifecycle rules that are enabled, and what they do to objects", async () => {
    await put(
      "lifecycle",
      "<LifecycleConfiguration>" +
        "<Rule><ID>tidy</ID><Prefix>logs/</Prefix><Status>Enabled</Status><Expiration><Days>30</Days></Expiration>" +
        "<Transition><Days>5</Days><StorageClass>IA</StorageClass></Transition></Rule>" +
        "<Rule><ID>off</ID><Prefix></Prefix><Status>Disabled</Status><Expiration><Days>1</Days></Expiration></Rule>" +
        "<Rule><ID>parts</ID><Prefix></Prefix><Status>Enabled</Status>" +
        "<AbortMultipartUpload><Days>7</Days></AbortMultipartUpload></Rule>" +
        "</LifecycleConfiguration>",
    );

    expect(await configuration.lifecycleRules()).toEqual([
      { id: "tidy", prefix: "logs/", expires: true, movesTo: ["IA"] },
      { id: "parts", prefix: "", expires: false, movesTo: [] },
    ]);
  });

  test("tells the rules against overwriting with whom they are about", async () => {
    await put(
      "overwriteConfig",
      "<OverwriteConfiguration><Rule><ID>fleet</ID><Action>forbid</Action><Prefix>p/</Prefix><Principals>" +
        "<Principal>arn:sts::1:assumed-role/a/*</Principal><Principal>2</Principal></Principals></Rule>" +
        "<Rule><ID>all</ID><Action>forbid</Action></Rule></OverwriteConfiguration>",
    );

    expect(await configuration.overwriteRules()).toEqual([
      { id: "fleet", prefix: "p/", suffix: "", principals: ["arn:sts::1:assumed-role/a/*", "2"] },
      { id: "all", prefix: "", suffix: "", principals: [] },
    ]);
  });

  test("tells whether the bucket is or was versioned", async () => {
    cloud.oss.bucket("bucket").versioning = "Enabled";
    expect(await configuration.versioning()).toBe("enabled");
    cloud.oss.bucket("bucket").versioning = "Suspended";
    expect(await configuration.versioning()).toBe("suspended");
  });

  test("tells the open uploads below a prefix, odd keys included", async () => {
    const destination = new OssDestination(ossOptions(cloud, "bucket"));
    const metadata = { headers: {}, user: {} };
    const uploadId = await destination.createUpload({ key: "p/ä +%&<", metadata });
    await destination.createUpload({ key: "q", metadata });
    await destination.close();

    expect(await configuration.openUploads({ prefix: "p/", most: 10 })).toEqual({
      uploads: [{ key: "p/ä +%&<", uploadId, initiatedMs: expect.any(Number) }],
      more: false,
    });
  });

  test("is ACCESS_DENIED for those who may not ask, and BUCKET_NOT_FOUND where there is no bucket", async () => {
    const fault = { kind: "error", status: 403, code: "AccessDenied" } as const;
    cloud.faults.add({ match: { operation: "GetBucketWebsite" }, fault });
    await expect(configuration.mirrorRules()).rejects.toMatchObject({ code: "ACCESS_DENIED" });
    cloud.oss.removeBucket("bucket");
    await expect(configuration.lifecycleRules()).rejects.toMatchObject({ code: "BUCKET_NOT_FOUND" });
  });
});

describe("a reader of an OSS bucket", () => {
  test("gets bytes and metadata, nothing for a key that is not there, and what a rule fetches", async () => {
    cloud.s3.createBucket("source");
    await cloud.s3.putObject("source", "far", "from afar");
    await cloud.oss.putObject("bucket", "near", "from here", { userMetadata: { author: "alice" } });
    const reader = new OssObjectReader(ossOptions(cloud, "bucket"));
    const { region, accessKey, endpoint } = cloud.s3;

    const near = await reader.read("near");
    const missing = await reader.read("far");
    cloud.oss.switchMirrorOn("bucket", { url: `${endpoint}/source/`, sign: { region, accessKey } });
    const far = await reader.read("far");
    await reader.close();

    expect(near).toMatchObject({ sizeBytes: 9, mirrored: false, metadata: { user: { author: "alice" } } });
    expect(missing).toBeUndefined();
    expect(far).toMatchObject({
      sizeBytes: 9,
      mirrored: true,
      readCrc64: crc64Xz.update(0n, Buffer.from("from afar")),
    });
  });
});
