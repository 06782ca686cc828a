import { isoSecond } from "../clock.ts";
import { type Answer, ServiceError } from "../http/exchange.ts";
import { childrenOf, childText, element, parseXml, xmlDocument } from "../http/xml.ts";
import { refuseDenied } from "./access.ts";
import { bucketOf, type S3Context, type SignedExchange } from "./context.ts";
import { s3Errors } from "./errors.ts";
import { takeInDocument } from "./intake.ts";
import { S3_NAMESPACE } from "./xml.ts";

const XML = { "content-type": "application/xml" };
const OWNER = "<Owner><ID>0000000000000000</ID><DisplayName>local</DisplayName></Owner>";
const MAX_DELETES = 1000;

export function listBuckets(context: S3Context): Answer {
  const buckets = [...context.buckets.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(
      (bucket) =>
        `<Bucket>${element("Name", bucket.name)}${element("CreationDate", isoSecond(bucket.createdMs))}</Bucket>`,
    );
  const content = `${OWNER}<Buckets>${buckets.join("")}</Buckets>`;
  return { status: 200, headers: XML, body: xmlDocument("ListAllMyBucketsResult", content, S3_NAMESPACE) };
}

export async function createBucket(context: S3Context, exchange: SignedExchange): Promise<Answer> {
  const name = exchange.bucket ?? "";
  const document = parseXml(await takeInDocument(exchange, exchange.signature));
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) throw s3Errors.invalidBucketName();
  if (context.buckets.has(name)) throw s3Errors.bucketAlreadyOwnedByYou();
  context.createBucket(name, childText(document, "LocationConstraint") ?? context.region);
  return { status: 200, headers: { location: `/${name}` } };
}

export function deleteBucket(context: S3Context, exchange: SignedExchange): Answer {
  const bucket = bucketOf(context, exchange);
  if (bucket.objectCount > 0) throw s3Errors.bucketNotEmpty();
  context.buckets.delete(bucket.name);
  return { status: 204, headers: {} };
}

export function headBucket(context: S3Context, exchange: SignedExchange): Answer {
  const bucket = bucketOf(context, exchange);
  return { status: 200, headers: { ...XML, "x-amz-bucket-region": bucket.region } };
}

/** The region's name, but nothing for us-east-1: so S3 has it since before it had regions. */
export function getBucketLocation(context: S3Context, exchange: SignedExchange): Answer {
  const { region } = bucketOf(context, exchange);
  const location = region === "us-east-1" ? "" : region;
  return { status: 200, headers: XML, body: xmlDocument("LocationConstraint", location, S3_NAMESPACE) };
}

export function getBucketVersioning(context: S3Context, exchange: SignedExchange): Answer {
  const { versioning } = bucketOf(context, exchange);
  const content = versioning === "never" ? "" : element("Status", versioning);
  return { status: 200, headers: XML, body: xmlDocument("VersioningConfiguration", content, S3_NAMESPACE) };
}

export async function deleteObjects(context: S3Context, exchange: SignedExchange): Promise<Answer> {
  const bucket = bucketOf(context, exchange);
  const root = parseXml(await takeInDocument(exchange, exchange.signature));
  const keys = childrenOf(root, "Object").map((object) => childText(object, "Key") ?? "");
  if (root?.name !== "Delete" || keys.length === 0 || keys.length > MAX_DELETES)
    throw s3Errors.malformedXml();
  const quiet = childText(root, "Quiet") === "true";
  const results = keys.map((key) => {
    try {
      refuseDenied(context, exchange, "s3:DeleteObject", key);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const { code, message } = error;
      return `<Error>${element("Key", key)}${element("Code", code)}${element("Message", message)}</Error>`;
    }
    bucket.delete(key);
    return quiet ? "" : `<Deleted>${element("Key", key)}</Deleted>`;
  });
  return { status: 200, headers: XML, body: xmlDocument("DeleteResult", results.join(""), S3_NAMESPACE) };
}
