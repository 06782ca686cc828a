import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failureOf, hasTerraform, NETWORK, TIMEOUT_MS, Workspace } from "./terraform.ts";

describe.skipIf(!hasTerraform)(
  "the local provider through the real Terraform",
  { timeout: TIMEOUT_MS },
  () => {
    let workspace: Workspace;

    beforeAll(async () => {
      workspace = await Workspace.open();
    });

    afterAll(async () => {
      await workspace[Symbol.asyncDispose]();
    });

    const bucket = (more = ""): string => `
    resource "alicloud_oss_bucket" "control" {
      bucket = "control-bucket"
      lifecycle_rule {
        enabled = true
        abort_multipart_upload { days = 1 }
      }
      lifecycle {
        ignore_changes = [policy, server_side_encryption_rule, versioning, website]
      }
      ${more}
    }
    resource "alicloud_oss_bucket_server_side_encryption" "control" {
      bucket        = alicloud_oss_bucket.control.bucket
      sse_algorithm = "AES256"
    }
    resource "alicloud_oss_bucket_public_access_block" "control" {
      bucket              = alicloud_oss_bucket.control.bucket
      block_public_access = true
    }
    resource "alicloud_oss_bucket_website" "control" {
      bucket = alicloud_oss_bucket.control.bucket
      routing_rules {
        routing_rule {
          rule_number = 1
          condition { http_error_code_returned_equals = "404" }
          redirect {
            redirect_type = "Mirror"
            mirror_url    = "https://source.example/"
            mirror_auth {
              auth_type         = "s3v4"
              access_key_id     = "AKIA"
              access_key_secret = "not-a-secret"
            }
          }
        }
      }
    }
  `;

    test("what is applied needs nothing more, and what Terraform tolerates are declared defaults only", async () => {
      const run = await workspace.apply(NETWORK + bucket(), { TF_LOG: "WARN" });

      expect(failureOf(run)).toBe("");
      const { text } = run;
      expect(text).toContain("7 added, 0 changed, 0 destroyed");
      expect(text).not.toContain("produced an unexpected new value");
      const tolerated = [...text.matchAll(/^\s+- \.(\w+): planned value .* for a non-computed attribute/gmu)];
      expect(new Set(tolerated.map(([, name]) => name))).toEqual(
        new Set(["force_destroy", "redundancy_type", "storage_class"]),
      );
      expect(await workspace.plan()).toEqual({});
    });

    test("buckets are real in the local OSS, with what was set on them", () => {
      const { oss } = workspace.cloud;

      expect(oss.bucket("control-bucket").versioning).toBe("never");
      const { settings } = oss.bucket("control-bucket");
      expect(settings.get("encryption")).toMatchObject({ sse_algorithm: "AES256" });
      expect(settings.get("publicAccessBlock")).toEqual({ block_public_access: true });
      expect(settings.get("website")).toMatchObject({
        routing_rules: [{ routing_rule: [{ redirect: [{ mirror_url: "https://source.example/" }] }] }],
      });
    });

    test("a changed attribute is updated in place, one that cannot change replaces the resource", async () => {
      await workspace.configure(
        (NETWORK + bucket())
          .replace('vpc_name   = "main"', 'vpc_name   = "other"')
          .replace("10.0.0.0/24", "10.0.1.0/24"),
      );

      expect(await workspace.plan()).toEqual({
        "alicloud_vpc.main": "update",
        "alicloud_vswitch.main": "replace",
      });
      const run = await workspace.terraform("apply", "-auto-approve", "-input=false");

      expect(failureOf(run)).toBe("");
      expect(workspace.cloud.account.list("alicloud_vpc")).toMatchObject({
        alicloud_vpc: [{ vpc_name: "other" }],
      });
      expect(await workspace.plan()).toEqual({});
    });

    test("a bucket without ignore_changes would lose what other resources set on it", async () => {
      await workspace.configure(
        (NETWORK + bucket())
          .replace('vpc_name   = "main"', 'vpc_name   = "other"')
          .replace("10.0.0.0/24", "10.0.1.0/24")
          .replace("server_side_encryption_rule, ", ""),
      );

      expect(await workspace.plan()).toEqual({ "alicloud_oss_bucket.control": "update" });
    });

    test("what somebody else changed or deleted is put back", async () => {
      const { account } = workspace.cloud;
      const [vpc] = account.list("alicloud_vpc")["alicloud_vpc"] ?? [];
      const [vswitch] = account.list("alicloud_vswitch")["alicloud_vswitch"] ?? [];
      await workspace.configure(NETWORK + bucket());
      await workspace.terraform("apply", "-auto-approve", "-input=false");

      await account.disturb("alicloud_vpc", String(vpc?.["id"]), { vpc_name: "renamed by hand" });
      await account.disturb("alicloud_oss_bucket_public_access_block", "control-bucket", null);
      await account.disturb("alicloud_vswitch", String(vswitch?.["id"]), null);

      expect(await workspace.plan()).toMatchObject({
        "alicloud_vpc.main": "update",
        "alicloud_oss_bucket_public_access_block.control": "create",
      });
    });

    test("an existing bucket is imported and then needs nothing but what imports cannot know", async () => {
      workspace.cloud.oss.createBucket("destination-bucket");
      const destination = `
      resource "alicloud_oss_bucket" "destination" { bucket = "destination-bucket" }
    `;
      await workspace.configure(NETWORK + bucket() + destination);

      const imported = await workspace.terraform(
        "import",
        "alicloud_oss_bucket.destination",
        "destination-bucket",
      );

      expect(failureOf(imported)).toBe("");
      await workspace.terraform("apply", "-auto-approve", "-input=false");
      expect(await workspace.plan()).toEqual({});
      const object = await workspace.terraform("import", "alicloud_ram_access_key.none", "LTAI");
      expect(object.code).toBe(1);
    });

    test("preventDestroy keeps a bucket, and everything else goes when it is lifted", async () => {
      await workspace.configure(
        (NETWORK + bucket()).replace("ignore_changes", "prevent_destroy = true\n ignore_changes"),
      );
      const refused = await workspace.terraform("destroy", "-auto-approve", "-input=false");
      expect(refused.code).toBe(1);
      expect(refused.text).toContain("lifecycle.prevent_destroy");

      await workspace.configure(NETWORK + bucket());
      const run = await workspace.terraform("destroy", "-auto-approve", "-input=false");

      expect(failureOf(run)).toBe("");
      expect(Object.values(workspace.cloud.account.list()).flat()).toEqual([]);
      expect(workspace.cloud.oss.hasBucket("control-bucket")).toBe(false);
    });

    test("Terraform cannot take the local provider for the real one, and nothing is left in the home directory", async () => {
      const lock = await readFile(join(workspace.directory, ".terraform.lock.hcl"), "utf8");
      expect(lock).toContain('version     = "1.999.0"');

      expect(await workspace.homeFiles()).toEqual([]);
      expect((await readdir(workspace.directory)).toSorted()).toEqual([
        ".terraform",
        ".terraform.lock.hcl",
        "main.tf",
        "terraform.tfstate",
        "terraform.tfstate.backup",
      ]);
    });

    test("the wrong region and a missing cloud are said at once", async () => {
      await workspace.configure(NETWORK);
      const path = join(workspace.directory, "main.tf");
      await writeFile(path, (await readFile(path, "utf8")).replace('"cn-hongkong"', '"eu-central-1"'));
      const wrongRegion = await workspace.terraform("plan", "-input=false");
      expect(wrongRegion.text).toContain(
        "The local cloud is region cn-hongkong, and the provider is to use eu-central-1",
      );

      await using lonely = await Workspace.open();
      const { code, text } = await lonely.apply(NETWORK, { FERRY_LOCAL_CLOUD: "" });
      expect(code).toBe(1);
      expect(text).toContain("no local cloud is running");
    });
  },
);
