import type { Value, Values } from "../values.ts";
import { atLeastOne, between, length, matches, oneOf, onlyWith, type ResourceRules } from "./checks.ts";

const noBandwidth = (_prior: Value, _planned: Value, all: Values): boolean =>
  (all["internet_max_bandwidth_out"] ?? 0) === 0;

export const ecsRules: Readonly<Record<string, ResourceRules>> = {
  alicloud_instance: {
    forceNew: [
      "availability_zone",
      "security_enhancement_strategy",
      "spot_interruption_behavior",
      "spot_price_limit",
      "spot_strategy",
      "system_disk_category",
      "system_disk_encrypted",
      "system_disk_kms_key_id",
    ],
    defaults: { dry_run: false, force_delete: false },
    suppress: { internet_charge_type: noBandwidth },
    recomputed: {
      internet_max_bandwidth_out: ["public_ip"],
      vswitch_id: ["vpc_id", "availability_zone", "primary_ip_address", "private_ip"],
      instance_type: ["cpu", "memory"],
      image_id: ["os_name", "system_disk_id"],
    },
    checks: [
      atLeastOne("image_id"),
      atLeastOne("instance_type"),
      matches("instance_type", /^ecs\./u, "must begin with ecs."),
      length("instance_name", 2, 128),
      length("description", 2, 256),
      between("internet_max_bandwidth_out", 0, 100),
      oneOf("internet_charge_type", ["PayByTraffic", "PayByBandwidth"]),
      oneOf("instance_charge_type", ["PostPaid", "PrePaid"]),
      oneOf("system_disk_category", [
        "all",
        "cloud",
        "ephemeral_ssd",
        "local_disk",
        "cloud_efficiency",
        "cloud_ssd",
        "cloud_essd",
        "cloud_auto",
        "cloud_essd_entry",
      ]),
      oneOf("system_disk_performance_level", ["PL0", "PL1", "PL2", "PL3"]),
      oneOf("http_endpoint", ["enabled", "disabled"]),
      oneOf("http_tokens", ["optional", "required"]),
      oneOf("spot_strategy", ["NoSpot", "SpotAsPriceGo", "SpotWithPriceLimit"]),
      oneOf("spot_interruption_behavior", ["Terminate", "Stop"]),
      between("spot_duration", 0, 6),
      onlyWith("spot_price_limit", "spot_strategy", ["SpotWithPriceLimit"]),
      oneOf("status", ["Running", "Stopped"]),
      oneOf("security_enhancement_strategy", ["Active", "Deactive"]),
      oneOf("credit_specification", ["Standard", "Unlimited"]),
      matches(
        "auto_release_time",
        /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u,
        "must be a UTC time such as 2027-01-31T18:00:00Z",
      ),
    ],
  },
  alicloud_ecs_ram_role_attachment: { forceNew: ["instance_id", "ram_role_name"] },
};
