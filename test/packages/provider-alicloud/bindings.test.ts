import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Testing, TerraformStack } from "cdktf";
import { describe, expect, onTestFinished, test } from "vitest";
import { Instance } from "@cdktf/provider-alicloud/lib/instance";
import { OssBucketWebsite } from "@cdktf/provider-alicloud/lib/oss-bucket-website";
import { AlicloudProvider } from "@cdktf/provider-alicloud/lib/provider";
import { installLocalProvider } from "../../../local/terraform/install.ts";
import { readBindings, writeBindings } from "../../../packages/provider-alicloud/generate/bindings.ts";
import {
  differences,
  readInstalledSchema,
} from "../../../packages/provider-alicloud/generate/real/installed-schema.ts";
import { type Block, required } from "../../../packages/provider-alicloud/schema/dsl.ts";
import {
  type ProviderSchema,
  providerSchema,
} from "../../../packages/provider-alicloud/schema/provider-schema.ts";
import { hasTerraform, TIMEOUT_MS } from "../../local/terraform/terraform.ts";

const LIB = join(import.meta.dirname, "../../../packages/provider-alicloud/lib");
const require = createRequire(import.meta.url);

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "bindings-test-"));
  onTestFinished(async () => rm(directory, { recursive: true }));
  return directory;
}

describe("the bindings", { timeout: TIMEOUT_MS }, () => {
  test("are what the schema gives; `npm run bindings` brings them up to date", async () => {
    const fresh = join(await temporaryDirectory(), "lib");

    await writeBindings(providerSchema, fresh);

    expect(await readBindings(LIB)).toEqual(await readBindings(fresh));
  });

  test("name every class after its resource", async () => {
    const folders = (await readdir(LIB, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    const classes = folders.map(({ name }) => {
      const exported = require(join(LIB, name)) as object;
      const pascal = name.replace(/(?:^|-)(\w)/gu, (_match, letter: string) => letter.toUpperCase());
      return [name === "provider" ? "AlicloudProvider" : pascal, exported] as const;
    });

    expect(classes.length).toBe(Object.keys(providerSchema.resource_schemas).length + 4);
    for (const [name, exported] of classes) expect(exported).toHaveProperty(name);
  });

  test("ask for a version that has everything in the schema", () => {
    const stack = new TerraformStack(new App({ outdir: "unused" }), "stack");
    const provider = new AlicloudProvider(stack, "provider", { region: "cn-hongkong" });
    const worker = new Instance(stack, "worker", {
      instanceType: "ecs.c7.large",
      userData: "I2Nsb3VkLWNvbmZpZwo=",
    });
    const rules = new OssBucketWebsite(stack, "rules", {
      bucket: "b",
      routingRules: {
        routingRule: [{ ruleNumber: 1, redirect: { mirrorUrl: "https://x/", mirrorSni: true } }],
      },
    });

    expect(stack.node.children).toEqual([provider, worker, rules]);
    expect(JSON.parse(Testing.synth(stack))).toMatchObject({
      terraform: {
        required_providers: { alicloud: { source: "aliyun/alicloud", version: ">= 1.278.0, < 2.0.0" } },
      },
      resource: {
        alicloud_instance: { worker: { instance_type: "ecs.c7.large", user_data: "I2Nsb3VkLWNvbmZpZwo=" } },
        alicloud_oss_bucket_website: {
          rules: {
            routing_rules: {
              routing_rule: [{ rule_number: 1, redirect: { mirror_url: "https://x/", mirror_sni: true } }],
            },
          },
        },
      },
    });
  });
});

describe("the bindings of an installed provider", { timeout: TIMEOUT_MS }, () => {
  test.skipIf(!hasTerraform)("are the same when it has the same schema", async () => {
    const directory = await temporaryDirectory();
    const local = await installLocalProvider(directory, { cloudEndpoint: "http://127.0.0.1:1" });

    const installed = await readInstalledSchema(providerSchema, { ...process.env, ...local.environment });

    expect(differences(providerSchema, installed)).toEqual([]);
    await writeBindings(installed, join(directory, "lib"));
    expect(await readBindings(join(directory, "lib"))).toEqual(await readBindings(LIB));
  });

  test("are told apart where it has something else", () => {
    const { alicloud_ram_user: user, ...others } = providerSchema.resource_schemas;
    const { name: _name, comments: _comments, ...attributes } = user?.block.attributes ?? {};
    const block = { ...user?.block, attributes: { ...attributes, comments: required("string") } } as Block;
    const installed: ProviderSchema = {
      ...providerSchema,
      resource_schemas: { ...others, alicloud_ram_user: { version: 0, block } },
      data_source_schemas: {},
    };

    expect(differences(providerSchema, installed)).toEqual([
      'alicloud_ram_user.comments is "string" required, not "string" optional',
      "alicloud_ram_user.name does not exist",
      "alicloud_account does not exist",
      "alicloud_images does not exist",
      "alicloud_zones does not exist",
    ]);
  });
});
