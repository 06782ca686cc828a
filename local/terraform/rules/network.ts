import { atLeastOne, between, conflicts, length, matches, oneOf, type ResourceRules } from "./checks.ts";

const name = (attribute: string): readonly [ReturnType<typeof length>, ReturnType<typeof matches>] => [
  length(attribute, 1, 128),
  matches(attribute, /^(?!https?:\/\/)/u, "must not begin with http:// or https://"),
];

const cidr = (attribute: string): ReturnType<typeof matches> =>
  matches(attribute, /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/u, "must be an IPv4 CIDR block");

export const networkRules: Readonly<Record<string, ResourceRules>> = {
  alicloud_vpc: {
    checks: [...name("vpc_name"), cidr("cidr_block"), length("description", 1, 256)],
  },
  alicloud_vswitch: {
    forceNew: ["vpc_id", "zone_id", "cidr_block"],
    checks: [
      ...name("vswitch_name"),
      atLeastOne("zone_id"),
      atLeastOne("vpc_id"),
      matches("cidr_block", /\/(1[6-9]|2\d)$/u, "the mask must be from /16 to /29"),
    ],
  },
  alicloud_security_group: {
    forceNew: ["vpc_id", "security_group_type"],
    checks: [
      oneOf("security_group_type", ["normal", "enterprise"]),
      oneOf("inner_access_policy", ["Accept", "Drop"]),
      length("security_group_name", 2, 128),
    ],
  },
  alicloud_security_group_rule: {
    forceNew: [
      "cidr_ip",
      "ip_protocol",
      "ipv6_cidr_ip",
      "nic_type",
      "policy",
      "port_range",
      "prefix_list_id",
      "priority",
      "security_group_id",
      "source_security_group_id",
      "type",
    ],
    defaults: { policy: "accept", port_range: "-1/-1", priority: 1 },
    checks: [
      oneOf("type", ["ingress", "egress"]),
      oneOf("ip_protocol", ["tcp", "udp", "icmp", "icmpv6", "gre", "all"]),
      oneOf("policy", ["accept", "drop"]),
      oneOf("nic_type", ["internet", "intranet"]),
      between("priority", 1, 100),
      conflicts("cidr_ip", "ipv6_cidr_ip"),
      atLeastOne("cidr_ip", "ipv6_cidr_ip", "source_security_group_id", "prefix_list_id"),
    ],
  },
  alicloud_eip_address: {
    forceNew: ["internet_charge_type", "payment_type", "isp"],
    checks: [
      oneOf("internet_charge_type", ["PayByBandwidth", "PayByTraffic"]),
      oneOf("payment_type", ["PayAsYouGo", "Subscription"]),
      matches("bandwidth", /^[1-9]\d{0,3}$/u, "must be a whole number of Mbit/s"),
    ],
  },
  alicloud_eip_association: {
    forceNew: ["allocation_id", "instance_id", "instance_type"],
    checks: [
      oneOf("instance_type", ["EcsInstance", "SlbInstance", "Nat", "HaVip", "NetworkInterface", "IpAddress"]),
    ],
  },
};
