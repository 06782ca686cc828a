import { DataAlicloudAccount } from "@cdktf/provider-alicloud/lib/data-alicloud-account";
import { OssBucketOverwriteConfig } from "@cdktf/provider-alicloud/lib/oss-bucket-overwrite-config";
import { Construct } from "../cdk.ts";

export interface OverwriteProtectionProps {
  readonly bucketName: string;
  readonly roleNames: readonly string[];
}

/**
 * Makes OSS itself refuse that these roles overwrite an object, whatever their workers do: what the application
 * writes after the switch stays. A guard rail beside the workers' own create-only writes, since the service may let
 * racing writes of a new key pass (https://www.alibabacloud.com/help/en/oss/developer-reference/putbucketoverwriteconfig).
 */
export class OverwriteProtection extends Construct {
  constructor(scope: Construct, id: string, { bucketName, roleNames }: OverwriteProtectionProps) {
    super(scope, id);
    const account = new DataAlicloudAccount(this, "account", {});
    new OssBucketOverwriteConfig(this, "rule", {
      bucket: bucketName,
      rule: [
        {
          id: "oss-ferry-workers",
          action: "forbid",
          principals: {
            principal: roleNames.map((name) => `arn:sts::${account.id}:assumed-role/${name}/*`),
          },
        },
      ],
    });
  }
}
