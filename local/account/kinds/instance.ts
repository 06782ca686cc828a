import { randomInt } from "node:crypto";
import { userDataBytes, UserDataError } from "../../machines/user-data.ts";
import { ApiError } from "../api-error.ts";
import { type Attributes, numberOf, textOf, textsOf } from "../attributes.ts";
import { apiTime, completed, type Kind, newId, notFound, recordKind, type World } from "../kind.ts";
import { publicAddress } from "./network.ts";

const TYPE = "alicloud_instance";
const MAX_USER_DATA_BYTES = 16 * 1024;
const MIN_RELEASE_AHEAD_MS = 30 * 60 * 1000;
/** Attributes that the provider changes with the instance stopped. */
const NEEDS_RESTART = ["user_data", "instance_type", "vswitch_id", "key_name"];

/** An instance is a machine that really runs its user data. */
const instance: Kind = {
  operations: { create: "RunInstances", update: "ModifyInstanceAttribute", delete: "DeleteInstance" },
  create: async (world, wanted) => {
    check(world, wanted);
    const id = newId("i");
    await boot(world, id, wanted);
    return world.records.put(TYPE, id, completed(wanted, own(world, wanted)));
  },
  read: (world, id) => world.records.get(TYPE, id),
  update: async (world, id, changes) => {
    const before = world.records.get(TYPE, id);
    if (before === undefined) throw notFound(TYPE, id);
    checkUserData(changes);
    checkReleaseTime(world, changes);
    const after = { ...before, ...changes, ...place(world, changes) };
    if (changes["image_id"] !== undefined && changes["image_id"] !== before["image_id"]) {
      // The provider replaces the system disk: a new machine in the same place.
      await world.machines.terminate(id, "shut-down");
      await boot(world, id, after);
      attachedRole(world, id);
    } else if (NEEDS_RESTART.some((name) => name in changes)) {
      await world.machines.reboot(id);
    }
    return world.records.put(TYPE, id, { ...after, ...publicSide(world, after, before) });
  },
  delete: async (world, id) => {
    const record = world.records.get(TYPE, id);
    if (record === undefined) return;
    if (record["deletion_protection"] === true) {
      const message = "The instance is protected against deletion; set deletion_protection to false first.";
      throw new ApiError("InvalidOperation.DeletionProtection", message);
    }
    if (record["instance_charge_type"] === "PrePaid" && record["force_delete"] !== true) {
      const message = "A subscription instance can only be deleted with force_delete.";
      throw new ApiError("InvalidOperation.PrePaid", message);
    }
    await removeInstance(world, id, "shut-down");
  },
  disturb: (world, id, changes) => {
    const before = world.records.get(TYPE, id);
    if (before === undefined) throw notFound(TYPE, id);
    world.records.put(TYPE, id, { ...before, ...changes });
  },
};

/** Takes the instance, and what was attached to it, out of the account. */
export async function removeInstance(world: World, id: string, how: "shut-down" | "at-once"): Promise<void> {
  world.records.remove(TYPE, id);
  for (const type of ["alicloud_ecs_ram_role_attachment", "alicloud_eip_association"]) {
    for (const record of world.records.list(type)) {
      if (record["instance_id"] === id) world.records.remove(type, String(record["id"]));
    }
  }
  await world.machines.terminate(id, how);
}

function check(world: World, wanted: Attributes): void {
  if (wanted["dry_run"] === true) {
    throw new ApiError("DryRunOperation", "Request validation has been passed with DryRun flag set.");
  }
  const vswitch = world.records.get("alicloud_vswitch", textOf(wanted, "vswitch_id") ?? "");
  if (vswitch === undefined) {
    throw new ApiError("InvalidVSwitchId.NotFound", "The specified vSwitch does not exist.");
  }
  const groups = textsOf(wanted, "security_groups");
  if (groups.length === 0) {
    throw new ApiError("MissingParameter", "At least one of security_groups is required.");
  }
  for (const group of groups) {
    const record = world.records.get("alicloud_security_group", group);
    if (record === undefined) {
      throw new ApiError("InvalidSecurityGroupId.NotFound", `The security group ${group} does not exist.`);
    }
    if (record["vpc_id"] !== vswitch["vpc_id"]) {
      const message = "The security group and the vSwitch are in different VPCs.";
      throw new ApiError("InvalidSecurityGroup.VpcMismatch", message);
    }
  }
  checkUserData(wanted);
  checkReleaseTime(world, wanted);
}

/** The limit counts the bytes before they are put in Base64. */
function checkUserData(wanted: Attributes): void {
  const userData = textOf(wanted, "user_data");
  if (userData === undefined) return;
  const bytes = userDataBytes(userData).length;
  if (bytes > MAX_USER_DATA_BYTES) {
    const message = `User data must not exceed 16 KB before Base64 (it has ${bytes} bytes).`;
    throw new ApiError("InvalidUserData.SizeExceeded", message);
  }
}

function checkReleaseTime(world: World, wanted: Attributes): void {
  const text = textOf(wanted, "auto_release_time");
  if (text !== undefined && Date.parse(text) < world.nowMs() + MIN_RELEASE_AHEAD_MS) {
    const message = "AutoReleaseTime must be at least 30 minutes from now.";
    throw new ApiError("InvalidAutoReleaseTime.Malformed", message);
  }
}

