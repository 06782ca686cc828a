import { createHash, randomBytes } from "node:crypto";
import { ApiError } from "../api-error.ts";
import { type Attributes, textOf } from "../attributes.ts";
import { apiTime, type Kind, recordKind, type World } from "../kind.ts";

const MAX_POLICY_VERSIONS = 5;
const ROTATES = "DeleteOldestNonDefaultVersionWhenLimitExceeded";

const operations = (noun: string): Kind["operations"] => ({
  create: `Create${noun}`,
  update: `Update${noun}`,
  delete: `Delete${noun}`,
});

function requireFree(world: World, type: string, attribute: string, wanted: Attributes, noun: string): void {
  const name = wanted[attribute];
  if (world.records.find(type, { [attribute]: name }) === undefined) return;
  throw new ApiError(
    `EntityAlreadyExists.${noun}`,
    `The ${noun.toLowerCase()} ${String(name)} already exists.`,
  );
}

function requireNamed(world: World, type: string, wanted: Attributes, noun: string): Attributes {
  const found = world.records.find(type, wanted);
  if (found !== undefined) return found;
  const name = Object.values(wanted).map(String).join(" ");
  throw new ApiError(`EntityNotExist.${noun}`, `The ${noun.toLowerCase()} ${name} does not exist.`);
}

/** System policies exist in every account. */
function requirePolicy(world: World, wanted: Attributes): void {
  if (wanted["policy_type"] === "System") return;
  requireNamed(world, "alicloud_ram_policy", { policy_name: wanted["policy_name"] }, "Policy");
}

function refuseWhileAttached(world: World, attachmentType: string, wanted: Attributes, code: string): void {
  if (world.records.find(attachmentType, wanted) === undefined) return;
  throw new ApiError(code, "It still has policies attached or is attached itself; detach them first.");
}

/** The part of the path's arn: the role's name in lower case. */
function roleArn(world: World, name: string): string {
  return `acs:ram::${world.accountId}:role/${name.toLowerCase()}`;
}

function accessKeyState(world: World, wanted: Attributes): void {
  const user = world.records.find("alicloud_ram_user", { name: wanted["user_name"] });
  const pair = {
    accessKeyId: String(wanted["id"]),
    accessKeySecret: String(wanted["hidden_secret"]),
    principal: String(user?.["id"]),
  };
  if (wanted["status"] === "Inactive") world.oss.keys.remove(pair.accessKeyId);
  else world.oss.keys.register(pair);
}

const accessKeyRecord = recordKind({
  type: "alicloud_ram_access_key",
  operations: operations("AccessKey"),
  id: () => `LTAI5t${randomBytes(9).toString("hex").toUpperCase()}`,
  complete: (world, wanted) => {
    const secret = randomBytes(20).toString("base64url");
    const pgpKey = textOf(wanted, "pgp_key");
    return {
      create_time: apiTime(world.nowMs()),
      status: "Active",
      hidden_secret: secret,
      // A stand-in: nothing here can encrypt to a PGP key.
      encrypted_secret: pgpKey === undefined ? "" : randomBytes(96).toString("base64"),
      key_fingerprint: pgpKey === undefined ? "" : createHash("sha1").update(pgpKey).digest("hex"),
      secret: pgpKey === undefined ? secret : "",
    };
  },
  checkCreate: (world, wanted) => {
    const userName = wanted["user_name"];
    requireNamed(world, "alicloud_ram_user", { name: userName }, "User");
    const keys = world.records
      .list("alicloud_ram_access_key")
      .filter((record) => record["user_name"] === userName);
    if (keys.length >= 2) {
      throw new ApiError("LimitExceeded.User.AccessKey", "A user can have at most two access keys.");
    }
  },
  afterDelete: (world, record) => {
    world.oss.keys.remove(String(record["id"]));
  },
});

/** A pair that the local OSS accepts from the moment it is made. */
const accessKey: Kind = {
  ...accessKeyRecord,
  create: async (world, wanted) => {
    const record = await accessKeyRecord.create(world, wanted);
    accessKeyState(world, record);
    return record;
  },
  update: async (world, id, wanted) => {
    const record = await accessKeyRecord.update(world, id, wanted);
    accessKeyState(world, record);
    return record;
  },
};

