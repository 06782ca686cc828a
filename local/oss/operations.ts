import type { IncomingMessage } from "node:http";
import type { Target } from "../http/target.ts";

/** Subresources of OSS that this service does not know; a request for one must not pass for another request. */
const UNKNOWN_SUBRESOURCES = [
  "accelerate",
  "accessPoint",
  "callback",
  "cname",
  "comp",
  "cors",
  "encryption",
  "inventory",
  "live",
  "logging",
  "meta",
  "metaQuery",
  "policy",
  "publicAccessBlock",
  "qosInfo",
  "referer",
  "replication",
  "requestPayment",
  "resourceGroup",
  "rtc",
  "seal",
  "stat",
  "style",
  "styleName",
  "symlink",
  "transferAcceleration",
  "versionId",
  "versions",
  "worm",
  "x-oss-process",
] as const;

/** Subresources of a bucket that are one document each, to get, put and delete. */
const SETTINGS: Readonly<Record<string, string>> = {
  lifecycle: "Lifecycle",
  overwriteConfig: "OverwriteConfig",
  website: "Website",
};

/** What the request asks for, by the name OSS's documentation gives it. */
export function ossOperationOf(request: IncomingMessage, { bucket, key, query }: Target): string {
  const { method = "GET", headers } = request;
  const unknown = UNKNOWN_SUBRESOURCES.find((name) => query.has(name));
  if (unknown !== undefined) return `Unsupported:${unknown}`;
  if (bucket === undefined) return method === "GET" ? "ListBuckets" : "Unsupported";
  if (key === undefined) return bucketOperation(method, query);
  const copies = headers["x-oss-copy-source"] !== undefined;
  switch (method) {
    case "PUT":
      if (query.has("uploadId")) return copies ? "UploadPartCopy" : "UploadPart";
      if (query.has("acl")) return "Unsupported:acl";
      if (query.has("tagging")) return "PutObjectTagging";
      return copies ? "CopyObject" : "PutObject";
    case "GET":
      if (query.has("uploadId")) return "ListParts";
      if (query.has("acl")) return "GetObjectAcl";
      return query.has("tagging") ? "GetObjectTagging" : "GetObject";
    case "HEAD":
      return query.has("objectMeta") ? "GetObjectMeta" : "HeadObject";
    case "POST":
      if (query.has("uploads")) return "InitiateMultipartUpload";
      if (query.has("uploadId")) return "CompleteMultipartUpload";
      if (query.has("restore")) return "RestoreObject";
      return query.has("append") ? "AppendObject" : "Unsupported";
    case "DELETE":
      if (query.has("uploadId")) return "AbortMultipartUpload";
      return query.has("tagging") ? "DeleteObjectTagging" : "DeleteObject";
    default:
      return "Unsupported";
  }
}

function bucketOperation(method: string, query: Target["query"]): string {
  const setting = Object.keys(SETTINGS).find((name) => query.has(name));
  if (setting !== undefined) {
    const verb = { GET: "Get", PUT: "Put", DELETE: "Delete" }[method];
    return verb === undefined ? "Unsupported" : `${verb}Bucket${SETTINGS[setting] ?? ""}`;
  }
  switch (method) {
    case "GET":
      if (query.has("uploads")) return "ListMultipartUploads";
      if (query.has("versioning")) return "GetBucketVersioning";
      if (query.has("location")) return "GetBucketLocation";
      if (query.has("bucketInfo")) return "GetBucketInfo";
      if (query.has("acl")) return "GetBucketAcl";
      return query.get("list-type") === "2" ? "ListObjectsV2" : "ListObjects";
    case "PUT":
      if (query.has("versioning")) return "PutBucketVersioning";
      return query.has("acl") ? "Unsupported:acl" : "PutBucket";
    case "POST":
      return query.has("delete") ? "DeleteMultipleObjects" : "Unsupported";
    case "DELETE":
      return "DeleteBucket";
    default:
      return "Unsupported";
  }
}
