import type { Answer } from "../http/exchange.ts";
import { parseXml } from "../http/xml.ts";
import { bucketOf, type S3Context, type SignedExchange } from "./context.ts";
import { s3Errors } from "./errors.ts";
import { takeInDocument } from "./intake.ts";
import { parsePolicy } from "./policy.ts";

export function getBucketPolicy(context: S3Context, exchange: SignedExchange): Answer {
  const policy = bucketOf(context, exchange).settings.get("policy");
  if (typeof policy !== "string") throw s3Errors.noSuchBucketPolicy();
  const body = Buffer.from(policy, "utf8").toString("latin1");
  return { status: 200, headers: { "content-type": "application/json" }, body };
}

export async function putBucketPolicy(context: S3Context, exchange: SignedExchange): Promise<Answer> {
  const bucket = bucketOf(context, exchange);
  const text = (await takeInDocument(exchange, exchange.signature)).toString("utf8");
  parsePolicy(text, bucket.name);
  bucket.settings.set("policy", text);
  return { status: 204, headers: {} };
}

export function deleteBucketPolicy(context: S3Context, exchange: SignedExchange): Answer {
  bucketOf(context, exchange).settings.delete("policy");
  return { status: 204, headers: {} };
}

/** The rules as they were put. They are kept and told, and never carried out. */
export function getBucketLifecycle(context: S3Context, exchange: SignedExchange): Answer {
  const rules = bucketOf(context, exchange).settings.get("lifecycle");
  if (typeof rules !== "string") throw s3Errors.noSuchLifecycleConfiguration();
  return { status: 200, headers: { "content-type": "application/xml" }, body: rules };
}

export async function putBucketLifecycle(context: S3Context, exchange: SignedExchange): Promise<Answer> {
  const bucket = bucketOf(context, exchange);
  const document = await takeInDocument(exchange, exchange.signature);
  if (parseXml(document)?.name !== "LifecycleConfiguration") throw s3Errors.malformedXml();
  bucket.settings.set("lifecycle", document.toString("latin1"));
  return { status: 200, headers: {} };
}

export function deleteBucketLifecycle(context: S3Context, exchange: SignedExchange): Answer {
  bucketOf(context, exchange).settings.delete("lifecycle");
  return { status: 204, headers: {} };
}
