import { createHash } from "node:crypto";
import { EcsRamRoleAttachment } from "@cdktf/provider-alicloud/lib/ecs-ram-role-attachment";
import { EipAddress } from "@cdktf/provider-alicloud/lib/eip-address";
import { EipAssociation } from "@cdktf/provider-alicloud/lib/eip-association";
import { Instance, type InstanceConfig } from "@cdktf/provider-alicloud/lib/instance";
import type { Bandwidth, Spot } from "../../core/config/fleet.ts";
import { Construct, type TerraformResource } from "../cdk.ts";
import type { Placement } from "../placement.ts";
import { TerraformData } from "../terraform-data.ts";

export interface WorkerInstanceProps extends Placement {
  readonly instanceName: string;
  readonly instanceType: string;
  /** The id of one image. */
  readonly imageId: string;
  readonly systemDiskGB: number;
  readonly vSwitchId: string;
  readonly securityGroupId: string;
  readonly roleName: string;
  readonly userData: string;
  readonly bandwidth: Bandwidth;
  readonly spot?: Spot;
  /** The cloud releases the instance at this time: RFC 3339, UTC, whole seconds. */
  readonly autoReleaseTime?: string;
}

/**
 * One worker: an instance with its role and its address. No key pair, no password, metadata in hardened mode only.
 * Another image or user data, and with that another worker bundle or runtime, replaces the instance: changed in
 * place, cloud-init would not run again.
 */
export class WorkerInstance extends Construct {
  readonly instanceId: string;
  /** All that is there while the worker works. */
  readonly resources: readonly TerraformResource[];

  constructor(scope: Construct, id: string, props: WorkerInstanceProps) {
    super(scope, id);
    const { tags, resourceGroupId, autoReleaseTime, imageId, userData } = props;
    const group = resourceGroupId === undefined ? {} : { resourceGroupId };
    const digest = createHash("sha256").update(userData).digest("hex");
    const boot = new TerraformData(this, "boot", { triggersReplace: { imageId, userData: digest } });
    const instance = new Instance(this, "instance", {
      instanceName: props.instanceName,
      hostName: props.instanceName,
      instanceType: props.instanceType,
      imageId,
      vswitchId: props.vSwitchId,
      securityGroups: [props.securityGroupId],
      systemDiskCategory: "cloud_essd",
      systemDiskSize: props.systemDiskGB,
      instanceChargeType: "PostPaid",
      httpEndpoint: "enabled",
      httpTokens: "required",
      userData: Buffer.from(userData).toString("base64"),
      ...publicAddress(props.bandwidth),
      ...spotTerms(props.spot),
      ...(autoReleaseTime === undefined ? {} : { autoReleaseTime }),
      tags,
      volumeTags: tags,
      ...group,
      // The object form of replaceTriggeredBy renders what Terraform refuses.
      lifecycle: { replaceTriggeredBy: [`${boot.terraformResourceType}.${boot.friendlyUniqueId}`] },
    });
    this.instanceId = instance.id;
    const role = new EcsRamRoleAttachment(this, "role", {
      instanceId: instance.id,
      ramRoleName: props.roleName,
    });
    this.resources = [instance, role, ...this.#addAddress(props)];
  }

  #addAddress(props: WorkerInstanceProps): readonly TerraformResource[] {
    const { bandwidth, instanceName: name, tags, resourceGroupId } = props;
    if (bandwidth.kind !== "eip") return [];
    const address = new EipAddress(this, "address", {
      addressName: name,
      bandwidth: String(bandwidth.mbit),
      internetChargeType: "PayByTraffic",
      paymentType: "PayAsYouGo",
      tags,
      ...(resourceGroupId === undefined ? {} : { resourceGroupId }),
    });
    const association = new EipAssociation(this, "address-association", {
      allocationId: address.id,
      instanceId: this.instanceId,
      instanceType: "EcsInstance",
    });
    return [address, association];
  }
}

/** Inbound bandwidth follows what is bought outbound; only outbound traffic is billed. */
function publicAddress({ kind, mbit }: Bandwidth): Partial<InstanceConfig> {
  return kind === "eip"
    ? { internetMaxBandwidthOut: 0 }
    : { internetMaxBandwidthOut: mbit, internetChargeType: "PayByTraffic" };
}

function spotTerms(spot: Spot | undefined): Partial<InstanceConfig> {
  if (spot === undefined) return {};
  const { priceLimit, protectedHours } = spot;
  return {
    ...(priceLimit === undefined
      ? { spotStrategy: "SpotAsPriceGo" }
      : { spotStrategy: "SpotWithPriceLimit", spotPriceLimit: priceLimit }),
    spotDuration: protectedHours,
    spotInterruptionBehavior: "Terminate",
  };
}
