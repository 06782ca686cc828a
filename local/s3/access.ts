import { createSecretKey } from "node:crypto";
import type { AccessKey } from "../credentials.ts";
import type { Exchange } from "../http/exchange.ts";
import type { Key } from "../store/keys.ts";
import { checkRegion, type S3Context, type SignedExchange } from "./context.ts";
import { s3Errors } from "./errors.ts";
import { judge, parsePolicy, type Verdict } from "./policy.ts";
import { type Signature, verifyS3Signature } from "./signature-v4.ts";

/** The permission that an operation needs ("Required permissions for Amazon S3 API operations"). */
const ACTIONS: Readonly<Record<string, string>> = {
  AbortMultipartUpload: "s3:AbortMultipartUpload",
  CompleteMultipartUpload: "s3:PutObject",
  CopyObject: "s3:PutObject",
  CreateMultipartUpload: "s3:PutObject",
  DeleteBucket: "s3:DeleteBucket",
  DeleteBucketPolicy: "s3:DeleteBucketPolicy",
  DeleteObject: "s3:DeleteObject",
  DeleteObjectTagging: "s3:DeleteObjectTagging",
  GetBucketLifecycleConfiguration: "s3:GetLifecycleConfiguration",
  GetBucketLocation: "s3:GetBucketLocation",
  GetBucketPolicy: "s3:GetBucketPolicy",
  GetBucketVersioning: "s3:GetBucketVersioning",
  GetObject: "s3:GetObject",
  GetObjectTagging: "s3:GetObjectTagging",
  HeadBucket: "s3:ListBucket",
  HeadObject: "s3:GetObject",
  ListMultipartUploads: "s3:ListBucketMultipartUploads",
  ListObjects: "s3:ListBucket",
  ListObjectsV2: "s3:ListBucket",
  ListParts: "s3:ListMultipartUploadParts",
  PutBucketPolicy: "s3:PutBucketPolicy",
  PutObject: "s3:PutObject",
  PutObjectTagging: "s3:PutObjectTagging",
  RestoreObject: "s3:RestoreObject",
  UploadPart: "s3:PutObject",
};

/** Reads need no signature where the bucket's policy lets everybody. */
const OPEN_TO_ALL = new Set(["GetObject", "HeadObject", "ListObjects", "ListObjectsV2"]);

/**
 * Lets the request in. Every key pair may do everything that the bucket's policy does not deny; who has none may
 * do what the policy allows.
 */
export function admit(context: S3Context, exchange: Exchange): SignedExchange {
  const isSigned =
    exchange.request.headers.authorization !== undefined || exchange.query.has("X-Amz-Signature");
  const action = ACTIONS[exchange.operation];
  if (!isSigned && OPEN_TO_ALL.has(exchange.operation)) {
    const verdict = verdictOn(context, exchange, undefined, action ?? "", exchange.key);
    if (verdict === "allowed") return { ...exchange, signature: nobody(context.region) };
  }
  const signature = verifyS3Signature(exchange, context.keys, (region) => {
    checkRegion(context, exchange, region);
  });
  const signed = { ...exchange, signature };
  if (action !== undefined) refuseDenied(context, signed, action, exchange.key);
  return signed;
}

/** Throws AccessDenied where the bucket's policy denies the action on the key. */
export function refuseDenied(
  context: S3Context,
  exchange: SignedExchange,
  action: string,
  key: Key | undefined,
): void {
  const principal = principalOf(exchange.signature.key);
  if (verdictOn(context, exchange, principal, action, key) === "denied") {
    throw s3Errors.explicitlyDenied(principal, action);
  }
}

/** Who a key pair is: a user that is called as its id. */
function principalOf({ accessKeyId, principal }: AccessKey): string {
  return principal ?? `arn:aws:iam::000000000000:user/${accessKeyId}`;
}

function verdictOn(
  context: S3Context,
  exchange: Exchange,
  principalArn: string | undefined,
  action: string,
  key: Key | undefined,
): Verdict {
  const bucket = context.buckets.get(exchange.bucket ?? "");
  const text = bucket?.settings.get("policy");
  if (bucket === undefined || typeof text !== "string") return "silent";
  const question = { principalArn, action, bucket: bucket.name, key, nowMs: exchange.clock.nowMs() };
  return judge(parsePolicy(text, bucket.name), question);
}

function nobody(region: string): Signature {
  return {
    key: { accessKeyId: "", accessKeySecret: "" },
    signingKey: createSecretKey(Buffer.alloc(32)),
    region,
    scope: "",
    timestamp: "",
    signature: "",
    payload: "UNSIGNED-PAYLOAD",
  };
}
