import {
  OssBucketWebsite,
  type OssBucketWebsiteRoutingRulesRoutingRuleRedirect,
} from "@cdktf/provider-alicloud/lib/oss-bucket-website";
import { Construct, TerraformVariable } from "../cdk.ts";

export interface BackToSourceRulesProps {
  readonly bucketName: string;
  /** The source's public address, ending with `/`. */
  readonly sourceUrl: string;
  /** As for the copy: keys below `destPrefix` are fetched from below `srcPrefix`. */
  readonly srcPrefix: string;
  readonly destPrefix: string;
  readonly passQueryString: boolean;
  readonly followRedirect: boolean;
  /** For a source that asks for signatures. The key pair comes from Terraform variables and ends in the state. */
  readonly sign?: { readonly authType: string; readonly region: string };
}

/**
 * Makes OSS answer a GET for what the bucket does not have from the source, and keep it. One per bucket: this is
 * the bucket's whole website configuration, and destroying it also removes static hosting.
 */
export class BackToSourceRules extends Construct {
  constructor(scope: Construct, id: string, props: BackToSourceRulesProps) {
    super(scope, id);
    new OssBucketWebsite(this, "website", {
      bucket: props.bucketName,
      routingRules: {
        routingRule: [
          {
            ruleNumber: 1,
            condition: {
              httpErrorCodeReturnedEquals: "404",
              ...(props.destPrefix === "" ? {} : { keyPrefixEquals: props.destPrefix }),
            },
            redirect: { ...redirectOf(props), ...this.#signature(props.sign) },
          },
        ],
      },
    });
  }

  #signature(sign: BackToSourceRulesProps["sign"]): OssBucketWebsiteRoutingRulesRoutingRuleRedirect {
    if (sign === undefined) return {};
    const keyId = new TerraformVariable(this, "mirror-access-key-id", {
      type: "string",
      description: "Access key id that may read the source; TF_VAR_mirror_access_key_id",
      sensitive: true,
    });
    keyId.overrideLogicalId("mirror_access_key_id");
    const secret = new TerraformVariable(this, "mirror-access-key-secret", {
      type: "string",
      description: "Its secret, which the state of this stack will hold; TF_VAR_mirror_access_key_secret",
      sensitive: true,
    });
    secret.overrideLogicalId("mirror_access_key_secret");
    return {
      mirrorAuth: {
        authType: sign.authType,
        region: sign.region,
        accessKeyId: keyId.stringValue,
        accessKeySecret: secret.stringValue,
      },
    };
  }
}

/** Every boolean is said: the provider sends false for those that are not, whatever the service's own default. */
function redirectOf(props: BackToSourceRulesProps): OssBucketWebsiteRoutingRulesRoutingRuleRedirect {
  const { srcPrefix, destPrefix, passQueryString, followRedirect } = props;
  return {
    redirectType: "Mirror",
    mirrorUrl: props.sourceUrl,
    ...(srcPrefix === destPrefix
      ? { enableReplacePrefix: false }
      : { enableReplacePrefix: true, replaceKeyPrefixWith: srcPrefix }),
    passQueryString,
    mirrorPassQueryString: passQueryString,
    mirrorFollowRedirect: followRedirect,
    mirrorCheckMd5: true,
    mirrorUserLastModified: true,
    mirrorSaveOssMeta: true,
    mirrorAllowHeadObject: true,
    mirrorAllowGetImageInfo: false,
    mirrorAllowVideoSnapshot: false,
    mirrorPassOriginalSlashes: true,
    mirrorSni: true,
    mirrorProxyPass: false,
    mirrorIsExpressTunnel: false,
    mirrorSwitchAllErrors: false,
    mirrorUsingRole: false,
    mirrorAsyncStatus: 0,
  };
}
