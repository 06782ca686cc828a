import type { Policy, Statement } from "../../core/policies/policy.ts";

/** A request to OSS, by the service's name of the operation. */
export interface OssRequest {
  readonly operation: string;
  readonly bucket: string;
  readonly key?: string;
  /** Of listings. */
  readonly prefix?: string;
  /** Whether an object is written with tags. */
  readonly tags?: boolean;
}

/** Which action each operation needs ("OSS action classification" of the OSS guide's "RAM policies"). */
const ACTIONS: Readonly<Record<string, string>> = {
  GetBucketVersioning: "oss:GetBucketVersioning",
  PutBucketVersioning: "oss:PutBucketVersioning",
  GetBucketLifecycle: "oss:GetBucketLifecycle",
  GetBucketOverwriteConfig: "oss:GetBucketOverwriteConfig",
  GetBucketWebsite: "oss:GetBucketWebsite",
  ListObjectsV2: "oss:ListObjects",
  ListObjects: "oss:ListObjects",
  GetObject: "oss:GetObject",
  HeadObject: "oss:GetObject",
  PutObject: "oss:PutObject",
  CopyObject: "oss:PutObject",
  AppendObject: "oss:PutObject",
  InitiateMultipartUpload: "oss:PutObject",
  UploadPart: "oss:PutObject",
  CompleteMultipartUpload: "oss:PutObject",
  AbortMultipartUpload: "oss:AbortMultipartUpload",
  ListParts: "oss:ListParts",
  ListMultipartUploads: "oss:ListMultipartUploads",
  DeleteObject: "oss:DeleteObject",
  DeleteMultipleObjects: "oss:DeleteObject",
  PutObjectTagging: "oss:PutObjectTagging",
  GetObjectTagging: "oss:GetObjectTagging",
  PutObjectAcl: "oss:PutObjectACL",
  DeleteBucket: "oss:DeleteBucket",
  PutBucketPolicy: "oss:PutBucketPolicy",
  PutBucketWebsite: "oss:PutBucketWebsite",
};

/** Whether the policy lets the request pass: some statement allows it and none denies it, for each action it needs. */
export function allows(policy: Policy, request: OssRequest): boolean {
  const action = ACTIONS[request.operation];
  if (action === undefined) throw new Error(`Which action does ${request.operation} need?`);
  const actions = request.tags === true ? [action, "oss:PutObjectTagging"] : [action];
  return actions.every((needed) => {
    const covering = policy.Statement.filter((statement) => covers(statement, needed, request));
    return (
      covering.some(({ Effect }) => Effect === "Allow") && covering.every(({ Effect }) => Effect === "Allow")
    );
  });
}

function covers(statement: Statement, action: string, request: OssRequest): boolean {
  const { bucket, key, prefix = "" } = request;
  const resource = `acs:oss:cn-hongkong:1234567890123456:${bucket}${key === undefined ? "" : `/${key}`}`;
  return (
    statement.Action.some((pattern) => fits(pattern, action)) &&
    statement.Resource.some((pattern) => fits(pattern, resource)) &&
    Object.entries(statement.Condition?.StringLike ?? {}).every(
      ([name, patterns]) => name === "oss:Prefix" && patterns.some((pattern) => fits(pattern, prefix)),
    )
  );
}

/** `*` stands for any characters, `?` for one. */
function fits(pattern: string, text: string): boolean {
  const expression = pattern
    .replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`)
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${expression}$`, "su").test(text);
}
