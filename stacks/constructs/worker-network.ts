import { SecurityGroup } from "@cdktf/provider-alicloud/lib/security-group";
import { Vpc } from "@cdktf/provider-alicloud/lib/vpc";
import { Vswitch } from "@cdktf/provider-alicloud/lib/vswitch";
import type { Migration } from "../../core/config/migration-schema.ts";
import { Construct } from "../cdk.ts";
import type { Placement } from "../placement.ts";
import { subnetsOf } from "../subnets.ts";

export interface WorkerNetworkProps extends Placement {
  readonly name: string;
  readonly network: Migration["network"];
}

/**
 * Where instances live: a VPC of their own, or vSwitches that are there already. The security group has no rule
 * that lets anything in, not even from one worker to another.
 */
export class WorkerNetwork extends Construct {
  readonly vSwitchIds: readonly string[];
  readonly securityGroupId: string;

  constructor(scope: Construct, id: string, props: WorkerNetworkProps) {
    super(scope, id);
    const { name, network, ...placement } = props;
    const { vpcId, vSwitchIds } = network.existing ?? this.#createVpc(name, network.new, placement);
    this.vSwitchIds = vSwitchIds;
    const group = new SecurityGroup(this, "security-group", {
      securityGroupName: `${name}-workers`,
      description: "oss-ferry workers: nothing comes in",
      vpcId,
      securityGroupType: "normal",
      innerAccessPolicy: "Drop",
      ...placement,
    });
    this.securityGroupId = group.id;
  }

  #createVpc(
    name: string,
    network: Migration["network"]["new"],
    placement: Placement,
  ): { readonly vpcId: string; readonly vSwitchIds: readonly string[] } {
    const { zones = [], cidr = "" } = network ?? {};
    const vpc = new Vpc(this, "vpc", { vpcName: name, cidrBlock: cidr, ...placement });
    const subnets = subnetsOf(cidr);
    const vSwitches = zones.map(
      (zoneId, index) =>
        new Vswitch(this, `vswitch-${index}`, {
          vswitchName: `${name}-${index}`,
          vpcId: vpc.id,
          zoneId,
          cidrBlock: subnets[index] ?? cidr,
          tags: placement.tags,
        }),
    );
    return { vpcId: vpc.id, vSwitchIds: vSwitches.map((vSwitch) => vSwitch.id) };
  }
}
