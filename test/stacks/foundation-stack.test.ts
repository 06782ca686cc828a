import { describe, expect, test } from "vitest";
import { ARTIFACTS, example, synthesise, synthesiseStack } from "../support/synthesise.ts";

const foundation = synthesiseStack("foundation", example("article"));

describe("the control bucket", () => {
  const bucket = foundation
    .of("alicloud_oss_bucket")
    .find(({ bucket }) => bucket === "photos-hongkong-ferry");

  test("is never versioned: versioning makes every claimer win", () => {
    expect(bucket).not.toHaveProperty("versioning");
    expect(foundation.of("alicloud_oss_bucket_versioning")).toEqual([]);
  });

  test("is encrypted and closed to the public", () => {
    expect(foundation.of("alicloud_oss_bucket_server_side_encryption")).toMatchObject([
      { sse_algorithm: "AES256" },
    ]);
    expect(foundation.of("alicloud_oss_bucket_public_access_block")).toMatchObject([
      { block_public_access: true },
    ]);
  });

  test("aborts stale uploads", () => {
    expect(bucket).toMatchObject({
      lifecycle_rule: [{ enabled: true, prefix: "", abort_multipart_upload: [{ days: 7 }] }],
    });
  });
});

test("no bucket is ever destroyed or emptied, and none fights over settings that are not its own", () => {
  const buckets = foundation.of("alicloud_oss_bucket");

  expect(buckets).toHaveLength(2);
  for (const bucket of buckets) {
    expect(bucket).toMatchObject({
      force_destroy: false,
      lifecycle: {
        prevent_destroy: true,
        ignore_changes: expect.arrayContaining([
          "website",
          "versioning",
          "policy",
          "server_side_encryption_rule",
        ]) as unknown,
      },
    });
  }
});

test("buckets that exist already are let go of, never destroyed", () => {
  const text = example(
    "small",
    ["bucket: my-photos-hk\n", "bucket: my-photos-hk\n  existing: true\n"],
    ["bucket: my-photos-hk-ferry\n", "bucket: my-photos-hk-ferry\n  existing: true\n"],
  );

  const { document, resources } = synthesiseStack("foundation", text);

  const before = synthesiseStack("foundation", example("small")).resources;
  expect([...resources.keys()].filter((name) => name.startsWith("alicloud_oss_bucket."))).toEqual([]);
  const removed = document["removed"] as readonly { readonly from: string }[];
  expect(removed).toHaveLength(4);
  expect(removed.every(({ from }) => before.has(from))).toBe(true);
  expect(removed).toEqual(removed.map(({ from }) => ({ from, lifecycle: { destroy: false } })));
});

test("nothing can connect to an instance", () => {
  expect(foundation.of("alicloud_security_group_rule")).toEqual([]);
  expect(foundation.of("alicloud_security_group")).toMatchObject([{ inner_access_policy: "Drop" }]);
});

test("each zone has a vSwitch of its own in the VPC", () => {
  expect(foundation.of("alicloud_vswitch")).toMatchObject([
    { zone_id: "cn-hongkong-b", cidr_block: "10.42.0.0/19" },
    { zone_id: "cn-hongkong-c", cidr_block: "10.42.32.0/19" },
  ]);
});

test("in a VPC that exists nothing but a security group is created", () => {
  const text = example("small", [
    "  new:\n    zones: [cn-hongkong-b]",
    "  existing:\n    vpcId: vpc-1\n    vSwitchIds: [vsw-1]",
  ]);

  const stacks = synthesise(text);

  expect(stacks.get("foundation")?.of("alicloud_vpc")).toEqual([]);
  expect(stacks.get("foundation")?.of("alicloud_security_group")).toMatchObject([{ vpc_id: "vpc-1" }]);
  expect(stacks.get("full")?.of("alicloud_instance")).toMatchObject([
    { vswitch_id: "vsw-1" },
    { vswitch_id: "vsw-1" },
  ]);
});

