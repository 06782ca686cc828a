import { RamPolicy } from "@cdktf/provider-alicloud/lib/ram-policy";
import { RamRole } from "@cdktf/provider-alicloud/lib/ram-role";
import { RamRolePolicyAttachment } from "@cdktf/provider-alicloud/lib/ram-role-policy-attachment";
import { ECS_TRUST } from "../../core/policies/assume-role.ts";
import { workerPolicy, type WorkerPolicyOptions } from "../../core/policies/worker-policy.ts";
import { Construct } from "../cdk.ts";

export interface WorkerRoleProps extends WorkerPolicyOptions {
  readonly roleName: string;
  readonly tags: Record<string, string>;
}

/** The role that the instances of one phase have: its own job's objects, the destination, and nothing else. */
export class WorkerRole extends Construct {
  constructor(scope: Construct, id: string, props: WorkerRoleProps) {
    super(scope, id);
    const { roleName, tags, ...options } = props;
    const role = new RamRole(this, "role", {
      roleName,
      description: `Workers of the oss-ferry job ${options.jobId}`,
      assumeRolePolicyDocument: JSON.stringify(ECS_TRUST),
      tags,
    });
    const policy = new RamPolicy(this, "policy", {
      policyName: roleName,
      policyDocument: JSON.stringify(workerPolicy(options)),
      // Five versions are kept at most, and the sixth change would fail.
      rotateStrategy: "DeleteOldestNonDefaultVersionWhenLimitExceeded",
      tags,
    });
    new RamRolePolicyAttachment(this, "attachment", {
      roleName: role.roleName,
      policyName: policy.policyName,
      policyType: policy.type,
    });
  }
}
