import type { IncomingMessage } from "node:http";
import type { Target } from "../http/target.ts";

/** Subresources of S3 that this service does not know; a request for one must not pass for another request. */
const UNKNOWN_SUBRESOURCES = [
  "accelerate",
  "acl",
  "analytics",
  "attributes",
  "cors",
  "encryption",
  "intelligent-tiering",
  "inventory",
  "legal-hold",
  "logging",
  "metadataTable",
  "metrics",
  "notification",
  "object-lock",
  "ownershipControls",
  "policyStatus",
  "publicAccessBlock",
  "replication",
  "requestPayment",
  "retention",
  "select",
  "torrent",
  "versionId",
  "versions",
  "website",
] as const;

/** What the request asks for, by the name S3's API reference gives it. */
export function s3OperationOf(request: IncomingMessage, { bucket, key, query }: Target): string {
  const { method = "GET", headers } = request;
  const unknown = UNKNOWN_SUBRESOURCES.find((name) => query.has(name));
  if (unknown !== undefined) return `Unsupported:${unknown}`;
  if (bucket === undefined) return method === "GET" ? "ListBuckets" : "Unsupported";
  if (key === undefined) return bucketOperation(method, query);
  const copies = headers["x-amz-copy-source"] !== undefined;
  switch (method) {
    case "PUT":
      if (query.has("uploadId")) return copies ? "UploadPartCopy" : "UploadPart";
      if (query.has("tagging")) return "PutObjectTagging";
      return copies ? "CopyObject" : "PutObject";
    case "GET":
      if (query.has("uploadId")) return "ListParts";
      if (query.has("partNumber")) return "Unsupported:partNumber";
      return query.has("tagging") ? "GetObjectTagging" : "GetObject";
    case "HEAD":
      return query.has("partNumber") ? "Unsupported:partNumber" : "HeadObject";
    case "POST":
      if (query.has("uploads")) return "CreateMultipartUpload";
      if (query.has("uploadId")) return "CompleteMultipartUpload";
      return query.has("restore") ? "RestoreObject" : "Unsupported";
    case "DELETE":
      if (query.has("uploadId")) return "AbortMultipartUpload";
      return query.has("tagging") ? "DeleteObjectTagging" : "DeleteObject";
    default:
      return "Unsupported";
  }
}

function bucketOperation(method: string, query: Target["query"]): string {
  switch (method) {
    case "HEAD":
      return "HeadBucket";
    case "GET":
      if (query.has("uploads")) return "ListMultipartUploads";
      if (query.has("versioning")) return "GetBucketVersioning";
      if (query.has("location")) return "GetBucketLocation";
      if (query.has("lifecycle")) return "GetBucketLifecycleConfiguration";
      if (query.has("policy")) return "GetBucketPolicy";
      return query.get("list-type") === "2" ? "ListObjectsV2" : "ListObjects";
    case "PUT":
      if (query.has("versioning")) return "Unsupported:versioning";
      if (query.has("lifecycle")) return "PutBucketLifecycleConfiguration";
      return query.has("policy") ? "PutBucketPolicy" : "CreateBucket";
    case "POST":
      return query.has("delete") ? "DeleteObjects" : "Unsupported";
    case "DELETE":
      if (query.has("tagging")) return "Unsupported:tagging";
      if (query.has("lifecycle")) return "DeleteBucketLifecycle";
      return query.has("policy") ? "DeleteBucketPolicy" : "DeleteBucket";
    default:
      return "Unsupported";
  }
}
