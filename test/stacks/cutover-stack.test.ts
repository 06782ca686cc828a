import { expect, test } from "vitest";
import { type Attributes, example, synthesise, synthesiseStack } from "../support/synthesise.ts";

function cutover(
  ...replacements: readonly (readonly [string, string])[]
): ReturnType<typeof synthesiseStack> {
  return synthesiseStack("cutover", example("article", ...replacements));
}

function rule(stack = cutover()): Attributes {
  const [website] = stack.of("alicloud_oss_bucket_website");
  const rules = website?.["routing_rules"] as { readonly routing_rule: readonly Attributes[] };
  return rules.routing_rule[0] ?? {};
}

test("what the destination does not have is fetched from the source", () => {
  expect(rule()).toMatchObject({
    rule_number: 1,
    condition: { http_error_code_returned_equals: "404" },
    redirect: {
      redirect_type: "Mirror",
      mirror_url: "https://photos-tokyo.s3.ap-northeast-1.amazonaws.com/",
      enable_replace_prefix: false,
    },
  });
});

test("every boolean is said, as the provider sends false for the others", () => {
  expect(rule()["redirect"]).toMatchObject({
    mirror_allow_get_image_info: false,
    mirror_allow_head_object: true,
    mirror_allow_video_snapshot: false,
    mirror_check_md5: true,
    mirror_follow_redirect: false,
    mirror_is_express_tunnel: false,
    mirror_pass_original_slashes: true,
    mirror_pass_query_string: false,
    mirror_proxy_pass: false,
    mirror_save_oss_meta: true,
    mirror_sni: true,
    mirror_switch_all_errors: false,
    mirror_user_last_modified: true,
    mirror_using_role: false,
    pass_query_string: false,
  });
});

test("prefixes are mapped as the copy maps them", () => {
  const stack = cutover(["cutover:", "srcPrefix: photos/\ndestPrefix: archive/photos/\ncutover:"]);

  expect(rule(stack)).toMatchObject({
    condition: { key_prefix_equals: "archive/photos/" },
    redirect: { enable_replace_prefix: true, replace_key_prefix_with: "photos/" },
  });
});

test("a private source is asked with a key pair that only Terraform variables hold", () => {
  const { document } = cutover();

  expect(rule()["redirect"]).toMatchObject({
    mirror_auth: {
      auth_type: "S3V4",
      region: "ap-northeast-1",
      access_key_id: "${var.mirror_access_key_id}",
      access_key_secret: "${var.mirror_access_key_secret}",
    },
  });
  expect(document["variable"]).toMatchObject({
    mirror_access_key_id: { sensitive: true },
    mirror_access_key_secret: { sensitive: true },
  });
  expect(JSON.stringify(document["variable"])).not.toContain('"default"');
});

test("a public source is asked without one", () => {
  const stack = cutover(["privateSource: true", "privateSource: false"]);

  expect(stack.document).not.toHaveProperty("variable");
  expect(rule(stack)["redirect"]).not.toHaveProperty("mirror_auth");
});

test("from then on no fleet but the final delta's can overwrite anything", () => {
  expect(cutover().of("alicloud_oss_bucket_overwrite_config")).toMatchObject([
    {
      bucket: "photos-hongkong",
      rule: [
        {
          action: "forbid",
          principals: {
            principal: ["pilot", "full", "delta-1"].map((phase): unknown =>
              expect.stringMatching(
                new RegExp(
                  String.raw`^arn:sts::\$\{data\..+\.id\}:assumed-role/article-${phase}-worker/\*$`,
                  "u",
                ),
              ),
            ),
          },
        },
      ],
    },
  ]);
});

test("there is no such stack unless it is configured", () => {
  expect([...synthesise(example("small")).keys()]).toEqual(["foundation", "full"]);
});
