import { ApiError } from "../api-error.ts";
import { type Attributes, textOf, textsOf } from "../attributes.ts";
import { apiTime, type Kind, newId, recordKind, type World } from "../kind.ts";

const operations = (noun: string): Kind["operations"] => ({
  create: `Create${noun}`,
  update: `Modify${noun}Attribute`,
  delete: `Delete${noun}`,
});

/** Refuses while another resource refers to this one. */
function refuseWhileUsed(world: World, type: string, attribute: string, id: unknown): void {
  const user = world.records
    .list(type)
    .find((record) => record[attribute] === id || textsOf(record, attribute).includes(String(id)));
  if (user === undefined) return;
  const message = `The specified resource is still used by ${type.replace("alicloud_", "")} ${String(user["id"])}.`;
  throw new ApiError("DependencyViolation", message);
}

function requireRecord(world: World, type: string, id: string | undefined, code: string): Attributes {
  const record = id === undefined ? undefined : world.records.get(type, id);
  if (record === undefined) throw new ApiError(code, `The specified resource ${id ?? ""} does not exist.`);
  return record;
}

const created = (world: World): Attributes => ({ create_time: apiTime(world.nowMs()), status: "Available" });

export const network: Readonly<Record<string, Kind>> = {
  alicloud_vpc: recordKind({
    type: "alicloud_vpc",
    operations: operations("Vpc"),
    id: () => newId("vpc"),
    complete: (world) => ({
      ...created(world),
      cidr_block: "172.16.0.0/12",
      enable_ipv6: false,
      region_id: world.region,
      resource_group_id: "rg-default",
      route_table_id: newId("vtb"),
      router_id: newId("vrt"),
    }),
    checkDelete: (world, { id }) => {
      refuseWhileUsed(world, "alicloud_vswitch", "vpc_id", id);
      refuseWhileUsed(world, "alicloud_security_group", "vpc_id", id);
    },
  }),
  alicloud_vswitch: recordKind({
    type: "alicloud_vswitch",
    operations: operations("VSwitch"),
    id: () => newId("vsw"),
    complete: created,
    checkCreate: (world, wanted) => {
      requireRecord(world, "alicloud_vpc", textOf(wanted, "vpc_id"), "InvalidVpcId.NotFound");
      const zone = textOf(wanted, "zone_id") ?? "";
      if (!zone.startsWith(`${world.region}-`)) {
        throw new ApiError(
          "InvalidZoneId.NotFound",
          `Specified zone ${zone} does not exist in ${world.region}.`,
        );
      }
      const twin = world.records.find("alicloud_vswitch", {
        vpc_id: wanted["vpc_id"],
        cidr_block: wanted["cidr_block"],
      });
      if (twin !== undefined) {
        const message = "Specified CIDR block is overlapped by another subnet.";
        throw new ApiError("InvalidCidrBlock.Overlapped", message);
      }
    },
    checkDelete: (world, { id }) => {
      refuseWhileUsed(world, "alicloud_instance", "vswitch_id", id);
    },
  }),
  alicloud_security_group: recordKind({
    type: "alicloud_security_group",
    operations: operations("SecurityGroup"),
    id: () => newId("sg"),
    complete: (world) => ({
      create_time: apiTime(world.nowMs()),
      inner_access_policy: "Accept",
      resource_group_id: "",
      security_group_name: "",
      security_group_type: "normal",
    }),
    checkCreate: (world, wanted) => {
      const vpcId = textOf(wanted, "vpc_id");
      if (vpcId !== undefined) requireRecord(world, "alicloud_vpc", vpcId, "InvalidVpcId.NotFound");
    },
    checkDelete: (world, { id }) => {
      refuseWhileUsed(world, "alicloud_instance", "security_groups", id);
    },
    // Its rules go with it.
    afterDelete: (world, { id }) => {
      for (const rule of world.records.list("alicloud_security_group_rule")) {
        if (rule["security_group_id"] === id)
          world.records.remove("alicloud_security_group_rule", String(rule["id"]));
      }
    },
  }),
  alicloud_security_group_rule: recordKind({
    type: "alicloud_security_group_rule",
    operations: {
      create: "AuthorizeSecurityGroup",
      update: "ModifySecurityGroupRule",
      delete: "RevokeSecurityGroup",
    },
    id: (_world, rule) =>
      [
        rule["security_group_id"],
        rule["type"],
        rule["ip_protocol"],
        rule["port_range"],
        textOf(rule, "nic_type") ?? "internet",
        textOf(rule, "cidr_ip") ??
          textOf(rule, "ipv6_cidr_ip") ??
          textOf(rule, "source_security_group_id") ??
          "",
        rule["policy"],
        rule["priority"],
      ].join(":"),
    complete: () => ({
      nic_type: "internet",
      prefix_list_id: "",
      security_group_rule_id: newId("sgr"),
    }),
    checkCreate: (world, wanted) => {
      const group = requireRecord(
        world,
        "alicloud_security_group",
        textOf(wanted, "security_group_id"),
        "InvalidSecurityGroupId.NotFound",
      );
      if (textOf(group, "vpc_id") !== undefined && wanted["nic_type"] !== "intranet") {
        throw new ApiError("InvalidNicType.Mismatch", "In a VPC, nic_type must be intranet.");
      }
    },
  }),
  alicloud_eip_address: recordKind({
    type: "alicloud_eip_address",
    operations: {
      create: "AllocateEipAddress",
      update: "ModifyEipAddressAttribute",
      delete: "ReleaseEipAddress",
    },
    id: () => newId("eip"),
    complete: (world) => ({
      ...created(world),
      address_name: "",
      bandwidth: "5",
      deletion_protection: false,
      description: "",
      internet_charge_type: "PayByBandwidth",
      ip_address: publicAddress(world),
      isp: "BGP",
      payment_type: "PayAsYouGo",
      resource_group_id: "rg-default",
    }),
    checkDelete: (world, record) => {
      refuseWhileUsed(world, "alicloud_eip_association", "allocation_id", record["id"]);
      if (record["deletion_protection"] === true) {
        throw new ApiError("DeletionProtection", "The EIP has deletion protection enabled.");
      }
    },
  }),
  alicloud_eip_association: recordKind({
    type: "alicloud_eip_association",
    operations: {
      create: "AssociateEipAddress",
      update: "ModifyEipForwardMode",
      delete: "UnassociateEipAddress",
    },
    id: (_world, wanted) => `${String(wanted["allocation_id"])}:${String(wanted["instance_id"])}`,
    complete: () => ({ instance_type: "EcsInstance", mode: "NAT" }),
    checkCreate: (world, wanted) => {
      requireRecord(
        world,
        "alicloud_eip_address",
        textOf(wanted, "allocation_id"),
        "InvalidAllocationId.NotFound",
      );
      const instance = requireRecord(
        world,
        "alicloud_instance",
        textOf(wanted, "instance_id"),
        "InvalidInstanceId.NotFound",
      );
      if (textOf(instance, "public_ip") !== undefined) {
        const message = "The instance already has a public IP address.";
        throw new ApiError("InvalidInstance.PublicIpAlreadyExists", message);
      }
    },
  }),
};

let addresses = 0;

/** From the block that documentation may use. */
export function publicAddress(_world: World): string {
  addresses++;
  return `203.0.113.${addresses % 256}`;
}
