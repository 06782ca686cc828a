import { copyFile, mkdtempDisposable, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readMigration } from "../../core/config/read-migration.ts";
import { startCommand } from "../support/ferry-process.ts";

const JOBS = fileURLToPath(new URL("../core/ossimport/jobs/", import.meta.url));
const SECRETS = [
  "SOURCE-ACCESS-KEY",
  "source-secret-key",
  "LTAI-DESTINATION-KEY",
  "destination-secret",
  "worker-password",
];
const CLOSING = "No key was copied: give the source's to the fleets with `oss-ferry credentials set`.";

/** A directory with OssImport's two files in it. */
async function ossImport(job: string): Promise<AsyncDisposable & { readonly path: string }> {
  const directory = await mkdtempDisposable(join(tmpdir(), "oss-ferry-"));
  await copyFile(join(JOBS, `${job}.cfg`), join(directory.path, "job.cfg"));
  await copyFile(join(JOBS, "sys.properties"), join(directory.path, "sys.properties"));
  return directory;
}

async function saidBy(directory: string, args: readonly string[]): Promise<unknown> {
  const secrets = (): readonly string[] => SECRETS;
  await using process = startCommand(["import-jobcfg", ...args], { environment: {}, directory, secrets });
  const { code, stdout, errors } = await process.end();
  return { code, stdout, errors };
}

describe.concurrent("oss-ferry import-jobcfg", () => {
  test("writes a migration.yaml that is one, and no key into it", async () => {
    await using directory = await ossImport("s3");
    const args = ["job.cfg", "--sys-properties", "sys.properties", "--output", "migration.yaml"];

    expect(await saidBy(directory.path, args)).toEqual({ code: 0, stdout: "", errors: [CLOSING] });

    const text = await readFile(join(directory.path, "migration.yaml"), "utf8");
    expect(readMigration(text, "migration.yaml")).toMatchObject({
      ok: true,
      migration: { name: "photos-2025", worker: { taskThreadNum: 60 } },
    });
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  });

  test("writes it to standard output where nobody names a file", async () => {
    await using directory = await ossImport("oss");

    expect(await saidBy(directory.path, ["job.cfg"])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^# Made from job\.cfg by oss-ferry import-jobcfg\.\n/u) as unknown,
      errors: [CLOSING],
    });
  });

  test("says why a job has no counterpart, and writes nothing", async () => {
    await using directory = await ossImport("azure");

    expect(await saidBy(directory.path, ["job.cfg", "--output", "migration.yaml"])).toEqual({
      code: 2,
      stdout: "",
      errors: [
        "job.cfg:5: srcType azure is not converted: Azure Blob does not speak S3; use Data Online Migration",
      ],
    });
    expect(await readdir(directory.path)).not.toContain("migration.yaml");
  });

  test("does not write over a file, nor read one that is not there", async () => {
    await using directory = await ossImport("s3");

    expect(await saidBy(directory.path, ["job.cfg", "--output", "sys.properties"])).toEqual({
      code: 2,
      stdout: "",
      errors: ["USAGE: --output: sys.properties is there already; name another file"],
    });
    expect(await saidBy(directory.path, ["other.cfg"])).toEqual({
      code: 2,
      stdout: "",
      errors: ["USAGE: other.cfg: cannot be read (ENOENT); name a file of OssImport"],
    });
  });
});
