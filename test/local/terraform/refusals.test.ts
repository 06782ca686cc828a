import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { failureOf, hasTerraform, NETWORK, TIMEOUT_MS, Workspace } from "./terraform.ts";

const instance = (more: string): string => `
  resource "alicloud_instance" "worker" {
    instance_name   = "worker-0"
    image_id        = "aliyun_3_x64_20G_alibase_20250629.vhd"
    instance_type   = "ecs.c7.large"
    vswitch_id      = alicloud_vswitch.main.id
    security_groups = [alicloud_security_group.main.id]
    ${more}
  }
`;

describe.skipIf(!hasTerraform)("what the cloud refuses", { timeout: TIMEOUT_MS }, () => {
  let workspace: Workspace;

  beforeEach(async () => {
    workspace = await Workspace.open();
  });

  afterEach(async () => {
    await workspace[Symbol.asyncDispose]();
  });

  test("a bucket name that is taken, even by oneself", async () => {
    workspace.cloud.oss.createBucket("taken");

    const { code, text } = await workspace.apply(
      `resource "alicloud_oss_bucket" "mine" { bucket = "taken" }`,
    );

    expect(code).toBe(1);
    expect(text).toContain('The specified bucket name: "taken" is not available');
    expect(text).toContain("with alicloud_oss_bucket.mine");
  });

  test("to delete a bucket with objects in it, unless forced", async () => {
    const bucket = (force: boolean): string =>
      `resource "alicloud_oss_bucket" "full" {\n bucket = "full"\n force_destroy = ${force}\n}`;
    await workspace.apply(bucket(false));
    await workspace.cloud.oss.putObject("full", "key", "content");

    const refused = await workspace.terraform("destroy", "-auto-approve");

    expect(refused.code).toBe(1);
    expect(refused.text).toContain("ErrorCode: BucketNotEmpty");
    expect(workspace.cloud.oss.readObject("full", "key")?.toString()).toBe("content");
    await workspace.apply(bucket(true));
    expect((await workspace.terraform("destroy", "-auto-approve")).code).toBe(0);
  });

  test.each([
    {
      what: "user data of more than 16 KB",
      more: `user_data = base64encode(join("", ["#!/bin/sh\\n", join("", [for i in range(820) : "01234567890123456789"])]))`,
      code: "InvalidUserData.SizeExceeded",
    },
    {
      what: "user data that is no cloud-config",
      more: `user_data = base64encode("hello")`,
      code: "InvalidUserData.Malformed",
    },
    {
      what: "a release in the past",
      more: `auto_release_time = "2020-01-01T00:00:00Z"`,
      code: "InvalidAutoReleaseTime",
    },
    { what: "a dry run", more: "dry_run = true", code: "DryRunOperation" },
  ])("$what", async ({ more, code }) => {
    const { text } = await workspace.apply(NETWORK + instance(more));

    expect(text).toContain(`ErrorCode: ${code}`);
    expect(text).toContain("Resource alicloud_instance RunInstances Failed!!!");
    expect(text).toContain("with alicloud_instance.worker");
    expect(workspace.cloud.account.instances()).toEqual([]);
  });

  test("a role on an instance that ECS may not assume, and a policy on a role that is not there", async () => {
    const { text } = await workspace.apply(`${NETWORK}${instance("")}
      resource "alicloud_ram_role" "wrong" {
        role_name                   = "Wrong"
        assume_role_policy_document = jsonencode({ Version = "1", Statement = [] })
      }
      resource "alicloud_ecs_ram_role_attachment" "wrong" {
        instance_id   = alicloud_instance.worker.id
        ram_role_name = alicloud_ram_role.wrong.role_name
      }
      resource "alicloud_ram_role_policy_attachment" "nowhere" {
        policy_name = "AliyunOSSReadOnlyAccess"
        policy_type = "System"
        role_name   = "Nobody"
      }
    `);

    expect(text).toContain("ErrorCode: InvalidRamRole.NotEcsRole");
    expect(text).toContain("ErrorCode: EntityNotExist.Role");
  });

  test("a third access key of one user, and a protected instance's deletion", async () => {
    const applied = await workspace.apply(`${NETWORK}${instance("deletion_protection = true")}
      resource "alicloud_ram_user" "operator" { name = "operator" }
      resource "alicloud_ram_access_key" "operator" {
        count     = 3
        user_name = alicloud_ram_user.operator.name
      }
    `);
    expect(applied.text).toContain("ErrorCode: LimitExceeded.User.AccessKey");

    const destroyed = await workspace.terraform("destroy", "-auto-approve");
    expect(destroyed.text).toContain("ErrorCode: InvalidOperation.DeletionProtection");
  });

  test("what a test scripts: on the right resource, and the next apply goes on", async () => {
    workspace.cloud.account.script({
      operation: "CreateVSwitch",
      code: "QuotaExceeded.VSwitch",
      message: "The quota of vSwitches is exceeded.",
      times: 1,
    });

    const failed = await workspace.apply(NETWORK);

    expect(failed.code).toBe(1);
    expect(failed.text).toContain("ErrorCode: QuotaExceeded.VSwitch");
    expect(failed.text).toContain("with alicloud_vswitch.main");
    const recovered = await workspace.apply(NETWORK);
    expect(recovered.text).toContain("1 added");
    expect(await workspace.plan()).toEqual({});
  });

  test("secrets stay out of state where there is a PGP key, and work where there is none", async () => {
    const run = await workspace.apply(`
      resource "alicloud_ram_user" "operator" { name = "operator" }
      resource "alicloud_ram_access_key" "plain" { user_name = alicloud_ram_user.operator.name }
      resource "alicloud_ram_access_key" "sealed" {
        user_name = alicloud_ram_user.operator.name
        pgp_key   = "bm90IGEga2V5"
      }
      output "plain" {
        value     = { id = alicloud_ram_access_key.plain.id, secret = alicloud_ram_access_key.plain.secret }
        sensitive = true
      }
      output "sealed" {
        value     = alicloud_ram_access_key.sealed
        sensitive = true
      }
    `);

    expect(failureOf(run)).toBe("");
    const { text } = run;
    const { stdout } = await workspace.terraform("output", "-json");
    const { plain, sealed } = JSON.parse(stdout) as Record<string, { value: Record<string, string> }>;

    expect(workspace.cloud.oss.keys.find(plain?.value["id"] ?? "")?.accessKeySecret).toBe(
      plain?.value["secret"],
    );
    expect(sealed?.value).toMatchObject({ secret: "", encrypted_secret: expect.stringMatching(/^.{20,}$/u) });
    expect(text).not.toContain(plain?.value["secret"]);
    await workspace.terraform("destroy", "-auto-approve");
    expect(workspace.cloud.oss.keys.find(plain?.value["id"] ?? "")).toBeUndefined();
  });
});