test("every phase has a role of its own that ECS alone may take", () => {
  const roles = foundation.of("alicloud_ram_role");

  expect(roles.map((role) => role["role_name"])).toEqual([
    "article-delta-1-worker",
    "article-delta-final-worker",
    "article-full-worker",
    "article-pilot-worker",
  ]);
  expect(JSON.parse(String(roles[0]?.["assume_role_policy_document"]))).toMatchObject({
    Statement: [{ Action: "sts:AssumeRole", Principal: { Service: ["ecs.aliyuncs.com"] } }],
  });
  expect(foundation.of("alicloud_ram_policy")).toHaveLength(5);
});

test("a role lists the destination when its phase compares, and reads other jobs when it may have a base", () => {
  const phases = "phases:\n  audit: { workers: 1 }\n  pilot: { workers: 1 }";

  const mayDo = (policy: string): Readonly<Record<string, unknown>> => {
    const stack = synthesiseStack("foundation", example("small", ["phases:", `${policy}${phases}`]));
    return Object.fromEntries(
      ["audit", "pilot"].map((phase) => {
        const role = stack
          .of("alicloud_ram_policy")
          .find(({ policy_name: name }) => name === `small-${phase}-worker`);
        const document = String(role?.["policy_document"]);
        const listed = [...document.matchAll(/acs:oss:\*:\*:(my-photos-hk)"/gu)].length > 0;
        return [phase, { listsDestination: listed, readsOtherJobs: document.includes("jobs/small-*/*") }];
      }),
    );
  };

  expect(mayDo("")).toEqual({
    audit: { listsDestination: true, readsOtherJobs: true },
    pilot: { listsDestination: true, readsOtherJobs: false },
  });
  expect(mayDo("copy: { overwrite: always }\n")).toEqual({
    audit: { listsDestination: true, readsOtherJobs: true },
    pilot: { listsDestination: false, readsOtherJobs: false },
  });
});

test("the sub-user has no access key unless one is asked for, and then only its PGP key's holder can read it", () => {
  const text = example("small", ["phases:", "operator:\n  pgpKey: keybase:somebody\nphases:"]);

  const withKey = synthesiseStack("foundation", text);

  expect(foundation.of("alicloud_ram_user")).toMatchObject([{ name: "article-operator" }]);
  expect(foundation.of("alicloud_ram_access_key")).toEqual([]);
  expect(withKey.of("alicloud_ram_access_key")).toMatchObject([{ pgp_key: "keybase:somebody" }]);
  expect(withKey.of("alicloud_ram_access_key")[0]).not.toHaveProperty("secret_file");
});

test("runtime and bundle are objects named by their content", () => {
  expect(foundation.of("alicloud_oss_bucket_object")).toMatchObject([
    { key: `artifacts/${ARTIFACTS.bundle.sha256}/worker.mjs`, server_side_encryption: "AES256" },
    { key: `artifacts/${ARTIFACTS.runtime.sha256}/node`, server_side_encryption: "AES256" },
  ]);
});

test("tags and resource group are on everything that can have them", () => {
  const text = example("small", ["phases:", "tags:\n  team: data\nresourceGroupId: rg-1\nphases:"]);

  const stack = synthesiseStack("foundation", text);

  const tags = { team: "data", "oss-ferry": "small" };
  expect(stack.of("alicloud_vpc")).toMatchObject([{ tags, resource_group_id: "rg-1" }]);
  expect(stack.of("alicloud_oss_bucket")).toMatchObject([
    { tags, resource_group_id: "rg-1" },
    { tags, resource_group_id: "rg-1" },
  ]);
});

test("the objects wait for their bucket", () => {
  for (const object of foundation.of("alicloud_oss_bucket_object")) {
    expect(object["bucket"]).toMatch(/^\$\{alicloud_oss_bucket\.control_bucket_\w+\.bucket\}$/u);
  }
});
