import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The directory that holds the bundles `worker.mjs` and `oss-ferry.mjs` of this run, and nothing else. */
    bundles: string;
  }
}

/**
 * Builds the bundles once for the whole run, and copies them to where nothing is installed around them: what
 * the tests start is what an instance gets.
 */
export default async function buildBundles(project: TestProject): Promise<() => Promise<void>> {
  await promisify(execFile)(process.execPath, [resolve("scripts/bundle.ts")]);
  const directory = await mkdtemp(join(tmpdir(), "oss-ferry-bundles-"));
  for (const name of ["worker.mjs", "oss-ferry.mjs"]) {
    await copyFile(resolve("dist", name), join(directory, name));
  }
  project.provide("bundles", directory);
  return () => rm(directory, { recursive: true, force: true });
}
