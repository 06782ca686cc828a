import { OssBucket } from "@cdktf/provider-alicloud/lib/oss-bucket";
import { OssBucketPublicAccessBlock } from "@cdktf/provider-alicloud/lib/oss-bucket-public-access-block";
import { OssBucketServerSideEncryption } from "@cdktf/provider-alicloud/lib/oss-bucket-server-side-encryption";
import { BUCKET_LIFECYCLE } from "../bucket-lifecycle.ts";
import { Construct } from "../cdk.ts";
import { letGo } from "../let-go.ts";
import type { Placement } from "../placement.ts";

export interface ControlBucketProps extends Placement {
  readonly bucketName: string;
  /** It is there already: nothing is created, and one that was created here is let go of, not destroyed. */
  readonly existing: boolean;
}

/**
 * The bucket that keeps jobs, ledgers, worker and source keys: private, encrypted, never versioned (versioning
 * would make every claimer win), never destroyed. Uploads that nobody finishes go after a week.
 */
export class ControlBucket extends Construct {
  /** The bucket's name; what refers to it waits until the bucket is there. */
  readonly bucketName: string;

  constructor(scope: Construct, id: string, props: ControlBucketProps) {
    super(scope, id);
    const { bucketName, existing, ...placement } = props;
    if (existing) {
      this.bucketName = bucketName;
      letGo(this, {
        bucket: OssBucket.tfResourceType,
        "public-access-block": OssBucketPublicAccessBlock.tfResourceType,
        encryption: OssBucketServerSideEncryption.tfResourceType,
      });
      return;
    }
    const { bucket } = new OssBucket(this, "bucket", {
      bucket: bucketName,
      forceDestroy: false,
      lifecycleRule: [
        { id: "abort-stale-uploads", enabled: true, prefix: "", abortMultipartUpload: [{ days: 7 }] },
      ],
      lifecycle: BUCKET_LIFECYCLE,
      ...placement,
    });
    this.bucketName = bucket;
    new OssBucketPublicAccessBlock(this, "public-access-block", { bucket, blockPublicAccess: true });
    new OssBucketServerSideEncryption(this, "encryption", { bucket, sseAlgorithm: "AES256" });
  }
}
