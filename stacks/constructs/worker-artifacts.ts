import { OssBucketObject } from "@cdktf/provider-alicloud/lib/oss-bucket-object";
import type { WorkerArtifacts } from "../artifacts.ts";
import { Construct, TerraformAsset } from "../cdk.ts";

export interface WorkerArtifactObjectsProps {
  readonly controlBucket: string;
  readonly artifacts: WorkerArtifacts;
}

/** The worker's bundle and runtime as objects of the control bucket, under names that are their content. */
export class WorkerArtifactObjects extends Construct {
  constructor(scope: Construct, id: string, props: WorkerArtifactObjectsProps) {
    super(scope, id);
    const { controlBucket, artifacts } = props;
    for (const [name, { file, key, sha256 }] of Object.entries(artifacts)) {
      const asset = new TerraformAsset(this, `${name}-file`, { path: file, assetHash: sha256.slice(0, 32) });
      new OssBucketObject(this, name, {
        bucket: controlBucket,
        key,
        source: asset.path,
        contentType: "application/octet-stream",
        serverSideEncryption: "AES256",
      });
    }
  }
}
