import { expect, test } from "vitest";
import { SOURCE_VARIABLES } from "../../core/protocol/source-credentials.ts";
import { bytesOf } from "../support/bucket-seeds.ts";
import { DESTINATION, openFerryWorld, SOURCE, variablesOf } from "../support/ferry-world.ts";

test("oss-ferry run moves a bucket of OSS, with keys of its own for the source", async () => {
  await using world = await openFerryWorld();
  const { oss } = world.cloud;
  oss.createBucket(SOURCE);
  const keys = Array.from({ length: 25 }, (_, index) => `photos/${index}`);
  for (const key of keys) await oss.putObject(SOURCE, key, bytesOf(key, 2_000));
  const own = world.ownKeys();
  // What the source's pair may do is read: with any other, nothing is copied.
  world.script({
    match: { service: "oss", bucket: SOURCE, client: oss.accessKey.accessKeyId },
    fault: { kind: "error", status: 403, code: "AccessDenied" },
  });
  const environment = {
    ...world.settings,
    AWS_ACCESS_KEY_ID: undefined,
    AWS_SECRET_ACCESS_KEY: undefined,
    OSS_FERRY_SOURCE_KIND: "oss",
    OSS_FERRY_SOURCE_REGION: oss.region,
    OSS_FERRY_SOURCE_ENDPOINT: oss.endpoint,
    ...variablesOf(SOURCE_VARIABLES, own.oss),
  };

  const end = await world.startCommand(["run"], environment).end();

  expect(end.code).toBe(0);
  expect(end.stdout).toContain("25 listed = 25 copied");
  for (const key of keys) expect(oss.readObject(DESTINATION, key)?.equals(bytesOf(key, 2_000))).toBe(true);
  const source = world.readControl(world.keys.job)?.["spec"] as { readonly source: unknown };
  expect(source.source).toMatchObject({ kind: "oss", bucket: SOURCE, etag: "md5" });
});
