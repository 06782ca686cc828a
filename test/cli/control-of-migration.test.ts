import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startLocalCloud, type LocalCloud } from "../../local/cloud.ts";
import { type ProcessEnd, startCommand } from "../support/ferry-process.ts";

let cloud: LocalCloud;
let directory: string;

/** A project whose migration.yaml names a control bucket, and a cloud that has it. */
beforeAll(async () => {
  cloud = await startLocalCloud({ region: "cn-hongkong" });
  directory = await mkdtemp(join(tmpdir(), "oss-ferry-project-"));
  const example = await readFile("examples/small.yaml", "utf8");
  await writeFile(join(directory, "migration.yaml"), example);
  await writeFile(join(directory, "misspelt.yaml"), example.replace("region:", "reigon:"));
  const [, bucket = ""] = /^control:\n +bucket: (\S+)$/mu.exec(example) ?? [];
  cloud.oss.createBucket(bucket);
});

afterAll(async () => {
  await cloud.close();
  await rm(directory, { recursive: true });
});

function say(
  args: readonly string[],
  { environment = {}, where = directory }: { environment?: Record<string, string>; where?: string } = {},
): Promise<ProcessEnd> {
  const { accessKeyId, accessKeySecret } = cloud.oss.accessKey;
  const keys = {
    ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
    OSS_FERRY_OSS_ENDPOINT: cloud.oss.endpoint,
  };
  return startCommand(args, { environment: { ...keys, ...environment }, directory: where }).end();
}

describe.concurrent("the control bucket", () => {
  test("is found by the migration.yaml that is here, by whatever asks a control bucket", async () => {
    expect(await say(["status"])).toMatchObject({ code: 0, stdout: "There are no jobs.\n", errors: [] });
    const others = [
      ["pause", "--job-id", "none"],
      ["report", "--job-id", "none"],
      ["delta", "--job-id", "next", "--base-job-id", "none"],
      ["cutover", "check", "--base-job-id", "none"],
      ["estimate", "--volume", "1 TB", "--days", "1", "--pilot-job", "none"],
    ];
    for (const args of others) {
      expect((await say(args)).errors).toEqual([
        expect.stringMatching(/^(?:JOB|BASE)_UNKNOWN: there is no job none/u),
      ]);
    }
  });

  test("is found by the file that --config or FERRY_CONFIG names", async () => {
    const file = join(directory, "migration.yaml");
    const elsewhere = { where: tmpdir() };
    expect(await say(["status", "--config", file], elsewhere)).toMatchObject({ code: 0, errors: [] });
    expect(await say(["status"], { ...elsewhere, environment: { FERRY_CONFIG: file } })).toMatchObject({
      code: 0,
      errors: [],
    });
    expect(await say(["status", "--config", "none.yaml"], elsewhere)).toMatchObject({
      code: 2,
      errors: ["USAGE: none.yaml: cannot be read (ENOENT); name one that is there with --config"],
    });
  });

  test("is the one that is typed or that the environment names, whatever the file says", async () => {
    const typed = ["status", "--control-bucket", "another", "--destination-region", "cn-hongkong"];
    const environment = {
      OSS_FERRY_CONTROL_BUCKET: "another",
      OSS_FERRY_DESTINATION_REGION: "cn-hongkong",
    };
    for (const end of [await say(typed), await say(["status"], { environment })]) {
      expect([end.code, end.errors]).toEqual([5, [expect.stringMatching(/control bucket another,/u)]]);
    }
  });

  test("is nowhere when the file has a mistake, which is named", async () => {
    const end = await say(["status", "--config", "misspelt.yaml"]);
    expect([end.code, end.errors[0]]).toEqual([2, expect.stringMatching(/^misspelt\.yaml:\d+: region is /u)]);
  });
});
