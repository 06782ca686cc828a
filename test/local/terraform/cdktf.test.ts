import { execFile } from "node:child_process";
import { access, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failureOf, hasTerraform, type Run, TIMEOUT_MS, Workspace } from "./terraform.ts";

const ROOT = join(import.meta.dirname, "../../..");
const CONSTRAINT = ">= 1.278.0, < 2.0.0";

/** Two stacks as a user of the bindings would write them; the second refers to the first. */
const APP = `
import { App, LocalBackend, TerraformAsset, TerraformStack } from "cdktf";
import { OssBucket } from "@cdktf/provider-alicloud/lib/oss-bucket";
import { OssBucketObject } from "@cdktf/provider-alicloud/lib/oss-bucket-object";
import { AlicloudProvider } from "@cdktf/provider-alicloud/lib/provider";
import { Vpc } from "@cdktf/provider-alicloud/lib/vpc";

const app = new App();

function openStack(id: string): TerraformStack {
  const stack = new TerraformStack(app, id);
  new LocalBackend(stack, { path: "../../../" + id + ".tfstate" });
  new AlicloudProvider(stack, "provider", { region: "cn-hongkong" });
  return stack;
}

const foundation = openStack("foundation");
const control = new OssBucket(foundation, "control", { bucket: "control-bucket", storageClass: "Standard" });
const asset = new TerraformAsset(foundation, "bundle", { path: "bundle.txt" });
new OssBucketObject(foundation, "object", { bucket: control.bucket, key: "bundle", source: asset.path });
new Vpc(openStack("fleet"), "main", { vpcName: control.bucket, cidrBlock: "10.0.0.0/16" });
app.synth();
`;

describe.skipIf(!hasTerraform)("the CDKTF command line", { timeout: TIMEOUT_MS }, () => {
  let workspace: Workspace;

  beforeAll(async () => {
    workspace = await Workspace.open();
    const { directory } = workspace;
    await symlink(join(ROOT, "node_modules"), join(directory, "node_modules"));
    await writeFile(join(directory, "package.json"), JSON.stringify({ type: "module" }));
    await writeFile(join(directory, "bundle.txt"), "the bundle");
    await writeFile(join(directory, "main.ts"), APP);
    const project = { language: "typescript", app: `${process.execPath} main.ts`, projectId: "test" };
    await writeFile(
      join(directory, "cdktf.json"),
      JSON.stringify({
        ...project,
        sendCrashReports: "false",
        terraformProviders: [`aliyun/alicloud@${CONSTRAINT}`],
      }),
    );
  });

  afterAll(async () => {
    await workspace[Symbol.asyncDispose]();
  });

  async function cdktf(...words: readonly string[]): Promise<Run> {
    const command = join(ROOT, "node_modules/.bin/cdktf");
    const env = {
      ...workspace.environment,
      PATH: `${join(process.execPath, "..")}:${process.env["PATH"] ?? ""}`,
      CI: "1",
    };
    return new Promise((resolve) => {
      const child = execFile(command, words, { cwd: workspace.directory, env }, (_error, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, text: stdout + stderr, stdout });
      });
    });
  }

  test("gets bindings through the local provider", async () => {
    const run = await cdktf("get");

    expect(failureOf(run)).toBe("");
    await expect(
      access(join(workspace.directory, ".gen/providers/alicloud/instance/index.ts")),
    ).resolves.toBeUndefined();
  });

  test("deploys stacks that depend on each other, and destroys them", async () => {
    const deployed = await cdktf("deploy", "foundation", "fleet", "--auto-approve", "--skip-provider-lock");

    expect(failureOf(deployed)).toBe("");
    expect(workspace.cloud.oss.readObject("control-bucket", "bundle")?.toString()).toBe("the bundle");
    expect(workspace.cloud.account.list("alicloud_vpc")).toMatchObject({
      alicloud_vpc: [{ vpc_name: "control-bucket" }],
    });
    const synthesised = await readFile(
      join(workspace.directory, "cdktf.out/stacks/foundation/cdk.tf.json"),
      "utf8",
    );
    expect(synthesised).toContain(JSON.stringify(CONSTRAINT));

    const destroyed = await cdktf("destroy", "foundation", "fleet", "--auto-approve", "--skip-provider-lock");

    expect(failureOf(destroyed)).toBe("");
    expect(Object.values(workspace.cloud.account.list()).flat()).toEqual([]);
    expect(workspace.cloud.oss.hasBucket("control-bucket")).toBe(false);
  });

  test("leaves nothing in the home directory: no plugin cache, no checkpoint", async () => {
    expect(await workspace.homeFiles()).toEqual([]);
  });
});