async function boot(world: World, id: string, wanted: Attributes): Promise<void> {
  const name = textOf(wanted, "instance_name") ?? "";
  try {
    await world.machines.create(id, { name, userData: textOf(wanted, "user_data") });
  } catch (error) {
    // The real cloud boots a machine that ignores what it does not understand; that helps nobody here.
    if (error instanceof UserDataError) throw new ApiError("InvalidUserData.Malformed", error.message);
    throw error;
  }
}

/** What follows from the vSwitch. */
function place(world: World, { vswitch_id: id }: Attributes): Attributes {
  const vswitch = typeof id === "string" ? world.records.get("alicloud_vswitch", id) : undefined;
  if (vswitch === undefined) return {};
  const address = `172.16.${randomInt(256)}.${randomInt(4, 250)}`;
  const { vpc_id, zone_id: availability_zone } = vswitch;
  return { availability_zone, primary_ip_address: address, private_ip: address, vpc_id };
}

function own(world: World, wanted: Attributes): Attributes {
  const now = apiTime(world.nowMs());
  return {
    cpu: 2,
    create_time: now,
    credit_specification: "",
    description: "",
    expired_time: "2099-12-31T15:59Z",
    host_name: "",
    http_endpoint: "enabled",
    http_tokens: "optional",
    instance_charge_type: "PostPaid",
    instance_name: "ECS-Instance",
    internet_charge_type: "PayByTraffic",
    internet_max_bandwidth_out: 0,
    key_name: "",
    memory: 4096,
    network_interface_id: newId("eni"),
    os_name: "Alibaba Cloud Linux 3",
    os_type: "linux",
    resource_group_id: "",
    security_enhancement_strategy: "Active",
    spot_duration: 0,
    spot_interruption_behavior: "",
    spot_price_limit: 0,
    spot_strategy: "NoSpot",
    start_time: now,
    status: "Running",
    stopped_mode: "Not-applicable",
    system_disk_category: "cloud_essd",
    system_disk_description: "",
    system_disk_encrypted: false,
    system_disk_id: newId("d"),
    system_disk_kms_key_id: "",
    system_disk_name: "",
    system_disk_performance_level: "PL1",
    system_disk_size: 40,
    volume_tags: {},
    ...place(world, wanted),
    ...publicSide(world, wanted, {}),
  };
}

/** An address is given with bandwidth, and goes with it. */
function publicSide(world: World, wanted: Attributes, before: Attributes): Attributes {
  if ((numberOf(wanted, "internet_max_bandwidth_out") ?? 0) === 0) return { public_ip: "" };
  return { public_ip: textOf(before, "public_ip") ?? publicAddress(world) };
}

function attachedRole(world: World, instanceId: string): void {
  const attachment = world.records.find("alicloud_ecs_ram_role_attachment", { instance_id: instanceId });
  if (attachment !== undefined) {
    world.machines.metadata(instanceId)?.attachRole(true, String(attachment["ram_role_name"]));
  }
}

const roleAttachmentRecord = recordKind({
  type: "alicloud_ecs_ram_role_attachment",
  operations: {
    create: "AttachInstanceRamRole",
    update: "AttachInstanceRamRole",
    delete: "DetachInstanceRamRole",
  },
  id: (_world, wanted) => `${String(wanted["instance_id"])}:${String(wanted["ram_role_name"])}`,
  checkCreate: (world, wanted) => {
    const record = world.records.get(TYPE, textOf(wanted, "instance_id") ?? "");
    if (record === undefined) {
      throw new ApiError("InvalidInstanceId.NotFound", "The specified instance does not exist.");
    }
    if (record["status"] !== "Running" && record["status"] !== "Stopped") {
      throw new ApiError("IncorrectInstanceStatus", "The instance is neither running nor stopped.");
    }
    const roleName = wanted["ram_role_name"];
    const role = world.records.find("alicloud_ram_role", { role_name: roleName });
    if (role === undefined) {
      throw new ApiError("InvalidRamRole.NotFound", `The RAM role ${String(roleName)} does not exist.`);
    }
    if (!(textOf(role, "assume_role_policy_document") ?? "").includes("ecs.aliyuncs.com")) {
      const message = "The trust policy of the RAM role does not let ECS assume it.";
      throw new ApiError("InvalidRamRole.NotEcsRole", message);
    }
  },
  afterDelete: (world, record) => {
    world.machines.metadata(String(record["instance_id"]))?.attachRole(false);
  },
});

/** From here on the instance's metadata service hands out credentials of the role. */
const roleAttachment: Kind = {
  ...roleAttachmentRecord,
  create: async (world, wanted) => {
    const record = await roleAttachmentRecord.create(world, wanted);
    attachedRole(world, String(record["instance_id"]));
    return record;
  },
};

export const ecs: Readonly<Record<string, Kind>> = {
  alicloud_instance: instance,
  alicloud_ecs_ram_role_attachment: roleAttachment,
};
