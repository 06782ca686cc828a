import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasTerraform, NETWORK, TIMEOUT_MS, Workspace } from "./terraform.ts";

interface Mistake {
  readonly type: string;
  readonly body: string;
  readonly says: string;
}

const ROLE_POLICY = `assume_role_policy_document = jsonencode({ Version = "1", Statement = [] })`;
const INSTANCE = `image_id = "i"\n instance_type = "ecs.c7.large"`;
const RULE = `security_group_id = "sg-1"\n type = "ingress"\n ip_protocol = "tcp"`;

/** What the real provider refuses before it asks the cloud, one resource each. */
const MISTAKES: readonly Mistake[] = [
  {
    type: "oss_bucket",
    body: `bucket = "Upper"`,
    says: "invalid value for bucket (3 to 63 lower-case letters",
  },
  {
    type: "oss_bucket",
    body: `bucket = "b2"`,
    says: "expected length of bucket to be in the range (3 - 63), got b2",
  },
  {
    type: "oss_bucket",
    body: `storage_class = "Cold"`,
    says: "expected storage_class to be one of [Standard IA Archive ColdArchive DeepColdArchive], got Cold",
  },
  {
    type: "oss_bucket",
    body: `versioning { status = "On" }`,
    says: "expected status to be one of [Enabled Suspended], got On",
  },
  {
    type: "oss_bucket_object",
    body: `bucket = "b"\n key = "k"\n source = "a"\n content = "b"`,
    says: `"source": conflicts with content`,
  },
  {
    type: "oss_bucket_server_side_encryption",
    body: `bucket = "b"\n sse_algorithm = "AES"`,
    says: "expected sse_algorithm to be one of [AES256 KMS SM4], got AES",
  },
  {
    type: "oss_bucket_policy",
    body: `bucket = "b"\n policy = "{"`,
    says: `"policy" contains an invalid JSON`,
  },
  { type: "ram_user", body: `name = "a b"`, says: "invalid value for name (1 to 64 letters" },
  {
    type: "ram_access_key",
    body: `user_name = "u"\n pgp_key = "-----BEGIN PGP PUBLIC KEY BLOCK-----"`,
    says: "invalid value for pgp_key (must be a Base64 public key without armour",
  },
  {
    type: "ram_policy",
    body: `policy_name = "p"\n policy_document = jsonencode({ a = join("", [for i in range(700) : "0123456789"]) })`,
    says: `"policy_document" must not exceed 6144 bytes`,
  },
  {
    type: "ram_policy",
    body: `policy_name = "p"`,
    says: "one of `policy_document` must be specified",
  },
  {
    type: "ram_role",
    body: `role_name = "r"\n ${ROLE_POLICY}\n max_session_duration = 60`,
    says: "expected max_session_duration to be in the range (3600 - 43200), got 60",
  },
  {
    type: "ram_role",
    body: `role_name = "under_score"\n ${ROLE_POLICY}`,
    says: "invalid value for role_name",
  },
  {
    type: "ram_role_policy_attachment",
    body: `policy_name = "p"\n policy_type = "Own"\n role_name = "r"`,
    says: "expected policy_type to be one of [System Custom], got Own",
  },
  {
    type: "vswitch",
    body: `vpc_id = "v"\n zone_id = "z"\n cidr_block = "10.0.0.0/8"`,
    says: "the mask must be from /16 to /29",
  },
  { type: "vswitch", body: `vpc_id = "v"`, says: "one of `zone_id` must be specified" },
  {
    type: "security_group_rule",
    body: `${RULE}\n cidr_ip = "0.0.0.0/0"\n priority = 101`,
    says: "expected priority to be in the range (1 - 100), got 101",
  },
  { type: "security_group_rule", body: RULE, says: "one of `cidr_ip,ipv6_cidr_ip" },
  {
    type: "eip_address",
    body: `internet_charge_type = "Free"`,
    says: "expected internet_charge_type to be one of [PayByBandwidth PayByTraffic], got Free",
  },
  { type: "instance", body: `image_id = "i"`, says: "one of `instance_type` must be specified" },
  {
    type: "instance",
    body: `image_id = "i"\n instance_type = "c7.large"`,
    says: "invalid value for instance_type (must begin with ecs.)",
  },
  {
    type: "instance",
    body: `${INSTANCE}\n internet_max_bandwidth_out = 200`,
    says: "expected internet_max_bandwidth_out to be in the range (0 - 100), got 200",
  },
  {
    type: "instance",
    body: `${INSTANCE}\n spot_price_limit = 0.5`,
    says: `"spot_price_limit" is valid only when "spot_strategy" is SpotWithPriceLimit`,
  },
  {
    type: "instance",
    body: `${INSTANCE}\n auto_release_time = "tomorrow"`,
    says: "must be a UTC time such as",
  },
  {
    type: "instance",
    body: `${INSTANCE}\n http_tokens = "always"`,
    says: "expected http_tokens to be one of [optional required], got always",
  },
];

interface Validation {
  readonly diagnostics: readonly {
    readonly summary: string;
    readonly snippet?: { readonly context: string };
  }[];
}

describe.skipIf(!hasTerraform)("rules of the real provider", { timeout: TIMEOUT_MS }, () => {
  let workspace: Workspace;
  let diagnostics: Validation["diagnostics"];

  beforeAll(async () => {
    workspace = await Workspace.open();
    const resources = MISTAKES.map(
      ({ type, body }, index) => `resource "alicloud_${type}" "mistake_${index}" {\n ${body}\n}`,
    );
    await workspace.configure(resources.join("\n"));
    const { stdout } = await workspace.terraform("validate", "-json");
    ({ diagnostics } = JSON.parse(stdout) as Validation);
  }, TIMEOUT_MS);

  afterAll(async () => {
    await workspace[Symbol.asyncDispose]();
  });

  test.each(MISTAKES.map((mistake, index) => ({ ...mistake, index })))(
    "$type: $says",
    ({ type, says, index }) => {
      const context = `resource "alicloud_${type}" "mistake_${index}"`;
      const found = diagnostics.filter(({ snippet }) => snippet?.context === context);
      expect(found.map(({ summary }) => summary)).toContainEqual(expect.stringContaining(says));
    },
  );

  test("a configuration without mistakes has no diagnostics", async () => {
    await workspace.configure(NETWORK);

    const { stdout } = await workspace.terraform("validate", "-json");

    expect(JSON.parse(stdout)).toMatchObject({ valid: true, diagnostics: [] });
  });
});
