import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { seedSmall } from "../support/bucket-seeds.ts";
import { NODE, startWorkerProcess } from "../support/ferry-process.ts";
import { openFerryWorld } from "../support/ferry-world.ts";
import { expectMigrated } from "../support/migrated.ts";

test("the bundle runs on the packaged runtime with nothing else: no PATH, no files, no modules", async () => {
  await using world = await openFerryWorld();
  await seedSmall(world, 12);
  const directory = await mkdtemp(join(tmpdir(), "oss-ferry-empty-"));
  try {
    const environment = { ...world.settings, PATH: "", HOME: directory };
    await using worker = startWorkerProcess({ environment, directory });

    expect(await worker.end()).toMatchObject({ code: 0, errors: [] });
    expect(await readdir(directory)).toEqual([]);
    expect((await readdir(inject("bundles"))).sort()).toEqual(["oss-ferry.mjs", "worker.mjs"]);
    await expectMigrated(world);
  } finally {
    await rm(directory, { recursive: true });
  }
});

test("the command is a program of its own, as npx starts it", async () => {
  const command = join(inject("bundles"), "oss-ferry.mjs");

  const { stdout } = await promisify(execFile)(command, ["--help"], {
    env: { PATH: `${dirname(NODE)}:/usr/bin:/bin` },
  });

  expect(stdout).toMatch(/^Usage: oss-ferry /u);
});

test("the bundle brings the AWS SDK along, for sources whose keys are not in the environment", async () => {
  await using world = await openFerryWorld();
  await seedSmall(world, 3);
  const directory = await mkdtemp(join(tmpdir(), "oss-ferry-profile-"));
  try {
    const { accessKeyId, accessKeySecret } = world.cloud.s3.accessKey;
    const file = join(directory, "credentials");
    await writeFile(
      file,
      `[ferry]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${accessKeySecret}\n`,
    );
    const worker = world.startWorker("profile", {
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_SHARED_CREDENTIALS_FILE: file,
      AWS_PROFILE: "ferry",
    });

    expect(await worker.end()).toMatchObject({ code: 0, errors: [] });
    await expectMigrated(world);
  } finally {
    await rm(directory, { recursive: true });
  }
});