const policyRecord = recordKind({
  type: "alicloud_ram_policy",
  operations: { ...operations("Policy"), update: "CreatePolicyVersion" },
  id: (_world, wanted) => String(wanted["policy_name"]),
  complete: (world) => ({
    attachment_count: 0,
    create_time: apiTime(world.nowMs()),
    default_version: "v1",
    type: "Custom",
    version_id: "v1",
  }),
  checkCreate: (world, wanted) => {
    requireFree(world, "alicloud_ram_policy", "policy_name", wanted, "Policy");
  },
  checkDelete: (world, policy) => {
    if (policy["force"] === true) return;
    const attached = { policy_name: policy["policy_name"], policy_type: "Custom" };
    refuseWhileAttached(world, "alicloud_ram_user_policy_attachment", attached, "DeleteConflict.Policy.User");
    refuseWhileAttached(world, "alicloud_ram_role_policy_attachment", attached, "DeleteConflict.Policy.Role");
  },
});

/** A changed document is a new version, and there can be five. */
const policy: Kind = {
  ...policyRecord,
  update: (world, id, changes) => {
    if (changes["policy_document"] === undefined) return policyRecord.update(world, id, changes);
    const before = world.records.get("alicloud_ram_policy", id) ?? {};
    const number = Number((textOf(before, "version_id") ?? "v1").slice(1)) + 1;
    const rotates = { ...before, ...changes }["rotate_strategy"] === ROTATES;
    if (number > MAX_POLICY_VERSIONS && !rotates) {
      throw new ApiError(
        "LimitExceeded.Policy.Version",
        "The number of versions of the policy is at its limit.",
      );
    }
    const version = `v${number}`;
    return policyRecord.update(world, id, { ...changes, default_version: version, version_id: version });
  },
};

export const ram: Readonly<Record<string, Kind>> = {
  alicloud_ram_user: recordKind({
    type: "alicloud_ram_user",
    operations: operations("User"),
    id: () => String(200_000_000_000_000_000n + BigInt(`0x${randomBytes(6).toString("hex")}`)),
    checkCreate: (world, wanted) => {
      requireFree(world, "alicloud_ram_user", "name", wanted, "User");
    },
    checkDelete: (world, user) => {
      if (user["force"] === true) return;
      const owner = { user_name: user["name"] };
      refuseWhileAttached(world, "alicloud_ram_access_key", owner, "DeleteConflict.User.AccessKey");
      refuseWhileAttached(world, "alicloud_ram_user_policy_attachment", owner, "DeleteConflict.User.Policy");
    },
  }),
  alicloud_ram_access_key: accessKey,
  alicloud_ram_policy: policy,
  alicloud_ram_role: recordKind({
    type: "alicloud_ram_role",
    operations: operations("Role"),
    id: (_world, wanted) => String(wanted["role_name"]),
    complete: (world, wanted) => ({
      arn: roleArn(world, String(wanted["role_name"])),
      create_time: apiTime(world.nowMs()),
      max_session_duration: 3600,
      role_id: String(300_000_000_000_000_000n + BigInt(`0x${randomBytes(6).toString("hex")}`)),
    }),
    checkCreate: (world, wanted) => {
      requireFree(world, "alicloud_ram_role", "role_name", wanted, "Role");
    },
    checkDelete: (world, role) => {
      if (role["force"] === true) return;
      const attached = { role_name: role["role_name"] };
      refuseWhileAttached(
        world,
        "alicloud_ram_role_policy_attachment",
        attached,
        "DeleteConflict.Role.Policy",
      );
    },
  }),
  alicloud_ram_user_policy_attachment: recordKind({
    type: "alicloud_ram_user_policy_attachment",
    operations: {
      create: "AttachPolicyToUser",
      update: "AttachPolicyToUser",
      delete: "DetachPolicyFromUser",
    },
    id: (_world, { policy_name, policy_type, user_name }) =>
      ["user", policy_name, policy_type, user_name].join(":"),
    checkCreate: (world, wanted) => {
      requireNamed(world, "alicloud_ram_user", { name: wanted["user_name"] }, "User");
      requirePolicy(world, wanted);
    },
  }),
  alicloud_ram_role_policy_attachment: recordKind({
    type: "alicloud_ram_role_policy_attachment",
    operations: {
      create: "AttachPolicyToRole",
      update: "AttachPolicyToRole",
      delete: "DetachPolicyFromRole",
    },
    id: (_world, { policy_name, policy_type, role_name }) =>
      ["role", policy_name, policy_type, role_name].join(":"),
    checkCreate: (world, wanted) => {
      requireNamed(world, "alicloud_ram_role", { role_name: wanted["role_name"] }, "Role");
      requirePolicy(world, wanted);
    },
  }),
};
