import { OssBucket } from "@cdktf/provider-alicloud/lib/oss-bucket";
import { BUCKET_LIFECYCLE } from "../bucket-lifecycle.ts";
import { Construct } from "../cdk.ts";
import { letGo } from "../let-go.ts";
import type { Placement } from "../placement.ts";

export interface DestinationBucketProps extends Placement {
  readonly bucketName: string;
  /** It is there already: nothing is created, and one that was created here is let go of, not destroyed. */
  readonly existing: boolean;
  readonly storageClass: string;
  /** `LRS` or `ZRS`. */
  readonly redundancy: string;
}

/** The bucket that the objects go to. Never destroyed, never emptied; its other settings are its owner's. */
export class DestinationBucket extends Construct {
  constructor(scope: Construct, id: string, props: DestinationBucketProps) {
    super(scope, id);
    const { bucketName, existing, storageClass, redundancy, ...placement } = props;
    if (existing) {
      letGo(this, { bucket: OssBucket.tfResourceType });
      return;
    }
    new OssBucket(this, "bucket", {
      bucket: bucketName,
      storageClass,
      redundancyType: redundancy,
      forceDestroy: false,
      lifecycle: BUCKET_LIFECYCLE,
      ...placement,
    });
  }
}
