import { RamAccessKey } from "@cdktf/provider-alicloud/lib/ram-access-key";
import { RamPolicy } from "@cdktf/provider-alicloud/lib/ram-policy";
import { RamUser } from "@cdktf/provider-alicloud/lib/ram-user";
import { RamUserPolicyAttachment } from "@cdktf/provider-alicloud/lib/ram-user-policy-attachment";
import { operatorPolicy, type OperatorPolicyOptions } from "../../core/policies/operator-policy.ts";
import { Construct } from "../cdk.ts";

export interface OperatorUserProps extends OperatorPolicyOptions {
  readonly userName: string;
  /** Makes an access key whose secret only the holder of this PGP key can read; without, no key is made. */
  readonly pgpKey?: string;
  readonly tags: Record<string, string>;
}

/** A RAM sub-user for people: follows and steers the jobs, sets the source's keys, changes nothing else. */
export class OperatorUser extends Construct {
  /** The key's id and its secret, encrypted, where there is a key. */
  readonly accessKey: { readonly id: string; readonly encryptedSecret: string } | undefined;

  constructor(scope: Construct, id: string, props: OperatorUserProps) {
    super(scope, id);
    const { userName, pgpKey, tags, ...options } = props;
    const user = new RamUser(this, "user", {
      name: userName,
      comments: "Follows and steers oss-ferry jobs",
      force: true,
    });
    const policy = new RamPolicy(this, "policy", {
      policyName: userName,
      policyDocument: JSON.stringify(operatorPolicy(options)),
      rotateStrategy: "DeleteOldestNonDefaultVersionWhenLimitExceeded",
      tags,
    });
    new RamUserPolicyAttachment(this, "attachment", {
      userName: user.name,
      policyName: policy.policyName,
      policyType: policy.type,
    });
    this.accessKey = pgpKey === undefined ? undefined : this.#createKey(user.name, pgpKey);
  }

  #createKey(userName: string, pgpKey: string): { readonly id: string; readonly encryptedSecret: string } {
    // Without the PGP key the secret would stand in the state for everybody to read.
    const key = new RamAccessKey(this, "access-key", { userName, pgpKey, status: "Active" });
    return { id: key.id, encryptedSecret: key.encryptedSecret };
  }
}
